// Texts of JSON that events bring in pieces.

import Foundation

/// Texts of JSON that are not complete yet, by the places that they belong to, and what was wrong with those that are.
struct AccumulatedJSON: Sendable {
    /// Where a text belongs: a path of members and elements, and the branches of unions on the way.
    struct Place: Hashable, Sendable {
        var path: String
        var branch: String
    }

    private var unfinished: [Place: UnfinishedJSON] = [:]
    private var misfits: [String: DecodingIssue] = [:]

    /// Adds a piece to the text of a place, and gives its value once the text is complete.
    mutating func add<T: Decodable>(_ piece: String, at place: Place, as type: T.Type) -> T? {
        guard unfinished[place, default: UnfinishedJSON()].add(piece) else { return nil }
        let text = unfinished.removeValue(forKey: place)?.text ?? ""
        do {
            return try JSONCoding.decoder().decode(type, from: Data(text.utf8))
        } catch {
            var issue = DecodingIssue(error)
            issue.path = "$." + place.path + issue.path.dropFirst()
            misfits[place.path] = issue
            return nil
        }
    }

    /// What of it isn't in the value.
    var issues: [DecodingIssue] {
        var issues = misfits
        for path in unfinished.keys.map(\.path) {
            issues[path] = DecodingIssue(path: "$." + path, message: "is JSON that breaks off", expected: "")
        }
        return issues.values.sorted { $0.path < $1.path }
    }
}

/// A JSON text in pieces; each byte is looked at once.
private struct UnfinishedJSON: Sendable {
    private(set) var text = ""
    private var extent = JSONTextExtent()

    /// Says whether the text is complete.
    mutating func add(_ piece: String) -> Bool {
        text += piece
        for byte in piece.utf8 where !extent.isDelimited { extent.take(byte) }
        return extent.isDelimited
    }
}

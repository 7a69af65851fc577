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
    private var misfits: [Place: DecodingIssue] = [:]

    /// Adds a piece to the text of a place, and gives its value once the text is complete. A number may go on after that.
    mutating func add<T: Decodable>(_ piece: String, at place: Place, as type: T.Type) -> T? {
        // Taken out, so that it grows in its place.
        var json = unfinished.removeValue(forKey: place) ?? UnfinishedJSON()
        json.add(piece)
        defer { if !json.isOver { unfinished[place] = json } }
        guard json.isComplete else { return nil }
        do {
            misfits[place] = nil
            return try JSONCoding.decoder().decode(type, from: Data(json.text.utf8))
        } catch {
            var issue = DecodingIssue(error)
            issue.path = "$." + place.path + issue.path.dropFirst()
            misfits[place] = issue
            return nil
        }
    }

    /// What of it isn't in the value.
    var issues: [DecodingIssue] {
        var issues: [String: DecodingIssue] = [:]
        for (place, issue) in misfits { issues[place.path] = issue }
        for (place, json) in unfinished where json.breaksOff {
            issues[place.path] = DecodingIssue(
                path: "$." + place.path, message: "is JSON that breaks off", expected: "")
        }
        return issues.values.sorted { $0.path < $1.path }
    }
}

/// A JSON text in pieces; each byte is looked at once, but for those of a number or a word.
private struct UnfinishedJSON: Sendable {
    private(set) var text = ""
    private var extent = JSONTextExtent()

    mutating func add(_ piece: String) {
        text += piece
        for byte in piece.utf8 where !extent.isDelimited { extent.take(byte) }
    }

    /// Whether nothing more belongs to it.
    var isOver: Bool { extent.isDelimited }

    /// Whether it may end here. Nothing but its own end shows where a number or a word does.
    var isComplete: Bool {
        isOver || extent.isScalar && (try? JSONValue(parsing: text)) != nil
    }

    /// Whether something of it is missing: white space alone is what may stand around a text (RFC 8259, section 2).
    var breaksOff: Bool { extent.hasBegun && !isComplete }
}

// The calls that a manifest is made of, read as text: a manifest is a program, and isn't run to be looked at.

import Foundation

struct ManifestCalls {
    /// What stands between the parentheses, comments left out.
    typealias Text = String

    private let text: [Character]

    init(_ manifest: String) {
        text = Self.withoutComments(Array(manifest))
    }

    /// The calls of these functions, such as `.package`, that lie in no other of them, in their order.
    func calls(of names: [String]) -> [Text] {
        var calls: [Text] = []
        var place = 0
        while place < text.count {
            guard let start = start(of: names, at: place), let end = end(from: start) else {
                place = Self.afterString(text, place) ?? place + 1
                continue
            }
            calls.append(String(text[start..<end]))
            place = end
        }
        return calls
    }

    /// The value of the first argument called `name`, where that is a plain string.
    static func argument(_ name: String, in call: Text) -> String? {
        guard let label = call.range(of: name + ":") else { return nil }
        let rest = call[label.upperBound...].drop(while: \.isWhitespace)
        guard rest.first == "\"" else { return nil }
        return String(rest.dropFirst().prefix { $0 != "\"" })
    }

    /// What follows the parenthesis of a call that begins at `place`.
    private func start(of names: [String], at place: Int) -> Int? {
        guard text[place] == "." else { return nil }
        let start = names.lazy.map { Array($0) + ["("] }.first { text[place...].starts(with: $0) }
        return start.map { place + $0.count }
    }

    /// Where the parenthesis is closed that stands before `start`.
    private func end(from start: Int) -> Int? {
        var depth = 1
        var place = start
        while place < text.count {
            if let end = Self.afterString(text, place) {
                place = end
                continue
            }
            if text[place] == "(" { depth += 1 }
            if text[place] == ")" { depth -= 1 }
            if depth == 0 { return place }
            place += 1
        }
        return nil
    }

    private static func withoutComments(_ text: [Character]) -> [Character] {
        var kept: [Character] = []
        var place = 0
        while place < text.count {
            if let end = afterString(text, place) {
                kept += text[place..<end]
                place = end
            } else if text[place...].starts(with: "//") {
                place = text[place...].firstIndex(where: \.isNewline) ?? text.count
            } else {
                kept.append(text[place])
                place += 1
            }
        }
        return kept
    }

    /// Where the string ends that begins at `place`; nil where none does.
    private static func afterString(_ text: [Character], _ place: Int) -> Int? {
        guard text[place] == "\"" else { return nil }
        var end = place + 1
        while end < text.count, text[end] != "\"", !text[end].isNewline { end += text[end] == "\\" ? 2 : 1 }
        return min(end + 1, text.count)
    }
}

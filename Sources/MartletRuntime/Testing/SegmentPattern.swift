// A segment of a path as documents write it, with names in braces for what may vary.

import Foundation

/// Such as `files`, `{name}` or `{name}:cancel`.
struct SegmentPattern {
    /// The texts before, between and after the names in braces.
    private let texts: [String]

    init(_ segment: Substring) {
        var texts: [String] = []
        var rest = segment
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            texts.append(String(rest[..<open]))
            rest = rest[rest.index(after: close)...]
        }
        self.texts = texts + [String(rest)]
    }

    /// Text tells more than a name.
    var precision: Int {
        texts.count == 1 ? 2 : texts.contains { !$0.isEmpty } ? 1 : 0
    }

    /// Each name stands for one character or more.
    func matches(_ segment: String) -> Bool {
        guard let first = texts.first, let last = texts.last, texts.count > 1 else { return segment == texts.first }
        guard segment.hasPrefix(first) else { return false }
        var rest = segment.dropFirst(first.count)
        for text in texts.dropFirst().dropLast() where !text.isEmpty {
            guard let found = rest.dropFirst().range(of: text) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.count > last.count && rest.hasSuffix(last)
    }
}

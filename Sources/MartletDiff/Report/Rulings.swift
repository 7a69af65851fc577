// What a team has decided about findings: which it knows of, and how much some rules matter to it.

package import MartletSource

package struct Rulings: Sendable {
    /// All that it says must hold for an entry.
    private struct Known: Sendable {
        var ids: [String] = []
        var pointers: [String] = []
        var fingerprints: [String] = []
    }

    private enum Verdict: Sendable {
        case wire(WireFinding.Level)
        case source(SourceFinding.Level)
        case both(WireFinding.Level, SourceFinding.Level)
        case none
    }

    private var known: [Known] = []
    private var levels: [String: Verdict] = [:]

    package init() {}

    /// Adds the lines of an ignore file: rules by id, components by pointer, entries by fingerprint; what stands in one
    /// line must all hold. Lines that begin with `# ` or `//` are comments.
    ///
    /// - Parameter text: of the file; `file` is its number in `diagnostics`.
    package mutating func ignore(_ text: String, file: FileID, _ diagnostics: inout Diagnostics) {
        for (number, words) in Self.lines(text) {
            var row = Known()
            for word in words {
                if word.contains("#/") {
                    row.pointers.append(word)
                } else if word.count == 12, word.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) {
                    row.fingerprints.append(word)
                } else if RuleNames.isKnown(word) {
                    row.ids.append(word)
                } else {
                    diagnostics.report(
                        Self.looksLikeRule(word) ? .noSuchRule(word) : .notAnIgnorable(word),
                        at: Position(file: file, line: number, column: 1))
                }
            }
            if !row.ids.isEmpty || !row.pointers.isEmpty || !row.fingerprints.isEmpty { known.append(row) }
        }
    }

    /// Adds the lines of a severity file: `response-property-added warning`. `none` leaves a rule out.
    package mutating func severity(_ text: String, file: FileID, _ diagnostics: inout Diagnostics) {
        for (number, words) in Self.lines(text) {
            let position = Position(file: file, line: number, column: 1)
            guard words.count == 2 else {
                diagnostics.report(.notALevel(words.joined(separator: " ")), at: position)
                continue
            }
            guard RuleNames.isKnown(words[0]) else {
                diagnostics.report(.noSuchRule(words[0]), at: position)
                continue
            }
            guard let verdict = Self.verdicts[words[1].lowercased()] else {
                diagnostics.report(.notALevel(words[1]), at: position)
                continue
            }
            if case .source = verdict, !words[0].hasPrefix(RuleNames.source) {
                diagnostics.report(.levelOfSource(words[0], words[1]), at: position)
                continue
            }
            levels[words[0]] = verdict
        }
    }

    /// A line for a rule holds for callbacks too, unless they have one of their own.
    func ruled(_ finding: WireFinding) -> WireFinding? {
        var finding = finding
        switch levels[finding.id] ?? levels[RuleNames.plain(finding.id)] {
        case nil, .source: break
        case .wire(let level), .both(let level, _): finding.level = level
        case .some(.none): return nil
        }
        return finding
    }

    func ruled(_ finding: SourceFinding) -> SourceFinding? {
        var finding = finding
        switch levels[finding.id] {
        case nil, .wire: break
        case .source(let level), .both(_, let level): finding.level = level
        case .some(.none): return nil
        }
        return finding
    }

    /// The entry without the findings that are known; nil where nothing is left.
    func remaining(_ entry: Entry) -> Entry? {
        var entry = entry
        for row in known {
            if !row.fingerprints.allSatisfy({ $0 == entry.fingerprint }) { continue }
            if !row.pointers.allSatisfy({ Self.isInside(entry.component, $0) }) { continue }
            entry.wire.removeAll {
                row.ids.isEmpty || row.ids.contains($0.id) || row.ids.contains(RuleNames.plain($0.id))
            }
            entry.source.removeAll { row.ids.isEmpty || row.ids.contains($0.id) }
        }
        return entry.wire.isEmpty && entry.source.isEmpty ? nil : entry
    }

    /// A pointer without a file holds in all of them.
    private static func isInside(_ component: String, _ pointer: String) -> Bool {
        let fragment = component.drop { $0 != "#" }
        let place = pointer.hasPrefix("#") ? String(fragment) : component
        return place == pointer || place.hasPrefix(pointer + "/")
    }

    private static func lines(_ text: String) -> [(number: UInt32, words: [String])] {
        // Editors of Windows write a byte order mark, and two characters for the end of a line, which Swift takes as one.
        let plain = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        return plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            place, line in
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let first = words.first, first != "#", !first.hasPrefix("//") else { return nil }
            return (UInt32(place + 1), words)
        }
    }

    private static func looksLikeRule(_ word: String) -> Bool {
        word.contains("-") && word.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
    }

    private static let verdicts: [String: Verdict] = [
        "error": .both(.breaking, .breaking), "err": .both(.breaking, .breaking),
        "breaking": .both(.breaking, .breaking),
        "warning": .both(.warning, .warning), "warn": .both(.warning, .warning),
        "conditional": .source(.conditional), "info": .both(.info, .compatible), "compatible": .source(.compatible),
        "none": .none,
    ]
}

extension Diagnostic {
    fileprivate static func noSuchRule(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-rule",
            "no rule is called '\(id)'\(RuleNames.hint(id)); 'martlet explain --rules' lists them all")
    }

    fileprivate static func notAnIgnorable(_ word: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-rule",
            "'\(word)' isn't the id of a rule, a pointer that begins with '#/' or a fingerprint of 12 digits; copy "
                + "one from what 'martlet diff' prints"
        )
    }

    fileprivate static func levelOfSource(_ id: String, _ level: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-level",
            "'\(level)' is a level of Swift source, and '\(id)' a rule of the wire; write breaking, warning, info or none"
        )
    }

    fileprivate static func notALevel(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-level",
            "'\(text)' doesn't give a rule a level; write its id and one of breaking, warning, conditional, info and "
                + "none"
        )
    }
}

// What several parts of an `allOf` assert of one scalar: type, listed values, format and range.

import MartletOpenAPI
import MartletSource

package struct AssertionMerge {
    /// Of what the first part says, where it says so, and what the second says.
    typealias Conflict = (_ first: String, _ place: String, _ second: String) -> Diagnostic

    /// Where each keyword was said that counts so far.
    private var places: [String: Position] = [:]

    /// Whether no value has the types of `merged` and of `other`, a part at `position`, which is reported.
    func excludes(
        _ other: Schema.Keywords, at position: Position, from merged: Schema.Keywords, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard let first = merged.types, let second = other.types, Self.common(first, second).isEmpty else {
            return false
        }
        let texts = [first, second].map { $0.map(\.rawValue).joined(separator: " or ") }
        report("type", Diagnostic.types, texts, position, &diagnostics)
        return true
    }

    /// Narrows `merged` by what `other`, a part at `position`, asserts.
    mutating func add(
        _ other: Schema.Keywords, at position: Position, to merged: inout Schema.Keywords,
        _ diagnostics: inout Diagnostics
    ) {
        addTypes(other, position, &merged)
        addValues(other, position, &merged, &diagnostics)
        addFormat(other, position, &merged, &diagnostics)
        merged.range = merged.range.narrowed(by: other.range)
    }

    private mutating func addTypes(_ other: Schema.Keywords, _ position: Position, _ merged: inout Schema.Keywords) {
        guard let second = other.types else { return }
        let common = merged.types.map { Self.common($0, second) } ?? second
        guard common != merged.types else { return }
        merged.types = common
        places["type"] = position
    }

    private static func common(_ first: [SchemaType], _ second: [SchemaType]) -> [SchemaType] {
        first.filter(second.takes) + second.filter { !first.contains($0) && first.takes($0) }
    }

    private mutating func addValues(
        _ other: Schema.Keywords, _ position: Position, _ merged: inout Schema.Keywords,
        _ diagnostics: inout Diagnostics
    ) {
        guard let second = other.listed else { return }
        guard let first = merged.listed else {
            (merged.constant, merged.enumeration) = (other.constant, other.enumeration)
            places["enum"] = position
            return
        }
        guard (first + second).allSatisfy({ $0.scalar != nil }) else { return }
        // Under `type: string`, a number without quotes is a string whose quotes were forgotten.
        let isText = merged.types == [.string]
        let known = Set(second.map { $0.literal(asText: isText) })
        let common = first.filter { known.contains($0.literal(asText: isText)) }
        if common.isEmpty {
            let texts = [first, second].map { values in
                values.prefix(3).map { "'\($0.scalar?.text ?? "")'" }.joined(separator: ", ")
                    + (values.count > 3 ? " …" : "")
            }
            let what = first.count + second.count == 2 ? "the constant" : "the values"
            report("enum", Diagnostic.values(what), texts, position, &diagnostics)
            // What was said of the values that are replaced.
            (merged.valueNames, merged.valueDescriptions) = ([], [])
            merged.range = .init()
        }
        let values = common.isEmpty ? second : common
        let isConstant = values.count == 1 && (merged.constant != nil || other.constant != nil)
        (merged.constant, merged.enumeration) = isConstant ? (values[0], nil) : (nil, values)
        places["enum"] = position
    }

    private mutating func addFormat(
        _ other: Schema.Keywords, _ position: Position, _ merged: inout Schema.Keywords,
        _ diagnostics: inout Diagnostics
    ) {
        guard let second = other.format else { return }
        guard let first = merged.format, first != second else {
            if merged.format == nil { places["format"] = position }
            merged.format = second
            return
        }
        if let width = NumberWidth(first), let other = NumberWidth(second) {
            if other.isNarrower(than: width) { merged.format = second }
        } else if Self.exclusive.contains(first), Self.exclusive.contains(second) {
            report("format", Diagnostic.formats, [first, second], position, &diagnostics)
            merged.format = second
            places["format"] = position
        } else if Self.exclusive.contains(second) {
            merged.format = second
        }
    }

    /// Formats of which no text has two.
    private static let exclusive: Set<String> = [
        "date-time", "date", "time", "duration", "uuid", "ipv4", "ipv6", "email",
    ]

    private func report(
        _ keyword: String, _ conflict: Conflict, _ texts: [String], _ position: Position,
        _ diagnostics: inout Diagnostics
    ) {
        let place = places[keyword].map { "\(diagnostics.name(of: $0.file)):\($0.line):\($0.column)" } ?? "?"
        diagnostics.report(conflict(texts[0], place, texts[1]), at: position)
    }
}

extension Schema.Keywords {
    /// The values that there are, where they are listed.
    fileprivate var listed: [Node]? {
        constant.map { [$0] } ?? enumeration
    }
}

extension Node {
    fileprivate func literal(asText isText: Bool) -> ScalarValue? {
        scalar.map { isText ? .string($0.text) : $0.resolved }
    }
}

extension Schema.Range {
    /// The bounds that hold where both hold.
    func narrowed(by other: Schema.Range) -> Schema.Range {
        var range = self
        range.minimum = Self.of(minimum, other.minimum, max)
        range.maximum = Self.of(maximum, other.maximum, min)
        range.exclusiveMinimum = Self.of(exclusiveMinimum, other.exclusiveMinimum, max)
        range.exclusiveMaximum = Self.of(exclusiveMaximum, other.exclusiveMaximum, min)
        range.multipleOf = multipleOf ?? other.multipleOf
        range.minLength = Self.of(minLength, other.minLength, max)
        range.maxLength = Self.of(maxLength, other.maxLength, min)
        range.pattern = pattern ?? other.pattern
        range.minItems = Self.of(minItems, other.minItems, max)
        range.maxItems = Self.of(maxItems, other.maxItems, min)
        range.uniqueItems = uniqueItems || other.uniqueItems
        range.minProperties = Self.of(minProperties, other.minProperties, max)
        range.maxProperties = Self.of(maxProperties, other.maxProperties, min)
        range.minContains = Self.of(minContains, other.minContains, max)
        range.maxContains = Self.of(maxContains, other.maxContains, min)
        return range
    }

    private static func of<Bound>(_ first: Bound?, _ second: Bound?, _ narrower: (Bound, Bound) -> Bound) -> Bound? {
        guard let first, let second else { return first ?? second }
        return narrower(first, second)
    }
}

extension Diagnostic {
    fileprivate static func types(_ first: String, _ place: String, _ second: String) -> Diagnostic {
        Diagnostic(.warning, id: "conflicting-types", joined("type", first, place, second))
    }

    fileprivate static func formats(_ first: String, _ place: String, _ second: String) -> Diagnostic {
        Diagnostic(.warning, id: "conflicting-formats", joined("format", first, place, second))
    }

    fileprivate static func values(_ what: String) -> AssertionMerge.Conflict {
        { first, place, second in
            Diagnostic(.warning, id: "conflicting-values", joined(what, first, place, second))
        }
    }

    private static func joined(_ what: String, _ first: String, _ place: String, _ second: String) -> String {
        "'allOf' joins \(what) \(first), from \(place), with \(second), which no value fits; the part that says more counts, or the later; make "
            + "them agree"
    }
}

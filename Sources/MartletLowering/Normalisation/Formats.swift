// What each `format` is in Swift (JSON Schema 2020-12 validation, section 7.3, and the OpenAPI Format Registry).

import MartletConfiguration
import MartletIR
import MartletOpenAPI
import MartletSource

/// A text whose Swift type would not write it back as it was stays `String`: UUIDs and addresses come in many spellings.
struct Formats: Sendable {
    /// What the configuration decides.
    private let choices: [String: FormatChoice]
    /// The formats that schemas turned out to have; nil where nothing is decided, and nobody asks.
    private let met: Guarded<Set<String>>?

    init(_ choices: [String: FormatChoice] = [:]) {
        self.choices = choices
        met = choices.isEmpty ? nil : Guarded([])
    }

    /// Says of each choice for a format that no schema turned out to have that it is in vain.
    func reportIdle(_ root: Node?, at position: Position, _ diagnostics: inout Diagnostics) {
        guard let met = met?.withLock({ $0 }) else { return }
        var nearest = NearestKey()
        for format in choices.keys.sorted() where !met.contains(format) {
            let hint = nearest.hint(for: format, among: met.subtracting(choices.keys).sorted())
            let place = ConfigurationPlaces(root).position(of: ["formats", format])
            diagnostics.report(.idleFormat(format, hint), at: place ?? position)
        }
    }

    /// The type for values of `type` in `format`; nil where it is that of any value of `type`.
    func type(_ type: SchemaType, _ format: String?) -> Builtin? {
        guard let format else { return nil }
        met?.withLock { _ = $0.insert(format) }
        switch choices[format] {
        case .plain: return nil
        case .date: return type == .integer ? .unixTime : nil
        case nil: break
        }
        switch type {
        case .string: return Self.strings[format]
        case .integer: return Self.integers[format]
        // The registry describes integers as numbers.
        case .number: return Self.integers[format] ?? Self.numbers[format]
        default: return nil
        }
    }

    /// Whether a schema without a type but with that format describes strings.
    func meansString(_ format: String) -> Bool {
        Self.strings[format] != nil && Self.numbers[format] == nil || Self.plainStrings.contains(format)
    }

    /// Kubernetes has a format for what may be a number or a text.
    func spellOut(_ keywords: inout Schema.Keywords) {
        guard keywords.types == [.string], keywords.format == "int-or-string" else { return }
        met?.withLock { _ = $0.insert("int-or-string") }
        guard choices["int-or-string"] == nil else { return }
        keywords.types = [.integer, .string]
        keywords.format = nil
    }

    private static let strings: [String: Builtin] = [
        "date-time": .timestamp, "date": .calendarDate, "time": .timeOfDay, "time-local": .timeOfDay,
        "duration": .calendarDuration, "byte": .base64Data, "base64": .base64Data, "base64url": .base64URLData,
        "decimal": .decimalText, "decimal128": .decimalText, "binary": .fileContent,
    ]

    private static let integers: [String: Builtin] = [
        "int8": .int8, "int16": .int16, "int32": .int32, "int64": .int64, "uint8": .uint8, "uint16": .uint16,
        "uint32": .uint32, "uint64": .uint64,
    ]

    /// `float` is read as a double too: it loses no digit that a service sends.
    private static let numbers: [String: Builtin] = ["decimal": .decimalNumber, "decimal128": .decimalNumber]

    private static let plainStrings: Set<String> = [
        "uuid", "uri", "uri-reference", "uri-template", "iri", "iri-reference", "email", "idn-email",
        "hostname", "idn-hostname", "ipv4", "ipv6", "json-pointer", "relative-json-pointer", "regex", "password",
    ]
}

extension Diagnostic {
    /// Who decides beforehand, for documents to come, makes no mistake; a name that is nearly another is one.
    fileprivate static func idleFormat(_ format: String, _ hint: String) -> Diagnostic {
        Diagnostic(
            hint.isEmpty ? .note : .warning, id: "idle-format",
            "no schema that code is generated from has the format '\(format)'\(hint)")
    }
}

// Reads members that have only one value.

extension ObjectDecoder {
    /// Checks a member that is always that text.
    ///
    /// Another value is recorded, and kept so that it is written back; with strict decoding it throws `DecodingError`.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict.
    public mutating func constant(_ key: String, _ value: String, isRequired: Bool = true) throws {
        if let tag, tag.key == key, tag.text == value {
            _ = note(key)
            return
        }
        try check(key, value, isRequired, text: value) { $0 == .string(value) }
    }

    /// Checks a member that is always that integer.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict.
    public mutating func constant(_ key: String, _ value: Int, isRequired: Bool = true) throws {
        try check(key, value, isRequired, text: String(value)) { $0 == .integer(Int64(value)) }
    }

    /// Checks a member that is always that number.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict.
    public mutating func constant(_ key: String, _ value: Double, isRequired: Bool = true) throws {
        try check(key, value, isRequired, text: JSONValue.numberText(value)) { $0 == .number(value) }
    }

    /// Checks a member that is always that truth value.
    ///
    /// A required one is what the object stands or falls by: an answer with `ok: false` must not be read as one with
    /// `ok: true`. Its text says the same, and is recorded: unions go by it.
    ///
    /// - Throws: `DecodingError` where it is another and required, or decoding is strict.
    public mutating func constant(_ key: String, _ value: Bool, isRequired: Bool = true) throws {
        try check(key, value, isRequired, failsOtherwise: isRequired, text: String(value)) { $0 == .bool(value) }
    }

    private mutating func check<T: Decodable & Equatable>(
        _ key: String, _ value: T, _ isRequired: Bool, failsOtherwise: Bool = false,
        text: @autoclosure () -> String, matches: (JSONValue) -> Bool
    ) throws {
        let name = note(key)
        if let found = try? container.readIfPresent(T.self, name), found == value { return }
        let text = text()
        guard container.contains(name) else {
            if isRequired, !isEventName(text) { try tolerateAbsence(of: name, expecting: text) }
            contents.omittedMembers.insert(key)
            return
        }
        let json = try container.decode(JSONValue.self, forKey: name)
        if matches(json) { return }
        let context = DecodingError.Context(
            codingPath: container.codingPath + [name], debugDescription: "is \(json), not the constant \(text)")
        if isStrict || failsOtherwise && json != .string(text) { throw DecodingError.dataCorrupted(context) }
        report(DecodingIssue(DecodingError.dataCorrupted(context), expected: text))
        contents.unknownMembers[key] = json
    }

    /// Whether the `event:` line of the stream already says it: some servers leave the tag out of the data.
    private func isEventName(_ text: String) -> Bool {
        container.codingPath.isEmpty && context?.event?.event == text
    }
}

// Numbers that come as the texts of their digits.

extension ObjectDecoder {
    /// A member that is there.
    mutating func valueOrNumber<T: Decodable>(_ key: JSONKey) throws -> T {
        do {
            return try container.read(T.self, key)
        } catch {
            return try numberInText(at: key, error)
        }
    }

    /// A member that may be there; nil where it is null.
    mutating func valueUnlessNull<T: Decodable>(_ key: JSONKey) throws -> T? {
        do {
            return try container.readIfPresent(T.self, key)
        } catch {
            return try numberInText(at: key, error)
        }
    }

    /// The number whose digits a text is, which is recorded.
    ///
    /// - Parameter error: What was wrong with the text.
    /// - Throws: `error`, where the member is something else, or where nothing is tolerated.
    private mutating func numberInText<T: Decodable>(at key: JSONKey, _ error: any Error) throws -> T {
        guard !isStrict, let text = try? container.decode(String.self, forKey: key),
            let json = try? JSONValue(parsing: text), json.doubleValue != nil, let number = try? json.decode(T.self)
        else { throw error }
        var issue = DecodingIssue(error, at: container.codingPath + [key])
        issue.message = "is a string, read as the number in it"
        report(issue)
        return number
    }
}

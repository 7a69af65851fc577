// Numbers that come as the texts of their digits.

extension ObjectDecoder {
    /// A member that is there.
    mutating func valueOrNumber<T: Decodable>(_ key: JSONKey) throws -> T {
        do {
            return try container.read(T.self, key)
        } catch {
            return try numbersInTexts(at: key, error)
        }
    }

    /// A member that may be there; nil where it is null.
    mutating func valueUnlessNull<T: Decodable>(_ key: JSONKey) throws -> T? {
        do {
            return try container.readIfPresent(T.self, key)
        } catch {
            return try numbersInTexts(at: key, error)
        }
    }

    /// The number whose digits a text is, or the list or dictionary in which such texts stand, each of which is recorded.
    ///
    /// - Parameter error: What was wrong with the member.
    /// - Throws: `error`, where the member is something else, or where nothing is tolerated.
    private mutating func numbersInTexts<T: Decodable>(at key: JSONKey, _ error: any Error) throws -> T {
        guard !isStrict, T.self is any ValueCollection.Type || (try? container.decode(String.self, forKey: key)) != nil,
            let json = try? container.decode(JSONValue.self, forKey: key)
        else { throw error }
        var texts = NumbersInTexts()
        guard let numbers = texts.numbers(in: json, as: T.self, at: container.codingPath + [key]),
            let value = try? numbers.decode(T.self)
        else { throw error }
        for issue in texts.issues { report(issue) }
        return value
    }
}

/// Puts numbers in the places of texts that are their digits.
struct NumbersInTexts {
    private(set) var issues: [DecodingIssue] = []

    /// - Parameter type: what `json` is to be read as: a number, or a collection of numbers.
    /// - Returns: nil where something else stands in `json` than numbers and such texts.
    mutating func numbers(
        in json: JSONValue, as type: any Decodable.Type, at path: [any CodingKey]
    ) -> JSONValue? {
        switch (json, (type as? any ValueCollection.Type)?.valueType) {
        case (.array(let values), let type?):
            let numbers = values.enumerated().compactMap { place, value in
                self.numbers(in: value, as: type, at: path + [JSONKey(intValue: place)])
            }
            return numbers.count == values.count ? .array(numbers) : nil
        case (.object(let members), let type?):
            var numbers: [String: JSONValue] = [:]
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                guard let number = self.numbers(in: value, as: type, at: path + [JSONKey(name)]) else { return nil }
                numbers[name] = number
            }
            return .object(numbers)
        case (.string(let text), nil): return number(in: text, as: type, at: path)
        case (.integer, nil), (.number, nil), (.exact, nil), (.null, _): return json
        default: return nil
        }
    }

    private mutating func number(
        in text: String, as type: any Decodable.Type, at path: [any CodingKey]
    ) -> JSONValue? {
        guard let number = try? JSONValue(parsing: text), number.doubleValue != nil,
            (try? number.decode(type)) != nil
        else { return nil }
        do {
            _ = try JSONValue.string(text).decode(type)
            return .string(text)
        } catch {
            var issue = DecodingIssue(error)
            issue.path = jsonPath(path)
            issue.message = "is a string, read as the number in it"
            issues.append(issue)
            return number
        }
    }
}

/// What holds values of one type.
private protocol ValueCollection {
    static var valueType: any Decodable.Type { get }
}

extension Array: ValueCollection where Element: Decodable {
    static var valueType: any Decodable.Type { Element.self }
}

extension Dictionary: ValueCollection where Key == String, Value: Decodable {
    static var valueType: any Decodable.Type { Value.self }
}

extension Optional: ValueCollection where Wrapped: ValueCollection {
    static var valueType: any Decodable.Type { Wrapped.valueType }
}

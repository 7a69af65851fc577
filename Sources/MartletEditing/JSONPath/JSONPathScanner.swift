// Reads the small pieces of a JSONPath query: blanks, names, integers and numbers.

internal import MartletSource

struct JSONPathScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var offset = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    var next: Unicode.Scalar? {
        offset < scalars.count ? scalars[offset] : nil
    }

    func startsWith(_ text: StaticString) -> Bool {
        let expected = String(describing: text).unicodeScalars
        return scalars[offset...].starts(with: expected)
    }

    mutating func rewind(to offset: Int) {
        self.offset = offset
    }

    mutating func advance() {
        offset += 1
    }

    /// Takes `text` if it stands here.
    mutating func take(_ text: StaticString) -> Bool {
        guard startsWith(text) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    mutating func skipBlanks() {
        while let scalar = next, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { offset += 1 }
    }

    mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> String {
        var taken = String.UnicodeScalarView()
        while let scalar = next, belongs(scalar) {
            taken.append(scalar)
            offset += 1
        }
        return String(taken)
    }

    /// What stands here, for a message.
    var found: String {
        next.map { "'\($0)'" } ?? "the end of the path"
    }

    /// An integer that JSON keeps exact in every language (section 2.1); nil if none stands here.
    mutating func integer() throws(JSONPathFault) -> Int? {
        let start = offset
        let sign = take("-") ? -1 : 1
        let digits = takeWhile(Self.isDigit)
        if digits.isEmpty {
            guard sign == 1 else { throw JSONPathFault("a digit must follow '-'", at: offset) }
            return nil
        }
        if digits.hasPrefix("0"), digits.utf8.count > 1 || sign < 0 {
            throw JSONPathFault("an index is written without leading zeros, and 0 without a sign", at: start)
        }
        guard let value = Int(digits), value <= 9_007_199_254_740_991 else {
            throw JSONPathFault("an index is at most 9007199254740991", at: start)
        }
        return sign * value
    }

    /// A number as JSON writes it.
    mutating func number() throws(JSONPathFault) -> ScalarValue {
        let start = offset
        var text = take("-") ? "-" : ""
        let digits = takeWhile(Self.isDigit)
        if digits.isEmpty || (digits.hasPrefix("0") && digits.utf8.count > 1) {
            throw JSONPathFault("a number is written as in JSON, without '+' and leading zeros", at: start)
        }
        text += digits
        if take(".") {
            let fraction = takeWhile(Self.isDigit)
            if fraction.isEmpty { throw JSONPathFault("a digit must follow '.'", at: offset) }
            text += "." + fraction
        }
        if take("e") || take("E") {
            let sign = take("-") ? "-" : take("+") ? "+" : ""
            let exponent = takeWhile(Self.isDigit)
            if exponent.isEmpty { throw JSONPathFault("a digit must follow the 'e' of a number", at: offset) }
            text += "e" + sign + exponent
        }
        return Scalar(text, isString: false).resolved
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}

// JSON pointers (RFC 6901) into located nodes.

package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    package var tokens: [String]

    package init(_ tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Reads `/paths/~1v1~1responses`, also as the fragment of a URI with percent-encoding (section 6); nil if malformed.
    package init?(parsing text: some StringProtocol) {
        if text.isEmpty {
            tokens = []
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        let slash = UInt8(ascii: "/")
        tokens = Substring(text).utf8.dropFirst().split(separator: slash, omittingEmptySubsequences: false).map {
            JSONPointer.unescape(JSONPointer.percentDecoded(String(Substring($0))))
        }
    }

    package var description: String {
        tokens.map { "/" + JSONPointer.escape($0) }.joined()
    }

    package static func escape(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
        var escaped = ""
        for character in token.unicodeScalars {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// A pointer as the fragment of a URI, where a percent sign begins an escape.
    package static func fragment(_ pointer: String) -> String {
        pointer.utf8.contains(UInt8(ascii: "%")) ? pointer.replacing("%", with: "%25") : pointer
    }

    private static func unescape(_ token: String) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return token }
        var plain = ""
        var pending = false
        for character in token.unicodeScalars {
            switch (pending, character) {
            case (false, "~"):
                pending = true
                continue
            case (true, "0"): plain += "~"
            case (true, "1"): plain += "/"
            case (true, _):
                plain += "~"
                plain.unicodeScalars.append(character)
            case (false, _): plain.unicodeScalars.append(character)
            }
            pending = false
        }
        return pending ? plain + "~" : plain
    }

    private static func percentDecoded(_ token: String) -> String {
        guard token.utf8.contains(UInt8(ascii: "%")) else { return token }
        var bytes: [UInt8] = []
        let source = Array(token.utf8)
        var place = 0
        while place < source.count {
            if source[place] == UInt8(ascii: "%"), place + 2 < source.count,
                let high = hexDigit(source[place + 1]), let low = hexDigit(source[place + 2])
            {
                bytes.append(high << 4 | low)
                place += 3
            } else {
                bytes.append(source[place])
                place += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension Node {
    /// The node that `pointer` names below this one, or nil.
    package subscript(pointer: JSONPointer) -> Node? {
        var node = self
        for token in pointer.tokens {
            switch node.value {
            case .mapping(let mapping):
                guard let value = mapping[token] else { return nil }
                node = value
            case .sequence(let items):
                // `+1` and `01` are no indices (section 4).
                guard let place = Int(token), String(place) == token, items.indices.contains(place) else { return nil }
                node = items[place]
            case .scalar:
                return nil
            }
        }
        return node
    }
}

// Names of documents in Swift's spelling: `outputText`, `imageURL`, `ResponseStreamEvent`.

package enum SwiftName {
    /// A property, a method, a case: `previous_response_id` → `previousResponseID`.
    package static func member(_ text: String) -> String {
        var name = ""
        for (place, word) in words(text).enumerated() {
            append(place == 0 ? lowered(word) : capitalised(word), to: &name)
        }
        return safe(name)
    }

    /// A type: `CreateResponse` stays, `web_search_call` → `WebSearchCall`.
    package static func type(_ text: String) -> String {
        var name = ""
        for word in words(text) { append(capitalised(word), to: &name) }
        return safe(name)
    }

    /// Words that all are in capitals say nothing by them: `NOT_FOUND` is `not_found`.
    private static func words(_ text: String) -> [String] {
        let words = Words(text).words
        // Bytes tell most names: properties of characters are looked up in tables.
        if text.utf8.contains(where: { (0x61...0x7A).contains($0) }) { return words }
        let spoken = words.filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
        let isShouted = spoken.count > 1 && !text.unicodeScalars.contains { $0.properties.isLowercase }
        return isShouted ? words.map { $0.lowercased() } : words
    }

    /// Digits that meet keep apart: `gpt-4.1` → `gpt4_1`, which `gpt-41` isn't.
    private static func append(_ word: String, to name: inout String) {
        if let last = name.utf8.last, let first = word.utf8.first, isDigit(last), isDigit(first) { name += "_" }
        name += word
    }

    private static func lowered(_ word: String) -> String {
        // `iPhone` is two words already; a word here is all capitals, or begins with at most one.
        word.lowercased()
    }

    private static func capitalised(_ word: String) -> String {
        // The longest that is looked up has five letters.
        if word.utf8.count <= 5 {
            let lower = word.lowercased()
            if acronyms.contains(lower) { return lower.uppercased() }
            if let plural = acronymPlurals[lower] { return plural }
        }
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return capitalised(ascii: word) }
        guard let first = word.unicodeScalars.first else { return word }
        // A word in capitals is one where the document shouts: `HTTP_STATUS`; a single letter stays.
        let rest = word.unicodeScalars.dropFirst()
        let isShouted = rest.count > 3 && rest.allSatisfy { $0.properties.isUppercase || isDigit($0) }
        let tail = String(String.UnicodeScalarView(rest))
        return String(first).uppercased() + (isShouted ? tail.lowercased() : tail)
    }

    /// What the rule for all of Unicode comes to.
    private static func capitalised(ascii word: String) -> String {
        let isShouted = word.utf8.count > 4 && word.utf8.dropFirst().allSatisfy { isUpper($0) || isDigit($0) }
        var bytes = Array(isShouted ? word.lowercased().utf8 : word.utf8)
        if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first - 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let acronyms: Set<String> = [
        "id", "url", "uri", "uuid", "api", "http", "https", "html", "json", "xml", "css", "sql", "ip", "tls", "ssl",
        "ssh", "pdf", "csv", "utf8", "mcp", "sse", "cpu", "gpu", "dns", "tcp", "udp", "jwt", "sdk", "ui",
    ]

    private static let acronymPlurals: [String: String] = [
        "ids": "IDs", "urls": "URLs", "uris": "URIs", "apis": "APIs",
    ]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isUpper(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte)
    }

    /// A name that can begin an identifier.
    private static func safe(_ name: String) -> String {
        guard let first = name.unicodeScalars.first else { return "empty" }
        if let byte = name.utf8.first, isUpper(byte & 0xDF) { return name }
        return first.properties.isXIDStart ? name : "_" + name
    }
}

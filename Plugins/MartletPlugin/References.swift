// What a file of a document may name of other files.

import Foundation

/// What stands behind `$ref`, and every other value that ends as files of documents do, without fragments. Local
/// references and URLs aren't among them. There may be more than are meant, since a place doesn't tell whether it is in
/// `{…}` or in a text: what is no file is no input.
struct References {
    let names: Set<String>

    init(in file: URL) {
        let data = FileManager.default.contents(atPath: file.path) ?? Data()
        names = Self.utf8(data).withUnsafeBytes { References.names(in: $0) }
    }

    /// YAML may be UTF-16, which begins with a byte order mark then.
    private static func utf8(_ data: Data) -> Data {
        guard data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) else { return data }
        return String(data: data, encoding: .utf16).map { Data($0.utf8) } ?? data
    }

    static func names(in bytes: UnsafeRawBufferPointer) -> Set<String> {
        var names: Set<String> = []
        for place in places(of: "$ref", in: bytes) {
            names.formUnion(values(in: bytes, ofKey: place).compactMap(name))
        }
        // Mappings of discriminators, and whatever else names files.
        for ending in [".yaml", ".yml", ".json"] {
            for place in places(of: ending, in: bytes) {
                names.formUnion(values(in: bytes, with: place).compactMap(name))
            }
        }
        return names
    }

    /// By `memchr`, since a plugin is compiled without optimisation, and documents may have megabytes.
    private static func places(of text: String, in bytes: UnsafeRawBufferPointer) -> [Int] {
        let needle = Array(text.utf8)
        guard let base = bytes.baseAddress, let first = needle.first else { return [] }
        var places: [Int] = []
        var start = 0
        while start + needle.count <= bytes.count,
            let found = memchr(base + start, Int32(first), bytes.count - start - needle.count + 1)
        {
            let place = UnsafeRawPointer(found) - base
            if memcmp(found, needle, needle.count) == 0 { places.append(place) }
            start = place + 1
        }
        return places
    }

    /// The value of the key `$ref` at `place`.
    private static func values(in bytes: UnsafeRawBufferPointer, ofKey place: Int) -> [String] {
        var scanner = ScalarScanner(bytes, at: place + 4)
        scanner.skip(Byte.quotes)
        scanner.skipSeparation()
        guard scanner.skip(Byte.colon) else { return [] }
        let end = scanner.place
        scanner.skipProperties()
        let isQuoted = scanner.byte.map(Byte.quotes.contains) ?? false
        // What is behind a line break may be the next key.
        guard isQuoted || !scanner.hasBreak(since: end) || scanner.isWithin(.block(place)) else { return [] }
        return values(&scanner, .block(place))
    }

    /// The values that have an ending of files at `place`: they begin with its line, or where a value may.
    private static func values(in whole: UnsafeRawBufferPointer, with match: Int) -> [String] {
        // Names of files aren't longer, and documents may be one line of megabytes.
        let first = max(0, match - 255)
        let bytes = UnsafeRawBufferPointer(rebasing: whole[first..<min(match + 256, whole.count)])
        let place = match - first
        var values: [String] = []
        var start = place
        while start > 0 {
            start -= 1
            guard isBeforeValue(bytes[start]) || start == 0 else { continue }
            var scanner = ScalarScanner(bytes, at: start)
            if isBeforeValue(bytes[start]) { scanner.place += 1 }
            scanner.skipProperties()
            if scanner.place < place {
                let found = Self.values(&scanner, .line)
                if scanner.place > place { values += found }
            }
            if Byte.breaks.contains(bytes[start]) { break }
        }
        return values
    }

    private static func isBeforeValue(_ byte: UInt8) -> Bool {
        switch byte {
        case Byte.colon, Byte.dash, Byte.comma, Byte.openBrace, Byte.openBracket: true
        default: Byte.breaks.contains(byte)
        }
    }

    /// The scalar there, and, of a plain one, what it is if it stands in `[…]` or `{…}`.
    private static func values(_ scanner: inout ScalarScanner, _ context: ScalarScanner.Context) -> [String] {
        let isQuoted = scanner.byte.map(Byte.quotes.contains) ?? false
        let value = scanner.scalar(context)
        let end = value.utf8.firstIndex { Byte.flowEnds.contains($0) }
        guard !isQuoted, let end else { return [value] }
        return [value, String(value[..<end])]
    }

    private static func name(_ value: String) -> String? {
        // Fragments are martlet's matter.
        let text = value.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        if text.isEmpty || text.contains("://") { return nil }
        return text.removingPercentEncoding ?? text
    }
}

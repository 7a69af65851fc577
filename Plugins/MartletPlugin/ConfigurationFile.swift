// What must be known of a `martlet.yaml` before martlet runs: which files it names, and which files it will make.
import Foundation

/// Read line by line: keys at the start of a line, and what follows them. What is wrong with it, martlet says.
struct ConfigurationFile {
    /// The number of files that types are spread over where the configuration doesn't say: an edit compiles few again.
    static let usualShards = 8

    let url: URL
    let spec: URL
    let overlays: [URL]
    /// A folder.
    let templates: URL?
    let namespace: String?
    let shards: Int
    /// Whether it is for code that is checked in, too.
    let hasOutput: Bool

    /// Nil where there is no line `spec: …`.
    init?(_ url: URL) {
        guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
        let keys = Self.keys(of: String(decoding: data, as: UTF8.self))
        let folder = url.deletingLastPathComponent()
        func file(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL }
        guard let spec = keys["spec"]?.first else { return nil }
        self.url = url
        // A document on the network is pinned in the lock, which is an input as it is.
        self.spec = spec.contains("://") ? folder.appendingPathComponent("martlet.lock") : file(spec)
        overlays = (keys["overlays"] ?? []).map(file)
        templates = keys["templates"]?.first.map(file)
        namespace = keys["namespace"]?.first
        hasOutput = keys["output"]?.first != nil
        shards = keys["shards"]?.first.flatMap { Int($0) }.map { min(max($0, 1), 256) } ?? Self.usualShards
    }

    /// `martlet.yaml`, `openai.martlet.yaml`, and the same with `.yml`.
    static func isName(_ name: String) -> Bool {
        ["martlet.yaml", "martlet.yml"].contains { name == $0 || name.hasSuffix("." + $0) && !name.hasPrefix(".") }
    }

    /// The configurations in `folder` and the folders in it, in the order of their paths; packages inside have their own.
    static func all(in folder: URL) -> [URL] {
        guard
            let files = FileManager.default.enumerator(
                at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        else { return [] }
        var found: [URL] = []
        while let file = files.nextObject() as? URL {
            if isName(file.lastPathComponent) { found.append(file.standardizedFileURL) }
            let manifest = file.appendingPathComponent("Package.swift").path
            if FileManager.default.fileExists(atPath: manifest) { files.skipDescendants() }
        }
        return found.sorted { $0.path < $1.path }
    }

    /// As martlet names them. It is given them, since it must make what is planned here even where the configuration has
    /// changed since.
    var outputNames: [String] {
        let prefix = namespace.map { $0 + "+" } ?? ""
        let width = String(shards - 1).count
        let types = (0..<shards).map { shard in
            let digits = String(shard)
            return "Types" + (shards > 1 ? String(repeating: "0", count: width - digits.count) + digits : "")
        }
        return (["Client", "Events"] + types).map { prefix + $0 + ".swift" }
    }

    // MARK: Lines

    /// The values of the keys at the start of lines: one, or those of a list.
    private static func keys(of text: String) -> [String: [String]] {
        var keys: [String: [String]] = [:]
        var key: String?
        for line in text.drop(while: { $0 == "\u{FEFF}" }).split(whereSeparator: \.isNewline) {
            let first = line.first ?? "#"
            if first == "#" { continue }
            if first.isWhitespace || first == "-" || first == "]" {
                if let key { keys[key, default: []] += values(String(line)) }
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = unquoted(line[..<colon])
            key = name
            keys[name] = values(String(line[line.index(after: colon)...]))
        }
        return keys
    }

    /// The scalars in a value, or in a line of one that goes on: `[a, b]`, `- a`, `a`.
    private static func values(_ text: String) -> [String] {
        var rest = withoutComment(text).trimmingCharacters(in: .whitespaces)
        if rest.hasPrefix("- ") { rest = rest.dropFirst(2).trimmingCharacters(in: .whitespaces) }
        let isList = rest.hasPrefix("[") || rest.hasSuffix("]") || rest.hasSuffix(",")
        let items = isList ? items(rest.trimmingCharacters(in: ["[", "]"])) : [rest[...]]
        return items.map { unquoted($0) }.filter { !$0.isEmpty }
    }

    /// What stands between commas, but for those in quotes.
    private static func items(_ text: String) -> [Substring] {
        var items: [Substring] = []
        var start = text.startIndex
        for place in unquotedPlaces(in: text) where text[place] == "," {
            items.append(text[start..<place])
            start = text.index(after: place)
        }
        return items + [text[start...]]
    }

    private static func withoutComment(_ text: String) -> String {
        let start = unquotedPlaces(in: text).first { place in
            text[place] == "#" && (place == text.startIndex || text[text.index(before: place)].isWhitespace)
        }
        return start.map { String(text[..<$0]) } ?? text
    }

    /// The places outside of quotes, which begin where a scalar does: `it's` has none.
    private static func unquotedPlaces(in text: String) -> [String.Index] {
        var places: [String.Index] = []
        var quote: Character?
        var begins = true
        for place in text.indices {
            let character = text[place]
            if let open = quote {
                if character == open { quote = nil }
            } else if begins, character == "\"" || character == "'" {
                quote = character
            } else {
                places.append(place)
            }
            begins = character.isWhitespace || character == "," || character == "["
        }
        return places
    }

    private static func unquoted(_ text: Substring) -> String {
        let plain = text.trimmingCharacters(in: .whitespaces)
        guard let first = plain.first, first == "\"" || first == "'", plain.count > 1, plain.last == first else {
            return plain
        }
        let inside = String(plain.dropFirst().dropLast())
        return first == "'" ? inside.replacingOccurrences(of: "''", with: "'") : inside
    }
}

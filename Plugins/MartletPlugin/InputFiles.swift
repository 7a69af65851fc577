// The files that a run reads: a build is told of them before it runs anything, so they are found by their text alone.
import Foundation

struct InputFiles {
    private let configuration: ConfigurationFile

    init(of configuration: ConfigurationFile) {
        self.configuration = configuration
    }

    /// The configuration and its lock, the document, overlays and templates, and the files that these refer to, and so
    /// on. Files that aren't there are left out: SwiftPM says of a missing input only that it is missing, and martlet says
    /// where it is named.
    var all: [URL] {
        let lock = configuration.url.deletingLastPathComponent().appendingPathComponent("martlet.lock")
        let named = ([configuration.spec] + configuration.overlays).filter(Self.isFile)
        var files = [configuration.url] + named
        var seen = Set(files.map(\.path))
        var open = named
        let root = configuration.spec.deletingLastPathComponent()
        while let file = open.popLast() {
            // What an overlay adds to the document is relative to the document.
            let bases = Set([file.deletingLastPathComponent(), root])
            for reference in Self.references(in: file) {
                for target in bases.map({ URL(fileURLWithPath: reference, relativeTo: $0).standardizedFileURL })
                where Self.isFile(target) && seen.insert(target.path).inserted {
                    files.append(target)
                    open.append(target)
                }
            }
        }
        files += templates
        if Self.isFile(lock), seen.insert(lock.path).inserted { files.append(lock) }
        return files.sorted { $0.path < $1.path }
    }

    private var templates: [URL] {
        guard let folder = configuration.templates else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".mustache") }.map { folder.appendingPathComponent($0) }
    }

    private static func isFile(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && !isDirectory.boolValue
    }

    // MARK: References

    /// What stands behind `$ref` and its like, and every other value that ends as files of documents do, without
    /// fragments; local references and URLs aren't among them.
    static func references(in file: URL) -> Set<String> {
        guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
        return data.withUnsafeBytes { references(in: $0) }
    }

    static func references(in bytes: UnsafeRawBufferPointer) -> Set<String> {
        var names: Set<String> = []
        for place in places(of: "$ref", in: bytes) {
            if let name = value(in: bytes, from: place + 4) { names.insert(name) }
        }
        // Mappings of discriminators, and whatever else names files.
        for ending in [".yaml", ".yml", ".json"] {
            for place in places(of: ending, in: bytes) {
                if let name = value(in: bytes, with: place) { names.insert(name) }
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

    /// The scalar that follows a key which ends at `end`: in quotes, or up to where a plain one ends.
    private static func value(in bytes: UnsafeRawBufferPointer, from end: Int) -> String? {
        var place = end
        func skip(_ set: [UInt8]) { while place < bytes.count, set.contains(bytes[place]) { place += 1 } }
        skip(Byte.quotes)
        skip(Byte.spaces)
        guard place < bytes.count, bytes[place] == Byte.colon else { return nil }
        place += 1
        skip(Byte.spaces + Byte.breaks)
        guard place < bytes.count, bytes[place] != Byte.hash else { return nil }
        let quote = Byte.quotes.contains(bytes[place]) ? bytes[place] : nil
        if quote != nil { place += 1 }
        let start = place
        var braces = 0
        while place < bytes.count, !Byte.breaks.contains(bytes[place]), bytes[place] != Byte.hash, bytes[place] != quote
        {
            // `pets_{id}.yaml` has braces of its own.
            if bytes[place] == Byte.open { braces += 1 }
            if quote == nil, braces == 0, Byte.ends.contains(bytes[place]) { break }
            if bytes[place] == Byte.close { braces -= 1 }
            place += 1
        }
        return name(bytes[start..<place])
    }

    /// The value that has an ending of files at `place`; nil where that stands in other text.
    private static func value(in bytes: UnsafeRawBufferPointer, with place: Int) -> String? {
        var start = place
        let bounds = Byte.quotes + Byte.spaces + Byte.breaks + Byte.ends + [UInt8(ascii: "["), Byte.open]
        while start > 0, !bounds.contains(bytes[start - 1]) { start -= 1 }
        var before = start
        while before > 0, (Byte.quotes + Byte.spaces).contains(bytes[before - 1]) { before -= 1 }
        guard before > 0, [Byte.colon, UInt8(ascii: "-")].contains(bytes[before - 1]) else { return nil }
        var end = place + 1
        while end < bytes.count, !bounds.contains(bytes[end]), bytes[end] != Byte.hash { end += 1 }
        return name(bytes[start..<end])
    }

    private static func name(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
        // PHP writes slashes in JSON so.
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
            .replacingOccurrences(of: "\\/", with: "/")
        if text.isEmpty || text.contains("://") { return nil }
        return text.removingPercentEncoding ?? text
    }
}

private enum Byte {
    static let colon = UInt8(ascii: ":")
    static let hash = UInt8(ascii: "#")
    static let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    static let spaces = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    static let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    static let open = UInt8(ascii: "{")
    static let close = UInt8(ascii: "}")
    /// Where a plain scalar of flow style ends.
    static let ends = [UInt8(ascii: ","), close, UInt8(ascii: "]")]
}

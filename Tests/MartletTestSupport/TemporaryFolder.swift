// A folder of one test, removed with it.

package import Foundation

package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.path + "/martlet-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, and the folders on the way to it.
    package func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    package func write(_ name: String, _ data: Data) throws {
        let file = URL(fileURLWithPath: location(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    package func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: location(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What the folder, or the one called `name` in it, holds, hidden files included.
    package func names(in name: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: location(name))) ?? []).sorted()
    }

    package func modified(_ name: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: location(name))[.modificationDate] as? Date
    }

    /// Makes a file look as old as 2001.
    package func age(_ name: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceReferenceDate: 0)], ofItemAtPath: location(name))
    }

    package func location(_ name: String) -> String {
        name.isEmpty ? path : path + "/" + name
    }

    package func url(_ name: String = "") -> URL {
        URL(fileURLWithPath: location(name))
    }
}

// The inputs of a command line: folders stand for the configurations in them.
import Foundation

package struct InputSearch {
    package struct Found {
        package var path: String
        /// Found in a folder, where another configuration may be meant.
        package var isFound: Bool
    }

    package let inputs: [Found]

    /// Folders without a configuration count only where there is none in any of them: then they are the input, and an
    /// error when they are read.
    package init(_ words: [String]) {
        var found: [Found] = []
        var empty: [Found] = []
        for word in words {
            guard Self.isFolder(word) else {
                found.append(Found(path: word, isFound: false))
                continue
            }
            let paths = Self.configurations(in: word)
            if paths.isEmpty { empty.append(Found(path: word, isFound: false)) }
            found += paths.map { Found(path: $0, isFound: true) }
        }
        var seen: Set<String> = []
        inputs = (found.isEmpty ? empty : found).filter { seen.insert($0.path).inserted }
    }

    /// `martlet.yaml`, `openai.martlet.yaml`, and the same with `.yml`, in the order of their paths; hidden folders are
    /// left out, and so are packages inside.
    package static func configurations(in folder: String) -> [String] {
        var paths: [String] = []
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
        for name in names.sorted() {
            let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if isFolder(path) {
                if !FileManager.default.fileExists(atPath: path + "/Package.swift") {
                    paths += configurations(in: path)
                }
            } else if isConfiguration(name) {
                paths.append(path)
            }
        }
        return paths
    }

    /// Whether a file of this name can only be a configuration.
    package static func isConfiguration(_ name: String) -> Bool {
        ["martlet.yaml", "martlet.yml"].contains { name == $0 || name.hasSuffix("." + $0) }
    }

    package static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isFolder(path)
    }

    package static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return path != "-" && FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}

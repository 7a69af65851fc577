// The inputs of a command line: folders stand for the configurations in them.

import Foundation

package struct InputSearch {
    package struct Found {
        package var path: String
        /// Found in a folder, where another configuration may be meant.
        package var isFound: Bool
    }

    package let inputs: [Found]
    /// What is wrong where there is no input, since the folders have no configuration; folders without one don't count
    /// beside other inputs.
    package let fault: String?

    package init(_ words: [String]) {
        var found: [Found] = []
        var empty: [String] = []
        for word in words {
            guard Self.isFolder(word) else {
                found.append(Found(path: word, isFound: false))
                continue
            }
            let paths = Self.configurations(in: word)
            if paths.isEmpty { empty.append(word) }
            found += paths.map { Found(path: $0, isFound: true) }
        }
        var seen: Set<String> = []
        inputs = found.filter { seen.insert(Self.place($0.path)).inserted }
        let folders = empty.map { "'\($0)'" }.joined(separator: ", ")
        fault =
            found.isEmpty && !empty.isEmpty
            ? "there is no martlet.yaml in \(folders); 'martlet init' writes one" : nil
    }

    /// The same for one file in one folder, however that folder is named. Links to the file stay apart, since what it names
    /// lies beside the link.
    private static func place(_ path: String) -> String {
        let file = URL(fileURLWithPath: path)
        return file.deletingLastPathComponent().resolvingSymlinksInPath().path + "/" + file.lastPathComponent
    }

    /// `martlet.yaml`, `openai.martlet.yaml`, and the same with `.yml`, in the order of their paths; hidden folders are
    /// left out, and so are packages inside, and links to folders, which may lead round in circles.
    package static func configurations(in folder: String) -> [String] {
        var paths: [String] = []
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
        for name in names.sorted() {
            let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if isFolder(path) {
                if !isLink(path), !FileManager.default.fileExists(atPath: path + "/Package.swift") {
                    paths += configurations(in: path)
                }
            } else if isConfiguration(name) {
                paths.append(path)
            }
        }
        return paths
    }

    /// Whether a file of this name can only be a configuration. Hidden files are none; the plugins say the same.
    package static func isConfiguration(_ name: String) -> Bool {
        ["martlet.yaml", "martlet.yml"].contains { name == $0 || name.hasSuffix("." + $0) && !name.hasPrefix(".") }
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
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

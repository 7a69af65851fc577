// Where a command puts the document that it made: a file, or standard output.

import Foundation

package struct DocumentOutput {
    private let path: String?
    private let command: String
    private let inputs: [String]

    /// - Parameters:
    ///   - path: nil, or `-`, for standard output.
    ///   - command: is named where the file can't be written.
    ///   - inputs: the files that the command read, none of which may be what it writes.
    package init(_ path: String?, command: String, reading inputs: [String]) {
        self.path = path == "-" ? nil : path
        self.command = command
        self.inputs = inputs
    }

    /// What the name of a file says of its format, in small letters; nil where it has no ending.
    package static func ending(of path: String) -> String? {
        let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
        return ending.isEmpty ? nil : ending
    }

    /// What keeps `folder` from being one to write to.
    package static func fault(ofFolder folder: String) -> String {
        InputSearch.isFile(folder)
            ? "\(folder) is a file, where a folder is needed; name another"
            : "\(folder) can't be written to; check that the folder above is there and writable"
    }

    /// Writes `text`, which ends with a line break.
    package func write(_ text: String, _ console: Console) -> ExitCode {
        guard let path else {
            console.print(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
            return .done
        }
        if InputSearch.isFolder(path) {
            console.report("martlet \(command): \(path) is a folder; name a file in it")
            return .failed
        }
        let file = FileIdentity(path)
        if file != nil, let input = inputs.first(where: { FileIdentity($0) == file }) {
            console.report("martlet \(command): \(path) is what \(input) is read from; name another file to write")
            return .failed
        }
        do {
            try write(Data(text.utf8), to: path)
            return .done
        } catch {
            console.report("martlet \(command): \(path) can't be written; check that its folder is there and writable")
            return .failed
        }
    }

    /// A file is replaced as a whole, and keeps who may read it; links, pipes and devices stay what they are.
    private func write(_ data: Data, to path: String) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let isPlain = attributes.map { $0[.type] as? FileAttributeType == .typeRegular } ?? true
        try data.write(to: URL(fileURLWithPath: path), options: isPlain ? .atomic : [])
        if isPlain, let permissions = attributes?[.posixPermissions] {
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
        }
    }
}

/// What tells a file from every other, however it is named.
struct FileIdentity: Equatable {
    private let device: UInt64
    private let number: UInt64

    /// Nil where there is no file, or none that keeps what is written to it.
    init?(_ path: String) {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let device = (attributes[.systemNumber] as? NSNumber)?.uint64Value,
            let number = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
        else { return nil }
        self.device = device
        self.number = number
    }
}

// Where a command puts the document that it made: a file, or standard output.
import Foundation

package struct DocumentOutput {
    private let path: String?
    private let command: String

    /// `path` is nil for standard output; `command` is named where the file can't be written.
    package init(_ path: String?, command: String) {
        self.path = path
        self.command = command
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
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            return .done
        } catch {
            console.report("martlet \(command): \(path) can't be written; check that its folder is there and writable")
            return .failed
        }
    }
}

// What `martlet generate --docs` writes: the operations with samples, and the first page for DocC.

import Foundation
import MartletCommandLine
import MartletIR
import MartletTemplates

struct ReferenceFiles {
    private let folder: String
    /// Texts by the names of files.
    private let texts: [(name: String, text: String)]

    /// - Parameters:
    ///   - folder: a catalogue, `API.docc`, which names the module then, or any folder.
    ///   - output: where the code goes; `Sources/API/…` names the module otherwise.
    init(_ api: API, folder: String, output: String) {
        let module = Self.module(folder, output)
        self.folder = folder
        texts = [
            (module + ".md", LandingPage(api, module: module).markdown),
            ("Operations.md", OperationReference(api, module: module).markdown),
        ]
    }

    /// What keeps the files from being written; nil where nothing does.
    var fault: String? {
        if InputSearch.isFile(folder) { return DocumentOutput.fault(ofFolder: folder) }
        let foreign = texts.first { file in read(file.name).map { !Self.isOwn($0, like: file.text) } ?? false }
        return foreign.map { "\(folder)/\($0.name) is no file of martlet's; move it away, or name another folder" }
    }

    /// Whether martlet wrote `text`, a page with the heading of `page`.
    private static func isOwn(_ text: String, like page: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).prefix(2)
        guard lines.count == 2, page.split(whereSeparator: \.isNewline).first == lines.first else { return false }
        return [LandingPage.opening, OperationReference.opening].contains { lines[1].hasPrefix($0) }
    }

    /// False, with the reason told, where that can't be done.
    func write(_ console: Console) -> Bool {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, text) in texts where read(name) != text {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
            }
            return true
        } catch {
            console.report("error: " + DocumentOutput.fault(ofFolder: folder))
            return false
        }
    }

    /// The files that aren't what they would be written as.
    var stale: [String] {
        texts.filter { read($0.name) != $0.text }.map { folder + "/" + $0.name }
    }

    private func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func module(_ folder: String, _ output: String) -> String {
        let last = OutputFolderName(folder).last
        if last.hasSuffix(".docc") { return String(last.dropLast(5)) }
        let steps = OutputFolderName(output).path.split(separator: "/").map(String.init)
        if let place = steps.lastIndex(of: "Sources"), place + 1 < steps.count { return steps[place + 1] }
        return OutputFolderName(output).last
    }
}

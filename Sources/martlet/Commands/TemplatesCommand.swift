// `martlet templates`: the default templates, as files to start one's own from.

import Foundation
import MartletCommandLine
import MartletSource
import MartletTemplates

struct TemplatesCommand: Command {
    static let usage = CommandUsage(
        name: "templates",
        summary: "List the default templates, or write them to a folder.",
        arguments: [
            .init(
                name: "ACTION", help: "'list' prints their names; 'export' writes them.", choices: ["list", "export"]),
            .init(
                name: "FOLDER", help: "The folder that 'export' writes to; files that are there stay as they are.",
                isOptional: true),
        ],
        options: [
            .value("--output", short: "-o", "DIR", "The same as FOLDER."),
            .values(
                "--only", "NAME", choices: EmbeddedTemplates.texts.keys.sorted(),
                "Only this one, such as Structure; may be repeated."),
            .json("Print the names, or the files, as JSON."), .quiet,
        ],
        exitCodes: [
            (.done, "Listed, or written."),
            (.failed, "A file can't be written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
        ],
        examples: [
            .init(
                command: "martlet templates export Templates --only Header",
                help: "Start a header of your own; 'templates: Templates' in the configuration takes it.")
        ])

    private let isExport: Bool
    private let isJSON: Bool
    private let folder: String?
    private let names: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        isExport = arguments.positional[0] == "export"
        isJSON = arguments.has("--json")
        folder = arguments.positional.dropFirst().first ?? arguments.value("--output")
        if arguments.positional.count > 1, arguments.value("--output") != nil {
            throw UsageError("FOLDER and '--output' are one folder too many; leave one out")
        }
        if isExport, folder == nil { throw UsageError("'export' needs a folder: martlet templates export FOLDER") }
        if !isExport, folder != nil { throw UsageError("'list' writes nothing and takes no folder") }
        let only = arguments.values("--only")
        names = only.isEmpty ? EmbeddedTemplates.texts.keys.sorted() : only
    }

    func run(_ console: Console) -> ExitCode {
        guard isExport, let folder else {
            print(names, console)
            return .done
        }
        var written: [String] = []
        for name in names {
            let path = folder + "/" + name + ".mustache"
            if FileManager.default.fileExists(atPath: path) {
                console.report("\(path): left as it is")
                continue
            }
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data((EmbeddedTemplates.texts[name] ?? "").utf8).write(to: URL(fileURLWithPath: path))
            } catch {
                console.report("martlet templates: " + DocumentOutput.fault(ofFolder: folder))
                return .failed
            }
            written.append(path)
        }
        if isJSON || !console.isQuiet { print(written, console) }
        return .done
    }

    private func print(_ words: [String], _ console: Console) {
        console.print(isJSON ? [Node.made(words.map { Node.made($0) }).jsonText] : words)
    }
}

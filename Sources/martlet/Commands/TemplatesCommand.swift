// `martlet templates`: the default templates, as files to start one's own from.
import Foundation
import MartletTemplates

struct TemplatesCommand: Command {
    static let usage = CommandUsage(
        name: "templates",
        summary: "List the default templates, or write them to a folder.",
        arguments: [
            .init(name: "list|export", help: "'list' prints their names; 'export' writes them.")
        ],
        options: [
            .value("--output", short: "-o", "DIR", "The folder to write to; files that are there stay as they are."),
            .values("--only", "NAME", "Write only this one, such as Structure; may be repeated."),
        ],
        exitCodes: [
            (.done, "Listed, or written."),
            (.failed, "A file can't be written."),
            (.wrongUsage, "The command line is wrong."),
        ],
        examples: [
            .init(
                command: "martlet templates export --only Header -o Templates",
                help: "Start a header of your own; 'templates: Templates' in the configuration takes it.")
        ])

    private let isExport: Bool
    private let folder: String?
    private let names: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        let action = arguments.positional[0]
        guard ["list", "export"].contains(action) else {
            throw UsageError("'\(action)' is neither 'list' nor 'export'")
        }
        isExport = action == "export"
        folder = arguments.value("--output")
        if isExport, folder == nil { throw UsageError("'export' needs '--output DIR'") }
        let all = EmbeddedTemplates.texts.keys.sorted()
        let only = arguments.values("--only")
        if let unknown = only.first(where: { !all.contains($0) }) {
            throw UsageError("there is no template '\(unknown)'; there are \(all.joined(separator: ", "))")
        }
        names = only.isEmpty ? all : only
    }

    func run(_ console: Console) -> ExitCode {
        guard isExport, let folder else {
            console.print(names)
            return .done
        }
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
                console.report("martlet templates: \(path) can't be written; check that its folder is writable")
                return .failed
            }
            console.print(path)
        }
        return .done
    }
}

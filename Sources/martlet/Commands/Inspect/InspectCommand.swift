// `martlet inspect`: the intermediate model, for whoever wants to know what a document became.

import Foundation
import MartletCommandLine
import MartletGenerator
import MartletIR
import MartletLowering
import MartletSource
import MartletTemplates

struct InspectCommand: Command {
    static let usage = CommandUsage(
        name: "inspect",
        summary: "Print what a document becomes in Swift, as JSON.",
        arguments: [
            .init(
                name: "INPUT",
                help:
                    "A configuration (YAML with 'spec:'), or an OpenAPI document; '-' is a document on standard input.")
        ],
        options: [
            .overlay,
            .flag("--unions", "Print a table of the unions instead: which value of which member leads to which case."),
            .flag(
                "--names", "Print a table of the names in Swift instead, each with the document's name and its place."),
            .value(
                "--why", "TYPE", "Print which operations reach this type instead, such as Pet or Pet.Kind, and how."),
            .flag("--graph", "Draw types and operations instead, as an SVG that unfolds in a browser."),
            .flag("--examples", "Print the document's examples instead, each with its Swift type, as JSON."),
            .outputFile,
            .json("Print the tables of '--unions', '--names' and '--why' as JSON."), .quiet, .verbose,
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Printed."),
            (.failed, "There is no such type, or a file can't be written."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "The input has errors."),
        ],
        examples: [
            .init(command: "martlet inspect openapi.yaml > api.json", help: "Save the types and operations as JSON."),
            .init(
                command: "martlet inspect --unions openapi.yaml", help: "See how the branches of unions are told apart."
            ),
            .init(command: "martlet inspect --why Pet.Kind openapi.yaml", help: "See what a type is generated for."),
            .init(
                command: "martlet inspect --graph openapi.yaml -o api.svg", help: "Draw it, and open it in a browser."),
        ])

    private static let views = ["--unions", "--names", "--why", "--graph", "--examples"]

    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        let asked = Self.views.filter { arguments.has($0) || arguments.value($0) != nil }
        if asked.count > 1 {
            throw UsageError("'\(asked[0])' and '\(asked[1])' are two results; ask for one at a time")
        }
        if arguments.has("--graph"), arguments.has("--json") {
            throw UsageError("'--graph' draws an SVG, which '--json' can't be; leave one out")
        }
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        var clock = console.clock(arguments.positional[0])
        let lowered = configuration.flatMap { configuration in
            Generator(configuration, reader: access.reader).examples(&diagnostics, clock: &clock)
        }
        console.report(diagnostics)
        guard let lowered, !diagnostics.hasErrors else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        do {
            let text = try text(lowered, diagnostics)
            return DocumentOutput(arguments.value("--output"), command: "inspect", reading: diagnostics.files)
                .write(text, console)
        } catch {
            console.report("martlet inspect: \(error)")
            return .failed
        }
    }

    /// Ends with a line break.
    private func text(_ lowered: (api: API, examples: [Example]), _ diagnostics: Diagnostics) throws -> String {
        let api = lowered.api
        let isJSON = arguments.has("--json")
        if let type = arguments.value("--why") {
            guard let report = WhyReport(type, of: api) else { throw MissingType(type, in: api) }
            return isJSON ? report.json + "\n" : Self.joined(report.lines)
        }
        if arguments.has("--examples") {
            return ExampleList(lowered.examples, of: api, diagnostics).jsonText + "\n"
        }
        if arguments.has("--unions") {
            let table = UnionTable(api)
            return isJSON ? table.json + "\n" : Self.joined(table.lines)
        }
        if arguments.has("--names") {
            let table = NameTable(api)
            return isJSON ? table.json + "\n" : Self.joined(table.lines)
        }
        if arguments.has("--graph") { return GraphPicture(api).text }
        return try ModelText(api).text
    }

    private static func joined(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}

/// A type that was asked for by name.
private struct MissingType: Error, CustomStringConvertible {
    let description: String

    init(_ name: String, in api: API) {
        var nearest = NearestKey()
        let types = TypeGraph(api).types
        let ending = types.first { $0.hasSuffix("." + name) }.map { "; did you mean '\($0)'?" }
        let hint = ending ?? nearest.hint(for: name, among: types)
        description = "there is no type '\(name)'" + (hint.isEmpty ? "; '--names' lists what there is" : hint)
    }
}

/// The model as JSON, as `Schemas/api.schema.json` describes it.
struct ModelText {
    private struct Envelope: Encodable {
        var api: API

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Key.self)
            try members.encode("martlet-api/1", forKey: .format)
            try members.encode("martlet \(MartletVersion.current)", forKey: .generator)
            try api.encode(to: encoder)
        }

        enum Key: CodingKey {
            case format, generator
        }
    }

    let text: String

    init(_ api: API) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        text = String(decoding: try encoder.encode(Envelope(api: api)), as: UTF8.self) + "\n"
    }
}

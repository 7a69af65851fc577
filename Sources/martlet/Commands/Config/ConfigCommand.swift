// `martlet config`: what a configuration comes to, and the schema that editors check it with.

import MartletCommandLine
import MartletConfiguration
import MartletSource

struct ConfigCommand: Command {
    static let usage = CommandUsage(
        name: "config",
        summary: "Explain what a configuration comes to, or print its JSON Schema.",
        arguments: [
            .init(
                name: "ACTION",
                help: "'explain' lists each key with its value and where that comes from; 'schema' is for editors.",
                choices: ["explain", "schema"]),
            .init(
                name: "INPUT",
                help:
                    "A configuration, a folder that is searched for configurations, or a document; this folder "
                    + "without it.",
                isOptional: true),
        ],
        options: ConfigurationOverrides.options + [.json("Print the settings as JSON."), .quiet, .verbose],
        exitCodes: [
            (.done, "Printed."),
            (.wrongUsage, "The command line is wrong, or there is no configuration."),
            (.badDocument, "A configuration has errors."),
        ],
        examples: [
            .init(
                command: "martlet config explain Sources/App/martlet.yaml",
                help: "See which settings count, and where each is written."),
            .init(
                command: "martlet config schema > martlet.schema.json",
                help: "Save the schema; '# yaml-language-server: $schema=martlet.schema.json' names it to editors."),
        ])

    private let arguments: Arguments
    private let overrides: ConfigurationOverrides

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        if arguments.positional[0] == "schema", arguments.positional.count > 1 {
            throw UsageError("'schema' prints the same for every INPUT; leave it out")
        }
        overrides = try ConfigurationOverrides(arguments)
    }

    func run(_ console: Console) -> ExitCode {
        if arguments.positional[0] == "schema" {
            console.print(String(ConfigurationSchema().text.dropLast()))
            return .done
        }
        let folder = arguments.positional.dropFirst().first ?? "."
        let search = InputSearch([folder])
        if let fault = search.fault {
            console.report("martlet config: \(fault)")
            return .wrongUsage
        }
        var settings: [(path: String, rows: [SettingRow])] = []
        for input in search.inputs {
            var diagnostics = Diagnostics()
            let rows = rows(input.path, &diagnostics)
            console.report(diagnostics)
            guard let rows, !diagnostics.hasErrors else { return .badDocument }
            settings.append((input.path, rows))
        }
        let report = SettingReport(settings)
        console.print(arguments.has("--json") ? report.json : report.lines)
        return .done
    }

    private func rows(_ path: String, _ diagnostics: inout Diagnostics) -> [SettingRow]? {
        let input = Input(path, overlays: arguments.values("--overlay"))
        guard let read = input.configuration(&diagnostics) else { return nil }
        let places = ConfigurationPlaces(read.root)
        return overrides.applied(to: read).settings.flatMap { setting in
            let count = max(setting.values.count, 1)
            return (0..<count).map { place in
                let origin: SettingRow.Origin
                if let option = overrides.option(for: setting.key, at: place, of: count) {
                    origin = .option(option)
                } else if let position = places.position(of: setting.key, at: place) {
                    origin = .file(diagnostics.place(position))
                } else {
                    origin = setting.key == ["spec"] ? .argument : .usual
                }
                let value = setting.values.indices.contains(place) ? setting.values[place] : nil
                return SettingRow(key: setting.key.joined(separator: "."), value: value, origin: origin)
            }
        }
    }
}

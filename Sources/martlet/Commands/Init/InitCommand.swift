// `martlet init`: a commented configuration for a target of a package, and what its manifest needs.

import Foundation
import MartletCommandLine
import MartletConfiguration
import MartletGenerator
import MartletOpenAPI
import MartletSource

struct InitCommand: Command {
    static let usage = CommandUsage(
        name: "init",
        summary: "Write a commented configuration for a package, and say what its manifest needs.",
        arguments: [
            .init(
                name: "FOLDER", help: "A package, or a target in it, such as Sources/App; this folder without it.",
                isOptional: true)
        ],
        options: [
            .value("--spec", "FILE", "The document; without it, the one that the target or the package has."),
            .value("--namespace", "NAME", "Nest everything in an enum of this name; names the configuration after it."),
            .flag("--checked-in", "Generate code to be checked in, by the command plugin, instead of in each build."),
        ],
        exitCodes: [
            (.done, "The configuration is written."),
            (.failed, "There is a configuration already, or it can't be written."),
            (.wrongUsage, "The command line is wrong, or the folder leaves open what is meant."),
            (.badDocument, "The document has errors."),
        ],
        examples: [
            .init(command: "martlet init", help: "Set up the package in this folder."),
            .init(
                command: "martlet init Sources/App --spec openapi.yaml --namespace Pets",
                help: "Set up one target for one of several documents."),
        ])

    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        if let fault = arguments.value("--namespace").flatMap(NamespaceName.fault) {
            throw UsageError("the value of '--namespace' \(fault)")
        }
        if let spec = arguments.value("--spec"), PathName.isURL(spec) {
            throw UsageError(
                "'\(spec)' is on the network; save it as a file and name that, and write 'source: \(spec)' into the "
                    + "configuration, so that 'martlet update' fetches what is new")
        }
    }

    func run(_ console: Console) -> ExitCode {
        do throws(UsageError) {
            let inspection = try PackageInspection(arguments.positional.first ?? ".", spec: arguments.value("--spec"))
            return write(inspection, console)
        } catch {
            console.report("martlet init: \(error.message)")
            return .wrongUsage
        }
    }

    private func write(_ inspection: PackageInspection, _ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        var clock = console.clock(inspection.spec)
        let generator = Generator(Configuration(spec: inspection.spec))
        guard let document = generator.load(&diagnostics, clock: &clock), !diagnostics.hasErrors else {
            console.report(diagnostics, atLeast: .error)
            return .badDocument
        }
        let namespace = arguments.value("--namespace")
        let name = (namespace.map { $0.lowercased() + "." } ?? "") + "martlet.yaml"
        let path = inspection.target + "/" + name
        guard !FileManager.default.fileExists(atPath: path) else {
            console.report("martlet init: \(path) is there already; edit it, or give another document a '--namespace'")
            return .failed
        }
        let text = ConfigurationText(
            inspection, schemas: document.components.schemas.count, namespace: namespace,
            isCheckedIn: arguments.has("--checked-in"))
        do {
            try Data(text.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            console.report("martlet init: \(path) can't be written; check that its folder is there and writable")
            return .failed
        }
        console.print("\(path): written for \(inspection.spec), \(document.info.title) \(document.info.version)")
        console.print(
            ManifestLines(inspection, configuration: name, isCheckedIn: arguments.has("--checked-in")).lines)
        return .done
    }
}

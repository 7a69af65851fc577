// What a command line changes of a configuration, and the options that do.

package import MartletConfiguration

package struct ConfigurationOverrides {
    package static let options: [CommandUsage.Option] = [
        .value("--output", short: "-o", "DIR", "Write to this folder; it is made if it isn't there."),
        .overlay,
        .values(
            "--include-tag", "TAG",
            "Generate only what the operations of this tag reach, in place of those that 'include' names; may be repeated."
        ),
        .values(
            "--include-operation", "ID",
            "Generate only what this operation reaches, in place of those that 'include' names; may be repeated."),
        .value(
            "--unknown-members", "keep|drop", choices: ["keep", "drop"],
            "Whether members that the document doesn't list stay readable."),
        .value("--namespace", "NAME", "Nest everything in an enum of this name."),
        .value("--templates", "DIR", "Take the templates in this folder in place of those of the same name."),
        .value(
            "--shards", "N",
            "Spread the types over this number of files, \(FileNames.shards.lowerBound) to \(FileNames.shards.upperBound)."
        ),
        .strict,
    ]

    private let arguments: Arguments
    private let shards: Int?

    package init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        shards = try arguments.number("--shards", in: FileNames.shards)
        if let fault = arguments.value("--namespace").flatMap(NamespaceName.fault) {
            throw UsageError("the value of '--namespace' \(fault)")
        }
        let planned = arguments.values("--planned-output")
        guard planned.isEmpty || planned.count > 2, Set(planned).count == planned.count,
            planned.allSatisfy({ !$0.contains("/") })
        else {
            throw UsageError(
                "'--planned-output' is given three times or more, each with another name of a file, and no folder: the "
                    + "client, events, types")
        }
    }

    /// `configuration` already has the overlays of the command line.
    package func applied(to configuration: Configuration) -> Configuration {
        var configuration = configuration
        configuration.output = arguments.value("--output") ?? configuration.output
        configuration.shards = shards ?? configuration.shards
        configuration.plannedNames = FileNames(planned: arguments.values("--planned-output"))
        configuration.namespace = arguments.value("--namespace") ?? configuration.namespace
        configuration.templates = arguments.value("--templates") ?? configuration.templates
        if arguments.has("--strict") { configuration.isStrict = true }
        if let members = arguments.value("--unknown-members") { configuration.keepsUnknownMembers = members == "keep" }
        if choosesOperations {
            configuration.include.paths = []
            configuration.include.tags = arguments.values("--include-tag")
            configuration.include.operations = arguments.values("--include-operation")
        }
        return configuration
    }

    /// The option that set the value of a key, or the item at `place` of `count`; nil where none did.
    package func option(for key: [String], at place: Int, of count: Int) -> String? {
        let name: String? =
            switch key {
            case ["overlays"] where place >= count - arguments.values("--overlay").count: "--overlay"
            case ["output"]: "--output"
            case ["shards"]: "--shards"
            case ["namespace"]: "--namespace"
            case ["templates"]: "--templates"
            case ["strict"]: "--strict"
            case ["unknownMembers"]: "--unknown-members"
            case ["include", "tags"]: "--include-tag"
            case ["include", "operations"]: "--include-operation"
            default: nil
            }
        return name.flatMap { arguments.has($0) || arguments.value($0) != nil ? $0 : nil }
    }

    private var choosesOperations: Bool {
        !arguments.values("--include-tag").isEmpty || !arguments.values("--include-operation").isEmpty
    }
}

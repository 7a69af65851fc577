// The manual page in the mdoc macros (mdoc(7)), which man and mandoc read.

import MartletCommandLine
import MartletTemplates

struct ManualPage {
    let lines: [String]

    init(_ commands: [CommandUsage]) {
        lines =
            [
                ".Dd \(MartletVersion.date)", ".Dt MARTLET 1", ".Os", ".Sh NAME", ".Nm martlet",
                ".Nd generate Swift clients that stream from OpenAPI documents", ".Sh SYNOPSIS",
            ] + commands.flatMap(Self.synopsis) + [
                ".Sh DESCRIPTION", ".Nm", "turns OpenAPI documents into Swift clients whose event streams are typed,",
                "and says what a new version of a document breaks.", "The commands are as follows.",
            ] + commands.flatMap(Self.section) + Self.environment + Self.files + Self.exitStatus
            + [".Sh EXAMPLES"] + commands.flatMap(Self.examples).dropLast() + [
                ".Sh STANDARDS",
                "OpenAPI Specification 2.0, 3.0, 3.1 and 3.2; OpenAPI Overlay Specification 1.0",
                "and 1.1.",
            ]
    }

    private static func synopsis(_ command: CommandUsage) -> [String] {
        [".Nm", ".Cm \(command.name)", ".Op Ar option ..."]
            + command.arguments.map { argument in
                let name = argument.choices.isEmpty || argument.choices.count > 4 ? argument.name : ""
                let word = name.isEmpty ? argument.choices.map { "Cm \($0)" }.joined(separator: " | ") : "Ar \(name)"
                return argument.isOptional
                    ? ".Op \(word)\(argument.isRepeated ? " ..." : "")" : ".\(word)\(argument.isRepeated ? " ..." : "")"
            }
    }

    private static func section(_ command: CommandUsage) -> [String] {
        let arguments = command.arguments.flatMap { [".It Ar \($0.name)"] + text($0.help) }
        let options = command.allOptions.flatMap { option in
            let value = option.value.map { " Ar \(word($0))" } ?? ""
            let names = ([option.short, option.name].compactMap { $0 }).map {
                "Fl \(word(String($0.dropFirst())))\(value)"
            }
            return [".It " + names.joined(separator: " , ")] + text(option.help)
        }
        return [".Ss \(command.name)"] + text(command.summary) + [".Bl -tag -width Ds"] + arguments + options + [".El"]
    }

    private static func examples(_ command: CommandUsage) -> [String] {
        command.examples.flatMap { example in
            text(example.help) + [".Pp", ".Dl " + escaped(example.command), ".Pp"]
        }
    }

    private static let environment = [
        ".Sh ENVIRONMENT", ".Bl -tag -width Ds", ".It Ev NO_COLOR", "If it is set to anything, nothing is coloured.",
        ".It Ev CLICOLOR", "If it is 0, nothing is coloured.", ".It Ev CLICOLOR_FORCE",
        "If it is set to anything but 0, colours are used without a terminal too.", ".It Ev MARTLET_CACHE",
        "The folder that keeps what was fetched.", ".It Ev MARTLET_ALLOW_OUTSIDE",
        "Folders outside of a project that its documents may name files in,", "with colons between them.", ".El",
    ]

    private static let files = [
        ".Sh FILES", ".Bl -tag -width Ds", ".It Pa martlet.yaml , Pa NAME.martlet.yaml",
        "What a run does: the document, its overlays, and what is generated of it.", ".It Pa martlet.lock",
        "What was fetched, and is read again until it is asked for anew.", ".El",
    ]

    private static let exitStatus =
        [".Sh EXIT STATUS", ".Bl -tag -width Ds"]
        + ExitCode.allCases.flatMap { [".It \($0.rawValue)"] + text($0.meaning) } + [".El"]

    /// Sentences, each on a line of its own.
    private static func text(_ text: String) -> [String] {
        escaped(text).replacing(". ", with: ".\n").split(separator: "\n").flatMap(wrapped).map { line in
            line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
        }
    }

    /// Lines of at most 78 bytes, as far as words allow.
    private static func wrapped(_ sentence: Substring) -> [String] {
        var lines: [String] = []
        for word in sentence.split(separator: " ") {
            if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= 78 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }

    /// An argument of a macro.
    private static func word(_ text: String) -> String {
        escaped(text).replacing("|", with: "\\&|\\&")
    }
}

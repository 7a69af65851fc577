// What a build plugin knew of a configuration when it planned: SwiftPM keeps the plan while files only change inside.

import Foundation
import MartletCommandLine
import MartletConfiguration
import MartletSource
import MartletTemplates

struct BuildPlan {
    private let inputs: Set<String>

    /// Nil outside of builds.
    init?(_ arguments: Arguments) {
        let paths = arguments.values("--planned-input")
        if paths.isEmpty { return nil }
        inputs = Set(paths.map(Self.resolved))
    }

    /// One warning for each file that was read and isn't planned: the build won't see when that changes.
    func stale(_ configuration: Configuration, at path: String, read files: [String]) -> Diagnostics {
        var diagnostics = Diagnostics()
        let place = Position(file: diagnostics.addFile(path), line: 1, column: 1)
        var reported = inputs
        for file in files + templates(configuration)
        where !PathName.isURL(file) && file != "-" && reported.insert(Self.resolved(file)).inserted {
            diagnostics.report(.stalePlan(file), at: place)
        }
        return diagnostics
    }

    private func templates(_ configuration: Configuration) -> [String] {
        guard let folder = configuration.templates else { return [] }
        return (TemplateFolder.names(in: folder) ?? []).map { folder + "/" + $0 }
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}

extension Diagnostic {
    fileprivate static func stalePlan(_ file: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "stale-plan",
            "\(file) is read since the last edit, and the build doesn't know yet that it must run again when that changes; "
                + "run 'touch Package.swift' once")
    }
}

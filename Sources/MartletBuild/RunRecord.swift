// What programs are told of a run.

import MartletArtifacts
import MartletCommandLine
import MartletSource

/// What `--json` prints of one input.
struct RunRecord {
    var input: String
    /// The folder; nil where it didn't come to that.
    var output: String?
    var written: OutputReport?
    /// Of '--check': empty where the folder is up to date.
    var differences: [String]?
    var diagnostics = Diagnostics()

    init(input: String) {
        self.input = input
    }

    func node(_ code: ExitCode) -> Node {
        func list(_ texts: [String]) -> Node { .made(texts.map { Node.made($0) }) }
        var members: [Node.Member] = [("input", .made(input)), ("exitCode", .plain(String(code.rawValue)))]
        if let output { members.append(("output", .made(output))) }
        if let written {
            members += [
                ("files", .plain(String(written.files))), ("changed", list(written.changed)),
                ("removed", list(written.removed)),
            ]
        }
        if let differences { members.append(("differences", list(differences))) }
        return .made(members + [("diagnostics", DiagnosticList(diagnostics).node)])
    }
}

// What of the disk a command line opens: the projects of its documents, what it names, and what it allows.

import Foundation
package import MartletSource

extension FileBoundary {
    /// `path` is the input that is read now; folders that are searched hold several.
    package init(_ arguments: Arguments, beside path: String, _ environment: [String: String]) {
        let documents = ["--config", "--aliases-from"].flatMap(arguments.values)
        let others = ["--overlay", "--templates", "--output", "--allow-outside"].flatMap(arguments.values)
        let allowed = (environment["MARTLET_ALLOW_OUTSIDE"] ?? "").split(separator: ":").map(String.init)
        self.init(documents: [path] + arguments.positional + documents, others: others + allowed)
    }
}

extension CommandUsage.Option {
    package static let outside = values(
        "--allow-outside", "DIR",
        "A folder outside of the project that documents and configurations may name files in; may be repeated, and "
            + "MARTLET_ALLOW_OUTSIDE may list such folders, with ':' between them.")
}

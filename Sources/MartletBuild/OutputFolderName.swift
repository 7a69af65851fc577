// What messages call the folder of a client.

import Foundation

/// The output folder as its user knows it: without detours such as `Specs/../Generated`.
package struct OutputFolderName {
    package let path: String
    /// `CometAPI`
    package let last: String

    package init(_ output: String) {
        var steps: [Substring] = []
        for step in output.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
        }
        let plain = (output.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
        path = plain.isEmpty ? "." : plain
        last = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    }
}

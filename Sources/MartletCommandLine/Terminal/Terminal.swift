// What a stream of the process can show.

package import Foundation

package struct Terminal {
    private let descriptor: Int32
    private let environment: [String: String]

    package init(_ file: FileHandle, environment: [String: String] = ProcessInfo.processInfo.environment) {
        descriptor = file.fileDescriptor
        self.environment = environment
    }

    package static let output = Terminal(.standardOutput)
    package static let errors = Terminal(.standardError)

    /// Whether text is coloured: NO_COLOR (no-color.org), CLICOLOR and CLICOLOR_FORCE (bixense.com/clicolors).
    package var hasColour: Bool {
        if environment["NO_COLOR"]?.isEmpty == false { return false }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
        if environment["CLICOLOR"] == "0" { return false }
        return isCapable
    }

    /// Whether somebody looks on, and a line can be written anew.
    package var isCapable: Bool {
        environment["TERM"] != "dumb" && isatty(descriptor) != 0
    }
}

// What the tool's exit code says.

package enum ExitCode: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case wrongUsage = 2
    case badDocument = 3

    /// Of every command, in whose help it may say more.
    package var meaning: String {
        switch self {
        case .done: "Done."
        case .failed: "Something differs, or a file can't be written."
        case .wrongUsage: "The command line is wrong."
        case .badDocument: "A document or a configuration has errors."
        }
    }
}

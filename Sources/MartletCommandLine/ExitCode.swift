// What the tool's exit code says.

package enum ExitCode: Int32 {
    case done = 0
    /// Something differs, or can't be written.
    case failed = 1
    case wrongUsage = 2
    /// A document or a configuration has errors.
    case badDocument = 3
}

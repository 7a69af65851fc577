// The names of temporary files, and which of them a killed run left behind.

internal import Foundation

enum LeftoverFiles {
    private static let prefix = ".martlet-"
    private static let suffix = ".tmp"

    /// `.martlet-<process>-<number>.tmp`
    static func name(_ number: Int) -> String {
        prefix + "\(ProcessInfo.processInfo.processIdentifier)-\(number)" + suffix
    }

    /// Whether `name` is a temporary file, and its process has ended: one that still runs in the same folder needs it.
    static func isLeftover(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
        let digits = name.dropFirst(prefix.count).prefix { $0.isNumber }
        guard let process = Int32(digits), process > 0 else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}

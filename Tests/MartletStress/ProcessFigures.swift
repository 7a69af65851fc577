// What this process holds, by the system's own count.

import Foundation

/// Figures of this process; nil where the system doesn't tell.
package enum ProcessFigures {
    /// Open files and sockets.
    package static var descriptors: Int {
        let folder = FileManager.default.fileExists(atPath: "/proc/self/fd") ? "/proc/self/fd" : "/dev/fd"
        return (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0
    }

    /// Resident memory in KiB (`VmRSS`).
    package static var residentKiB: Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    }

    /// Looks every few milliseconds until something is so, or for that long.
    package static func wait(_ limit: Duration, until isSo: () -> Bool) async {
        let end = ContinuousClock.now + limit
        while !isSo(), ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(5)) }
    }
}

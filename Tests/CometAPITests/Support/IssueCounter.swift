// Counts what a decoder tolerated.

import Foundation
import MartletRuntime

/// Counts issues by where they are, positions left out, and what they are.
final class IssueCounter: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [String: Int] = [:]

    func count(_ issue: DecodingIssue) {
        lock.lock()
        defer { lock.unlock() }
        found[issue.path.filter { !$0.isNumber } + " " + issue.message, default: 0] += 1
    }

    var counts: [String: Int] {
        lock.lock()
        defer { lock.unlock() }
        return found
    }
}

// The day of the run.

internal import Foundation

extension WirePolicy {
    /// Days since 1970, in UTC.
    package static var currentDay: Int {
        Int(Date().timeIntervalSince1970 / 86_400)
    }
}

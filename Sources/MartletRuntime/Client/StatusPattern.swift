// The statuses that a failure of a document is for.

/// Which statuses a failure is documented for.
public enum StatusPattern: Hashable, Sendable {
    /// One status, such as 404.
    case status(Int)
    /// The hundred that starts with this digit: `.range(4)` is `4XX`.
    case range(Int)
    /// Any status that no other pattern matches.
    case `default`

    func matches(_ status: Int) -> Bool {
        switch self {
        case .status(let one): one == status
        case .range(let hundred): status / 100 == hundred
        case .default: true
        }
    }

    /// The more precise pattern wins.
    var precision: Int {
        switch self {
        case .status: 2
        case .range: 1
        case .default: 0
        }
    }
}

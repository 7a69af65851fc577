// The bodies of failures in both versions: `decodedBody as? Problem` compiles with any type, and finds the one that is decoded.

import MartletIR

struct FailureComparison {
    private let old: [SurfaceOperation.Failure]
    private let new: [SurfaceOperation.Failure]
    private let renames: [String: String]

    init(_ old: SurfaceOperation, _ new: SurfaceOperation, _ renames: [String: String]) {
        self.old = old.failures
        self.new = new.failures
        self.renames = renames
    }

    /// In words, status by status; what wasn't decoded before is no change.
    var changes: [String] {
        var statuses: [Failure.Status] = []
        for failure in old + new where !statuses.contains(failure.status) { statuses.append(failure.status) }
        return statuses.compactMap { status in
            guard let before = Self.type(of: status, in: old) else { return nil }
            guard let after = Self.type(of: status, in: new) else {
                return "decodes no body of \(Self.text(status)) any more, which was '\(before.text)'"
            }
            // `as?` looks into an optional.
            if before.renamed(by: renames).unwrapped.isSame(as: after.unwrapped) { return nil }
            return "decodes the body of \(Self.text(status)) as '\(after.text)' now, not '\(before.text)'"
        }
    }

    /// A status is described by itself, else by its range, else with all others.
    private static func type(of status: Failure.Status, in failures: [SurfaceOperation.Failure]) -> SwiftType? {
        var wider = [status]
        if case .exactly(let code) = status { wider.append(.range(code / 100)) }
        if status != .otherwise { wider.append(.otherwise) }
        return wider.lazy.compactMap { status in failures.first { $0.status == status }?.type }.first
    }

    private static func text(_ status: Failure.Status) -> String {
        switch status {
        case .exactly(let code): String(code)
        case .range(let digit): "\(digit)XX"
        case .otherwise: "other failures"
        }
    }
}

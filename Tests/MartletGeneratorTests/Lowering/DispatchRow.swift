// A union, and the whole of how its branch is found.

import MartletIR
import MartletOpenAPI
import Testing

struct DispatchRow: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var union: String
    var tag: String?
    var dispatch: Dispatch
    var said: [String]

    init(_ name: String, _ union: String, tag: String? = nil, _ dispatch: Dispatch, said: [String] = []) {
        testDescription = name
        (self.union, self.tag, self.dispatch, self.said) = (union, tag, dispatch, said)
    }
}

/// A table of such rows, in the words that they are written in.
protocol DispatchRows {}

extension DispatchRows {
    typealias Row = DispatchRow

    static func union(_ names: String..., discriminator: String = "") -> String {
        let branches = names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
        return "{oneOf: [\(branches)]\(discriminator.isEmpty ? "" : ", discriminator: \(discriminator)")}"
    }

    static func tag(_ rows: (values: [String], branch: Int)..., otherwise: Dispatch = .unknown) -> Dispatch {
        .tag(rows.map { .init(values: $0.values, dispatch: .branch($0.branch)) }, otherwise: otherwise)
    }

    static func kinds(_ rows: (kinds: [JSONKind], dispatch: Dispatch)...) -> Dispatch {
        .kind(rows.map { .init(kinds: $0.kinds, dispatch: $0.dispatch) }, otherwise: .unknown)
    }
}

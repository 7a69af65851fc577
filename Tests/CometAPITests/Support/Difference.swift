// Where two JSON values differ.

import MartletRuntime

/// The first place where two JSON values differ.
struct Difference: CustomStringConvertible {
    let description: String

    /// Nil where they are the same value.
    init?(_ found: JSONValue?, _ expected: JSONValue?, at path: String = "$") {
        if found == expected { return nil }
        let nested: Difference?
        switch (found, expected) {
        case (.object(let found)?, .object(let expected)?):
            let keys = Set(found.keys).union(expected.keys).sorted()
            nested = keys.lazy.compactMap { Difference(found[$0], expected[$0], at: "\(path).\($0)") }.first
        case (.array(let found)?, .array(let expected)?) where found.count == expected.count:
            nested = found.indices.lazy.compactMap { Difference(found[$0], expected[$0], at: "\(path)[\($0)]") }.first
        default: nested = nil
        }
        if let nested {
            self = nested
            return
        }
        description = "\(path) is \(found?.description ?? "absent"), not \(expected?.description ?? "absent")"
    }
}

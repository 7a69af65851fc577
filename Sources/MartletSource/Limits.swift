// How large inputs, and what becomes of them, may be before a run ends: a stranger's document must not fill memory.

/// The largest public documents are far below each of these; `--limit NAME=NUMBER` raises one.
package struct Limits: Sendable, Equatable {
    /// Bytes of one file.
    package var size = 64_000_000
    /// Levels of values in values. Later stages call themselves for each, on the stack of `Tool`.
    package var depth = 512
    /// Values of one file, with what aliases repeat counted again; the largest public documents have 200,000.
    package var values = 6_000_000
    /// Values of one file that are there by aliases.
    package var aliases = 2_000_000
    /// Keys of one mapping; the largest of public documents, the schemas of a cloud's whole API, have 10,000.
    package var keys = 500_000
    /// Files that references lead to.
    package var files = 10_000
    /// References that are followed.
    package var references = 1_000_000
    /// Schemas; ten times as many as the largest public documents have.
    package var schemas = 400_000
    /// Properties of one schema: no compiler takes a type with more members.
    package var properties = 20_000
    /// Members that types get by `allOf`, all together: a few lines could give thousands of members to thousands of types.
    package var members = 500_000
    /// Bytes of all generated files.
    package var output = 100_000_000

    package init() {}
}

extension Limits {
    package static var names: [(name: String, path: WritableKeyPath<Limits, Int>)] {
        [
            ("size", \.size), ("depth", \.depth), ("values", \.values), ("aliases", \.aliases), ("keys", \.keys),
            ("files", \.files), ("references", \.references), ("schemas", \.schemas), ("properties", \.properties),
            ("members", \.members), ("output", \.output),
        ]
    }

    /// The most that `name` may be raised to: the stack of `Tool` has room for so many levels.
    package static func highest(_ name: String) -> Int {
        name == "depth" ? 4_000 : .max
    }

    /// What to add to a message that says which limit was met.
    package static func advice(_ name: String) -> String {
        ", or raise the limit with --limit \(name)=N"
    }
}

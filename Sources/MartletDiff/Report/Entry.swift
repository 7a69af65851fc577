// One change: all that was found at one component of the documents, for the wire and for Swift source.

package struct Entry: Hashable, Sendable {
    /// What the rules of the wire say alike of several operations or directions, once.
    package struct Wire: Hashable, Sendable {
        package var id: String
        package var level: WireFinding.Level
        package var message: String
        /// Whether the same is true at more places than rows tell of.
        package var isElsewhereToo = false
        package var directions: [WireFinding.Direction]
        package var operations: [String]
        package var old: Place?
        package var new: Place?
    }

    /// The pointer of the component, in the new version where it still is.
    package var component: String
    /// What the component is called: `Pet.name`, `GET /pets`.
    package var title: String
    package var wire: [Wire]
    package var source: [SourceFinding]
    /// The operations that reach the component, in the order of the document.
    package var operations: [String]
    /// How the first of them does: `GET /pets → Pet.name`; empty where none does.
    package var samplePath: String
    /// Twelve hexadecimal digits that stay the same while the change does, wherever its lines go.
    package var fingerprint: String

    package var wireLevel: WireFinding.Level? {
        wire.map(\.level).min { $0.rank < $1.rank }
    }

    package var sourceLevel: SourceFinding.Level? {
        source.map(\.level).min { $0.rank < $1.rank }
    }

    package var directions: [WireFinding.Direction] {
        WireFinding.Direction.allCases.filter { direction in wire.contains { $0.directions.contains(direction) } }
    }

    package var old: Place? {
        wire.lazy.compactMap(\.old).first ?? source.lazy.compactMap(\.old).first
    }

    package var new: Place? {
        wire.lazy.compactMap(\.new).first ?? source.lazy.compactMap(\.new).first
    }

    /// From 0, for what breaks.
    package var rank: Int {
        min(wireLevel?.rank ?? 9, sourceLevel?.rank ?? 9)
    }
}

extension WireFinding.Level {
    /// From 0, for the worst.
    package var rank: Int {
        switch self {
        case .breaking: 0
        case .warning: 1
        case .info: 3
        }
    }
}

extension SourceFinding.Level {
    /// From 0, for the worst.
    package var rank: Int {
        switch self {
        case .breaking: 0
        case .warning: 1
        case .conditional: 2
        case .compatible: 3
        }
    }
}

// The OpenAPI Overlay document, versions 1.0 and 1.1: actions that change an OpenAPI document.

package import MartletSource

/// The Overlay Object.
package struct Overlay: Sendable {
    package enum Version: Sendable {
        /// `1.0.x`
        case v1_0
        /// `1.1.x`, which adds `copy` and updates of single values.
        case v1_1
    }

    package var version: Version
    package var info: Info
    /// The document that the overlay is written for, as a URI reference.
    package var extends: String?
    /// In the order in which they are applied.
    package var actions: [Action]

    /// The Info Object.
    package struct Info: Sendable {
        package var title: String
        package var version: String
        package var description: String?
    }

    /// The Action Object.
    package struct Action: Sendable {
        package var target: Path
        package var description: String?
        package var change: Change
    }

    package enum Change: Sendable {
        /// The action says nothing to do, which the specification allows.
        case none
        case update(Node)
        /// Merges the node that the path selects.
        case copy(Path)
        case remove
    }

    /// A JSONPath, and where it stands in the overlay.
    package struct Path: Sendable {
        package var path: JSONPath
        package var position: Position
    }
}

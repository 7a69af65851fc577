// One rule of the wire: what it is called, how much it matters, and what it says.

package struct WireRule: Sendable {
    /// Where in the document the change is.
    package enum Area: String, Sendable {
        case schema, parameters, requestBody, responses, headers, paths, security, tags, components, servers, streams
        case info
    }

    /// What about it changed.
    package enum Kind: String, Sendable {
        case existence, requiredness, mutability, type, constraints, values, structure, lifecycle
    }

    /// Who else has the rule.
    package enum Origin: String, Sendable {
        /// oasdiff has it, with this id and level.
        case shared
        /// Later versions of oasdiff have it with this id.
        case later
        /// Nobody else has it.
        case own
    }

    /// Stable: people list it in their ignore files.
    package var id: String
    package var level: WireFinding.Level
    package var direction: WireFinding.Direction
    package var area: Area
    package var kind: Kind
    package var origin: Origin
    /// With places for `{subject}`, `{name}`, `{old}` and `{new}`.
    package var message: String
}

extension WireRule {
    /// The message for one change; what it has no place for is left out.
    package func text(subject: String, name: String, old: String, new: String) -> String {
        message.filled { placeholder in
            switch placeholder {
            case "subject": subject
            case "name": name
            case "old": old
            case "new": new
            default: nil
            }
        }
    }
}

// The places of what is lowered, as the intermediate model keeps them.

import MartletIR
import MartletSource

extension Diagnostics {
    /// Of a value: a schema, a parameter, a body.
    func origin(of position: Position) -> Origin {
        origin(position, .value)
    }

    /// Of an entry by its key: a property, an operation, a status.
    func origin(ofKey position: Position) -> Origin {
        origin(position, .key)
    }

    private func origin(_ position: Position, _ mark: Origin.Mark) -> Origin {
        Origin(file: name(of: position.file), line: Int(position.line), column: Int(position.column), mark: mark)
    }
}

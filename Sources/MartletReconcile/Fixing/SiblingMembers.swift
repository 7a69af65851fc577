// Members that a union's branches have in common, for a branch that the document doesn't list yet.

import MartletLowering
import MartletOpenAPI
import MartletRuntime
import MartletSource

/// A new event has mostly the members of its siblings: where these name a schema for one, so does the new event.
struct SiblingMembers {
    /// How well the samples must fit the siblings' schema.
    private static let leastFit = 0.5

    private let union: ExpectedUnion
    private let root: Node

    init(_ union: ExpectedUnion, root: Node) {
        self.union = union
        self.root = root
    }

    /// References by the names of members, for those that the samples fit.
    func known(_ samples: [JSONValue], _ reading: inout ValueReading) -> [String: Node] {
        var schemas: [String: [Schema]] = [:]
        for branch in union.branches {
            guard case .object(let object) = reading.expected(of: branch).shape else { continue }
            for property in object.properties { schemas[property.name, default: []].append(property.schema) }
        }
        var known: [String: Node] = [:]
        for (name, siblings) in schemas {
            let values = samples.compactMap { $0[name] }
            guard let schema = siblings.first, let location = schema.keywords.reference, !values.isEmpty,
                siblings.allSatisfy({ $0.keywords.reference == location }), isInRoot(location),
                values.allSatisfy({ SchemaFit().score($0, schema, eventName: nil, &reading) >= Self.leastFit })
            else { continue }
            known[name] = .made([("$ref", .made("#" + location.pointer))])
        }
        return known
    }

    /// Whether the document as it is written has the schema at that place.
    private func isInRoot(_ location: SchemaLocation) -> Bool {
        guard location.document == 0, let pointer = JSONPointer(parsing: location.pointer) else { return false }
        return root[pointer] != nil
    }
}

// A schema that extends a base, or is in its mapping.

import MartletOpenAPI

struct SchemaHeir: Sendable {
    let location: SchemaLocation
    let schema: Schema

    var name: String {
        location.name
    }
}

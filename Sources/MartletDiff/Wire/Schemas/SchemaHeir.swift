// A schema that extends a base.
import MartletOpenAPI

struct SchemaHeir: Sendable {
    let location: SchemaLocation
    let schema: Schema

    var name: String {
        location.name
    }
}

// A schema that extends a base.
import MartletOpenAPI

struct SchemaHeir: Sendable {
    let location: SchemaLocation
    let schema: Schema

    var name: String {
        String(location.pointer.split(separator: "/").last ?? "")
    }
}

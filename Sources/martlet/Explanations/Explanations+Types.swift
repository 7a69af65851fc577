// Explanations of types, listed values, and what their members are called in Swift.

extension Explanation {
    static let ofTypes = [
        Explanation(
            "any-type", "`any` isn't a type of JSON Schema. Any value is taken, as it says.",
            repair: "Leave `type` out.", .schema("type: any")),
        Explanation(
            "compound-enum",
            "Among listed values is an array or an object. Swift's enums have scalars; the type is that of any such "
                + "value, and the list isn't checked.",
            repair: "Describe the values by a schema.", .schema("enum: [[1, 2], [3]]")),
        Explanation(
            "endless-schema",
            "The schema leads to itself so that no type can be made of it: each time it is looked at, there is another "
                + "one inside. Any value is taken.",
            repair: "Put a property or a list between the schema and itself.",
            .text("A: {allOf: [{oneOf: [A and more, …]}, …]}")),
        Explanation(
            "misspelt-type", "The type isn't one of JSON Schema's, but is often written for one, which is taken.",
            repair: "Write the type that the message names.", .schema("type: int")),
        Explanation(
            "name-collision",
            "Two names of the document are one in Swift, such as `user_id` and `userId`. One of them gets a number "
                + "after it. The one that is spelt as in Swift keeps its name.",
            repair: "Nothing; rename one by an overlay if the number disturbs.",
            .schema("properties: {user_id: {type: string}, userId: {type: string}}")),
        Explanation(
            "recursive-alias",
            "The schema is a list or a map of itself and nothing else. Swift has no name for such a type; any JSON value "
                + "is taken.", repair: "Give it a property that holds the list.",
            .schema("type: array\nitems: {$ref: '#/components/schemas/Example'}")),
        Explanation(
            "recursive-union",
            "A branch of the union is the union again, by way of unions alone: no member or item lies in between, so "
                + "that it could go on forever. Any JSON value is taken for the branch that closes the circle.",
            repair: "List the branches of the other union in place of it.",
            .schema("oneOf: [{$ref: '#/components/schemas/Example'}, {type: string}]")),
        Explanation(
            "required-without-property",
            "A name is required of which nothing is described. Members that nobody describes can't be asked for; it is "
                + "dropped.", repair: "Describe the property, or remove the name from `required`.",
            .schema("required: [b]\nproperties: {a: {type: string}}")),
        Explanation(
            "unknown-type", "The type isn't one of JSON Schema's seven. Any value is taken.",
            repair: "Write null, boolean, object, array, number, string or integer.", .schema("type: money")),
    ]
}

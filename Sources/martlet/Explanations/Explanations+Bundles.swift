// Explanations of what happens when a document of many files becomes one.

extension Explanation {
    static let ofBundles = [
        Explanation(
            "bound-reference",
            "`$dynamicRef` and `$recursiveRef` let the schema that one came from decide what they name, so that a template can be "
                + "filled in by `$dynamicAnchor`. They are bound to what they name in their own file, in a bundle as in Swift.",
            repair: "Write out what the template is to be, with a `$ref` to the schema that is meant.",
            .text("# node.yaml\n$dynamicAnchor: node\nproperties: {next: {$dynamicRef: '#node'}}")),
        Explanation(
            "bundled-identifier",
            "A schema from another file has an `$id`, which would change what references inside it are relative to. It "
                + "is left out of the bundle, and the references to it are local.",
            repair: "Nothing.", .text("# pet.yaml\n$id: https://example.com/pet\ntype: object")),
        Explanation(
            "bundled-name",
            "Two files have a component of one name. One gets another in the bundle, and references to it follow.",
            repair: "Rename one of the files or components.",
            .text("a: {$ref: 'cats/Pet.yaml'}\nb: {$ref: 'dogs/Pet.yaml'}")),
        Explanation(
            "operation-elsewhere",
            "A link names an operation by its place in a file that isn't part of the bundle.",
            repair: "Name it by `operationId`.", .text("operationRef: 'other.yaml#/paths/~1a/get'")),
        Explanation(
            "reference-in-data",
            "`$ref` stands in an example or another value, where it is data. Some tools follow it all the same, and would "
                + "miss the file that it names.",
            repair: "Write the value out.", .text("example: {$ref: 'example.json'}")),
        Explanation(
            "reference-within-identifier",
            "A reference becomes one to a component of the bundle, but stands in a schema with `$id`, where other readers "
                + "look for it relative to that.",
            repair: "Remove the `$id`.", .text("$id: https://example.com/pet\nproperties: {a: {$ref: 'other.yaml'}}")),
    ]
}

// Explanations of references: what they name, and where they lead.

extension Explanation {
    static let ofReferences = [
        Explanation(
            "bare-reference",
            "The text after `$ref` isn't a reference as it stands, but there is something that it can only mean: a schema "
                + "of that name, a pointer without its slash, a whole file with `#/` behind it. That is taken.",
            repair: "Write the reference that the message gives.",
            .rest("components:\n  schemas:\n    A: {$ref: Pet}\n    Pet: {type: string}")),
        Explanation(
            "beside-reference",
            "A field stands beside `$ref` that has no defined meaning there. The fields of a path item beside its `$ref` are "
                + "read together with those of the one that it names; where both have one, such as `get`, the other's is "
                + "read. Beside any other `$ref` to another file, only texts and extensions are kept in a bundle.",
            repair: "Remove one of the two, or move the field to what the reference names.",
            .rest(
                "paths:\n  /a:\n    $ref: '#/components/pathItems/A'\n    get: {responses: {'200': {description: OK}}}\n"
                    + "components:\n  pathItems:\n    A: {get: {responses: {'204': {description: Done}}}}")),
        Explanation(
            "outside-of-project",
            "A document or a configuration names a file outside of its project: outside of the git working tree around it, or "
                + "of the package where there is none. What comes from a stranger could read any file of yours that way. "
                + "Symbolic links count as what they lead to; files that you name on the command line may lie anywhere.",
            repair:
                "Move the file into the project, or allow its folder with `--allow-outside DIR`; for a build plugin, "
                + "name it in the environment variable `MARTLET_ALLOW_OUTSIDE`.",
            .text("components:\n  schemas:\n    A: {$ref: '/etc/shadow#/root'}")),
        Explanation(
            "reference-chain",
            "A reference names a reference, which names another, more often than any document needs. It is cut, so that "
                + "nobody follows it forever.",
            repair: "Refer to the last of the chain directly.", .text("A1: {$ref: '#/A2'}\nA2: {$ref: '#/A3'}\n…")),
        Explanation(
            "reference-cycle",
            "References lead in a circle in which nothing stands: none of them says what a value is. A circle through a "
                + "property, an item or a branch of a union is an ordinary recursive type, and isn't a fault.",
            repair: "Give one of the schemas on the circle a type.",
            .rest(
                "components:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}"
            )
        ),
        Explanation(
            "reference-to-document",
            "`#` is the whole document, which isn't a schema. JSON Schema files use it for the schema at their root; "
                + "here it is taken for the schema around it.",
            repair: "Name the schema by its place, as the message does.",
            .schema("properties:\n  child: {$ref: '#'}")),
        Explanation(
            "remote-content-changed",
            "What a URL gives now isn't what `martlet.lock` has pinned. Martlet generates from what was pinned, or not at "
                + "all, so that a build today is a build tomorrow.",
            repair: "Look at what changed, and run with `--update-lock` to take it over.",
            .text("martlet generate openapi.yaml --allow-remote")),
        Explanation(
            "remote-reference",
            "A reference names something on the network, which is only read with `--allow-remote`; or it was allowed, and "
                + "failed. Addresses of this machine and of private networks need `--allow-private-network`.",
            repair: "Allow it, or save the document as a file and refer to that.",
            .rest("components:\n  schemas:\n    A: {$ref: 'https://example.com/a.yaml#/A'}")),
        Explanation(
            "unknown-reference",
            "There is nothing where the reference points. A schema takes any value then, so that the rest can be used; "
                + "of other objects nothing can be made, and it is an error.",
            repair: "Fix the spelling, or add what is missing.",
            .rest("components:\n  schemas:\n    A: {$ref: '#/components/schemas/Pett'}\n    Pet: {type: string}")),
    ]
}

// The keys of `martlet.yaml`, in the order in which they are explained.

package enum ConfigurationKeys {
    package static let all: [ConfigurationKey] = [
        .init("spec", .address, isRequired: true, "The OpenAPI document; '-' is standard input."),
        .init(
            "source", .either(.address, or: .keys(source)),
            "What 'martlet update' fetches into the document: a URL, a path, or a file of a git repository."),
        .init("changelog", .path, "The file that 'martlet update' lists its changes in, newest first."),
        .init(
            "overlays", .list(.address),
            "OpenAPI overlays that correct the document, in the order in which they are applied."),
        .init("output", .path, "The folder that generated files go to; the build plugin needs none."),
        .init(
            "namespace", .pattern("^[A-Z][A-Za-z0-9_]*$"),
            "The enum that everything is nested in, which several documents in one target need."),
        .init("include", .keys(selection), "Only what these reach is generated; without it, everything is."),
        .init("exclude", .keys(selection), "These operations are left out, and these schemas are JSON values."),
        .init(
            "unknownMembers", .choice(["keep", "drop"]), usual: "drop",
            "Whether members that the document doesn't list stay readable."),
        .init(
            "explicitNull", .flag, usual: "false",
            "Whether optional members that may be null are 'T??', so that absent and null differ."),
        .init(
            "formats", .named(.choice(FormatChoice.allCases.map(\.rawValue))),
            "What values of a format are: 'date' for integers that count seconds since 1970, 'plain' for the bare type."
        ),
        .init(
            "shards", .number(FileNames.shards), usual: "1",
            "The number of files that types are spread over, by their names; in the build plugin 8 without it."),
        .init(
            "templates", .path, "A folder of templates, each in place of the default one of the same name."),
        .init("strict", .flag, usual: "false", "Whether warnings count as errors."),
        .init("environment", .keys(environment), "The variables that 'Client.fromEnvironment()' reads."),
        .init(
            "idempotencyHeader", .text,
            "The header field for a key of its own for each call that changes something, the same in each retry."),
        .init(
            "pagination", .named(.either(.off, or: .keys(pagination))),
            "How operations give their lists page by page, by their ids, where that isn't found; 'none' for not at all."
        ),
    ]

    static let source: [ConfigurationKey] = [
        .init("git", .text, "The address of the repository, or a path; without it, that of the configuration."),
        .init("revision", .text, isRequired: true, "A branch, a tag or a commit."),
        .init("path", .text, isRequired: true, "The file in the repository."),
    ]

    static let selection: [ConfigurationKey] = [
        .init("tags", .list(.text), "Tags of operations."),
        .init("operations", .list(.text), "Ids of operations."),
        .init("paths", .list(.text), "Paths of operations; '*' is one step, and '**' at the end all that follow."),
        .init("schemas", .list(.text), "Names of schemas."),
    ]

    static let environment: [ConfigurationKey] = [
        .init("server", .text, "The variable with the server's URL."),
        .init("credentials", .named(.text), "The variables with credentials, by the names of security schemes."),
    ]

    static let pagination: [ConfigurationKey] = [
        .init(
            "style", .choice(PaginationSettings.Style.allCases.map(\.rawValue)), isRequired: true,
            "What asks for the next page."),
        .init("parameter", .text, "The query parameter that takes the position."),
        .init("items", .text, "The member of a page with its items; dots lead into members of members."),
        .init("next", .text, "The member of a page with the position, or the address, of the next."),
        .init("more", .text, "The member of a page that says whether there is another."),
        .init("total", .text, "The member of a page with the number of all items."),
        .init("pages", .text, "The member of a page with the number of all pages."),
        .init("first", .number(0...1_000_000), "The number of the first page, or of the first item."),
    ]
}

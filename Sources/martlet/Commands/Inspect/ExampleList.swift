// The examples of a document as JSON: where each stands, where the schema is that it should fit, and its Swift type.

import MartletIR
import MartletLowering
import MartletOpenAPI
import MartletSource
import MartletTemplates

struct ExampleList {
    let jsonText: String

    init(_ examples: [Example], of api: API, _ diagnostics: Diagnostics) {
        let spelling = TypeSpelling(api)
        let rows = examples.map { example in
            let members = [
                ("place", JSONText.quoted(diagnostics.place(example.value.position))),
                ("schema", JSONText.quoted(diagnostics.place(example.schema.position))),
                ("type", JSONText.quoted(spelling.text(example.type))),
                ("example", example.value.jsonText),
            ]
            return "{\n" + members.map { "  \"\($0)\": \($1)" }.joined(separator: ",\n") + "\n}"
        }
        jsonText = "[" + rows.joined(separator: ", ") + "]"
    }
}

// What `Choice.mustache` is rendered with.

import MartletIR
import MartletMustache

struct ChoiceContext {
    let spelling: TypeSpelling

    func values(_ choice: Choice) -> [String: MustacheValue] {
        [
            "isAnswer": .bool(choice.isAnswer),
            "cases": .list(
                choice.cases.map { item in
                    [
                        "caseName": .string(SwiftText.identifier(item.name)),
                        "type": item.type.map { .string(spelling.text($0)) } ?? nil,
                        "documentation": DocumentationContext.value(item.documentation),
                    ]
                }),
        ]
    }
}

// What `Enumeration.mustache` is rendered with.
import MartletIR
import MartletMustache

struct EnumerationContext {
    let spelling: TypeSpelling

    func values(_ enumeration: Enumeration) -> [String: MustacheValue] {
        [
            "rawType": .string(spelling.text(.builtin(enumeration.rawType))),
            "isString": .bool(enumeration.rawType == .string),
            "unknownName": .string(SwiftText.identifier(enumeration.unknownName)),
            "cases": .list(
                enumeration.cases.map { item in
                    [
                        "caseName": .string(SwiftText.identifier(item.name)),
                        "documentation": DocumentationContext.value(item.documentation),
                        "literal": .string(item.value.swiftText),
                    ]
                }),
        ]
    }
}

// Says of the keywords that Swift types express in part, or not at all, what becomes of them.

import MartletOpenAPI
import MartletSource

enum KeywordNotes {
    static func report(_ keywords: Schema.Keywords, _ diagnostics: inout Diagnostics) {
        for (keyword, position) in keywords.unexpressed {
            diagnostics.report(note(keyword, of: keywords), at: position)
        }
        for property in keywords.properties where property.schema.keywords.boolean == false {
            diagnostics.report(.forbidden(property.name), at: property.position)
        }
    }

    private static func note(_ keyword: String, of keywords: Schema.Keywords) -> Diagnostic {
        switch keyword {
        case "if", "dependentSchemas", "dependencies": .conditional(keyword)
        case "patternProperties": keywords.leavesNamesOpen ? .openPatterns : .patternProperties
        case "propertyNames": .propertyNames
        case "contentSchema": .contentSchema
        default: .unexpressed(keyword)
        }
    }
}

extension Diagnostic {
    fileprivate static func unexpressed(_ keyword: String) -> Diagnostic {
        Diagnostic(.note, id: "unexpressed-keyword", "'\(keyword)' is not expressed in Swift; the service checks it")
    }

    fileprivate static func conditional(_ keyword: String) -> Diagnostic {
        Diagnostic(
            .note, id: "conditional-keyword",
            "the condition in '\(keyword)' is not expressed in Swift; members that are only described there are optional, "
                + "and the service checks which must be there")
    }

    fileprivate static let patternProperties = Diagnostic(
        .note, id: "pattern-properties",
        "names are not checked against 'patternProperties'; a member may be as any of the patterns has it")

    fileprivate static let openPatterns = Diagnostic(
        .note, id: "pattern-properties",
        "members that no pattern in 'patternProperties' names may be anything, and so may all of them; write "
            + "additionalProperties: false where there are no others")

    fileprivate static let propertyNames = Diagnostic(
        .note, id: "unexpressed-keyword",
        "'propertyNames' is not expressed in Swift; names are strings, and the service checks them")

    fileprivate static let contentSchema = Diagnostic(
        .note, id: "content-schema",
        "'contentSchema' is not expressed in Swift; the value is the text, decode it as what it holds")

    fileprivate static func forbidden(_ name: String) -> Diagnostic {
        Diagnostic(.note, id: "forbidden-member", "'\(name)' must not be there, and has no property in Swift")
    }
}

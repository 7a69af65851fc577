// A row of the tables: a template, the templates it includes, a context, and the text that comes out.

import MartletMustache
import Testing

struct RenderCase: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let partials: [String: String]
    let context: MustacheValue
    let expected: String

    init(
        _ name: String, _ template: String, _ context: MustacheValue = [:], partials: [String: String] = [:],
        gives expected: String
    ) {
        self.name = name
        self.template = template
        self.partials = partials
        self.context = context
        self.expected = expected
    }

    var testDescription: String { name }

    /// The rendered text, or the text of the error.
    func rendered(_ mode: MustacheLibrary.Mode = .strict) -> String {
        do {
            let library = try MustacheLibrary(partials.merging(["Main": template]) { $1 }, mode: mode)
            return try library.render("Main", context)
        } catch {
            return "\(error)"
        }
    }
}

// How the document has single members of a form written.

import MartletIR
import MartletOpenAPI
import MartletSource

extension MediaType {
    func formRules(_ diagnostics: inout Diagnostics) -> [FormRule] {
        encodings.compactMap { $0.rule(&diagnostics) }
    }
}

/// A member of a form: what its schema says of how it is written.
struct FormMember {
    private let name: String
    private let normal: NormalSchema
    /// Of a list, an item.
    private let part: NormalSchema

    init(_ property: Schema.Property, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        name = property.name
        normal = normalizer.resolved(property.schema, &diagnostics)
        part = normalizer.resolved(normalizer.part(of: property.schema, &diagnostics), &diagnostics)
    }

    /// A file's type by its schema, where the form says nothing of it.
    func ownRule(beside rules: [FormRule]) -> FormRule? {
        guard case .primitive(.fileContent) = part.shape, let type = part.annotations.mediaType,
            !rules.contains(where: { $0.member == name })
        else { return nil }
        return FormRule(member: name, kind: .contentType(type))
    }

    /// Reports a type that an object or a list can't be written in.
    func report(_ rules: [FormRule], _ diagnostics: inout Diagnostics) {
        guard case .contentType(let types)? = rules.first(where: { $0.member == name })?.kind else { return }
        let essence = types.prefix { $0 != ";" && $0 != "," }.lowercased().filter { !$0.isWhitespace }
        switch (normal.shape, MediaKind(essence)) {
        case (.object, .multipart), (.object, .text), (.object, .bytes), (.map, .multipart), (.map, .text),
            (.map, .bytes):
            diagnostics.report(.foreignPart(name, essence), at: normal.position)
        default: break
        }
    }
}

extension Diagnostic {
    fileprivate static func foreignPart(_ name: String, _ type: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "raw-part",
            "'\(name)' of the form is an object that is sent as \(type), which the client can't write: it is sent as JSON; "
                + "describe it as a string, and encode it yourself")
    }
}

extension Encoding {
    /// A style counts before a content type (OpenAPI 3.2.0, section 4.15.1.1); its values are those of a query.
    fileprivate func rule(_ diagnostics: inout Diagnostics) -> FormRule? {
        guard style != nil || explode != nil || allowReserved else {
            return contentType.map { FormRule(member: member, kind: .contentType($0)) }
        }
        let style = MartletIR.Parameter.Place.query.style(style, at: position, &diagnostics)
        let explode = explode ?? (style == .form || style == .deepObject)
        return FormRule(member: member, kind: .style(style, explode: explode, allowReserved: allowReserved))
    }
}

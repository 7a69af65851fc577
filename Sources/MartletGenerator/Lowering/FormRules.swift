// How the document has single members of a form written.
import MartletIR
import MartletOpenAPI
import MartletSource

extension MediaType {
    func formRules(_ diagnostics: inout Diagnostics) -> [FormRule] {
        encodings.compactMap { $0.rule(&diagnostics) }
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

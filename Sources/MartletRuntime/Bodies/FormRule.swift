// How one member of a form is written, where the document says so.

/// The encoding of a form's member (the Encoding Object, OpenAPI 3.2.0, section 4.15).
public struct FormRule: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case style(ParameterStyle, explode: Bool, allowReserved: Bool)
        case contentType(String)
    }

    let kind: Kind

    /// As a query parameter of that style.
    public static func style(
        _ style: ParameterStyle, explode: Bool = true, allowReserved: Bool = false
    ) -> FormRule {
        FormRule(kind: .style(style, explode: explode, allowReserved: allowReserved))
    }

    /// As content of that media type: `application/json` writes JSON text.
    public static func contentType(_ type: String) -> FormRule {
        FormRule(kind: .contentType(type))
    }

    /// The text of an object that is a form inside a form; nil where it isn't.
    func nestedForm(of json: JSONValue) -> String? {
        guard let contentType, let members = json.objectValue,
            contentType.lowercased().filter({ !$0.isWhitespace }).hasPrefix("application/x-www-form-urlencoded")
        else { return nil }
        return URLEncodedForm.text(of: members)
    }

    var contentType: String? {
        if case .contentType(let type) = kind { type } else { nil }
    }
}

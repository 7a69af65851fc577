// Request bodies: one content, or a choice of several.

package struct Body: Encodable, Equatable, Sendable {
    /// What is sent under one media type.
    package struct Content: Encodable, Equatable, Sendable {
        package enum Encoding: Equatable, Sendable {
            case json, text, file
            /// A list, whose elements are texts of their own.
            case lines(StreamRules.Framing)
            case form([FormRule])
            case multipart([FormRule])
        }

        package var type: TypeReference
        package var encoding: Encoding
        package var contentType: String
        /// What the content is called where there are several.
        package var caseName: String
        package var origin: Origin?

        package init(
            type: TypeReference, encoding: Encoding, contentType: String, caseName: String, origin: Origin? = nil
        ) {
            self.type = type
            self.encoding = encoding
            self.contentType = contentType
            self.caseName = caseName
            self.origin = origin
        }
    }

    /// At least one.
    package var contents: [Content]
    /// What the method takes: the type of the only content, or an enum with a case for each.
    package var type: TypeReference
    package var isRequired: Bool
    package var documentation: Documentation
    package var origin: Origin?

    package init(
        contents: [Content], type: TypeReference, isRequired: Bool, documentation: Documentation,
        origin: Origin? = nil
    ) {
        self.contents = contents
        self.type = type
        self.isRequired = isRequired
        self.documentation = documentation
        self.origin = origin
    }
}

/// How one member of a form is written.
package struct FormRule: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case style(Parameter.Style, explode: Bool, allowReserved: Bool)
        case contentType(String)
    }

    package var member: String
    package var kind: Kind

    package init(member: String, kind: Kind) {
        self.member = member
        self.kind = kind
    }
}

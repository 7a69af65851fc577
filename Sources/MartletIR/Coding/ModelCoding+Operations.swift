// How operations and the client are written as JSON.

extension Answer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .only(let content):
            var object = try ModelEncoder(encoder, kind: "only")
            try object.add("content", content)
        case .several(let type, let cases):
            var object = try ModelEncoder(encoder, kind: "several")
            try object.add("type", type)
            try object.add("cases", cases)
        case .streamOnly:
            _ = try ModelEncoder(encoder, kind: "streamOnly")
        }
    }
}

extension AnswerContent: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .nothing:
            _ = try ModelEncoder(encoder, kind: "nothing")
        case .json(let type, let accept):
            var object = try ModelEncoder(encoder, kind: "json")
            try object.add("type", type)
            try object.add("accept", accept)
        case .text(let accept):
            var object = try ModelEncoder(encoder, kind: "text")
            try object.add("accept", accept)
        case .string(let accept):
            var object = try ModelEncoder(encoder, kind: "string")
            try object.add("accept", accept)
        case .bytes(let accept):
            var object = try ModelEncoder(encoder, kind: "bytes")
            try object.add("accept", accept)
        }
    }
}

extension Failure.Status: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .exactly(let code):
            var object = try ModelEncoder(encoder, kind: "exactly")
            try object.add("code", code)
        case .range(let digit):
            var object = try ModelEncoder(encoder, kind: "range")
            try object.add("digit", digit)
        case .otherwise:
            _ = try ModelEncoder(encoder, kind: "otherwise")
        }
    }
}

extension Body.Content.Encoding: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .json: _ = try ModelEncoder(encoder, kind: "json")
        case .text: _ = try ModelEncoder(encoder, kind: "text")
        case .file: _ = try ModelEncoder(encoder, kind: "file")
        case .lines(let framing):
            var object = try ModelEncoder(encoder, kind: "lines")
            try object.add("framing", framing)
        case .form(let rules):
            var object = try ModelEncoder(encoder, kind: "form")
            try object.add("rules", rules)
        case .multipart(let rules):
            var object = try ModelEncoder(encoder, kind: "multipart")
            try object.add("rules", rules)
        }
    }
}

extension FormRule: Encodable {
    /// How the member is written stands beside its name.
    package func encode(to encoder: any Encoder) throws {
        var object = ModelEncoder(encoder)
        try object.add("member", member)
        switch kind {
        case .style(let style, let explode, let allowReserved):
            try object.add("kind", "style")
            try object.add("style", style)
            try object.add("explode", explode)
            try object.add("allowReserved", allowReserved)
        case .contentType(let contentType):
            try object.add("kind", "contentType")
            try object.add("contentType", contentType)
        }
    }
}

extension SecurityScheme: Encodable {
    /// How the credential is sent stands beside the scheme's name.
    package func encode(to encoder: any Encoder) throws {
        var object = ModelEncoder(encoder)
        try object.add("key", key)
        try object.add("name", name)
        try object.add("tokens", ifThere: tokens)
        try object.add("documentation", documentation)
        try object.add("origin", ifThere: origin)
        switch kind {
        case .bearer: try object.add("kind", "bearer")
        case .basic: try object.add("kind", "basic")
        case .authorization(let scheme):
            try object.add("kind", "authorization")
            try object.add("scheme", scheme)
        case .header(let field):
            try object.add("kind", "header")
            try object.add("field", field)
        case .query(let field):
            try object.add("kind", "query")
            try object.add("field", field)
        case .cookie(let field):
            try object.add("kind", "cookie")
            try object.add("field", field)
        }
    }
}

extension TokenSource.Endpoint: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .token(let url):
            var object = try ModelEncoder(encoder, kind: "token")
            try object.add("url", url)
        case .metadata(let url):
            var object = try ModelEncoder(encoder, kind: "metadata")
            try object.add("url", url)
        }
    }
}

extension Pagination: Encodable {
    /// What asks for the next page stands beside the method's name.
    package func encode(to encoder: any Encoder) throws {
        var object = ModelEncoder(encoder)
        try object.add("name", name)
        try object.add("page", page)
        try object.add("items", items)
        try object.add("item", item)
        try object.add("more", ifThere: more)
        switch kind {
        case .cursor(let parameter, let next):
            try object.add("kind", "cursor")
            try object.add("parameter", parameter)
            try object.add("next", next)
        case .lastItem(let parameter, let member):
            try object.add("kind", "lastItem")
            try object.add("parameter", parameter)
            try object.add("member", member)
        case .offset(let parameter, let first, let total):
            try object.add("kind", "offset")
            try object.add("parameter", parameter)
            try object.add("first", first)
            try object.add("total", ifThere: total)
        case .number(let parameter, let first, let pages):
            try object.add("kind", "number")
            try object.add("parameter", parameter)
            try object.add("first", first)
            try object.add("pages", ifThere: pages)
        case .url(let next):
            try object.add("kind", "url")
            try object.add("next", next)
        case .link:
            try object.add("kind", "link")
        }
    }
}

extension StructuredCall.Answer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .property(let name):
            var object = try ModelEncoder(encoder, kind: "property")
            try object.add("name", name)
        case .path(let path):
            var object = try ModelEncoder(encoder, kind: "path")
            try object.add("path", path)
        }
    }
}

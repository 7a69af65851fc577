// Request bodies.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct BodyLowering {
    private let operation: MartletOpenAPI.Operation
    private let typePrefix: String

    init(_ operation: MartletOpenAPI.Operation, typePrefix: String) {
        self.operation = operation
        self.typePrefix = typePrefix
    }

    func body(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Body? {
        guard let body = operation.requestBody else { return nil }
        var scope = NameScope(reserved: ReservedWords.enumCases)
        let taken = taken(body.content, &diagnostics)
        let plain = Self.plainJSON(taken)
        let contents = taken.enumerated().map { place, media in
            let kind = caseName(media, plain: plain)
            let encoding = encoding(media, &schemas, &diagnostics)
            let hint = typePrefix + (place == 0 ? "" : SwiftName.type(kind)) + "Request"
            return Body.Content(
                type: bodyType(media, encoding, hint: hint, &schemas, &diagnostics), encoding: encoding,
                contentType: encoding == .file ? media.name : media.label, caseName: scope.claim(kind),
                origin: diagnostics.origin(ofKey: media.position)
            )
        }
        guard let first = contents.first else { return nil }
        if ["GET", "HEAD"].contains(operation.method) {
            diagnostics.report(.bodyOfRead(operation.method), at: body.position)
        }
        let documentation = Documentation(DocumentationLowering.lines(body.description))
        let origin = diagnostics.origin(of: body.position)
        let type = contents.count == 1 ? first.type : choice(contents, documentation, origin, &schemas)
        return Body(
            contents: contents, type: type, isRequired: body.isRequired, documentation: documentation, origin: origin)
    }

    /// What a caller can choose from: of media types that come to the same value, the first; what the client can't write
    /// only where there is nothing else.
    private func taken(_ content: [MediaType], _ diagnostics: inout Diagnostics) -> [MediaType] {
        let known = content.filter { !$0.isForeign }
        var taken: [MediaType] = []
        for media in known.sorted(by: { $0.kind == .json && $1.kind != .json })
        where !taken.contains(where: media.isWritten(like:)) {
            taken.append(media)
        }
        if taken.isEmpty { taken = Array(content.prefix(1)) }
        let names = taken.map(\.name)
        let isTaken = Set(names).contains
        for media in content where !isTaken(media.name) {
            diagnostics.report(.otherContent(media.name, names), at: media.position)
        }
        for media in taken where media.isForeign {
            let isFramed = MediaKind.isFramed(media.essence)
            diagnostics.report(
                isFramed ? .framedMessages(media.name) : .rawContent(media.name, as: "bytes"), at: media.position)
        }
        for encoding in taken.filter({ $0.kind == .multipart }).flatMap(\.encodings) where !encoding.headers.isEmpty {
            diagnostics.report(.partHeaders(encoding), at: encoding.position)
        }
        return taken
    }

    private func bodyType(
        _ media: MediaType, _ encoding: Body.Content.Encoding, hint: String, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> TypeReference {
        switch encoding {
        case .json, .form, .multipart: media.type(hint: hint, &schemas, &diagnostics)
        case .lines: .array(itemType(media, hint: hint, &schemas, &diagnostics))
        case .text: .builtin(.string)
        case .file: .builtin(.fileContent)
        }
    }

    private func itemType(
        _ media: MediaType, hint: String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> TypeReference {
        guard let schema = StreamItems(media).schema(&schemas.normalizer, &diagnostics) else { return .builtin(.json) }
        var scope = DeclarationScope.top
        let item = schemas.type(of: schema, hint: hint + "Item", in: &scope, &diagnostics)
        schemas.declare(scope.declarations)
        return item.optionalType
    }

    /// Lines are made of items: what is described as a string is the whole, which the caller writes.
    private func linesEncoding(
        _ media: MediaType, _ format: MediaKind.StreamFormat, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> Body.Content.Encoding {
        guard format != .serverSentEvents else { return .file }
        let framing = StreamRules.Framing(format)
        if media.itemSchema != nil { return .lines(framing) }
        guard let schema = media.schema else { return .file }
        switch schemas.normalizer.resolved(schema, &diagnostics).shape {
        case .array, .map, .object, .reference, .tuple, .union: return .lines(framing)
        case .any, .enumeration, .primitive: return .file
        }
    }

    /// A form is made of members: one that is described as a string, or as a list, is written by the caller.
    private func encoding(
        _ media: MediaType, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Body.Content.Encoding {
        switch media.kind {
        // What may be anything of any type is the caller's to say.
        case .json: return media.essence == "*/*" && media.schema?.keywords.isAny == true ? .file : .json
        case .text: return .text
        case .bytes: return .file
        case .stream(let format): return linesEncoding(media, format, &schemas, &diagnostics)
        case .form, .multipart: break
        }
        let isMultipart = media.kind == .multipart
        let shape = media.schema.map { schemas.normalizer.resolved($0, &diagnostics).shape }
        if let shape, !shape.mayHaveMembers {
            diagnostics.report(.rawContent(media.name, as: isMultipart ? "bytes" : "text"), at: media.position)
            return isMultipart ? .file : .text
        }
        var rules = media.formRules(&diagnostics)
        if case .object(let object)? = shape {
            for property in object.properties {
                let member = FormMember(property, &schemas.normalizer, &diagnostics)
                member.report(rules, &diagnostics)
                if isMultipart, let rule = member.ownRule(beside: rules) { rules.append(rule) }
            }
        }
        return isMultipart ? .multipart(rules) : .form(rules)
    }

    /// What the content is called beside others.
    ///
    /// - Parameter plain: the content that is called `json`.
    private func caseName(_ media: MediaType, plain: MediaType?) -> String {
        switch media.kind {
        case .json:
            guard let syntax = media.jsonSyntax, media.name != plain?.name else { return "json" }
            return syntax == "ld" ? "jsonLD" : SwiftName.member(syntax)
        case .form: return "form"
        case .multipart: return "multipart"
        case .text where media.essence == "text/plain": return "text"
        case .bytes where ["application/octet-stream", "*/*"].contains(media.essence): return "file"
        case .stream(.jsonLines): return "jsonLines"
        case .text, .bytes, .stream: break
        }
        let parts = media.essence.split(separator: "/")
        let telling = parts.last == "*" ? parts.first : parts.last
        return SwiftName.member(telling.map(String.init) ?? "file")
    }

    /// application/json, or for want of it the first other that is no patch.
    private static func plainJSON(_ contents: [MediaType]) -> MediaType? {
        let documents = contents.filter { $0.kind == .json && $0.jsonSyntax?.hasSuffix("-patch") != true }
        return documents.first { $0.jsonSyntax == nil } ?? documents.first
    }

    private func choice(
        _ contents: [Body.Content], _ documentation: Documentation, _ origin: Origin, _ schemas: inout SchemaLowering
    ) -> TypeReference {
        let name = schemas.names.claimInline(typePrefix + "Body")
        let cases = contents.map { content in
            Choice.Case(
                name: content.caseName, type: content.type, documentation: Documentation(["`\(content.contentType)`"]),
                origin: content.origin)
        }
        schemas.declare([
            TypeDeclaration(
                name: name,
                documentation: documentation.lines.isEmpty
                    ? Documentation(["What `\(operation.operationID ?? typePrefix)` can be sent."]) : documentation,
                kind: .choice(Choice(cases: cases, isAnswer: false)), origin: origin)
        ])
        return .declared([name])
    }
}

extension MediaType {
    /// `ld` of `application/ld+json`; nil for JSON itself.
    fileprivate var jsonSyntax: String? {
        guard essence.hasSuffix("+json"), !essence.contains("*") else { return nil }
        return essence.split(separator: "/").last.map { String($0.dropLast("+json".count)) }
    }

    /// Whether it is written from the same Swift value as `other`.
    fileprivate func isWritten(like other: MediaType) -> Bool {
        guard kind == other.kind else { return false }
        if kind == .text || kind == .bytes { return essence == other.essence }
        // A patch tells null from absence, and a list of operations is no document.
        let patches = ["application/merge-patch+json", "application/json-patch+json"]
        if essence != other.essence, patches.contains(essence) || patches.contains(other.essence) { return false }
        switch (itemSchema ?? schema, other.itemSchema ?? other.schema) {
        case (let mine?, let others?): return mine.saysSame(as: others)
        case (nil, nil): return true
        case (_?, nil), (nil, _?): return false
        }
    }
}

extension NormalSchema.Shape {
    fileprivate var mayHaveMembers: Bool {
        switch self {
        case .any, .map, .object, .union, .reference: true
        case .primitive, .enumeration, .array, .tuple: false
        }
    }
}

extension Diagnostic {
    fileprivate static func bodyOfRead(_ method: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "read-with-body",
            "URLSession sends no body with \(method), so that a call with one fails; call the POST of the same path where there "
                + "is one, or give the client another transport")
    }

    fileprivate static func otherContent(_ name: String, _ taken: [String]) -> Diagnostic {
        Diagnostic(
            .note, id: "other-content-type",
            "the body is sent as \(taken.joined(separator: " or ")); \(name) is left out")
    }

    fileprivate static func partHeaders(_ encoding: Encoding) -> Diagnostic {
        let names = encoding.headers.map { "'\($0)'" }.joined(separator: ", ")
        return Diagnostic(
            .warning, id: "untyped-part-headers",
            "the part '\(encoding.member)' has header fields without a type: \(names); a file has them in 'headers' of its "
                + "FileContent, another part is sent without them")
    }

    fileprivate static func rawContent(_ name: String, as what: String) -> Diagnostic {
        Diagnostic(.warning, id: "raw-body", "a body of \(name) is given as \(what) that the caller has encoded")
    }
}

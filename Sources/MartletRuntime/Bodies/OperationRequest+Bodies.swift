// The bodies of requests, each kind by one call.

public import Foundation

extension OperationRequest {
    /// Sends a value as JSON.
    ///
    /// - Throws: ``ClientError`` where it can't be encoded.
    public mutating func json(_ body: some Encodable, contentType: String = "application/json") throws {
        data(try encoded { try JSONCoding.encoder().encode(body) }, contentType: contentType)
    }

    /// Sends values as JSON texts, one after the other: each in a line, or as a record (RFC 7464).
    ///
    /// - Throws: ``ClientError`` where one can't be encoded.
    public mutating func jsonTexts(
        _ body: [some Encodable], as framing: StreamFraming = .jsonLines, contentType: String = "application/jsonl"
    ) throws {
        let encoder = JSONCoding.encoder()
        var data = Data()
        for value in body {
            if framing == .jsonSequence { data.append(0x1E) }
            data.append(try encoded { try encoder.encode(value) })
            data.append(0x0A)
        }
        self.data(data, contentType: contentType)
    }

    /// Sends the members of a value as `application/x-www-form-urlencoded`.
    ///
    /// - Parameters:
    ///   - body: what is sent.
    ///   - rules: how single members are written, by their names.
    /// - Throws: ``ClientError`` where it can't be encoded, is no object, or holds a file.
    public mutating func form(_ body: some Encodable, _ rules: [String: FormRule] = [:]) throws {
        let text = try encoded { try URLEncodedForm(rules: rules).text(of: body) }
        self.text(text, contentType: "application/x-www-form-urlencoded")
    }

    /// Sends the members of a value as the parts of `multipart/form-data`.
    ///
    /// - Parameters:
    ///   - body: what is sent.
    ///   - rules: how single parts are written, by their names.
    /// - Throws: ``ClientError`` where it can't be encoded, is no object, or holds a file deeper than in a list.
    public mutating func multipart(_ body: some Encodable, _ rules: [String: FormRule] = [:]) throws {
        let form = MultipartForm(rules: rules)
        setBody(try encoded { try form.segments(of: body) }, contentType: form.contentType)
    }

    /// Sends the content of a file.
    ///
    /// - Parameters:
    ///   - body: what is sent.
    ///   - contentType: for where the file has none of its own.
    public mutating func file(_ body: FileContent, contentType: String = "application/octet-stream") {
        var segments = BodySegments()
        segments.append(body.source)
        setBody(segments, contentType: body.contentType ?? contentType)
    }

    /// Sends bytes.
    public mutating func data(_ body: Data, contentType: String) {
        file(.data(body), contentType: contentType)
    }

    /// Sends text in the charset that the content type names, or else in UTF-8; also what that charset can't write, with a
    /// content type that says so.
    public mutating func text(_ body: String, contentType: String = "text/plain") {
        if let bytes = Charset(contentType: contentType).data(of: body) {
            data(bytes, contentType: contentType)
        } else {
            data(Data(body.utf8), contentType: contentType.prefix { $0 != ";" } + "; charset=utf-8")
        }
    }

    private func encoded<Result>(_ encode: () throws -> Result) throws -> Result {
        do {
            return try encode()
        } catch {
            throw unencodable("the body", error)
        }
    }
}

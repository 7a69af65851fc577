// Records what a server answers, so that it can be replayed, and compared with the document.

public import Foundation

/// Writes the body of each response into a file of its own, byte for byte as it comes: `0001-createResponse.sse`.
///
/// The name has the order of the calls, the operation, the status where it isn't 200, and the kind of the content: `sse`,
/// `jsonl`, `json-seq`, `json` or `bin`. Nothing of the request is written, and no header field. `EventStream.replaying`
/// reads such a file, and so does `martlet reconcile`. A folder that has recordings keeps them: numbers go on from the
/// highest there. A credential of the request that the server repeats is written as `x` in each of its bytes.
public struct RecordingMiddleware: ClientMiddleware {
    private let folder: URL
    /// The number of the last recording; 0 before the first.
    private let last = Locked(0)

    /// A middleware that writes into a folder.
    ///
    /// - Parameter folder: made where it is missing.
    public init(to folder: URL) {
        self.folder = folder
    }

    /// Passes the call on, and writes what comes back as it is read.
    ///
    /// - Throws: what `next` throws.
    public func intercept(
        _ request: TransportRequest, _ context: CallContext,
        next: @Sendable (TransportRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        var response = try await next(request)
        do {
            let handle = try FileHandle(forWritingTo: try newFile { name($0, context, response, request) })
            response.body = ResponseBody(RecordedBody(response.body, handle, secrets(of: request)))
        } catch {
            throw unwritable(folder.path, error)
        }
        return response
    }

    /// An empty file, with a number that no other recording in the folder has.
    private func newFile(_ name: (Int) -> String) throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try last.withLock { last in
            let taken = try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { file in
                Int(file.prefix { $0.isNumber })
            }
            last = max(last, taken.max() ?? 0) + 1
            let file = folder.appendingPathComponent(name(last))
            try Data().write(to: file, options: .withoutOverwriting)
            return file
        }
    }

    private func name(
        _ number: Int, _ context: CallContext, _ response: TransportResponse, _ request: TransportRequest
    ) -> String {
        let digits = String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
        let operation = context.operation.map { $0.isLetter || $0.isNumber ? $0 : "-" }
        let status = response.status == 200 ? "" : "-\(response.status)"
        let type = response.headers["Content-Type"] ?? request.headers["Accept"] ?? ""
        return "\(digits)-\(String(operation))\(status).\(Self.ending(type))"
    }

    private static func ending(_ type: String) -> String {
        let type = type.lowercased().prefix { $0 != ";" }
        if type.hasPrefix("text/event-stream") { return "sse" }
        if type.hasSuffix("json-seq") { return "json-seq" }
        if type.hasSuffix("jsonl") || type.hasSuffix("ndjson") || type.hasSuffix("lines") { return "jsonl" }
        return type.hasSuffix("json") ? "json" : "bin"
    }

    private func secrets(of request: TransportRequest) -> [Data] {
        let names = Set(request.credentialHeaders.map { $0.lowercased() })
        let fields = request.headers.fields.filter { names.contains($0.name.lowercased()) }
        let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        let texts =
            fields.flatMap { Self.parts($0) }
            + items.filter { request.credentialQuery.contains($0.name) }.map { $0.value ?? "" }
        // What a server repeats may be written as it was sent.
        return Set(texts + texts.map(escaped)).filter { $0.count > 7 }.map { Data($0.utf8) }
    }

    /// The words of a credential, `Bearer` and the token, and the values of cookies.
    private static func parts(_ field: HTTPHeaders.Field) -> [String] {
        guard field.name.lowercased() == "cookie" else {
            return field.value.split(separator: " ").map(String.init)
        }
        return field.value.split(separator: ";").compactMap { cookie in
            cookie.firstIndex(of: "=").map { cookie[cookie.index(after: $0)...].trimmingCharacters(in: .whitespaces) }
        }
    }
}

extension ClientCore {
    /// The same client, which records what the server answers: see ``RecordingMiddleware``.
    ///
    /// It comes after the other middleware of the client: what it writes is what the server sent.
    ///
    /// - Parameter folder: made where it is missing.
    public func recording(to folder: URL) -> ClientCore {
        var options = options
        options.middleware.append(RecordingMiddleware(to: folder))
        return with(options)
    }
}

private func unwritable(_ folder: String?, _ error: any Error) -> ExplainedFault {
    ExplainedFault("The response can't be recorded\(folder.map { " in '\($0)'" } ?? ""): \(error.localizedDescription)")
}

/// A body that is written down as it is read.
private final class RecordedBody: BodySource {
    private let body: ResponseBody
    private let file: FileHandle
    private let filter: Locked<SecretFilter>

    init(_ body: ResponseBody, _ file: FileHandle, _ secrets: [Data]) {
        self.body = body
        self.file = file
        filter = Locked(SecretFilter(secrets))
    }

    deinit {
        // Of a body that nobody read to its end.
        try? file.write(contentsOf: filter.withLock { $0.rest() })
        try? file.close()
    }

    func next() async throws -> Data? {
        let chunk = try await body.source.next()
        do {
            let text = filter.withLock { filter in chunk.map { filter.text(after: $0) } ?? filter.rest() }
            try file.write(contentsOf: text)
        } catch {
            throw unwritable(nil, error)
        }
        return chunk
    }

    func cancel() {
        body.source.cancel()
    }

    func release() {
        body.source.release()
    }
}

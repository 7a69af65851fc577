// Records what a server answers, so that it can be replayed, and compared with the document.

public import Foundation

/// Writes the body of each response into a file of its own, byte for byte as it comes: `0001-createResponse.sse`.
///
/// The name has the order of the calls, the operation, the status where it isn't 200, and the kind of the content: `sse`,
/// `jsonl`, `json-seq`, `json` or `bin`. Nothing of the request is written, and no header field. `EventStream.replaying`
/// reads such a file, and so does `martlet reconcile`. A credential of the request that the server repeats is written as
/// `x` in each of its bytes, where it comes in one piece.
public struct RecordingMiddleware: ClientMiddleware {
    private let folder: URL
    private let count = Locked(0)

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
        let number = count.withLock { count in
            count += 1
            return count
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name(number, context, response, request))
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        response.body = ResponseBody(RecordedBody(response.body, handle, secrets(of: request)))
        return response
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
        let fields = request.headers.fields.filter { field in
            request.credentialHeaders.contains { $0.lowercased() == field.name.lowercased() }
        }
        return fields.flatMap { $0.value.split(separator: " ") }.filter { $0.count > 7 }.map { Data($0.utf8) }
    }
}

extension ClientCore {
    /// The same client, which records what the server answers: see ``RecordingMiddleware``.
    public func recording(to folder: URL) -> ClientCore {
        var options = options
        options.middleware.append(RecordingMiddleware(to: folder))
        return with(options)
    }
}

/// A body that is written down as it is read.
private final class RecordedBody: BodySource {
    private let body: ResponseBody
    private let file: FileHandle
    private let secrets: [Data]

    init(_ body: ResponseBody, _ file: FileHandle, _ secrets: [Data]) {
        self.body = body
        self.file = file
        self.secrets = secrets
    }

    deinit {
        try? file.close()
    }

    func next() async throws -> Data? {
        let chunk = try await body.source.next()
        if let chunk { try file.write(contentsOf: redacted(chunk)) }
        return chunk
    }

    private func redacted(_ chunk: Data) -> Data {
        var chunk = chunk
        for secret in secrets {
            while let place = chunk.range(of: secret) {
                chunk.replaceSubrange(place, with: Data(repeating: UInt8(ascii: "x"), count: secret.count))
            }
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

// A recorded exchange in one JSON object: what was asked of which operation, and what came back.

package import Foundation
package import MartletRuntime

/// An object with `operation`, or with `method` and `path` (or `url`); beside these it has any of `status`, `headers`,
/// `request` and `body`, JSON values or the text of a stream.
package struct ExchangeEnvelope: Sendable {
    private static let known: Set<String> = [
        "operation", "method", "path", "url", "status", "request", "body", "headers",
    ]

    package var operation: String?
    package var method: String?
    /// The path of the request, or its whole URL.
    package var target: String?
    package var status: Int?
    package var headers: [String: JSONValue]
    package var request: JSONValue?
    package var body: JSONValue?

    /// Nil where `value` is something else.
    package init?(_ value: JSONValue) {
        guard let members = value.objectValue, members.keys.allSatisfy(Self.known.contains) else { return nil }
        operation = members["operation"]?.stringValue
        method = members["method"]?.stringValue
        target = (members["path"] ?? members["url"])?.stringValue
        guard operation != nil || method != nil && target != nil else { return nil }
        status = members["status"]?.intValue
        headers = members["headers"]?.objectValue ?? [:]
        (request, body) = (members["request"], members["body"])
    }

    /// Those of a file: one, an array of them, or one on each line; nil where it holds anything else.
    package static func all(in bytes: Data) -> [ExchangeEnvelope]? {
        let values: [JSONValue]
        if let whole = try? JSONValue(parsing: bytes) {
            values = whole.arrayValue ?? [whole]
        } else {
            guard let lines = TranscriptReader().lines(String(decoding: bytes, as: UTF8.self)) else { return nil }
            values = lines.map(\.json)
        }
        let exchanges = values.compactMap(ExchangeEnvelope.init)
        return exchanges.count == values.count && !values.isEmpty ? exchanges : nil
    }
}

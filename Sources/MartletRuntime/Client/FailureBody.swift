// The JSON of a failure's body.

import Foundation

/// Services that were asked for a stream may answer a failure as one event of it, whose data is what the body would be.
struct FailureBody {
    /// The JSON, or what there is in its place.
    let json: Data

    init(_ body: Data) {
        json = Self.event(in: body).map { Data($0.utf8) } ?? body
    }

    var value: JSONValue? {
        try? JSONValue(parsing: json)
    }

    private static func event(in body: Data) -> String? {
        guard ["data:", "event:", "id:", ":"].contains(where: { body.starts(with: $0.utf8) }) else { return nil }
        var parser = ServerSentEventParser()
        parser.isTolerantAtEnd = true
        let events = try? parser.push(body) + parser.finish()
        return events?.first?.data
    }
}

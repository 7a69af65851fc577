// What statuses are called in Swift.

/// A status code, a range or `default`, after its reason phrase (RFC 9110, section 15; the IANA registry).
package struct StatusName {
    package let text: String

    package init(_ status: String) {
        text = Self.names[status] ?? (status.hasSuffix("XX") ? "success" : "status" + status)
    }

    private static let names = [
        "200": "ok", "201": "created", "202": "accepted", "203": "nonAuthoritativeInformation", "204": "noContent",
        "205": "resetContent", "206": "partialContent", "207": "multiStatus", "208": "alreadyReported", "226": "imUsed",
        "default": "other",
    ]
}

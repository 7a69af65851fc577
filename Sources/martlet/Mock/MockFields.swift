// Which header fields are the server's own.

enum MockFields {
    /// Fields that say how a message is framed, how its content is coded and what becomes of the connection (RFC 9112,
    /// section 6; RFC 9110, sections 7.6 to 7.8, 8.4 and 8.6). What another server says there is not true of this one.
    private static let own: Set<String> = [
        "connection", "content-encoding", "content-length", "keep-alive", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]

    static func isOwn(_ name: String) -> Bool {
        own.contains(name.lowercased())
    }
}

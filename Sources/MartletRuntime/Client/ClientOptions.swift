// What can be set for a client, and for one call.

/// What holds for every call of a client.
public struct ClientOptions: Sendable {
    /// Header fields that every request has, unless the operation or the call sets them.
    public var headers: HTTPHeaders

    /// The longest silence of the server that is put up with.
    public var timeout: Duration

    /// How responses are read.
    public var decoding: DecodingOptions

    /// The `User-Agent` field; nil leaves it to the transport.
    public var userAgent: String?

    public init(
        headers: HTTPHeaders = [:], timeout: Duration = .seconds(600), decoding: DecodingOptions = .init(),
        userAgent: String? = "martlet-swift"
    ) {
        self.headers = headers
        self.timeout = timeout
        self.decoding = decoding
        self.userAgent = userAgent
    }
}

/// What holds for one call, over what the client and the document say.
public struct RequestOptions: Sendable {
    /// Header fields that replace those of the same name.
    public var headers: HTTPHeaders

    /// Query parameters to add, not yet percent-encoded.
    public var query: [(name: String, value: String)]

    /// The longest silence of the server that is put up with; nil takes the client's.
    public var timeout: Duration?

    public init(headers: HTTPHeaders = [:], query: [(name: String, value: String)] = [], timeout: Duration? = nil) {
        self.headers = headers
        self.query = query
        self.timeout = timeout
    }
}

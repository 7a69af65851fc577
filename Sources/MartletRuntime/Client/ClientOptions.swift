// What can be set for a client, and for one call.

public import Foundation

/// What holds for every call of a client.
public struct ClientOptions: Sendable {
    /// Header fields that every request has, unless the operation or the call sets them.
    public var headers: HTTPHeaders

    /// How long each part of a call may take; a limit that is nil is that of ``Timeouts/standard``.
    public var timeouts: Timeouts

    /// When a request is sent again.
    public var retry: RetryPolicy

    /// The header field that tells the server which requests are one call, such as `Idempotency-Key`: each call that may
    /// change something has a key of its own in it, and each retry the same. Nil sends none.
    public var idempotencyHeader: String?

    /// What stands between the client and its transport, the outermost first.
    public var middleware: [any ClientMiddleware]

    /// How the JSON of responses is read, and what hears of what does not fit.
    public var decoding: DecodingOptions

    /// How event streams are read, and whether they are taken up again.
    public var streams: StreamOptions

    /// The largest body that is read as a whole, in bytes, after decompression, 1 GiB unless set; what is read piece by
    /// piece has no limit.
    public var maximumBodyBytes: Int

    /// The `User-Agent` field; nil leaves it to the transport.
    public var userAgent: String?

    /// What time limits and retries go by.
    public var clock: PolicyClock

    /// Options, each of which may be left out.
    public init(
        headers: HTTPHeaders = [:], timeouts: Timeouts = .standard, retry: RetryPolicy = .init(),
        idempotencyHeader: String? = nil, middleware: [any ClientMiddleware] = [], decoding: DecodingOptions = .init(),
        streams: StreamOptions = .init(), maximumBodyBytes: Int = 1 << 30, userAgent: String? = "martlet-swift",
        clock: PolicyClock = .system
    ) {
        self.headers = headers
        self.timeouts = timeouts
        self.retry = retry
        self.idempotencyHeader = idempotencyHeader
        self.middleware = middleware
        self.decoding = decoding
        self.streams = streams
        self.maximumBodyBytes = maximumBodyBytes
        self.userAgent = userAgent
        self.clock = clock
    }
}

/// What holds for one call, over what the client and the document say.
public struct RequestOptions: Sendable {
    /// Header fields that replace those of the same name.
    public var headers: HTTPHeaders

    /// Query parameters to add, not yet percent-encoded.
    public var query: [(name: String, value: String)]

    /// How long each part of the call may take; a limit that is nil is the client's.
    public var timeouts: Timeouts

    /// When the request is sent again; nil is as the client does.
    public var retry: RetryPolicy?

    /// Where the request goes instead of the client's server, and of one that the document gives the operation.
    public var server: URL?

    /// The key that tells the server which requests are one call; nil takes a new one, where the client sends any.
    public var idempotencyKey: String?

    /// Middleware of this call, inside the client's.
    public var middleware: [any ClientMiddleware]

    /// How the event stream of this call is read; nil is as the client does.
    public var streams: StreamOptions?

    /// When the call began that this one goes on with; nil where it begins now.
    var start: Duration?

    /// Options of one call, each of which may be left out; what is nil is as in the client's.
    public init(
        headers: HTTPHeaders = [:], query: [(name: String, value: String)] = [], timeouts: Timeouts = .init(),
        retry: RetryPolicy? = nil, server: URL? = nil, idempotencyKey: String? = nil,
        middleware: [any ClientMiddleware] = [], streams: StreamOptions? = nil
    ) {
        self.headers = headers
        self.query = query
        self.timeouts = timeouts
        self.retry = retry
        self.server = server
        self.idempotencyKey = idempotencyKey
        self.middleware = middleware
        self.streams = streams
    }
}

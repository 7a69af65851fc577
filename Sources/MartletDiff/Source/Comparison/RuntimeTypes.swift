// Types of MartletRuntime, which code with a client imports beside it.

enum RuntimeTypes {
    /// All that are public and in no other type.
    static let names: Set<String> = [
        "Accumulation", "ArrayCoder", "ArrayDecoder", "ArrayEncoder", "Base64Data", "Base64URLData", "Blank",
        "BodyFile", "Box",
        "CalendarDate", "CalendarDuration", "CallContext", "ClientCore", "ClientError", "ClientMiddleware",
        "ClientOptions", "ClientTransport", "Credential", "DecimalNumber", "DecimalText", "DecodingIssue",
        "DecodingOptions", "EnvironmentError", "EnvironmentVariables", "ErrorSign", "EventMembers", "EventStream",
        "EventStreamRules", "EventTexts", "ExactNumber", "FileContent", "FormRule", "HTTPHeaders", "HTTPMethod",
        "JSONArray", "JSONKind", "JSONObject", "JSONSchema", "JSONText", "JSONTextParser", "JSONValue", "KnownValues",
        "LogLevel", "LoggingMiddleware", "NextPage", "NoReplay", "OAuth2Credential", "OAuth2Options", "ObjectCoder",
        "ObjectDecoder", "ObjectEncoder", "OpenEnum", "OpenUnion", "OperationRequest", "OptionalValue",
        "OversizedEvent", "PageItems", "Pages", "ParameterStyle", "PieceConversion", "PolicyClock", "RawResponse",
        "RecordingMiddleware", "ReplayResponse", "ReplayTransport", "ReplayedRequest", "RequestOptions",
        "ResponseBody", "ResponseHead", "ResponseHeaders", "ResultEvent", "ResumePolicy", "RetryPolicy",
        "SchemaDescribing", "SchemaInferenceError", "SchemaProviding", "SecurityCredential", "SecurityScheme",
        "ServerError", "ServerSentEvent", "ServerSentEventParser", "Snapshots", "StatusPattern", "StreamContinuity",
        "StreamEvent", "StreamFraming", "StreamItem", "StreamOptions", "StreamResumeRule", "StructuredOutput",
        "StructuredOutputError", "TextDeltas", "TextEvent", "TimeOfDay", "Timeouts", "Timestamp", "TokenEndpoint",
        "TokenProvider", "TransportBody", "TransportRequest", "TransportResponse", "URLSessionTransport",
        "UndecodableEvent", "UnionBranch", "UnionDecoder", "UnionPayload", "UnixTime", "UnknownBranch",
        "UnknownEvent", "WireMetadata",
    ]
}

// What the templates and spelled types use of each module.

package enum SpelledNames {
    package static let swift: Set<String> = [
        "String", "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float",
        "Double", "Codable", "Decodable", "Hashable", "Sendable", "CaseIterable", "Decoder", "Encoder",
        "ExpressibleByStringLiteral",
        "ExpressibleByArrayLiteral",
    ]

    package static let runtime: Set<String> = [
        "JSONValue", "JSONText", "Timestamp", "CalendarDate", "TimeOfDay", "CalendarDuration", "DecimalNumber",
        "DecimalText", "UnixTime", "Base64Data", "Base64URLData", "Accumulation", "PieceConversion", "StreamResumeRule",
        "TextEvent",
        "UnionBranch", "Blank", "JSONObject", "ObjectCoder", "JSONArray", "ArrayCoder",
        "UnionDecoder", "UnionPayload", "OpenUnion", "OpenEnum", "KnownValues", "StreamEvent", "ResultEvent",
        "UnknownBranch",
        "UnknownEvent", "UndecodableEvent", "EventTexts", "WireMetadata", "Box", "OperationRequest", "RequestOptions",
        "ClientCore",
        "ClientOptions", "EventStream", "EventStreamRules", "ClientTransport", "Credential", "SecurityCredential",
        "RawResponse", "ClientError", "Pages", "NextPage", "StructuredOutput", "JSONSchema", "OAuth2Credential",
        "OAuth2Options",
        "EnvironmentVariables", "URLSessionTransport", "FileContent", "ResponseBody", "ResponseHeaders", "HTTPHeaders",
    ]
}

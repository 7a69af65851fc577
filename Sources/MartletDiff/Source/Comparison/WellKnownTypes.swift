// Types of Swift and Foundation that much code uses, though a client's declarations don't.

enum WellKnownTypes {
    /// From their names to their modules.
    static let modules: [String: String] = {
        let lists = [
            ("Swift", swift), ("_Concurrency", concurrency),
            ("_StringProcessing", ["AnyRegexOutput", "Regex", "RegexComponent"]),
            ("Foundation", foundation),
        ]
        return Dictionary(lists.flatMap { module, names in names.map { ($0, module) } }) { first, _ in first }
    }()

    private static let swift = [
        "AnyHashable", "AnyKeyPath", "Array", "ArraySlice", "BidirectionalCollection", "BinaryFloatingPoint",
        "BinaryInteger", "CaseIterable", "Character", "ClosedRange", "Codable", "CodingKey", "Collection",
        "CollectionDifference", "CommandLine", "Comparable", "ContiguousArray", "CustomDebugStringConvertible",
        "CustomStringConvertible", "Decodable", "Decoder", "DecodingError", "Dictionary", "Duration", "Encodable",
        "Encoder", "EncodingError", "Equatable", "Error", "ExpressibleByStringLiteral", "FixedWidthInteger",
        "Float16", "FloatingPoint", "Hashable", "Hasher", "Identifiable", "InlineArray", "Int128", "Int16", "Int8",
        "IteratorProtocol", "KeyPath", "KeyedDecodingContainer", "KeyedEncodingContainer", "LazySequence",
        "LosslessStringConvertible", "Mirror", "MutableCollection", "Never", "Numeric", "ObjectIdentifier",
        "OptionSet", "Optional", "RandomAccessCollection", "RandomNumberGenerator", "Range",
        "RangeReplaceableCollection", "RawRepresentable", "Result", "Sendable", "Sequence", "Set", "SetAlgebra",
        "SignedInteger", "SignedNumeric", "SingleValueDecodingContainer", "SingleValueEncodingContainer", "Slice",
        "Span", "StaticBigInt", "StaticString", "Strideable", "StringProtocol", "Substring",
        "SystemRandomNumberGenerator", "TextOutputStream", "UInt", "UInt128", "UInt16", "UInt32", "UInt64",
        "UnboundedRange", "Unicode", "UnkeyedDecodingContainer", "UnkeyedEncodingContainer", "UnsafePointer",
        "UnsafeRawPointer", "UnsignedInteger", "WritableKeyPath",
    ]

    private static let concurrency = [
        "Actor", "AsyncIteratorProtocol", "AsyncSequence", "AsyncStream", "AsyncThrowingStream", "CancellationError",
        "CheckedContinuation", "Clock", "ContinuousClock", "DiscardingTaskGroup", "Executor", "GlobalActor",
        "InstantProtocol", "MainActor", "SerialExecutor", "SuspendingClock", "Task", "TaskExecutor", "TaskGroup",
        "TaskLocal", "TaskPriority", "ThrowingTaskGroup", "UnsafeContinuation",
    ]

    private static let foundation = [
        "AttributeContainer", "AttributedString", "Bundle", "ByteCountFormatter", "CachedURLResponse", "Calendar",
        "CharacterSet", "CocoaError", "Data", "Date", "DateComponents", "DateFormatter", "DateInterval", "Decimal",
        "Dimension", "Expression", "FileHandle", "FileManager", "FileWrapper", "Formatter", "HTTPCookie",
        "HTTPURLResponse", "Host", "ISO8601DateFormatter", "IndexPath", "IndexSet", "InputStream", "JSONDecoder",
        "JSONEncoder", "JSONSerialization", "Locale", "LocalizedError", "Measurement", "MeasurementFormatter",
        "Morphology", "Notification", "NotificationCenter", "NumberFormatter", "Operation", "OperationQueue",
        "OutputStream", "PersonNameComponents", "Pipe", "Port", "Predicate", "Process", "ProcessInfo", "Progress",
        "PropertyListDecoder", "PropertyListEncoder", "RecoverableError", "RunLoop", "Scanner", "SortDescriptor",
        "SortOrder", "Stream", "Thread", "TimeInterval", "TimeZone", "Timer", "URLCache", "URLComponents",
        "URLCredential", "URLError", "URLProtocol", "URLQueryItem", "URLRequest", "URLResponse", "URLSession",
        "URLSessionConfiguration", "URLSessionTask", "UUID", "UndoManager", "Unit", "UnitArea", "UnitDuration",
        "UnitLength", "UnitMass", "UnitSpeed", "UnitTemperature", "UnitVolume", "UserDefaults",
    ]
}

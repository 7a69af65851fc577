// A type as it is used.

package indirect enum TypeReference: Hashable, Sendable {
    case builtin(Builtin)
    /// A declared type, by the names on the way to it: `["Reasoning", "Effort"]`.
    case declared([String])
    case array(TypeReference)
    case dictionary(TypeReference)
    case optional(TypeReference)
}

/// Types that aren't generated: Swift's own, and those of the runtime.
package enum Builtin: String, Encodable, Equatable, Sendable {
    case string = "String"
    case bool = "Bool"
    case int = "Int"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case float = "Float"
    case double = "Double"
    case json = "JSONValue"
    case timestamp = "Timestamp"
    case calendarDate = "CalendarDate"
    case timeOfDay = "TimeOfDay"
    case calendarDuration = "CalendarDuration"
    case decimalNumber = "DecimalNumber"
    case decimalText = "DecimalText"
    case unixTime = "UnixTime"
    case base64Data = "Base64Data"
    case base64URLData = "Base64URLData"
    /// What is uploaded.
    case fileContent = "FileContent"
    /// What is downloaded.
    case responseBody = "ResponseBody"

    /// The module that declares the type, for where a generated type of the same name hides it.
    package var module: String {
        switch self {
        case .json, .timestamp, .calendarDate, .timeOfDay, .calendarDuration, .decimalNumber, .decimalText, .unixTime,
            .base64Data, .base64URLData, .fileContent, .responseBody:
            "MartletRuntime"
        default: "Swift"
        }
    }

    /// Whether its values are JSON strings.
    package var isText: Bool {
        switch self {
        case .string, .timestamp, .calendarDate, .timeOfDay, .calendarDuration, .decimalText, .base64Data,
            .base64URLData, .fileContent:
            true
        default: false
        }
    }
}

/// A literal of a document, as a value: strings are raw, and escaped where they are written.
package enum Literal: Hashable, Sendable {
    case string(String)
    case integer(Int64)
    case number(Double)
    case bool(Bool)
}

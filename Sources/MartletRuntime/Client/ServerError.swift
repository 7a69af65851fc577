// An error that a server reports in JSON.

import Foundation

/// An error that a server reports in a stream's data, or in a body that should have been a stream.
public struct ServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of error, as the service calls it: the member `type`, such as `rate_limit_error`.
    public var type: String?
    /// The service's code for it: the member `code`, a number as its digits.
    public var code: String?
    /// What the service says, for people: the member `message`, or the text that stands in its place, such as `error` or
    /// `detail`.
    public var message: String?
    /// The parameter that is at fault: the member `param`.
    public var param: String?

    /// The whole JSON of the error, as the server sent it.
    public var json: JSONValue

    /// An error with these members; `json` is the whole object.
    public init(
        type: String? = nil, code: String? = nil, message: String? = nil, param: String? = nil, json: JSONValue = .null
    ) {
        self.type = type
        self.code = code
        self.message = message
        self.param = param
        self.json = json
    }

    public var description: String {
        words ?? "The server reported an error."
    }

    /// The text that says most; nil where there is none.
    var words: String? {
        [message, code, type].lazy.compactMap { $0 }.first { !$0.isEmpty && $0 != "error" }
    }
}

extension ServerError {
    /// The error that JSON reports; nil where it reports none.
    ///
    /// Known shapes: `{"type":"error",…}` flat or with a nested `error`, `{"object":"error",…}`, and `{"error":…}`
    /// without a `type`, whose value is an object or a text, where members are read; where all are, it may be anything. What
    /// is empty reports nothing.
    init?(
        _ json: JSONValue, isNamedError: Bool = false, tags: ErrorTags = ErrorTags(), members: ErrorMembers = .untagged
    ) {
        let type = json["type"]?.stringValue
        let isTagged = [type, json["object"]?.stringValue].contains { tag in
            tag.map(tags.contain) ?? false
        }
        let isError = isNamedError || isTagged
        let mayBeError = isError || members == .all || type == nil && members == .untagged
        switch json["error"] {
        case .object(let members)? where mayBeError && !members.values.allSatisfy(\.saysNothing):
            self.init(members: members, json: json)
        case .string(let text)? where mayBeError && !text.isEmpty:
            self.init(members: json.objectValue ?? [:], json: json)
        case let value? where members == .all && !isError && !value.saysNothing:
            self.init(members: json.objectValue ?? [:], json: json)
            message = message ?? value.ownText
        default:
            guard isError else { return nil }
            // What has the name alone says it with its value.
            guard let members = json.objectValue else {
                self.init(message: json.scalarText, json: json)
                return
            }
            self.init(members: members, json: json)
            // Where the fields of an event are all in its data, the error is what they have for data.
            guard message == nil, let inner = members["data"].flatMap({ Self($0, isNamedError: true) }) else { return }
            (self.message, self.type) = (inner.message, inner.type ?? self.type)
            (code, param) = (inner.code ?? code, inner.param ?? param)
        }
    }

    private init(members: [String: JSONValue], json: JSONValue) {
        self.init(
            type: members["type"]?.stringValue, code: members["code"]?.scalarText,
            message: json.errorMessage, param: members["param"]?.scalarText, json: json)
    }

    /// The error that an event of a stream reports; most events are dismissed without being parsed.
    ///
    /// - Parameters:
    ///   - isNamedError: whether its name, or its tag, is that of an error.
    ///   - isText: whether nothing in its data can say so.
    ///   - tags: what `type` and `object` say so by.
    ///   - members: whether a member `error` can.
    init?(
        _ event: ServerSentEvent, isNamedError: Bool, isText: Bool, tags: ErrorTags,
        members: @autoclosure () -> ErrorMembers
    ) {
        guard isNamedError || !isText && JSONMembers(event.data).mayReportError(tags) else { return nil }
        guard let json = try? JSONValue(parsing: event.data) else {
            guard isNamedError else { return nil }
            self.init(message: event.data.isEmpty ? nil : event.data, json: .string(event.data))
            return
        }
        self.init(json, isNamedError: isNamedError, tags: tags, members: members())
    }
}

/// Where a member `error` reports one.
enum ErrorMembers {
    case nowhere
    /// Where nothing says that its object is something else.
    case untagged
    case all
}

extension JSONMembers {
    /// Whether a member is called `error` and has a value, or the object calls itself an error.
    fileprivate func mayReportError(_ tags: ErrorTags) -> Bool {
        guard !tags.areUsual || hasTextEndingInError else { return false }
        if contains("error") { return true }
        return ["type", "object"].contains { key in scalar(at: [key]).map(tags.contain) ?? false }
    }
}

extension JSONValue {
    /// What an object that reports an error says of it, for people: the text that says most, of the error in it before what
    /// stands around that. Of a list, the first says it.
    var errorMessage: String? {
        if case .array(let elements) = self { return elements.first?.errorMessage }
        let error = self["error"]
        return (error?.objectValue == nil ? nil : error?.ownMessage) ?? ownMessage
    }

    /// OAuth has `error_description` beside a code (RFC 6749, section 5.2), problem details have `title` (RFC 9457,
    /// section 3.1); lists of what is wrong with a request have a text each.
    private var ownMessage: String? {
        let candidates = [
            self["message"], self["error_description"], self["error"], self["errorText"], self["detail"],
            self["detail"]?[0]?["msg"], self["errors"]?[0]?["message"], self["title"], self["reason"],
        ]
        return candidates.lazy.compactMap { $0?.stringValue }.first { !$0.isEmpty }
    }

    /// What an error says that is no object: a text, a number, or the first of several.
    fileprivate var ownText: String? {
        switch self {
        case .array(let elements): elements.first.flatMap { $0.ownMessage ?? $0.ownText }
        case .string, .integer, .number, .exact: scalarText
        case .null, .bool, .object: nil
        }
    }

    /// Whether it is empty, or zero.
    fileprivate var saysNothing: Bool {
        switch self {
        case .null, .bool(false), .integer(0): true
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let members): members.values.allSatisfy(\.saysNothing)
        case .bool, .integer, .number, .exact: false
        }
    }

    /// A string, number or truth value as text.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer, .number, .exact, .bool: description
        case .null, .array, .object: nil
        }
    }
}

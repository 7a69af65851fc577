// What an operation streams: how it is asked for, how it comes, and how a stream that broke off is taken up again.

package struct Stream: Encodable, Equatable, Sendable {
    package struct Setting: Encodable, Equatable, Sendable {
        /// Which of several bodies holds it; nil where there is one.
        package var caseName: String?
        package var property: String
        /// The case of an enumeration that asks for a stream; nil for what does where it is true.
        package var choice: String?
        /// The case that asks for another answer, where the service streams unless it is told so.
        package var other: String?
        /// How truth is written where that isn't a boolean, nor a choice.
        package var truth: Truth?
        /// Whether it may be left out where no stream is asked for, or must be false.
        package var isOptional: Bool

        package enum Truth: Equatable, Sendable {
            /// `"true"`.
            case text
            /// 1.
            case number
            /// The case of a union that holds a boolean.
            case branch(String)
        }

        package init(
            caseName: String?, property: String, choice: String? = nil, other: String? = nil, truth: Truth? = nil,
            isOptional: Bool
        ) {
            self.caseName = caseName
            self.property = property
            self.choice = choice
            self.other = other
            self.truth = truth
            self.isOptional = isOptional
        }
    }

    package var name: String
    package var event: TypeReference
    /// The property of the body that asks for a stream; one for each of several bodies that has it.
    package var settings: [Setting]
    /// The parameter that asks for a stream instead.
    package var parameter: Setting?
    /// Whether the service streams unless it is told not to, where anything asks for a stream.
    package var isOnByDefault: Bool
    /// The media type.
    package var accept: String
    package var rules: StreamRules
    /// Whether the rules are others than those of the event type, which several operations may share.
    package var hasOwnRules: Bool
    package var resume: StreamResume?

    package init(
        name: String, event: TypeReference, settings: [Setting], parameter: Setting? = nil,
        isOnByDefault: Bool = false, accept: String = "text/event-stream", rules: StreamRules = .init(),
        hasOwnRules: Bool = false, resume: StreamResume? = nil
    ) {
        self.name = name
        self.event = event
        self.settings = settings
        self.parameter = parameter
        self.isOnByDefault = isOnByDefault
        self.accept = accept
        self.rules = rules
        self.hasOwnRules = hasOwnRules
        self.resume = resume
    }
}

/// How the events of a stream come, and what ends them.
package struct StreamRules: Encodable, Equatable, Sendable {
    package enum Framing: String, Encodable, Equatable, Sendable {
        case serverSentEvents, jsonLines, jsonSequence
    }

    /// What the type of the events describes.
    package enum Item: Equatable, Sendable {
        case data
        /// The data of an event, which is text.
        case text
        /// An object with the fields of an event; the data of those that are named here is text, that of others JSON.
        case event(textOf: [String])
        /// The same, where the data of every event is text.
        case textEvent
        /// The same, but for the events that are named here, whose data is JSON.
        case textEventExcept(jsonOf: [String])
    }

    /// What items that are described by the fields of an event call these, and how they write them.
    package struct Members: Encodable, Equatable, Sendable {
        package var event: String
        package var id: String
        /// Nil where its schema takes no number.
        package var retry: String?
        package var isIDNumber: Bool
        /// Whether a sender may put all of an event into its data.
        package var mayBeInData: Bool
        /// Whether that goes for what has data and no name, too.
        package var mayLackName: Bool
        /// The names of the events, where each has one and none is the standard's for none; else empty.
        package var names: [String]

        package init(
            event: String = "event", id: String = "id", retry: String? = "retry", isIDNumber: Bool = false,
            mayBeInData: Bool = true, mayLackName: Bool = true, names: [String] = []
        ) {
            self.event = event
            self.id = id
            self.retry = retry
            self.isIDNumber = isIDNumber
            self.mayBeInData = mayBeInData
            self.mayLackName = mayLackName
            self.names = names
        }
    }

    package var framing: Framing
    package var item: Item
    /// Nil where they are as usual.
    package var members: Members?
    /// What JSON items may be, where they may be JSON strings, or the data of an event text as well; else nil.
    package var dataKinds: [JSONKind]?
    /// Data that ends the stream and is no event.
    package var sentinels: [String]
    /// The names of events whose text is none of these, whatever it says.
    package var contentNames: [String]
    /// The tags of the events after which none follows.
    package var terminalTypes: [String]
    /// The member of an event that counts them.
    package var sequence: String?
    /// Whether the document says how the events add up to a value.
    package var addsUp: Bool
    /// What in an event reports an error that ends the stream, in the order of its cases.
    package var errors: [ErrorSign]
    /// The names and tags that report one beside those that every stream knows.
    package var errorTypes: [String]

    package enum ErrorSign: String, Encodable, Equatable, Sendable, CaseIterable {
        /// The name of the event.
        case name
        /// The tag in its data.
        case tag
        /// A member `error`, where no tag says that the event is another.
        case member
        /// A member `error` of any event.
        case anyMember

        /// Those that count where the document says nothing.
        package static let usual: [ErrorSign] = [.name, .tag, .member]
    }

    package init(
        framing: Framing = .serverSentEvents, item: Item = .data, members: Members? = nil,
        dataKinds: [JSONKind]? = nil, sentinels: [String] = ["[DONE]"],
        contentNames: [String] = [], terminalTypes: [String] = [], sequence: String? = nil, addsUp: Bool = false,
        errors: [ErrorSign] = ErrorSign.usual, errorTypes: [String] = []
    ) {
        self.framing = framing
        self.item = item
        self.members = members
        self.dataKinds = dataKinds
        self.sentinels = sentinels
        self.contentNames = contentNames
        self.terminalTypes = terminalTypes
        self.sequence = sequence
        self.addsUp = addsUp
        self.errors = errors
        self.errorTypes = errorTypes
    }
}

/// The request that takes up a stream.
package struct StreamResume: Encodable, Equatable, Sendable {
    /// A path with one parameter in braces; nil for the same request again.
    package var path: String?
    /// The member of an event that fills it.
    package var id: [String]
    /// The query parameter that takes the number of the last event.
    package var after: String
    package var query: [QueryItem]

    package init(path: String?, id: [String], after: String, query: [QueryItem]) {
        self.path = path
        self.id = id
        self.after = after
        self.query = query
    }
}

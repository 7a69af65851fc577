// What code that uses a generated client can see of it: every public declaration, as the compiler tells it from others.

import MartletIR

struct Surface: Sendable {
    /// Nested types follow the type around them.
    var types: [SurfaceType]
    var client: SurfaceClient
    /// The enumeration that all declarations are in.
    var namespace: String?

    init(_ api: API) {
        namespace = api.namespace
        types = SurfaceBuilder(api).types + ServerSurface(api).types
        client = ClientSurface(api).client
    }
}

struct SurfaceType: Sendable {
    enum Kind: Hashable, Sendable {
        case structure
        case enumeration(raw: SwiftType)
        case union
        case alias(SwiftType)
        /// What an operation can be sent, which only the caller decides.
        case choice
        /// What an operation answers.
        case answer
        case headers
        /// What a variable of a server's address can be.
        case serverValues
    }

    /// With the types around it: `Response.Usage`.
    var name: String
    var kind: Kind
    var conformances: Set<String> = []
    /// What an array literal of the type holds.
    var literalElement: SwiftType?
    var properties: [SurfaceProperty] = []
    /// Nil where the type has none that code calls with its members.
    var initialiser: SurfaceSignature?
    var cases: [SurfaceCase] = []
    /// Whether the documentation says that it is deprecated; no attribute does.
    var isDeprecated = false
    /// Of the events of a stream.
    var stream: StreamMeaning?
    var documentation: Documentation
    var origin: Origin?

    /// Whether a `switch` elsewhere must expect cases that aren't listed.
    var isNonexhaustive: Bool {
        switch kind {
        case .enumeration, .union, .answer: true
        case .structure, .alias, .choice, .headers, .serverValues: false
        }
    }

    /// The last part of the name.
    var shortName: String {
        String(name.split(separator: ".").last ?? "")
    }
}

struct SurfaceProperty: Sendable {
    var name: String
    var type: SwiftType
    var isSettable: Bool
    var isDeprecated = false
    /// What the member is called in JSON or in a header; empty for what every type of its kind has.
    var key = ""
    var documentation = Documentation()
    var origin: Origin?
}

struct SurfaceCase: Sendable {
    var name: String
    var payload: SwiftType?
    /// The value or the status that it stands for; empty where that is decided otherwise.
    var key = ""
    var origin: Origin?
}

/// What is called: an initialiser or a method.
struct SurfaceSignature: Sendable {
    var parameters: [SurfaceParameter]
    /// Nil where nothing is returned.
    var returns: SwiftType?
}

struct SurfaceParameter: Sendable {
    var name: String
    /// A request's body has none, for one.
    var hasLabel = true
    var type: SwiftType
    var hasDefault: Bool
    /// The default where it is a value of the document.
    var defaultValue: Literal?
    /// Only the deprecated overload takes it.
    var isDeprecated = false
    /// Of the client's initialiser: no property is called so.
    var isCredential = false
    var key = ""
    var origin: Origin?

    var label: String {
        hasLabel ? name : "_"
    }

    /// Whether it stands in the path of a request.
    var isInPath: Bool {
        key.hasPrefix("path ")
    }
}

struct SurfaceClient: Sendable {
    var name: String
    var initialiser: SurfaceSignature
    var servers: [SurfaceServer]
    /// Static ones, which make what a client is made with.
    var makers: [SurfaceOperation.Method]
    var operations: [SurfaceOperation]
}

struct SurfaceServer: Sendable {
    /// The static property of the client.
    var name: String
    var url: String
    var origin: Origin?
}

struct SurfaceOperation: Sendable {
    /// Which type the body of a failure is decoded as.
    struct Failure: Sendable {
        var status: MartletIR.Failure.Status
        var type: SwiftType
    }

    struct Method: Sendable {
        var name: String
        /// What is told of it in messages behind the name, where another method has the same.
        var labels = ""
        var signature: SurfaceSignature
        var origin: Origin?

        var title: String {
            name + labels
        }
    }

    /// What the methods of the client without decoding are called.
    var name: String
    /// `GET /pets/{}`: parameters may change their names.
    var endpoint: String
    /// As the document has it: `GET /pets/{id}`.
    var title: String
    var call: Method?
    var stream: Method?
    /// Gives the list page by page.
    var pages: Method?
    /// Answers with a type of the caller's.
    var structured: Method?
    /// Of the method without decoding, which takes what asks for a stream, too.
    var raw: SurfaceSignature
    var failures: [Failure] = []
    /// Whether a stream that broke off is taken up again.
    var isResumed = false
    var isDeprecated: Bool
    var origin: Origin?

    var methods: [Method] {
        [call, stream, pages, structured].compactMap { $0 }
    }
}

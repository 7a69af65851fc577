// swift-format-ignore-file
// The default templates, written here by Scripts/embed-templates; edit the files in Templates instead.

package enum EmbeddedTemplates {
    package static let texts: [String: String] = [
        "Alias": ##"""
        {{> Documentation}}
        public typealias {{name}} = {{target}}

        """##,
        "Aliases": ##"""
        {{> Header}}
        {{#importsRuntime}}

        public import MartletRuntime
        {{/importsRuntime}}
        {{#helpers}}

        /// What `{{old}}` is called now.
        public typealias {{name}} = {{target}}
        {{/helpers}}
        {{#types}}

        {{#owner}}
        nonisolated extension {{.}} {
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
        {{^deprecation}}
            /// What `{{old}}` is called now.
        {{/deprecation}}
            public typealias {{name}} = {{target}}
        }
        {{/owner}}
        {{^owner}}
        {{#deprecation}}
        {{.}}
        {{/deprecation}}
        public typealias {{name}} = {{target}}
        {{/owner}}
        {{/types}}
        {{#structures}}

        nonisolated extension {{owner}} {
        {{#properties}}
            {{deprecation}}
            public var {{name}}: {{type}} {
                get { {{target}} }
        {{#isSettable}}
                set { {{target}} = newValue }
        {{/isSettable}}
            }

        {{/properties}}
        {{#initialiser}}
            {{deprecation}}
            public init(
        {{#parameters}}
                {{.}}{{^@last}},{{/@last}}
        {{/parameters}}
            ) {
                self.init({{arguments}})
            }
        {{/initialiser}}
        }
        {{/structures}}
        {{#cases}}

        nonisolated extension {{owner}} {
            {{deprecation}}
        {{#payload}}
            public static func {{name}}(_ value: {{.}}) -> {{owner}} { .{{target}}(value) }
        {{/payload}}
        {{^payload}}
            public static var {{name}}: {{owner}} { .{{target}} }
        {{/payload}}
        }
        {{/cases}}
        {{#methods}}

        nonisolated extension {{owner}} {
            {{deprecation}}
            public func {{name}}({{#parameters}}{{.}}{{^@last}}, {{/@last}}{{/parameters}}) async throws{{#returns}} -> {{.}}{{/returns}} {
                {{#returns}}return {{/returns}}try await {{target}}({{arguments}})
            }
        }
        {{/methods}}

        """##,
        "Choice": ##"""
        {{> Documentation}}
        {{#isAnswer}}
        #if hasAttribute(nonexhaustive)
        @nonexhaustive
        #endif
        {{/isAnswer}}
        nonisolated public enum {{name}}: {{swift}}Sendable {
        {{#cases}}
            {{> Documentation}}
            case {{caseName}}{{#type}}({{.}}){{/type}}
        {{/cases}}
        {{#isAnswer}}
            /// A success that this version of the document doesn't list.
            case undocumented({{runtime}}RawResponse)
        {{/isAnswer}}
        }

        """##,
        "Client": ##"""
        {{> Header}}

        public import Foundation
        public import MartletRuntime

        {{#namespace}}
        /// What is generated from {{source}}.
        nonisolated public enum {{namespace}} {}

        nonisolated extension {{namespace}} {
            {{> ClientStructure}}
        }
        {{/namespace}}
        {{^namespace}}
        {{> ClientStructure}}
        {{/namespace}}
        {{#operations}}

        {{> Operation}}
        {{/operations}}

        {{> Protocol}}

        """##,
        "ClientStructure": ##"""
        {{> Documentation}}
        nonisolated public struct {{name}}: {{name}}Protocol {
            /// What sends the requests, for calls that the document doesn't describe.
            public let core: {{runtime}}ClientCore
        {{#servers}}

            {{> Documentation}}
            public static var {{serverName}}: Foundation.URL { {{runtime}}ClientCore.url({{url}}) }
        {{#maker}}

            {{> Documentation}}
            public static func {{makerName}}(
        {{#parameters}}
                {{.}}{{^@last}},{{/@last}}
        {{/parameters}}
            ) -> Foundation.URL {
                {{runtime}}ClientCore.url({{template}}, [{{values}}])
            }
        {{#enums}}

            {{> Documentation}}
            nonisolated public enum {{typeName}}: {{swift}}String, {{swift}}CaseIterable, {{swift}}Sendable {
        {{#cases}}
                case {{caseName}} = {{literal}}
        {{/cases}}
            }
        {{/enums}}
        {{/maker}}
        {{/servers}}

            /// - Parameters:
        {{#parameterDocumentation}}
            {{.}}
        {{/parameterDocumentation}}
            public init(
        {{#parameters}}
                {{.}}{{^@last}},{{/@last}}
        {{/parameters}}
            ) {
        {{#hasCredentials}}
                var credentials: [{{swift}}String: {{runtime}}SecurityCredential] = [:]
        {{/hasCredentials}}
        {{#credentials}}
                {{.}}
        {{/credentials}}
                core = {{runtime}}ClientCore(
                    server: server, transport: transport, credentials: {{#hasCredentials}}credentials{{/hasCredentials}}{{^hasCredentials}}[:]{{/hasCredentials}}, options: options)
            }

        {{#environment}}
            {{> Documentation}}
            public static func fromEnvironment(
                _ environment: [{{swift}}String: {{swift}}String] = Foundation.ProcessInfo.processInfo.environment,
                transport: any {{runtime}}ClientTransport = {{runtime}}URLSessionTransport(),
                options: {{runtime}}ClientOptions = .init()
            ) throws -> {{name}} {
                let variables = {{runtime}}EnvironmentVariables(environment)
                return {{name}}(
        {{#arguments}}
                    {{.}},
        {{/arguments}}
                    transport: transport, options: options)
            }

        {{/environment}}
        {{#tokens}}
            {{> Documentation}}
            public static func {{makerName}}(
        {{#parameters}}
                {{.}},
        {{/parameters}}
                options: {{runtime}}OAuth2Options = .init()
            ) -> {{runtime}}OAuth2Credential {
                {{runtime}}OAuth2Credential.{{call}}
            }

        {{/tokens}}
            /// The same operations without decoding: status, headers and body as they arrive.
            public var raw: Raw {
                Raw(core: core)
            }

            /// The same client, which writes what the server answers into files of this folder, to be replayed.
            public func recording(to folder: Foundation.URL) -> Self {
                Self(core: core.recording(to: folder))
            }

            private init(core: {{runtime}}ClientCore) {
                self.core = core
            }

            /// The operations of ``{{name}}`` without decoding.
            nonisolated public struct Raw: {{swift}}Sendable {
                fileprivate let core: {{runtime}}ClientCore
            }
        }

        /// The operations of ``{{name}}``, so that a double can stand in for it.
        ///
        /// An operation that a double leaves out throws `notImplemented`, so that new ones don't break it.
        public protocol {{name}}Protocol: {{swift}}Sendable {
        {{#requirements}}
            /// ``{{clientLink}}/{{symbol}}``
            func {{method}}({{signature}}) async throws{{#returns}} -> {{.}}{{/returns}}
        {{/requirements}}
        }

        """##,
        "Declaration": ##"""
        {{#structure}}
        {{> Structure}}
        {{/structure}}
        {{#enumeration}}
        {{> Enumeration}}
        {{/enumeration}}
        {{#union}}
        {{> Union}}
        {{/union}}
        {{#alias}}
        {{> Alias}}
        {{/alias}}
        {{#choice}}
        {{> Choice}}
        {{/choice}}
        {{#headers}}
        {{> Headers}}
        {{/headers}}

        """##,
        "Dispatch": ##"""
        {{#branch}}
        self = .{{.}}(try union.branch())
        {{/branch}}
        {{#branches}}
        self = try union.branch(firstOf: {{.}})
        {{/branches}}
        {{#subject}}
        switch union.{{.}} {
        {{#rows}}
        {{#branch}}
        case {{patterns}}: self = .{{.}}(try union.branch())
        {{/branch}}
        {{^branch}}
        case {{patterns}}:
            {{> Dispatch}}
        {{/branch}}
        {{/rows}}
        default:{{#otherwiseBranch}} self = .{{.}}(try union.branch()){{/otherwiseBranch}}
        {{#otherwise}}
            {{> Dispatch}}
        {{/otherwise}}
        }
        {{/subject}}

        """##,
        "Documentation": ##"""
        {{#documentation}}
        {{.}}
        {{/documentation}}

        """##,
        "Enumeration": ##"""
        {{> Documentation}}
        #if hasAttribute(nonexhaustive)
        @nonexhaustive
        #endif
        nonisolated public enum {{name}}: {{runtime}}OpenEnum{{#isString}}, {{swift}}ExpressibleByStringLiteral{{/isString}} {
        {{#caseLines}}
            {{> Documentation}}
            case {{names}}
        {{/caseLines}}

        {{^knownLines}}
            public static let knownValues: {{runtime}}KnownValues<Self> = [{{known}}]
        {{/knownLines}}
        {{#knownLines}}
            public static let knownValues: {{runtime}}KnownValues<Self> = [
        {{#lines}}
                {{.}}
        {{/lines}}
            ]
        {{/knownLines}}
            public init(rawValue: {{rawType}}) { self = Self.knownValues.value(rawValue) ?? .{{unknownName}}(rawValue) }
            public var rawValue: {{rawType}} {
                switch self {
        {{#values}}
                case .{{caseName}}: {{literal}}
        {{/values}}
                case .{{unknownName}}(let rawValue): rawValue
                }
            }
        }

        """##,
        "Header": ##"""
        // Generated by martlet {{toolVersion}} from {{source}}.
        // Don't edit it: change the document or its overlay, and generate again.

        """##,
        "Headers": ##"""
        {{> Documentation}}
        nonisolated public struct {{name}}: {{runtime}}ResponseHeaders {
            public let fields: {{runtime}}HTTPHeaders
            public init(_ fields: {{runtime}}HTTPHeaders) { self.fields = fields }
        {{#properties}}

            {{> Documentation}}
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
            public var {{propertyName}}: {{type}}? { fields.value({{key}}) }
        {{/properties}}
        }

        """##,
        "Operation": ##"""
        nonisolated extension {{client}} {
        {{#call}}
            {{> Documentation}}
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
        {{#parameterLines}}
            public func {{name}}(
        {{#lines}}
                {{.}}
        {{/lines}}
            ) async throws{{#returns}} -> {{.}}{{/returns}} {
        {{/parameterLines}}
        {{^parameterLines}}
            public func {{name}}({{#parameters}}{{.}}{{^@last}}, {{/@last}}{{/parameters}}) async throws{{#returns}} -> {{.}}{{/returns}} {
        {{/parameterLines}}
        {{#unset}}
                {{.}}
        {{/unset}}
        {{^several}}
                {{#returns}}return {{/returns}}try await core.{{method}}({{client}}.{{builder}}({{arguments}}), options)
        {{/several}}
        {{#several}}
                let response = try await core.{{method}}({{client}}.{{builder}}({{arguments}}), options)
                switch response.status {
        {{#cases}}
                case {{pattern}}: return .{{caseName}}{{#payload}}({{.}}){{/payload}}
        {{/cases}}
                default: return .undocumented(response)
                }
        {{/several}}
            }

        {{/call}}
        {{#stream}}
            {{> Documentation}}
        {{#settingKey}}
            ///
            /// Sets `{{.}}` to {{settingValue}}.
        {{/settingKey}}
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
        {{#parameterLines}}
            public func {{streamName}}(
        {{#lines}}
                {{.}}
        {{/lines}}
            ) async throws -> {{runtime}}EventStream<{{event}}> {
        {{/parameterLines}}
        {{^parameterLines}}
            public func {{streamName}}({{#parameters}}{{.}}{{^@last}}, {{/@last}}{{/parameters}}) async throws -> {{runtime}}EventStream<{{event}}> {
        {{/parameterLines}}
        {{#set}}
                {{.}}
        {{/set}}
        {{#accept}}
                var request = try {{client}}.{{builder}}({{arguments}})
                request.accept({{.}})
                return try await core.events(request, {{#rules}}rules: {{.}}, {{/rules}}{{#resume}}resume: {{.}}, {{/resume}}options)
        {{/accept}}
        {{^accept}}
                return try await core.events({{client}}.{{builder}}({{arguments}}), {{#rules}}rules: {{.}}, {{/rules}}{{#resume}}resume: {{.}}, {{/resume}}options)
        {{/accept}}
            }

        {{/stream}}
            fileprivate static func {{builder}}({{builderSignature}}) throws -> {{runtime}}OperationRequest {
                var request = {{runtime}}OperationRequest({{id}}, {{httpMethod}}, {{path}})
        {{#steps}}
                {{.}}
        {{/steps}}
                return request
            }
        }

        nonisolated extension {{client}}.Raw {
            /// ``{{clientLink}}/{{symbol}}`` without decoding.{{#headers}} Its header fields are ``{{.}}``.{{/headers}}
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
        {{#parameterLines}}
            public func {{name}}(
        {{#lines}}
                {{.}}
        {{/lines}}
            ) async throws -> {{runtime}}RawResponse {
        {{/parameterLines}}
        {{^parameterLines}}
            public func {{name}}({{#parameters}}{{.}}{{^@last}}, {{/@last}}{{/parameters}}) async throws -> {{runtime}}RawResponse {
        {{/parameterLines}}
                try await core.raw({{client}}.{{builder}}({{arguments}}), options)
            }
        }
        {{#pages}}

        {{> Pages}}
        {{/pages}}
        {{#structured}}

        {{> Structured}}
        {{/structured}}

        """##,
        "Pages": ##"""
        nonisolated extension {{owner}} {
            {{> Documentation}}
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
            public func {{pagesName}}(
        {{#parameters}}
                {{.}}{{^@last}},{{/@last}}
        {{/parameters}}
            ) -> {{type}} {
                {{type}}(from: {{start}}, items: { {{items}} }) { {{position}} in
        {{#lines}}
                    {{.}}
        {{/lines}}
                }
            }
        }

        """##,
        "Property": ##"""
        {{> Documentation}}
        {{#deprecation}}
        {{.}}
        {{/deprecation}}
        {{#isStored}}
        public var {{name}}: {{type}}
        {{/isStored}}
        {{#isBacked}}
        public var {{name}}: {{type}} {
            get { {{storage}}{{get}} }
            set { {{storage}} = {{set}} }
        }
        private var {{storage}}: {{storageType}}
        {{/isBacked}}
        {{#isJoined}}
        public var {{name}}: {{type}} {
            get {
                if let text = {{storage}} { return text }
                var texts: [{{swift}}String] = []
        {{#joined}}
                {{.}}
        {{/joined}}
                return texts.isEmpty ? nil : texts.joined()
            }
            set { {{storage}} = newValue }
        }
        private var {{storage}}: {{storageType}}
        {{/isJoined}}
        {{#constant}}
        public var {{name}}: {{type}} { {{.}} }
        {{/constant}}

        """##,
        "Protocol": ##"""
        nonisolated extension {{path}}Protocol {
        {{#implementations}}
        {{#isAbsenceShort}}
            public func {{method}}({{signature}}) async throws{{#returns}} -> {{.}}{{/returns}} { {{absence}} }
        {{/isAbsenceShort}}
        {{^isAbsenceShort}}
            public func {{method}}({{signature}}) async throws{{#returns}} -> {{.}}{{/returns}} {
                {{absence}}
            }
        {{/isAbsenceShort}}
            /// ``{{clientLink}}/{{symbol}}`` with the client's options.
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
        {{#isCallShort}}
            public func {{method}}({{shortSignature}}) async throws{{#returns}} -> {{.}}{{/returns}} { {{call}} }
        {{/isCallShort}}
        {{^isCallShort}}
            public func {{method}}({{shortSignature}}) async throws{{#returns}} -> {{.}}{{/returns}} {
                {{call}}
            }
        {{/isCallShort}}
        {{^@last}}

        {{/@last}}
        {{/implementations}}
        }

        """##,
        "Structure": ##"""
        {{> Documentation}}
        nonisolated public struct {{name}}: {{runtime}}{{object}} {
        {{#properties}}
            {{> Property}}
        {{/properties}}
        {{#additional}}
            /// {{additionalDocumentation}}
            public var {{additionalName}}: {{additionalType}}
        {{/additional}}
            public var wire = {{runtime}}WireMetadata()

        {{#initialisers}}
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
        {{#isShort}}
            public init({{parameters}}) {{body}}
        {{/isShort}}
        {{^isShort}}
        {{#parameterLines}}
            public init(
        {{#lines}}
                {{.}}
        {{/lines}}
            ) {
        {{/parameterLines}}
        {{^parameterLines}}
            public init({{parameters}}) {
        {{/parameterLines}}
        {{#assignments}}
                {{.}}
        {{/assignments}}
            }
        {{/isShort}}
        {{/initialisers}}
        {{#keepsUnknownMembers}}
            public static var keepsUnknownMembers: {{swift}}Bool { true }
        {{/keepsUnknownMembers}}
        {{#blankLines}}
            public init(blank: {{runtime}}Blank) {
        {{#lines}}
                {{.}}
        {{/lines}}
            }
        {{/blankLines}}
        {{^blankLines}}
            public init(blank: {{runtime}}Blank) {{blankBody}}
        {{/blankLines}}
        {{#isCodeShort}}
            public mutating func code{{parts}}(_ coder: inout {{runtime}}{{coder}}) throws {{codeBody}}
        {{/isCodeShort}}
        {{^isCodeShort}}
            public mutating func code{{parts}}(_ coder: inout {{runtime}}{{coder}}) throws {
        {{#codeStatements}}
                {{.}}
        {{/codeStatements}}
            }
        {{/isCodeShort}}
        {{#nested}}

            {{> Declaration}}
        {{/nested}}
        }

        """##,
        "Structured": ##"""
        nonisolated extension {{client}} {
            {{> Documentation}}
            ///
            /// Asks for an answer that fits the JSON Schema of a type, and reads it. The schema is inferred where it isn't given.
        {{#deprecation}}
            {{.}}
        {{/deprecation}}
            public func {{name}}<StructuredValue: {{swift}}Decodable & {{swift}}Sendable>(
        {{#structuredParameters}}
                {{.}}{{^@last}},{{/@last}}
        {{/structuredParameters}}
            ) async throws -> StructuredValue {
                let output = try {{runtime}}StructuredOutput(
                    type, schema: schema, at: {{path}}, envelope: {{envelope}})
                let body = try output.asking(body)
                let reply = try await {{name}}({{callArguments}})
                return try output.value({{answer}}, of: {{id}}, in: reply)
            }
        }

        """##,
        "Types": ##"""
        {{> Header}}
        {{#importsRuntime}}

        public import MartletRuntime
        {{/importsRuntime}}
        {{^namespace}}
        {{#types}}

        {{> Declaration}}
        {{/types}}
        {{/namespace}}
        {{#namespace}}
        {{#types}}
        {{#@first}}

        nonisolated extension {{namespace}} {
        {{/@first}}
        {{^@first}}

        {{/@first}}
            {{> Declaration}}
        {{#@last}}
        }
        {{/@last}}
        {{/types}}
        {{/namespace}}

        """##,
        "Union": ##"""
        {{> Documentation}}
        #if hasAttribute(nonexhaustive)
        @nonexhaustive
        #endif
        nonisolated public {{#isIndirect}}indirect {{/isIndirect}}enum {{name}}: {{conformances}} {
        {{#cases}}
            {{> Documentation}}
            case {{caseName}}({{type}})
        {{/cases}}
        {{#isEvent}}
            case {{unknownName}}({{runtime}}UnknownEvent)
            case undecodable({{runtime}}UndecodableEvent)
        {{/isEvent}}
        {{^isEvent}}
            case {{unknownName}}({{runtime}}UnknownBranch)
        {{/isEvent}}
        {{#isEvent}}

            /// Where the stream ends.
            public static let rules = {{runtime}}EventStreamRules(
                {{#rules}}{{.}}{{^@last}}, {{/@last}}{{/rules}})
        {{/isEvent}}
        {{#stringLiteral}}

            public init(stringLiteral value: {{swift}}String) {
                self = {{.}}
            }
        {{/stringLiteral}}
        {{#arrayLiteral}}

            public init(arrayLiteral elements: {{elementType}}...) {
                self = .{{arrayCase}}(elements)
            }
        {{/arrayLiteral}}

            public init(from decoder: any {{swift}}Decoder) throws {
                let union = try {{runtime}}UnionDecoder({{#isTaggedByEvent}}eventNameOf: {{/isTaggedByEvent}}decoder{{#tag}}, tag: {{.}}{{/tag}})
                {{> Dispatch}}
            }
            public var payload: any {{runtime}}UnionPayload {
                switch self {
        {{#cases}}
                case .{{caseName}}(let value): value
        {{/cases}}
                case .{{unknownName}}(let value): value
        {{#isEvent}}
                case .undecodable(let value): value
        {{/isEvent}}
                }
            }
        {{#result}}

            /// The operation's result, where the event carries it.
            public var result: {{resultType}}? {
                switch self {
        {{#carriers}}
                case .{{caseName}}(let event): event.{{property}}
        {{/carriers}}
                default: nil
                }
            }
        {{/result}}
        {{#sum}}
        {{#text}}    {{.}}{{/text}}
        {{/sum}}
        {{#hasTexts}}

            /// The piece of text that the event adds, where it adds one.
            public var textDelta: {{swift}}String? {
                switch self {
        {{#texts}}
                case .{{caseName}}(let event): {{text}}
        {{/texts}}
                default: nil
                }
            }
        {{/hasTexts}}
        {{#nested}}

            {{> Declaration}}
        {{/nested}}
        }

        """##,
    ]
}

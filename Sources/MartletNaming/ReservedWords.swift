// Names that generated Swift can't use as they are, and why.

package enum ReservedWords {
    /// Members that would be taken for something else, or that generated types already have.
    package static let members: [String: String] = [
        "self": "`x.self` is the value itself",
        "init": "`x.init` is an initialiser",
        "Type": "`T.Type` is a metatype",
        "Protocol": "`P.Protocol` is a metatype",
        "hashValue": "Hashable requires it",
        "wire": "what a value keeps beside its members",
    ]

    package static let enumCases: [String: String] = [
        "self": "`x.self` is the value itself",
        "init": "`x.init` is an initialiser",
        "Type": "`T.Type` is a metatype",
        "Protocol": "`P.Protocol` is a metatype",
        "hashValue": "Hashable requires it",
        "rawValue": "RawRepresentable requires it",
        "knownValues": "enumerations list their values in it",
        "payload": "unions require it",
        "rules": "events have rules of where their stream ends",
        "result": "events that carry a result require it",
        "unknown": "the case that keeps a value which isn't listed",
        "undecodable": "the case that keeps an event which didn't fit",
        "none": "read as the Optional's where the type is optional",
        "some": "read as the Optional's where the type is optional",
        "null": "`.null` writes null where the type is optional twice",
    ]

    /// Types inside an event that would be taken for those of its protocols.
    package static let eventTypes: Set<String> = ["Result", "Snapshot"]

    package static let types: [String: String] = [
        "Type": "`T.Type` is a metatype",
        "Protocol": "`P.Protocol` is a metatype",
        "Self": "the type itself",
        "Any": "Swift's type of all values",
        "Client": "the generated client",
        "ClientProtocol": "the protocol of the generated client",
        "Raw": "`Client.Raw`, which hides it in the client's methods",
        "Swift": "the standard library, by which hidden types are named",
        "MartletRuntime": "the runtime, by which hidden types are named",
        "Foundation": "a module that clients import",
    ]

    /// For types that the document doesn't name: those that would hide a name which all code is written with.
    package static let inlineTypes: [String: String] = types.merging(
        SpelledNames.swift.union(SpelledNames.runtime).map { ($0, "generated code would have to name its module") }
    ) { $1 }

    /// For types inside others, which hide nothing in the client's methods.
    package static let nestedTypes: [String: String] = inlineTypes.filter { $0.key != "Raw" }

    /// What the method for an answer of the caller's type calls its own.
    package static let structuredParameters: Set<String> = ["type", "schema", "output", "reply"]

    /// Parameters of generated methods beside those of the document.
    package static let parameters: [String: String] = [
        "body": "the request's body", "options": "the request's options", "request": "the request that is built",
        "self": "the client", "core": "the client's core",
    ]
}

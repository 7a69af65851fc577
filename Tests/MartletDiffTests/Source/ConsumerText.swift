// Code that uses every public declaration of a client, written from its surface: does it compile against another version?

import MartletIR

@testable import MartletDiff
@testable import MartletTemplates

/// One line of Swift for each thing that code can do, so that an error's line tells what it couldn't.
struct ConsumerText {
    struct Line {
        var use: SourceFinding.Use
        var text: String
    }

    private(set) var lines: [Line] = []
    private let surface: Surface
    /// Whether names of other modules are spelt with them.
    private let isQualified: Bool

    init(_ surface: Surface, isQualified: Bool = true) {
        self.surface = surface
        self.isQualified = isQualified
        for type in surface.types { add(type) }
        add(surface.client)
        if !isQualified {
            addEverywhere()
            for type in surface.types where type.initialiser != nil { extend(Self.path(type.name)) }
        }
    }

    /// What code with any client does.
    private mutating func addEverywhere() {
        line(.name, "func f#(_ e: any Error) { if let e = e as? ClientError { _ = e.decodedBody } }")
        line(.name, "func f#(_ e: ServerError) -> JSONValue { e.json }")
        line(.name, "func f#() { _ = RetryPolicy.never }")
        line(.name, "func f#() { let n: Int = 1; _ = n }")
        line(.name, "func f#() { let v: Void = (); _ = v }")
        line(.name, "func f#(_ d: Data) -> String { d.base64EncodedString() }")
        line(.name, "func f#() { Task { print(1) } }")
        line(.name, "func f#(_ r: Regex<Substring>) -> Bool { \"a\".contains(r) }")
        line(.name, "func f#(_ d: Dimension) -> String { d.symbol }")
    }

    /// What is inside of the type hides other types from here.
    private mutating func extend(_ name: String) {
        line(.name, "extension \(name) { func f#(_ d: Data) -> String { d.base64EncodedString() } }")
        line(.name, "extension \(name) { func f#(_ e: ServerError) -> JSONValue { e.json } }")
        for type in surface.types where !type.name.contains(".") {
            line(.name, "extension \(name) { func f#(_ v: \(type.name)) -> Sample.\(Self.path(type.name)) { v } }")
        }
    }

    static let prologue = ["import Foundation", "import MartletRuntime"]

    /// The whole file; the first of `lines` is the third of its.
    var text: String {
        (Self.prologue + lines.map(\.text)).joined(separator: "\n") + "\n"
    }

    private mutating func line(_ use: SourceFinding.Use, _ text: String) {
        lines.append(Line(use: use, text: text.replacingNumber(lines.count)))
    }

    // MARK: Types

    private mutating func add(_ type: SurfaceType) {
        let name = Self.path(type.name)
        line(.name, "typealias N# = \(name)")
        for conformance in type.conformances.sorted() { conform(name, conformance, type) }
        for property in type.properties { add(property, of: name) }
        if let initialiser = type.initialiser { build(initialiser, name) }
        if case .enumeration(let raw) = type.kind {
            line(.build, "func f#(_ v: \(text(raw))) -> \(name) { .init(rawValue: v) }")
            line(.read, "func f#(_ v: \(name)) { let r: \(text(raw)) = v.rawValue; _ = r }")
        }
        if case .alias(let target) = type.kind {
            line(.read, "func f#(_ v: \(name)) { let r: \(text(target)) = v; _ = r }")
            line(.build, "func f#(_ v: \(text(target))) -> \(name) { v }")
        }
        add(type.cases, of: name)
    }

    private mutating func conform(_ name: String, _ conformance: String, _ type: SurfaceType) {
        switch conformance {
        case "ExpressibleByStringLiteral": line(.conform, "func f#() { let v: \(name) = \"text\"; _ = v }")
        case "ExpressibleByArrayLiteral":
            let element = type.literalElement.map(text) ?? ""
            line(.conform, "func f#(_ e: \(element)) { let v: \(name) = [e]; _ = v }")
        default:
            let module =
                ["Codable", "Hashable", "Sendable", "CaseIterable"].contains(conformance) ? "Swift" : "MartletRuntime"
            line(
                .conform,
                "func f#() { func need<T: \(isQualified ? module + "." : "")\(conformance)>(_: T.Type) {}; "
                    + "need(\(name).self) }")
        }
    }

    private mutating func add(_ property: SurfaceProperty, of name: String) {
        let member = SwiftText.identifier(property.name)
        line(.read, "func f#(_ v: \(name)) { let p: \(text(property.type)) = v.\(member); _ = p }")
        if property.type.isOptional {
            line(.read, "func f#(_ v: \(name)) { if let p = v.\(member) { _ = p } }")
        }
        guard property.isSettable else { return }
        line(.write, "func f#(_ v: inout \(name), _ p: \(text(property.type))) { v.\(member) = p }")
        if property.type.isOptional { line(.write, "func f#(_ v: inout \(name)) { v.\(member) = nil }") }
        if case .optional(.optional) = property.type {
            line(.write, "func f#(_ v: inout \(name)) { v.\(member) = .null }")
        }
    }

    private mutating func add(_ cases: [SurfaceCase], of name: String) {
        if cases.isEmpty { return }
        for item in cases {
            let member = SwiftText.identifier(item.name)
            if let payload = item.payload.map(text) {
                line(.build, "func f#(_ p: \(payload)) -> \(name) { .\(member)(p) }")
                line(
                    .match, "func f#(_ v: \(name)) { if case .\(member)(let p) = v { let q: \(payload) = p; _ = q } }")
            } else {
                line(.build, "func f#() -> \(name) { .\(member) }")
                line(.match, "func f#(_ v: \(name)) { if case .\(member) = v { return } }")
            }
        }
        let rows = cases.map { "case .\(SwiftText.identifier($0.name))\($0.payload == nil ? "" : "(_)"): break" }
        line(.exhaustiveSwitch, "func f#(_ v: \(name)) { switch v { \(rows.joined(separator: "; ")) } }")
    }

    // MARK: Calls

    private mutating func build(_ initialiser: SurfaceSignature, _ name: String) {
        let current = initialiser.parameters.filter { !$0.isDeprecated }
        let required = current.filter { !$0.hasDefault }
        line(.build, function(current, "-> \(name)", "\(name)", current))
        line(.build, function(required, "-> \(name)", "\(name)", required))
        if current.count < initialiser.parameters.count {
            line(.build, function(initialiser.parameters, "-> \(name)", "\(name)", initialiser.parameters))
        }
        let types = current.map { text($0.type) }.joined(separator: ", ")
        let labels = current.isEmpty ? "" : "(" + current.map { Self.label($0) + ":" }.joined() + ")"
        line(.functionValue, "func f#() { let f: (\(types)) -> \(name) = \(name).init\(labels); _ = f }")
    }

    private mutating func add(_ client: SurfaceClient) {
        let name = client.name
        line(.name, "typealias N# = \(name)")
        build(client.initialiser, name)
        for server in client.servers {
            line(.read, "func f#() { let u: Foundation.URL = \(name).\(server.name); _ = u }")
        }
        for maker in client.makers {
            let required = maker.signature.parameters.filter { !$0.hasDefault }
            let returns = "throws -> \(maker.signature.returns.map(text) ?? "")"
            for given in [maker.signature.parameters, required] {
                line(.call, function(given, returns, "return try \(name).\(SwiftText.identifier(maker.name))", given))
            }
            let types = maker.signature.parameters.map { text($0.type) }.joined(separator: ", ")
            line(.functionValue, "func f#() { let f: (\(types)) \(returns) = \(name).\(maker.name); _ = f }")
        }
        for operation in client.operations {
            for method in operation.methods { call(method, of: name) }
            for method in [operation.call, operation.stream].compactMap(\.self) { callWitness(method, of: name) }
            callRaw(operation, of: name)
        }
    }

    private mutating func callRaw(_ operation: SurfaceOperation, of client: String) {
        let all = operation.raw.parameters
        let member = "c.raw.\(SwiftText.identifier(operation.name))"
        let effects = "async throws -> MartletRuntime.RawResponse"
        for given in [all, all.filter { !$0.hasDefault }] {
            line(.call, function(given, effects, "try await \(member)", given, first: "_ c: \(client)"))
        }
        let types = all.map { text($0.type) }.joined(separator: ", ")
        line(.functionValue, "func f#(_ c: \(client)) { let f: (\(types)) \(effects) = \(member); _ = f }")
    }

    private mutating func call(_ method: SurfaceOperation.Method, of client: String) {
        let signature = method.signature
        let member = SwiftText.identifier(method.name)
        let returns = signature.returns.map(text) ?? "Swift.Void"
        let effects = "async throws -> \(returns)"
        let required = signature.parameters.filter { !$0.hasDefault }
        for given in [signature.parameters, required] {
            line(.call, function(given, effects, "return try await c.\(member)", given, first: "_ c: \(client)"))
        }
        let types = signature.parameters.map { text($0.type) }.joined(separator: ", ")
        line(
            .functionValue,
            "func f#(_ c: \(client)) { let f: (\(types)) async throws -> \(returns) = c.\(member); _ = f }")
        // A method with a type parameter is no witness of one without.
        if case .generic = signature.returns { return }
        let declared = signature.parameters.map { parameter in
            parameter.hasLabel
                ? "\(SwiftText.label(parameter.name)): \(text(parameter.type))" : "_ body: \(text(parameter.type))"
        }
        line(
            .functionValue,
            "protocol P# { func \(member)(\(declared.joined(separator: ", "))) \(effects) }; extension \(client): P# {}"
        )
    }

    /// Through the client's protocol, where nothing has a default beside `options:`.
    private mutating func callWitness(_ method: SurfaceOperation.Method, of client: String) {
        let all = method.signature.parameters
        let effects = "async throws -> \(method.signature.returns.map(text) ?? "Swift.Void")"
        let callee = "return try await c.\(SwiftText.identifier(method.name))"
        line(.functionValue, function(all, effects, callee, all, first: "_ c: any \(client)Protocol"))
    }

    private func function(
        _ parameters: [SurfaceParameter], _ effects: String, _ callee: String, _ given: [SurfaceParameter],
        first: String? = nil
    ) -> String {
        let declared = parameters.enumerated().map { "_ a\($0): \(text($1.type))" }
        let arguments = given.enumerated().map { place, parameter in
            parameter.hasLabel ? "\(SwiftText.label(parameter.name)): a\(place)" : "a\(place)"
        }
        let all = ([first].compactMap { $0 } + declared).joined(separator: ", ")
        return "func f#(\(all)) \(effects) { \(callee)(\(arguments.joined(separator: ", "))) }"
    }

    // MARK: Names

    private static func label(_ parameter: SurfaceParameter) -> String {
        parameter.hasLabel ? SwiftText.label(parameter.name) : "_"
    }

    private func text(_ type: SwiftType) -> String {
        switch type {
        case .named(let name): isQualified ? Self.qualified(name) : name
        case .generic(let name): name.replacing("Value", with: "Swift.String")
        case .declared(let name): Self.path(name)
        case .alias(_, let target): text(target)
        case .array(let element): "[\(text(element))]"
        case .dictionary(let value): "[\(isQualified ? "Swift." : "")String: \(text(value))]"
        case .optional(.named(let name)) where name.hasPrefix("any "): "(\(text(.named(name))))?"
        case .optional(let wrapped): "\(text(wrapped))?"
        case .stream(let event): "MartletRuntime.EventStream<\(text(event))>"
        case .pages(let page, let item): "MartletRuntime.Pages<\(text(page)), \(text(item))>"
        }
    }

    private static func qualified(_ name: String) -> String {
        if name == "URL" { return "Foundation.URL" }
        if name.hasPrefix("any ") { return "any MartletRuntime.\(name.dropFirst(4))" }
        return (Builtin(rawValue: name)?.module ?? "MartletRuntime") + "." + name
    }

    private static func path(_ name: String) -> String {
        name.split(separator: ".").map { SwiftText.identifier(String($0)) }.joined(separator: ".")
    }
}

extension String {
    /// With a number that no other line has, for the names that it declares.
    fileprivate func replacingNumber(_ number: Int) -> String {
        split(separator: "#", omittingEmptySubsequences: false).joined(separator: String(number))
    }
}

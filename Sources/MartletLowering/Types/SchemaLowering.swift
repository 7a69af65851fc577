// Schemas to declared types and references to them.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletPasses
import MartletSource

/// What the configuration decides about types.
struct TypeSettings: Sendable {
    var keepsUnknownMembers = false
    var explicitNull = false
    /// Schemas that are JSON values wherever they are used.
    var excluded: Set<SchemaLocation> = []
}

/// Where inline types are declared: inside a type, or beside all others.
struct DeclarationScope {
    /// The names of the types around; empty at the top.
    var path: [String]
    /// The schema of the type around, until the names inside it are reserved: most types have no types inside.
    var owner: Schema?
    var names = NameScope(reserved: ReservedWords.nestedTypes)
    var declarations: [TypeDeclaration] = []

    static var top: DeclarationScope { DeclarationScope(path: []) }
}

struct LoweredType {
    var type: TypeReference
    var isNullable: Bool
    var annotations: Annotations

    /// With the null that the schema allows.
    var optionalType: TypeReference {
        isNullable ? .optional(type) : type
    }
}

struct SchemaLowering {
    var normalizer: Normalizer
    var names: TypeNames
    var facts: DocumentFacts
    /// Whether what is lowered is a part of a form, where strings of bytes are files.
    private var isPart = false
    let settings: TypeSettings
    private(set) var declared = DeclarationIndex()
    /// Properties that stand for texts elsewhere in their value.
    var joinedTexts: [JoinedTexts.Request] = []
    /// What is streamed, by the names of the operations.
    var streams: [String: MediaType] = [:]
    var examples = ExampleTable()
    /// The types of what stands in components that are no schemas, by their schemas.
    private var shared: [ObjectIdentifier: LoweredType] = [:]
    /// The inline schemas that are being declared, with the paths of their types.
    private var open: [ObjectIdentifier: [String]] = [:]
    /// The arrays and maps without a name that are being looked into.
    private var openPlain: Set<ObjectIdentifier> = []
    private var queue: [SchemaLocation] = []
    private var queued: Set<SchemaLocation> = []

    init(normalizer: Normalizer, names: TypeNames, facts: DocumentFacts, settings: TypeSettings) {
        self.normalizer = normalizer
        self.names = names
        self.facts = facts
        self.settings = settings
    }

    /// Asks for the type of the schema at `location`, and returns its name.
    mutating func request(_ location: SchemaLocation) -> String {
        let name = names.claim(location, in: normalizer.table[location]?.position.file)
        if queued.insert(location).inserted { queue.append(location) }
        return name
    }

    /// Lowers what was asked for, and what that needs, until nothing is left.
    mutating func lowerRequested(_ diagnostics: inout Diagnostics) {
        var next = 0
        while next < queue.count {
            let location = queue[next]
            next += 1
            guard let schema = normalizer.table[location] else { continue }
            declareTop(schema, named: names.claim(location, in: schema.position.file), &diagnostics)
        }
        queue = []
    }

    /// Adds types that were declared at the top while something else was lowered.
    mutating func declare(_ types: [TypeDeclaration]) {
        declared.add(types)
    }

    /// Documents the type called `path` at the top, if it has no documentation yet.
    mutating func describe(_ path: [String], _ documentation: Documentation) {
        guard path.count == 1 else { return }
        declared.change(path[0]) { if $0.documentation.lines.isEmpty { $0.documentation = documentation } }
    }

    private mutating func declareTop(_ schema: Schema, named name: String, _ diagnostics: inout Diagnostics) {
        var scope = DeclarationScope.top
        let normal = normalizer.normal(schema, &diagnostics)
        let declaration = declaration(normal, schema, named: name, path: [name], in: &scope, &diagnostics)
        declared.add([declaration] + scope.declarations)
        let type = TypeReference.declared([name])
        UnreadableExample.report(of: schema, normal.shape, &diagnostics)
        examples.note(schema, as: normal.isNullable ? .optional(type) : type)
    }

    /// The type of `schema`; one that has no name yet is declared in `scope`, called after `hint`.
    mutating func type(
        of schema: Schema, hint: String, in scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> LoweredType {
        let normal = normalizer.normal(schema, &diagnostics)
        if isPart, let type = fileType(schema, &diagnostics) {
            return LoweredType(type: type, isNullable: normal.isNullable, annotations: normal.annotations)
        }
        let type: TypeReference
        switch normal.shape {
        case .reference(let location) where settings.excluded.contains(location): type = .builtin(.json)
        case .reference(let location): type = .declared([request(location)])
        case .enumeration(let values) where values.rawType == .bool: type = .builtin(.bool)
        case .object, .tuple, .union, .enumeration:
            // A schema without a name may contain itself, through one with a name that it is made from.
            if let path = open[schema.id] {
                type = .declared(path)
            } else {
                let name = claim(hint, in: &scope)
                let path = scope.path + [name]
                open[schema.id] = path
                let declaration = declaration(normal, schema, named: name, path: path, in: &scope, &diagnostics)
                open[schema.id] = nil
                scope.declarations.append(declaration)
                type = .declared(path)
            }
        default:
            // An array or a map of itself, through one with a name, has no type: it never gets to anything else.
            if openPlain.insert(schema.id).inserted {
                type = plainType(normal, schema, hint: hint, in: &scope, &diagnostics)
                openPlain.remove(schema.id)
            } else {
                diagnostics.report(.holdsItself, at: schema.position)
                type = .builtin(.json)
            }
        }
        let lowered = LoweredType(type: type, isNullable: normal.isNullable, annotations: normal.annotations)
        UnreadableExample.report(of: schema, normal.shape, &diagnostics)
        examples.note(schema, as: lowered.optionalType)
        return lowered
    }

    /// The type of a parameter or a header field, declared at the top: once for each `component`, and called after that, however
    /// many operations refer to it; called after `hint` where it is no component.
    mutating func type(
        of schema: Schema, component: SharedComponent?, hint: String, _ diagnostics: inout Diagnostics
    ) -> LoweredType {
        if component != nil, let known = shared[schema.id] { return known }
        var scope = DeclarationScope.top
        let lowered = type(of: schema, hint: component.map(names.hint) ?? hint, in: &scope, &diagnostics)
        declare(scope.declarations)
        if component != nil { shared[schema.id] = lowered }
        return lowered
    }

    private mutating func claim(_ hint: String, in scope: inout DeclarationScope) -> String {
        if scope.path.isEmpty { return names.claimInline(hint) }
        if let owner = scope.owner {
            // A nested type of the same name would hide one that is used inside.
            scope.names.reserve(namesInside(owner).union(scope.path))
            if facts.events.contains(owner.id) { scope.names.reserve(ReservedWords.eventTypes) }
            scope.owner = nil
        }
        return scope.names.claim(SwiftName.type(hint))
    }

    /// Types that need no declaration of their own.
    private mutating func plainType(
        _ normal: NormalSchema, _ schema: Schema, hint: String, in scope: inout DeclarationScope,
        _ diagnostics: inout Diagnostics
    ) -> TypeReference {
        switch normal.shape {
        case .primitive(.fileContent): return .builtin(.string)
        case .primitive(let type): return .builtin(type)
        case .array(let items):
            guard let items else { return .array(.builtin(.json)) }
            let element = hint.hasSuffix("Item") ? hint : hint + "Item"
            let wasPart = isPart
            defer { isPart = wasPart }
            // Each element is a part, and as a list it is JSON.
            if case .array = normalizer.resolved(items, &diagnostics).shape { isPart = false }
            return .array(type(of: items, hint: element, in: &scope, &diagnostics).optionalType)
        case .map(let values):
            guard let values else { return .dictionary(.builtin(.json)) }
            let value = memberType(of: values, owner: schema, hint: hint + "Value", in: &scope, &diagnostics)
            return .dictionary(value.optionalType)
        case .enumeration(let values) where values.rawType == .bool: return .builtin(.bool)
        default: return .builtin(.json)
        }
    }

    /// A file or a list of files, also by a name: in JSON, what the name stands for is text.
    private mutating func fileType(_ schema: Schema, _ diagnostics: inout Diagnostics) -> TypeReference? {
        guard case .array(let items) = normalizer.resolved(schema, &diagnostics).shape else {
            return isFile(schema, &diagnostics) ? .builtin(.fileContent) : nil
        }
        let isMarked = facts.multiparts.isFile(schema)
        guard let items else { return isMarked ? .array(.builtin(.fileContent)) : nil }
        guard isMarked || isFile(items, &diagnostics) else { return nil }
        return .array(
            normalizer.normal(items, &diagnostics).isNullable
                ? .optional(.builtin(.fileContent)) : .builtin(.fileContent))
    }

    private mutating func isFile(_ schema: Schema, _ diagnostics: inout Diagnostics) -> Bool {
        if facts.multiparts.isFile(schema) { return true }
        if case .primitive(.fileContent) = normalizer.resolved(schema, &diagnostics).shape { return true }
        return false
    }

    /// The type of a member of `owner`.
    mutating func memberType(
        of schema: Schema, owner: Schema, hint: String, in scope: inout DeclarationScope,
        _ diagnostics: inout Diagnostics
    ) -> LoweredType {
        let wasPart = isPart
        defer { isPart = wasPart }
        isPart = facts.multiparts.contains(owner)
        return type(of: schema, hint: hint, in: &scope, &diagnostics)
    }

    private mutating func declaration(
        _ normal: NormalSchema, _ schema: Schema, named name: String, path: [String],
        in scope: inout DeclarationScope, _ diagnostics: inout Diagnostics
    ) -> TypeDeclaration {
        var inner = DeclarationScope(path: path, owner: schema)
        let kind: TypeDeclaration.Kind
        switch normal.shape {
        case .object(let object):
            kind = .structure(
                StructureLowering(object, owner: schema, position: normal.position)
                    .structure(&self, &inner, &diagnostics))
        case .tuple(let tuple):
            kind = .structure(TupleLowering(tuple).structure(&self, &inner, &diagnostics))
        case .union(let union):
            kind = .union(
                UnionLowering(union, typeName: name, position: normal.position).union(&self, &inner, &diagnostics))
        case .enumeration(let values) where values.rawType != .bool:
            kind = .enumeration(EnumerationLowering(values, typeName: name).enumeration(&diagnostics))
        case .reference(let location): kind = .alias(.declared([request(location)]))
        default:
            // What an alias needs can't be declared inside it.
            var beside = DeclarationScope(path: Array(path.dropLast()))
            beside.owner = scope.owner
            beside.names = scope.names
            kind = .alias(plainType(normal, schema, hint: name, in: &beside, &diagnostics))
            scope.owner = beside.owner
            scope.names = beside.names
            scope.declarations += beside.declarations
        }
        return TypeDeclaration(
            name: name,
            documentation: DocumentationLowering.documentation(normal.annotations, of: name, default: false),
            deprecation: DocumentationLowering.deprecation(normal.annotations), kind: kind, nested: inner.declarations,
            origin: diagnostics.origin(of: schema.position))
    }

    /// The declared types that are named inside `schema`: a nested type of the same name would hide them.
    private mutating func namesInside(_ schema: Schema) -> Set<String> {
        var found: Set<String> = []
        var seen: Set<ObjectIdentifier> = []
        var open = [schema]
        let keywords = schema.keywords
        // Members beside a union are joined with each of its branches.
        let isMerged =
            !keywords.allOf.isEmpty || keywords.isUnion && (!keywords.properties.isEmpty || !keywords.required.isEmpty)
        while let next = open.popLast() {
            guard seen.insert(next.id).inserted else { continue }
            if let location = next.keywords.reference {
                found.insert(names.claim(location, in: normalizer.table[location]?.position.file))
            }
            // A merged schema names what its parts name.
            if let location = next.keywords.reference, next.id == schema.id || isMerged,
                let target = normalizer.table[location]
            {
                open.append(target)
            }
            open += next.keywords.children
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static let holdsItself = Diagnostic(
        .warning, id: "recursive-alias",
        "the schema is a list or a map of itself, for which there is no Swift type; any JSON value is taken")
}

extension Schema.Keywords {
    /// The schemas one level down.
    var children: [Schema] {
        // One array that grows: eleven to be joined, most of them empty, took a fiftieth of the whole run.
        var children: [Schema] = []
        for property in properties { children.append(property.schema) }
        for property in patternProperties { children.append(property.schema) }
        if let additionalProperties { children.append(additionalProperties) }
        if let items { children.append(items) }
        children += prefixItems
        children += allOf
        children += anyOf
        children += oneOf
        for branch in conditional { children.append(branch.schema) }
        if let unevaluatedProperties { children.append(unevaluatedProperties) }
        if let unevaluatedItems { children.append(unevaluatedItems) }
        if let contains { children.append(contains) }
        if let contentSchema { children.append(contentSchema) }
        return children
    }
}

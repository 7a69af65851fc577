// Holds recorded values against schemas, all the way down.

import MartletIR
import MartletLowering
import MartletOpenAPI
import MartletRuntime

struct TrafficCheck {
    private(set) var reading: ValueReading
    private(set) var tally = Tally()
    private var source = ""
    private var isRequest = false
    private var path: [String] = []
    /// The branches that were found to fit in the value at hand: trying an outer one asks for them again.
    private var fitting: [UnionPlace: Int] = [:]

    private struct UnionPlace: Hashable {
        var path: [String]
        var union: ObjectIdentifier
    }

    init(_ reading: ValueReading) {
        self.reading = reading
    }

    mutating func check(_ unit: TrafficUnit, as candidate: Candidate) {
        isRequest = candidate.role == .request
        fitting = [:]
        switch unit.content {
        case .body(let value):
            source = unit.name
            check(value, candidate.schema)
        case .stream(let events):
            for event in events where !candidate.isControl(event) {
                source = "\(unit.name) event \(event.number)"
                fitting = [:]
                check(candidate.value(of: event), candidate.schema, eventName: candidate.name(of: event))
            }
        }
    }

    private mutating func check(_ value: JSONValue, _ schema: Schema, eventName: String? = nil) {
        let schema = reading.schema(for: schema)
        let expected = reading.expected(of: schema)
        if case .any = expected.shape { return }
        tally.visit(schema)
        if value.isNull {
            if !expected.isNullable { report(.null, value, at: schema) }
            return
        }
        switch expected.shape {
        case .any: break
        case .scalar(let type):
            if !type.kinds.contains(value.kind) {
                if NumberPass.readsTexts(expected.owner.keywords), value.isTextOfNumber { break }
                report(.wrongType, value, at: schema)
            } else if let text = value.stringValue, !type.reads(text) {
                let keywords = expected.owner.keywords
                report(
                    .wrongFormat(keywords.format ?? keywords.contentEncoding ?? type.rawValue), value,
                    at: expected.owner)
            }
        case .enumeration(let literals): check(value, literals, schema, expected.owner)
        case .array(let items):
            guard let elements = array(value, schema) else { return }
            guard let items else { return }
            for (place, element) in elements.enumerated() { step("[\(place)]") { $0.check(element, items) } }
        case .tuple(let positions, let rest):
            guard let elements = array(value, schema) else { return }
            for (place, element) in elements.enumerated() {
                guard let own = positions.indices.contains(place) ? positions[place] : rest else { continue }
                step("[\(place)]") { $0.check(element, own) }
            }
        case .map(let values):
            guard let members = object(value, schema) else { return }
            guard let values else { return }
            for name in members.keys.sorted() { step(.member(name)) { $0.check(members[name] ?? .null, values) } }
        case .object(let object):
            guard let members = self.object(value, schema) else { return }
            check(members, object, expected.owner, tagFromName: nil)
        case .union(let union): check(value, union, expected.owner, eventName)
        }
    }

    private mutating func check(_ value: JSONValue, _ literals: [Literal], _ schema: Schema, _ owner: Schema) {
        if literals.contains(where: value.equals) { return }
        let kinds = Set(literals.map(\.kind))
        let isSameKind = kinds.contains(value.kind) || value.kind == .integer && kinds.contains(.number)
        if isSameKind { report(.unknownValue, value, at: owner) } else { report(.wrongType, value, at: schema) }
    }

    private mutating func check(
        _ value: JSONValue, _ union: ExpectedUnion, _ owner: Schema, _ eventName: String?
    ) {
        tally.visitOwner(owner)
        let dispatch = UnionDispatch(union)
        let places = dispatch.branches(of: value, eventName: eventName)
        if let place = fitting(places, value, union, owner, eventName) {
            let branch = union.branches[place]
            let isNamedOutside = eventName != nil && union.tag.map { value[$0] == nil } ?? false
            let expected = reading.expected(of: branch)
            if isNamedOutside, case .object(let object) = expected.shape, let members = value.objectValue {
                return check(members, object, expected.owner, tagFromName: union.tag)
            }
            return check(value, branch, eventName: eventName)
        }
        if value.kind == .object {
            report(.unknownBranch(dispatch.tag(of: value, eventName: eventName)), value, at: owner)
        } else {
            report(.wrongType, value, at: owner)
        }
    }

    /// Of several branches, the first that the value fits; else the first.
    private mutating func fitting(
        _ places: [Int], _ value: JSONValue, _ union: ExpectedUnion, _ owner: Schema, _ eventName: String?
    ) -> Int? {
        guard places.count > 1 else { return places.first }
        let key = UnionPlace(path: path, union: owner.id)
        if let known = fitting[key] { return known }
        var found = places[0]
        for place in places where fits(value, union.branches[place], eventName) {
            found = place
            break
        }
        fitting[key] = found
        return found
    }

    /// Whether the document and the value agree in all.
    private mutating func fits(_ value: JSONValue, _ schema: Schema, _ eventName: String?) -> Bool {
        var trial = self
        trial.tally = Tally()
        trial.check(value, schema, eventName: eventName)
        fitting = trial.fitting
        return trial.tally.disagreements.isEmpty
    }

    /// `tagFromName`: the member whose value stands in the event's name.
    private mutating func check(
        _ members: [String: JSONValue], _ object: ExpectedObject, _ owner: Schema, tagFromName: String?
    ) {
        tally.visitOwner(owner)
        var declared: Set<String> = []
        for property in object.properties {
            declared.insert(property.name)
            guard let member = members[property.name] else {
                let keywords = property.schema.keywords
                let isForOthers = isRequest ? keywords.isReadOnly : keywords.isWriteOnly
                if object.required.contains(property.name), !isForOthers, property.name != tagFromName {
                    report(.absent(property.name), .object(members), at: owner)
                }
                continue
            }
            step(.member(property.name)) { $0.check(member, property.schema) }
        }
        for name in object.required.subtracting(declared).sorted() where members[name] == nil {
            report(.absent(name), .object(members), at: owner)
        }
        for name in members.keys.sorted() where !declared.contains(name) {
            let member = members[name] ?? .null
            step(.member(name)) { check in
                if let additional = object.additional {
                    check.check(member, additional)
                } else if !check.isOpen(owner) {
                    check.report(.undeclared(name), member, at: owner)
                }
            }
        }
    }

    /// Whether the document says that any other member may come.
    private func isOpen(_ owner: Schema) -> Bool {
        SchemaParts(owner, reading.document.schemas).parts.contains { part in
            let own = part.keywords
            let isAny = [own.additionalProperties, own.unevaluatedProperties].contains { $0?.keywords.boolean == true }
            return isAny || !own.patternProperties.isEmpty
        }
    }

    private mutating func array(_ value: JSONValue, _ schema: Schema) -> [JSONValue]? {
        if value.arrayValue == nil { report(.wrongType, value, at: schema) }
        return value.arrayValue
    }

    private mutating func object(_ value: JSONValue, _ schema: Schema) -> [String: JSONValue]? {
        if value.objectValue == nil { report(.wrongType, value, at: schema) }
        return value.objectValue
    }

    private mutating func step(_ step: String, _ body: (inout TrafficCheck) -> Void) {
        path.append(step)
        body(&self)
        path.removeLast()
    }

    private mutating func report(_ kind: Disagreement.Kind, _ value: JSONValue, at schema: Schema) {
        let (source, path) = (source, path)
        tally.report(kind, value, at: schema, .init(source: source, path: "$" + path.joined(), value: value))
    }
}

extension String {
    /// A member as a step of a JSONPath.
    static func member(_ name: String) -> String {
        JSONPathText.step(name)
    }
}

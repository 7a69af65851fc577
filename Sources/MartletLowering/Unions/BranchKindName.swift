// What a union's branch is called that has neither tag nor title nor schema name: its kind of value, and what tells it apart.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct BranchKindName {
    private let plan: DispatchPlan
    private let place: Int

    init(_ plan: DispatchPlan, _ place: Int) {
        self.plan = plan
        self.place = place
    }

    /// From the plainest to the most particular: `array`, `stringArray`.
    func names(_ normalizer: inout Normalizer, names: TypeNames, _ diagnostics: inout Diagnostics) -> [String] {
        let schema = plan.branches[place].schema
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .array(let items?):
            return ["array", elementName(items, &normalizer, names, &diagnostics) + "Array"]
        case .map(let values?):
            return ["dictionary", elementName(values, &normalizer, names, &diagnostics) + "Dictionary"]
        case .object(let object):
            return ["object"] + (ownMember(object).map { ["with" + SwiftName.type($0)] } ?? [])
        case let shape: return [Self.name(of: shape)]
        }
    }

    private func elementName(
        _ schema: Schema, _ normalizer: inout Normalizer, _ names: TypeNames, _ diagnostics: inout Diagnostics
    ) -> String {
        let normal = normalizer.normal(schema, &diagnostics)
        if case .reference(let location) = normal.shape, let name = names[location] { return SwiftName.member(name) }
        if let title = schema.keywords.title { return SwiftName.member(title) }
        return Self.name(of: normal.shape)
    }

    /// The first required member that no other branch requires.
    private func ownMember(_ object: ObjectShape) -> String? {
        object.properties.map(\.name).first { object.required.contains($0) && plan.requiring[$0, default: 0] <= 1 }
    }

    private static func name(of shape: NormalSchema.Shape) -> String {
        switch shape {
        case .primitive(let type): name(of: type)
        case .enumeration(let values): values.rawType == .string ? "option" : name(of: values.rawType)
        case .array: "array"
        case .tuple: "tuple"
        case .map: "dictionary"
        case .object: "object"
        case .union: "choice"
        case .any, .reference: "json"
        }
    }

    private static func name(of type: Builtin) -> String {
        switch type {
        case .string: "string"
        case .bool: "bool"
        case .double, .float, .decimalNumber: "number"
        case .timestamp, .unixTime: "timestamp"
        case .calendarDate: "date"
        case .timeOfDay: "time"
        case .calendarDuration: "duration"
        case .decimalText: "decimal"
        case .base64Data, .base64URLData: "data"
        case .fileContent: "file"
        case .json: "json"
        default: "integer"
        }
    }
}

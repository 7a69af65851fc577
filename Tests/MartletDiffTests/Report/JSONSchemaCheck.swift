// As much of JSON Schema 2020-12 as the published schema of reports uses; a keyword that isn't known is a fault.
import Foundation

struct JSONSchemaCheck {
    private let root: [String: Any]

    init(_ data: Data) throws {
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// What is wrong with `value`, with its path.
    func faults(_ value: Any) -> [String] {
        faults(value, root, "")
    }

    private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        schema.keys.sorted().flatMap { keyword -> [String] in
            switch keyword {
            case "$schema", "$defs", "title", "description": return []
            case "$ref":
                let name = (schema[keyword] as? String)?.split(separator: "/").last.map(String.init) ?? ""
                guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                    return ["\(path): nothing is called \(name)"]
                }
                return faults(value, target, path)
            case "type":
                return fits(value, schema[keyword] as? String ?? "") ? [] : ["\(path): not \(schema[keyword] ?? "")"]
            case "const": return same(value, schema[keyword]) ? [] : ["\(path): another constant"]
            case "enum":
                let values = schema[keyword] as? [Any] ?? []
                return values.contains { same(value, $0) } ? [] : ["\(path): '\(value)' isn't listed"]
            case "required":
                let object = value as? [String: Any] ?? [:]
                return (schema[keyword] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): no \($0)" }
            case "properties":
                let properties = schema[keyword] as? [String: [String: Any]] ?? [:]
                return (value as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { key, member in
                    properties[key].map { faults(member, $0, "\(path)/\(key)") } ?? ["\(path): \(key) isn't described"]
                }
            case "additionalProperties":
                let inner = schema[keyword] as? [String: Any] ?? [:]
                return (value as? [String: Any] ?? [:]).flatMap { faults($0.value, inner, "\(path)/\($0.key)") }
            case "items":
                let inner = schema[keyword] as? [String: Any] ?? [:]
                return (value as? [Any] ?? []).enumerated().flatMap { faults($1, inner, "\(path)/\($0)") }
            case "pattern":
                let text = value as? String ?? ""
                let isMatch = text.range(of: schema[keyword] as? String ?? "", options: .regularExpression) != nil
                return isMatch ? [] : ["\(path): '\(text)' doesn't match"]
            case "minimum":
                return (value as? Int ?? .min) >= (schema[keyword] as? Int ?? .max) ? [] : ["\(path): too small"]
            default: return ["\(path): the check doesn't know '\(keyword)'"]
            }
        }
    }

    private func fits(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer": value is Int
        default: false
        }
    }

    private func same(_ first: Any, _ second: Any?) -> Bool {
        (first as? String) == (second as? String) && first is String
    }
}

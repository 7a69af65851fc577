// How a parameter's value is written in a request (OpenAPI 3.2.0, section 4.12.2).

import MartletOpenAPI

/// What is written as parameters are.
protocol ParameterValue {
    var location: ParameterLocation { get }
    var style: String? { get }
    var explode: Bool? { get }
    var allowReserved: Bool { get }
    var content: MediaType? { get }
}

extension Parameter: ParameterValue {}

/// As a header of a request is.
extension Header: ParameterValue {
    var location: ParameterLocation { .header }
    var style: String? { nil }
    var allowReserved: Bool { false }
}

enum ParameterSpelling {
    /// What differs: the name of the field, and its values in effect.
    ///
    /// - Parameter kinds: those that values have in both versions; where those differ, the types tell it.
    static func differences(
        _ old: some ParameterValue, _ new: some ParameterValue, kinds: Set<SchemaType>
    ) -> [(what: String, old: String, new: String)] {
        let (before, after) = (old.content?.essence, new.content?.essence)
        if before != after { return [("content", name(before), name(after))] }
        guard before == nil else { return [] }
        var differences: [(String, String, String)] = []
        if style(old) != style(new) { differences.append(("style", "'\(style(old))'", "'\(style(new))'")) }
        if explode(old) != explode(new), matters(to: kinds, in: [style(old), style(new)]) {
            differences.append(("explode", String(explode(old)), String(explode(new))))
        }
        if old.allowReserved != new.allowReserved {
            differences.append(("allow-reserved", String(old.allowReserved), String(new.allowReserved)))
        }
        return differences
    }

    /// How the value is written in both versions: with its items or members it is text, unless it is JSON.
    static func writing(
        _ old: some ParameterValue, _ new: some ParameterValue, isRequired: Bool
    ) -> Writing {
        let forms = [old.content, new.content].map { $0.map { Writing.Form($0) } ?? .text(levels: 1) }
        return Writing(
            Writing.Form.of(forms), writesItemsAlone: writesItemsAlone(new), spreadsOld: writesItemsAlone(old),
            mayBeMissing: !isRequired)
    }

    /// Whether a list of one is written as the item alone, and a list of several as several parameters: `?a=1&a=2`.
    private static func writesItemsAlone(_ parameter: some ParameterValue) -> Bool {
        parameter.content == nil && style(parameter) == "form" && explode(parameter)
    }

    private static func name(_ essence: String?) -> String {
        essence.map { "'\($0)'" } ?? "a schema"
    }

    private static func style(_ parameter: some ParameterValue) -> String {
        if let style = parameter.style { return style }
        switch parameter.location {
        case .query, .cookie, .queryString: return "form"
        case .path, .header: return "simple"
        }
    }

    private static func explode(_ parameter: some ParameterValue) -> Bool {
        parameter.explode ?? ["form", "cookie"].contains(style(parameter))
    }

    /// Whether `explode` makes a difference: not to single values, nor to lists with commas alone, nor where objects are
    /// written in one way only.
    private static func matters(to kinds: Set<SchemaType>, in styles: [String]) -> Bool {
        styles.contains { style in
            switch style {
            case "simple": kinds.contains(.object)
            case "deepObject": false
            default: kinds.contains(.array) || kinds.contains(.object)
            }
        }
    }
}

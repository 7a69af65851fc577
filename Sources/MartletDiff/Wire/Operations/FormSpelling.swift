// How one member of a form is written, defaults filled in (OpenAPI 3.2.0, section 4.15.1).

import MartletOpenAPI

struct FormSpelling {
    /// In small letters.
    let headers: Set<String>
    /// Nil where a style tells how it is written.
    private let contentTypes: Set<String>?
    private let style: String?
    private let explode: Bool
    private let allowReserved: Bool
    private let isScalar: Bool
    /// What one part holds: of a list, an item.
    private let part: SchemaView
    let isList: Bool
    /// Whether a list of one is written as the item alone: as a field, or a part, of its own.
    let writesItemsAlone: Bool

    typealias Difference = (what: String, old: String, new: String)

    /// `media` is a form, `view` is the schema of its member `name`, and `item` that of its items, where it is a list.
    init(_ media: MediaType, _ name: String, _ view: SchemaView, item: SchemaView?) {
        let encoding = media.encodings.first { $0.member == name }
        let isMultipart = media.essence.hasPrefix("multipart/")
        headers = isMultipart ? Set((encoding?.headers ?? []).map { $0.lowercased() }) : []
        let types = view.keywords.types ?? []
        isScalar = !types.isEmpty && !types.contains(.array) && !types.contains(.object)
        isList = view.typeNames == ["array"]
        part = isList ? item ?? view : view
        // Any of the three makes the media type count for nothing.
        let hasStyle = encoding?.style != nil || encoding?.explode != nil || encoding?.allowReserved == true
        let isStyled = hasStyle || (!isMultipart && encoding?.contentType == nil)
        style = isStyled ? encoding?.style ?? "form" : nil
        let explode = encoding?.explode ?? (style == "form")
        self.explode = explode
        allowReserved = encoding?.allowReserved ?? false
        // A media type that is given may be that of the whole list.
        writesItemsAlone = style.map { $0 == "form" && explode } ?? (encoding?.contentType == nil)
        contentTypes =
            isStyled
            ? nil
            : Self.contentTypes(encoding?.contentType ?? Self.usual((isList ? item : nil)?.keywords ?? view.keywords))
    }

    /// Fields are texts, and parts what their media type says.
    var form: Writing.Form {
        guard let contentTypes else { return .text(levels: 1) }
        if contentTypes == ["text/plain"] { return .text(levels: 1) }
        return contentTypes.allSatisfy { MediaKind($0) == .json } ? .json : .unknown
    }

    /// Whether a part that was JSON is text now, which its media type says if nothing else does.
    func turnsToText(in new: FormSpelling) -> Bool {
        contentTypes == ["application/json"] && new.contentTypes == ["text/plain"] && isList == new.isList
            && part.typeNames == ["object"] && Set(new.part.typeNames).isDisjoint(with: ["array", "object"])
    }

    /// The names of rules, and the values of both versions.
    func differences(from new: FormSpelling) -> [Difference] {
        guard let style, let other = new.style else { return contentTypeDifference(from: new) }
        var differences: [(String, String, String)] = []
        if style != other { differences.append(("style-changed", "'\(style)'", "'\(other)'")) }
        if explode != new.explode, !isScalar || !new.isScalar {
            differences.append(("explode-changed", String(explode), String(new.explode)))
        }
        if allowReserved != new.allowReserved {
            differences.append(("allow-reserved-changed", String(allowReserved), String(new.allowReserved)))
        }
        return differences
    }

    private func contentTypeDifference(from new: FormSpelling) -> [Difference] {
        guard contentTypes != new.contentTypes else { return [] }
        var how = "changed"
        if let contentTypes, let others = new.contentTypes {
            if Self.isHeld(contentTypes, by: others) { how = "generalized" }
            if Self.isHeld(others, by: contentTypes) { how = "specialized" }
        }
        return [("content-type-\(how)", text, new.text)]
    }

    private var text: String {
        contentTypes.map { $0.sorted().map { "'\($0)'" }.joined(separator: ", ") } ?? "that of a form's field"
    }

    /// `image/*` holds `image/png`.
    private static func isHeld(_ narrow: Set<String>, by wide: Set<String>) -> Bool {
        narrow.allSatisfy { name in wide.contains { MediaRange($0).covers(name) } }
    }

    private static func contentTypes(_ text: String) -> Set<String> {
        Set(text.lowercased().split(separator: ",").map { $0.filter { !$0.isWhitespace } })
    }

    /// Where nothing is said; that of a list is that of its items.
    private static func usual(_ keywords: Schema.Keywords) -> String {
        if keywords.format == "binary" || keywords.format == "byte" || keywords.contentEncoding != nil {
            return "application/octet-stream"
        }
        if let media = keywords.contentMediaType { return media }
        switch keywords.types?.first {
        case .object: return "application/json"
        case .array: return keywords.items.map { usual($0.keywords) } ?? "application/octet-stream"
        // A reference mostly leads to an object.
        case nil: return keywords.reference == nil ? "application/octet-stream" : "application/json"
        default: return "text/plain"
        }
    }
}

// What a configuration, or the extension `x-martlet-pagination`, says of an operation's pages.

package import MartletSource

/// How an operation gives its list page by page. Members are named by their keys, with dots between them.
package struct PaginationSettings: Sendable {
    package enum Style: String, CaseIterable, Sendable {
        case cursor, offset, page, link, url, none
    }

    package var style: Style
    /// The query parameter that takes the position.
    package var parameter: String?
    package var items: String?
    package var next: String?
    package var more: String?
    package var total: String?
    package var pages: String?
    /// The number of the first page, or of the first item.
    package var first: Int?
    package var position: Position

    /// `none`, or a mapping; nil, with an error reported, where it is neither.
    package init?(_ node: Node, _ diagnostics: inout Diagnostics) {
        position = node.position
        if node.scalar?.text == "none" || node.scalar?.resolved == .bool(false) {
            style = .none
            return
        }
        let styles = Style.allCases.map(\.rawValue).joined(separator: ", ")
        guard let mapping = node.mapping else {
            diagnostics.report(.wrongType("pagination", "'none', or a mapping with a style: \(styles)"), at: position)
            return nil
        }
        let fields = ConfigurationFields(mapping, known: ConfigurationKeys.pagination, &diagnostics)
        guard let style = fields.string("style", &diagnostics).flatMap(Style.init) else {
            diagnostics.report(.wrongType("style", "one of \(styles)"), at: mapping["style"]?.position ?? position)
            return nil
        }
        self.style = style
        parameter = fields.string("parameter", &diagnostics)
        items = fields.string("items", &diagnostics)
        next = fields.string("next", &diagnostics)
        more = fields.string("more", &diagnostics)
        total = fields.string("total", &diagnostics)
        pages = fields.string("pages", &diagnostics)
        first = fields.number("first", in: 0...1_000_000, &diagnostics)
    }
}

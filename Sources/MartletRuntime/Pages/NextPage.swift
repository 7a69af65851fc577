// Where the next page of a list begins, by each way in which services say so; nil is the end.

/// Where the next page begins.
public enum NextPage {
    /// At a cursor.
    ///
    /// - Parameters:
    ///   - cursor: that the page names; none, or an empty one, is the end, and so is the one that led to the page.
    ///   - position: that led to the page.
    ///   - more: whether the page says that there is another.
    public static func cursor<Cursor: Hashable>(
        _ cursor: Cursor?, after position: Cursor?, more: Bool? = nil
    ) -> Cursor? {
        guard let cursor, cursor != position, more != false else { return nil }
        if let text = cursor as? String, text.isEmpty { return nil }
        return cursor
    }

    /// After as many items as were there: a page without any is the end, and so is the last of `total`.
    ///
    /// - Parameters:
    ///   - position: that led to the page; nil stands for `first`.
    ///   - first: the first position.
    ///   - count: of the items on the page.
    ///   - total: how many items there are in all, where the page says so.
    ///   - more: whether there is another page, where the page says so.
    public static func offset<Position: FixedWidthInteger, Total: FixedWidthInteger>(
        _ position: Position?, first: Position = 0, count: Int, total: Total? = nil as Int?, more: Bool? = nil
    ) -> Position? {
        guard count > 0, more != false else { return nil }
        let (next, overflows) = (position ?? first).addingReportingOverflow(Position(clamping: count))
        if overflows { return nil }
        if let total, Int(clamping: next) - Int(clamping: first) >= Int(clamping: total) { return nil }
        return next
    }

    /// At the next number: a page without items is the end, and so is the last of `pages`.
    ///
    /// - Parameters:
    ///   - position: that led to the page; nil stands for `first`.
    ///   - first: the number of the first page.
    ///   - count: of the items on the page.
    ///   - pages: how many pages there are in all, where the page says so.
    ///   - more: whether there is another page, where the page says so.
    public static func number<Position: FixedWidthInteger, Total: FixedWidthInteger>(
        _ position: Position?, first: Position = 1, count: Int, pages: Total? = nil as Int?, more: Bool? = nil
    ) -> Position? {
        guard count > 0, more != false else { return nil }
        let (next, overflows) = (position ?? first).addingReportingOverflow(1)
        if overflows { return nil }
        if let pages, Int(clamping: next) - Int(clamping: first) >= Int(clamping: pages) { return nil }
        return next
    }

    /// At the address that the page names, which is seen from the page's own where it is relative; none, or an empty one, is
    /// the end, and so is the one that led to the page.
    public static func url(_ address: String?, after position: String?) -> String? {
        guard let address, !address.isEmpty else { return nil }
        return cursor(position.map { PageAddress($0).following(address) } ?? address, after: position)
    }

    /// At the target of the `Link` field whose relation is `next` (RFC 8288).
    public static func link(_ headers: HTTPHeaders, after position: String?) -> String? {
        let links = headers.values(of: "Link").flatMap(LinkHeader.links)
        return url(links.first { $0.relations.contains("next") }?.target, after: position)
    }
}

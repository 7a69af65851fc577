// The names by which pagination is found: in lower case, letters and digits only.

package enum PaginationNames {
    /// Query parameters that take a cursor.
    package static let cursors = [
        "cursor", "pagecursor", "nextcursor", "aftercursor", "startcursor", "pagetoken", "nexttoken", "nextpagetoken",
        "continuationtoken", "continuation", "marker", "bookmark", "startingafter", "startafter", "after",
    ]
    /// Of these, those that take the last item's id where the page names no cursor.
    package static let lastIDs: Set<String> = ["after", "startingafter", "startafter", "marker"]
    /// Members that hold the next cursor.
    package static let nextCursors = [
        "nextcursor", "nextpagetoken", "nexttoken", "nextpagecursor", "nextmarker", "nextbookmark", "nextafter",
        "nextstartingafter", "endcursor", "continuationtoken", "continuation", "pagetoken", "cursor", "bookmark",
    ]
    package static let offsets = ["offset", "skip", "startindex", "startat", "start"]
    package static let numbers = ["page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage"]
    /// Query parameters for how much is on a page.
    package static let sizes: Set<String> = [
        "limit", "perpage", "pagesize", "size", "count", "pagelimit", "itemsperpage", "maxresults", "maxitems", "top",
        "take", "rows", "first", "maxpagesize",
    ]
    package static let mores = [
        "hasmore", "hasnext", "hasnextpage", "hasmorepages", "hasmoreitems", "morepages", "istruncated", "more",
    ]
    package static let totals = ["total", "totalcount", "totalitems", "totalresults", "totalelements", "totalhits"]
    package static let pages = ["totalpages", "pagecount", "pages", "lastpage", "numpages"]
    /// Members that hold the next page's address.
    package static let urls = [
        "nexturl", "nextlink", "nextpageurl", "nextpagelink", "nexturi", "nextpageuri", "nexthref", "nextpagehref",
        "odatanextlink", "next",
    ]
    package static let items = [
        "data", "items", "results", "result", "records", "values", "value", "entries", "elements", "list", "rows",
        "objects", "content", "hits",
    ]
    /// Members around what a page says of itself.
    package static let envelopes: Set<String> = [
        "meta", "metadata", "pagination", "paging", "pageinfo", "page", "links", "cursors", "responsemetadata",
    ]

    package static func plain(_ name: String) -> String {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
            return name.lowercased().filter { $0.isLetter || $0.isNumber }
        }
        let letters = name.utf8.lazy.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        let plain = letters.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        return String(decoding: Array(plain), as: UTF8.self)
    }
}

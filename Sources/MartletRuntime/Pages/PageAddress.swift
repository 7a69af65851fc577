// Where the address that a page names leads (RFC 3986, section 5.2).

/// The address of a page: absolute, or relative to that of the first request.
struct PageAddress {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// What `reference` is that stands on this page, seen from where this address is seen from. Steps up stay as they are:
    /// the request that follows it takes them.
    func following(_ reference: String) -> String {
        if Self.scheme(of: reference) != nil { return reference }
        let scheme = Self.scheme(of: text).map { $0 + ":" } ?? ""
        if reference.hasPrefix("//") { return scheme + reference }
        let plain = text.prefix { $0 != "#" }
        let path = plain.prefix { $0 != "?" }
        switch reference.first {
        case "/": return authority + reference
        case "?": return path + reference
        case nil, "#": return plain + reference
        default:
            let folder = path.dropFirst(authority.count)
            let above = folder.lastIndex(of: "/").map { folder[...$0] } ?? (authority.isEmpty ? "" : "/")
            return authority + above + reference
        }
    }

    /// `https://host`, where the address has it.
    private var authority: String {
        let scheme = Self.scheme(of: text).map { $0 + ":" } ?? ""
        let rest = text.dropFirst(scheme.count)
        guard rest.hasPrefix("//") else { return "" }
        return scheme + "//" + rest.dropFirst(2).prefix { !"/?#".contains($0) }
    }

    private static func scheme(of text: String) -> String? {
        let name = text.prefix { !":/?#".contains($0) }
        return name.endIndex < text.endIndex && text[name.endIndex] == ":" ? String(name) : nil
    }
}

// Whether a text can be a URL, absolute or relative (RFC 3986).

enum URLText {
    /// Takes characters beyond ASCII too, which are encoded before use. A relative URL has no host, and needs none.
    static func isURL(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(isURLScalar) && hasHost(text)
    }

    private static func isURLScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value != 0x7F && !"{}<>\"\\^`|".unicodeScalars.contains(scalar)
    }

    private static func hasHost(_ url: String) -> Bool {
        let parts = url.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        // Behind a slash or a question mark, `://` belongs to another URL, which this one names.
        guard parts.count == 2, !parts[0].contains(where: { "/?#".contains($0) }) else { return true }
        let isScheme =
            parts[0].first?.isLetter == true
            && parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return isScheme && parts[1].first.map { $0 != "/" && $0 != "?" && $0 != "#" } ?? false
    }
}

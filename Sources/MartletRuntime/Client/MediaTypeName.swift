// What a `Content-Type` says.

extension StringProtocol {
    /// Whether it says JSON: `application/json`, `text/json`, or a type that ends in `+json` (RFC 6839, section 3.1).
    var isJSONMediaType: Bool {
        let essence = lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
        return essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }
}

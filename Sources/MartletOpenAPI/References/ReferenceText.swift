// The parts of a reference (RFC 3986), and what a relative one names beside its base.
internal import Foundation
internal import MartletSource

struct ReferenceText {
    /// What stands before `#`: a path, a URI, or nothing.
    var resource: String
    /// What stands after `#`, as written.
    var fragment: String

    init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        resource = parts.first.map(String.init) ?? ""
        fragment = parts.count > 1 ? String(parts[1]) : ""
    }

    /// `https:`, `urn:` …
    static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), text.first?.isLetter == true else { return false }
        // A drive letter is no scheme.
        return text.distance(from: text.startIndex, to: colon) > 1
            && text[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }

    /// `reference` as a URI of its own, where it stands in a resource at `base` (RFC 3986, section 5.2).
    static func resolved(_ reference: String, against base: String) -> String {
        if hasScheme(reference) || reference.isEmpty { return reference.isEmpty ? base : reference }
        guard let scheme = base.range(of: "://") else { return PathName.joined(reference, to: base) }
        let pathStart = base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex
        let path = pathStart == base.endIndex ? "/" : String(base[pathStart...])
        return base[..<pathStart] + PathName.joined(reference, to: path)
    }

    /// `my%20file.yaml` as the file is called.
    static func fileName(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
    }
}

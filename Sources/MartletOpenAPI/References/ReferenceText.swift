// The parts of a reference (RFC 3986), and what a relative one names beside its base.

internal import Foundation
internal import MartletSource

package struct ReferenceText {
    /// What stands before `#`: a path, a URI, or nothing.
    package var resource: String
    /// What stands after `#`, as written.
    package var fragment: String

    package init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        resource = parts.first.map(String.init) ?? ""
        fragment = parts.count > 1 ? String(parts[1]) : ""
    }

    /// `https:`, `urn:` …
    package static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), text.first?.isLetter == true else { return false }
        // A drive letter is no scheme.
        return text.distance(from: text.startIndex, to: colon) > 1
            && text[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }

    /// `reference` as a URI of its own, where it stands in a resource at `base` (RFC 3986, section 5.2).
    package static func resolved(_ reference: String, against base: String) -> String {
        if hasScheme(reference) || reference.isEmpty { return reference.isEmpty ? base : reference }
        guard let scheme = base.range(of: "://") else { return PathName.joined(reference, to: base) }
        if reference.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + reference }
        let rest = base[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
        if reference.hasPrefix("?") { return base[..<authority.endIndex] + path + reference }
        // What stands behind the last slash of the base is left out, and may be nothing.
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        let target = reference.hasPrefix("/") ? reference : folder + reference
        return base[..<authority.endIndex] + withoutDots(target)
    }

    /// Section 5.2.4.
    private static func withoutDots(_ target: String) -> String {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var steps: [Substring] = []
        var last: Substring = ""
        for step in (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            last = step
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
        }
        if last == "." || last == ".." { steps.append("") }
        return "/" + steps.joined(separator: "/") + (parts.count > 1 ? "?" + parts[1] : "")
    }

    /// What is opened for `name` in a reference of the file at `path`: a path or a URL; nil where neither can be meant.
    package static func file(_ name: String, from path: String) -> String? {
        if PathName.isURL(name) { return name }
        if hasScheme(name) { return nil }
        return PathName.isURL(path) ? resolved(name, against: path) : PathName.joined(fileName(name), to: path)
    }

    /// `my%20file.yaml` as the file is called.
    static func fileName(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
    }
}

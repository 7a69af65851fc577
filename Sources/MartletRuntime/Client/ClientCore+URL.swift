// The URLs that generated clients start from.

public import Foundation

extension ClientCore {
    /// The URL of a server as a document writes it; generated code passes only texts that the generator has checked.
    ///
    /// - Parameters:
    ///   - template: the URL, with variables in braces.
    ///   - values: of the variables in braces. What could leave a variable's place is percent-encoded: a slash in a
    ///     host, and anywhere `?`, `#` and `@`. A variable that the address begins with may hold a whole address.
    public static func url(_ template: String, _ values: [String: String] = [:]) -> URL {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            let follows = rest[rest.index(after: close)...]
            let isWhole = text.isEmpty && !follows.hasPrefix("://")
            let value = values[name] ?? ""
            text += isWhole ? value : escaped(value, inPath: text.filter { $0 == "/" }.count > 2)
            rest = follows
        }
        return URL(string: text + rest) ?? URL(fileURLWithPath: "/")
    }

    private static func escaped(_ value: String, inPath: Bool) -> String {
        let kept: Set<Character> = inPath ? ["/", ":"] : [":", "[", "]"]
        // Dots alone would be a step up the path; they are refused when a request is made.
        return value.map { kept.contains($0) ? String($0) : MartletRuntime.escaped(String($0)) }.joined()
    }
}

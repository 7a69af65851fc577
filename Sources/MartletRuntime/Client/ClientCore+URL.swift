// The URLs that generated clients start from.
public import Foundation

extension ClientCore {
    /// The URL of a server as a document writes it; generated code passes only texts that the generator has checked.
    public static func url(_ text: String) -> URL {
        URL(string: text) ?? URL(fileURLWithPath: "/")
    }
}

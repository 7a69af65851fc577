// What a request asks of the mock server for its answer, in the header field `Prefer` (RFC 7240).

import MartletLoopback

/// `Prefer: code=404` or `Prefer: example=empty`, or both with a comma between them.
struct MockPreference {
    private(set) var code: Int?
    private(set) var example: String?

    init(_ request: LoopbackRequest) {
        let fields = request.headers.filter { $0.name == "prefer" }.map(\.value)
        for part in fields.flatMap({ $0.split(separator: ",") }) {
            let pair = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
            guard pair.count == 2 else { continue }
            switch pair[0].lowercased() {
            case "code", "status": code = Int(pair[1])
            case "example": example = pair[1]
            default: break
            }
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        return String(text)
    }
}

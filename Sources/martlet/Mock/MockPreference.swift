// What a request asks of the mock server for its answer, in the header field `Prefer` (RFC 7240).

import MartletLoopback
import MartletOpenAPI

/// `Prefer: code=404` or `Prefer: example=empty`, or both with a comma between them.
struct MockPreference {
    private(set) var code: Int?
    private(set) var example: String?

    /// - Throws: where the code is no number.
    init(_ request: LoopbackRequest) throws(MockFault) {
        let fields = request.headers.filter { $0.name == "prefer" }.map(\.value)
        for part in fields.flatMap({ $0.split(separator: ",") }) {
            let pair = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
            guard pair.count == 2 else { continue }
            switch pair[0].lowercased() {
            case "code", "status":
                guard let number = Int(pair[1]) else {
                    throw MockFault(
                        status: 400, message: "'Prefer: code=\(pair[1])' is no status; write one such as 404")
                }
                code = number
            case "example": example = pair[1]
            default: break
            }
        }
    }

    /// - Throws: where `media` has no example of the name that is preferred.
    func checkExample(of media: MediaType) throws(MockFault) {
        guard let example, !media.exampleNames.contains(example) else { return }
        let known = media.exampleNames.isEmpty ? "none" : media.exampleNames.joined(separator: ", ")
        throw MockFault(status: 400, message: "the answer has no example '\(example)'; it has \(known)")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        return String(text)
    }
}

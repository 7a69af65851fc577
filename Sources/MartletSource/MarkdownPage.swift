// Finds the OpenAPI document in a Markdown page: documentation sites publish it in a fenced block (CommonMark, section 4.5).

package struct MarkdownPage {
    /// The text between the fences, and the line, from 1, on which it begins.
    package struct Block {
        package var bytes: [UInt8]
        package var firstLine: UInt32
    }

    private let lines: [ArraySlice<UInt8>]

    package init(_ bytes: [UInt8]) {
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The first fenced block that holds an OpenAPI or Swagger document.
    package var document: Block? {
        var place = 0
        while place < lines.count {
            guard let fence = Fence(opening: lines[place]) else {
                place += 1
                continue
            }
            let body = place + 1
            var end = body
            while end < lines.count, !fence.isClosed(by: lines[end]) { end += 1 }
            let content = lines[min(body, lines.count)..<end]
            if Self.isDocument(content) {
                return Block(bytes: Array(content.joined(separator: [UInt8(ascii: "\n")])), firstLine: UInt32(body) + 1)
            }
            place = end + 1
        }
        return nil
    }

    private static func isDocument(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        let openings = ["openapi:", "swagger:", "\"openapi\"", "\"swagger\"", "'openapi'", "'swagger'"]
        return lines.prefix(200).contains { line in
            let text = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "{") }
            return openings.contains { text.starts(with: $0.utf8) }
        }
    }
}

private struct Fence {
    private let mark: UInt8
    private let length: Int

    init?(opening line: ArraySlice<UInt8>) {
        let text = line.drop { $0 == 0x20 }
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = text.prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        self.mark = mark
        self.length = length
    }

    /// A closing fence is at least as long as the opening one, and nothing follows it.
    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == 0x20 }
        let run = text.prefix { $0 == mark }.count
        return run >= length && text.dropFirst(run).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}

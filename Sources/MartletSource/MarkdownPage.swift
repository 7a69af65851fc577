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

    /// The first fenced block that holds an OpenAPI or Swagger document; nil where the text is such a document itself,
    /// whose descriptions may well show another one in a fence.
    package var document: Block? {
        var document: Block?
        var place = 0
        while place < lines.count {
            guard let fence = Fence(opening: lines[place]) else {
                if Self.isOpening(lines[place]) { return nil }
                place += 1
                continue
            }
            let body = place + 1
            var end = body
            while end < lines.count, !fence.isClosed(by: lines[end]) { end += 1 }
            let content = lines[min(body, lines.count)..<end]
            if document == nil, Self.isDocument(content) {
                let bytes = Array(content.joined(separator: [UInt8(ascii: "\n")]))
                document = Block(bytes: bytes, firstLine: UInt32(body) + 1)
            }
            place = end + 1
        }
        return document
    }

    private static func isDocument(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        lines.prefix(200).contains { isOpening($0.drop { $0 == 0x20 || $0 == UInt8(ascii: "{") }) }
    }

    /// `openapi: 3.1.0`, but not the `openapi: GET /pets` that heads some pages.
    private static func isOpening(_ line: ArraySlice<UInt8>) -> Bool {
        let openings = ["openapi:", "swagger:", "\"openapi\"", "\"swagger\"", "'openapi'", "'swagger'"]
        guard let opening = openings.first(where: { line.starts(with: $0.utf8) }) else { return false }
        let value = line.dropFirst(opening.utf8.count).first { !" :\"'".utf8.contains($0) }
        return value.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
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
        // What three backticks and more open and close on one line is code within a paragraph.
        if mark == UInt8(ascii: "`"), text.dropFirst(length).contains(mark) { return nil }
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

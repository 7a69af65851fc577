/// Text that a template holds, kept twice: whole, to be appended at once, and in lines, to be indented.
struct Literal: Sendable {
    let text: String
    /// Each with its newline. An empty last line says that a line begins here that a tag goes on with.
    let lines: [String]
    /// Whether the first of the lines begins a line; the others always do.
    let startsLine: Bool

    init(lines: [String], startsLine: Bool) {
        self.text = lines.joined()
        self.lines = lines
        self.startsLine = startsLine
    }

    /// Nil when there is neither text nor the beginning of a line.
    init?(_ text: Tokens.Text) {
        var lines: [String] = []
        var rest = text.bytes
        while let newline = rest.firstIndex(of: Byte.newline) {
            lines.append(String(decoding: rest[...newline], as: UTF8.self))
            rest = rest[(newline + 1)...]
        }
        let beginsLine = text.isContinued && (text.startsLine || !lines.isEmpty)
        if !rest.isEmpty || beginsLine {
            lines.append(String(decoding: rest, as: UTF8.self))
        }
        if lines.isEmpty { return nil }
        self.init(lines: lines, startsLine: text.startsLine)
    }
}

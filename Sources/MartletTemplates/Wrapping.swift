// Lists on as few lines as hold them.

import MartletMustache

enum Wrapping {
    /// How long a line may be, from its first column.
    static let lineLength = 120

    /// How long the pieces are on one line, with commas between them.
    static func length(_ pieces: [String]) -> Int {
        pieces.reduce(max(pieces.count - 1, 0) * ", ".utf8.count) { $0 + $1.utf8.count }
    }

    /// A body on one line.
    static func body(_ statements: [String]) -> String {
        statements.isEmpty ? "{}" : "{ " + statements.joined(separator: "; ") + " }"
    }

    /// The pieces with commas between them, as many a line as fit in `width`; a longer one has a line of its own.
    static func lines(_ pieces: [String], width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for (place, piece) in pieces.enumerated() {
            let piece = place == pieces.count - 1 ? piece : piece + ","
            if line.isEmpty {
                line = piece
            } else if line.utf8.count + 1 + piece.utf8.count <= width {
                line += " " + piece
            } else {
                lines.append(line)
                line = piece
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}

extension MustacheValue {
    /// A list of texts; null where there is none.
    static func lines(_ lines: [String]) -> MustacheValue {
        .object(["lines": .list(lines.map(MustacheValue.string))])
    }
}

// The merging of pieces as Swift.

import MartletIR

struct PieceText {
    private let pieces: PieceMerge
    private let union: Union

    init(_ pieces: PieceMerge, of union: Union) {
        self.pieces = pieces
        self.union = union
    }

    var lines: [String] {
        [
            "guard case .\(SwiftText.identifier(union.cases[pieces.branch].name))(let piece) = self else { return }",
            "sum.merge(piece) { value, piece in",
        ] + lines(pieces.members, in: "").map { "    " + $0 } + ["}"]
    }

    /// - Parameter prefix: the way to an object inside of the piece, as in `.usage`.
    private func lines(_ members: [PieceMember], in prefix: String) -> [String] {
        members.flatMap { member -> [String] in
            let name = prefix + "." + SwiftText.identifier(member.property) + (member.isTwofold ? ".flattened" : "")
            switch member.change {
            case .replaceText: return ["value\(name).replace(by: piece\(name))"]
            case .replace where member.isOptional: return ["value\(name) = piece\(name) ?? value\(name)"]
            case .replace: return ["value\(name) = piece\(name)"]
            case .append: return ["value\(name).add(piece\(name))"]
            case .merge(let inner) where !member.isOptional: return lines(inner, in: name)
            case .merge(let inner): return block("value\(name).merge(piece\(name))", inner)
            case .mergeElements(let number, let inner):
                return block("value\(name).merge(piece\(name), by: \\.\(SwiftText.identifier(number)))", inner)
            }
        }
    }

    private func block(_ head: String, _ members: [PieceMember]) -> [String] {
        [head + " { value, piece in"] + lines(members, in: "").map { "    " + $0 } + ["}"]
    }
}

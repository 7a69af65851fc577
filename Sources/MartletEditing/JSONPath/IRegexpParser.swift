// Parses an I-Regexp (RFC 9485, section 3) into a tree.

/// `^` and `$` are anchors here, as they are in every engine that RFC 9485 maps to (section 5), and `\$` is the dollar.
struct IRegexpParser {
    private let scalars: [Unicode.Scalar]
    private var offset = 0
    private var depth = 0

    private static let maximumDepth = 64

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    /// Nil where the pattern is no I-Regexp.
    mutating func tree() -> IRegexpTree? {
        guard let tree = choice(), next == nil else { return nil }
        return tree
    }

    private var next: Unicode.Scalar? {
        offset < scalars.count ? scalars[offset] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        offset += 1
        return true
    }

    private mutating func choice() -> IRegexpTree? {
        var branches: [IRegexpTree] = []
        repeat {
            guard let branch = branch() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func branch() -> IRegexpTree? {
        var pieces: [IRegexpTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let atom = atom(), let piece = quantified(atom) else { return nil }
            pieces.append(piece)
        }
        return pieces.count == 1 ? pieces[0] : .sequence(pieces)
    }

    private mutating func atom() -> IRegexpTree? {
        guard let scalar = next else { return nil }
        offset += 1
        switch scalar {
        case "(": return group()
        case "[": return characterClass()
        case "\\": return escape().map(IRegexpTree.take)
        case ".": return .take(.lineCharacter)
        case "^": return .start
        case "$": return .end
        case "*", "+", "?", "{", "}", "]": return nil
        default: return .take(.scalar(scalar))
        }
    }

    private mutating func group() -> IRegexpTree? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        guard let inner = choice(), take(")") else { return nil }
        return inner
    }

    private mutating func quantified(_ atom: IRegexpTree) -> IRegexpTree? {
        if take("*") { return .repetition(atom, minimum: 0, maximum: nil) }
        if take("+") { return .repetition(atom, minimum: 1, maximum: nil) }
        if take("?") { return .repetition(atom, minimum: 0, maximum: 1) }
        guard take("{") else { return atom }
        guard let minimum = number() else { return nil }
        var maximum: Int? = minimum
        if take(",") { maximum = next == "}" ? nil : number() ?? -1 }
        guard take("}"), maximum.map({ $0 >= minimum }) ?? true else { return nil }
        return .repetition(atom, minimum: minimum, maximum: maximum)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            offset += 1
        }
        return Int(digits)
    }

    /// What follows a backslash: one of the characters that need it, a line break or tab, or a category.
    private mutating func escape() -> ScalarSet? {
        guard let scalar = next else { return nil }
        offset += 1
        switch scalar {
        case "n": return .scalar("\n")
        case "r": return .scalar("\r")
        case "t": return .scalar("\t")
        case "p", "P":
            guard take("{"), let end = scalars[offset...].firstIndex(of: "}") else { return nil }
            let name = scalars[offset..<end].map(String.init).joined()
            offset = end + 1
            guard let category = ScalarCategory(name) else { return nil }
            return scalar == "p" ? .category(category) : .not([.category(category)])
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}", "$": return .scalar(scalar)
        default: return nil
        }
    }

    private mutating func characterClass() -> IRegexpTree? {
        let isNegated = take("^")
        var parts: [ScalarSet] = take("-") ? [.scalar("-")] : []
        while let scalar = next, scalar != "]" {
            if scalar == "-" {
                offset += 1
                guard next == "]" else { return nil }
                parts.append(.scalar("-"))
            } else {
                guard let part = classPart() else { return nil }
                parts.append(part)
            }
        }
        guard take("]"), !parts.isEmpty else { return nil }
        return .take(isNegated ? .not(parts) : .anyOf(parts))
    }

    /// One character of a class, a range of them, or a category.
    private mutating func classPart() -> ScalarSet? {
        guard let first = classCharacter() else { return nil }
        guard case .scalar(let low) = first, next == "-", offset + 1 < scalars.count, scalars[offset + 1] != "]" else {
            return first
        }
        offset += 1
        guard next != "-", case .scalar(let high)? = classCharacter(), low <= high else { return nil }
        return .range(low...high)
    }

    private mutating func classCharacter() -> ScalarSet? {
        guard let scalar = next, scalar != "[", scalar != "]" else { return nil }
        offset += 1
        return scalar == "\\" ? escape() : .scalar(scalar)
    }
}

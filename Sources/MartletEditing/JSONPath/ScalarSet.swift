// Sets of Unicode scalars, as an I-Regexp names them.

enum ScalarSet: Sendable {
    case scalar(Unicode.Scalar)
    case range(ClosedRange<Unicode.Scalar>)
    case category(ScalarCategory)
    /// `.`: all but the line breaks (RFC 9485, section 5.3).
    case lineCharacter
    case anyOf([ScalarSet])
    case not([ScalarSet])

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .scalar(let own): own == scalar
        case .range(let range): range.contains(scalar)
        case .category(let category): category.contains(scalar)
        case .lineCharacter: scalar != "\n" && scalar != "\r"
        case .anyOf(let sets): sets.contains { $0.contains(scalar) }
        case .not(let sets): !sets.contains { $0.contains(scalar) }
        }
    }
}

/// A general category of Unicode, or a group of them: `Lu`, `L`.
struct ScalarCategory: Sendable {
    private let members: Set<Unicode.GeneralCategory>

    init?(_ name: String) {
        guard let members = Self.members(of: name) else { return nil }
        self.members = Set(members)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        members.contains(scalar.properties.generalCategory)
    }

    private static func members(of name: String) -> [Unicode.GeneralCategory]? {
        let groups = ["L": "ultmo", "M": "nce", "N": "dlo", "P": "cdseifo", "Z": "lps", "S": "mcko", "C": "cfon"]
        if let letters = groups[name] { return letters.compactMap { category(name + String($0)) } }
        return category(name).map { [$0] }
    }

    private static func category(_ name: String) -> Unicode.GeneralCategory? {
        switch name {
        case "Lu": .uppercaseLetter
        case "Ll": .lowercaseLetter
        case "Lt": .titlecaseLetter
        case "Lm": .modifierLetter
        case "Lo": .otherLetter
        case "Mn": .nonspacingMark
        case "Mc": .spacingMark
        case "Me": .enclosingMark
        case "Nd": .decimalNumber
        case "Nl": .letterNumber
        case "No": .otherNumber
        case "Pc": .connectorPunctuation
        case "Pd": .dashPunctuation
        case "Ps": .openPunctuation
        case "Pe": .closePunctuation
        case "Pi": .initialPunctuation
        case "Pf": .finalPunctuation
        case "Po": .otherPunctuation
        case "Zl": .lineSeparator
        case "Zp": .paragraphSeparator
        case "Zs": .spaceSeparator
        case "Sm": .mathSymbol
        case "Sc": .currencySymbol
        case "Sk": .modifierSymbol
        case "So": .otherSymbol
        case "Cc": .control
        case "Cf": .format
        case "Co": .privateUse
        case "Cn": .unassigned
        default: nil
        }
    }
}

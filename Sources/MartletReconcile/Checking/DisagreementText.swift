// Disagreements in words.

import MartletIR
import MartletRuntime

extension Disagreement {
    /// What is so, and how often: `'name' is required, but missing in all 22 cases`.
    package var sentence: String {
        let often = total > count ? "\(count) of \(total) cases" : count == 1 ? "the only case" : "all \(count) cases"
        return switch kind {
        case .absent(let name): "'\(name)' is required, but missing in \(often)"
        case .null: "null isn't allowed, but is the value in \(often)"
        case .unknownValue: "\(listed(values.map { $0.excerpt(40) })) isn't listed, but is the value in \(often)"
        case .unknownBranch(""): "no branch of the union fits in \(often)"
        case .unknownBranch(let tag): "the union has no branch for '\(tag)', the tag in \(often)"
        case .wrongType:
            "\(listed(shape.kinds.map(\.rawValue).sorted())) isn't allowed, but is the type of the value in \(often)"
        case .wrongFormat(let format):
            "\(listed(values.map { $0.excerpt(40) })) isn't a '\(format)', but is the value in \(often)"
        case .undeclared(let name): "'\(name)' isn't declared, but is there in \(often)"
        }
    }

    private func listed(_ words: [String]) -> String {
        let most = 8
        return words.prefix(most).joined(separator: ", ")
            + (words.count > most ? " and \(words.count - most) more" : "")
    }
}

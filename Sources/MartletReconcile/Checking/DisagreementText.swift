// Disagreements in words.
import MartletIR
import MartletRuntime

extension Disagreement {
    /// What is so, and how often: `'name' is required, but absent in 22 of 22`.
    package var sentence: String {
        let often = total > count ? "\(count) of \(total)" : count == 1 ? "the only one" : "all \(count)"
        return switch kind {
        case .absent(let name): "'\(name)' is required, but absent in \(often)"
        case .null: "null isn't allowed, but is the value in \(often)"
        case .unknownValue: "\(listed(values.map { $0.excerpt(40) })) isn't listed, but is the value in \(often)"
        case .unknownBranch(""): "no branch of the union fits \(often)"
        case .unknownBranch(let tag): "the union has no branch for '\(tag)', which \(often) are"
        case .wrongType: "the value is \(listed(shape.kinds.map(\.rawValue).sorted())) in \(often), which isn't allowed"
        case .undeclared(let name): "'\(name)' isn't declared, but there in \(often)"
        }
    }

    private func listed(_ words: [String]) -> String {
        let most = 8
        return words.prefix(most).joined(separator: ", ")
            + (words.count > most ? " and \(words.count - most) more" : "")
    }
}

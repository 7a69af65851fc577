// Semantic versions (semver.org 2.0.0), as documents give them in `info.version`.

package struct SemanticVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var major: Int
    package var minor: Int
    package var patch: Int

    /// Nil for what is no semantic version; a leading `v` and what follows the numbers are left aside.
    package init?(_ text: String) {
        let plain = text.hasPrefix("v") ? text.dropFirst() : text[...]
        let numbers = plain.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
        let values = numbers.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
        // A year is no major version: `2024.1.1` and `20240101` are dates.
        guard values.count == numbers.count, (2...3).contains(values.count), values[0] < 1900 else { return nil }
        (major, minor, patch) = (values[0], values[1], values.count > 2 ? values[2] : 0)
    }

    private init(_ major: Int, _ minor: Int, _ patch: Int) {
        (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    package var description: String {
        "\(major).\(minor).\(patch)"
    }

    package static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// The next version with `bump`. Before 1.0.0 a minor version may break (section 4).
    func next(_ bump: VersionAdvice.Bump) -> SemanticVersion {
        switch bump {
        case .major where major > 0: SemanticVersion(major + 1, 0, 0)
        case .major: SemanticVersion(0, minor + 1, 0)
        case .minor where major > 0: SemanticVersion(major, minor + 1, 0)
        case .minor, .patch: SemanticVersion(major, minor, patch + 1)
        }
    }
}

// Semantic versions (semver.org 2.0.0), as documents give them in `info.version`.

package struct SemanticVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var major: Int
    package var minor: Int
    package var patch: Int
    /// What follows `-`; nothing for a release.
    package var prerelease: [String] = []

    /// Nil for what is no semantic version; a leading `v` and what follows `+` are left aside.
    package init?(_ text: String) {
        let plain = text.hasPrefix("v") || text.hasPrefix("V") ? text.dropFirst() : text[...]
        let numbers = plain.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
        let values = numbers.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
        // A year is no major version: `2024.1.1` and `20240101` are dates.
        guard values.count == numbers.count, (2...3).contains(values.count), values[0] < 1900 else { return nil }
        (major, minor, patch) = (values[0], values[1], values.count > 2 ? values[2] : 0)
        let rest = plain.drop { $0 != "-" && $0 != "+" }
        if rest.hasPrefix("-") {
            prerelease = rest.dropFirst().prefix { $0 != "+" }.split(separator: ".").map(String.init)
        }
    }

    private init(_ major: Int, _ minor: Int, _ patch: Int) {
        (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    package var description: String {
        "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-" + prerelease.joined(separator: "."))
    }

    package static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        if left.numbers != right.numbers { return left.numbers < right.numbers }
        // A release follows all that led to it.
        if left.prerelease.isEmpty || right.prerelease.isEmpty {
            return !left.prerelease.isEmpty && right.prerelease.isEmpty
        }
        return left.prerelease.lexicographicallyPrecedes(right.prerelease) { first, second in
            switch (Int(first), Int(second)) {
            case (let first?, let second?): first < second
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): first < second
            }
        }
    }

    private var numbers: (Int, Int, Int) {
        (major, minor, patch)
    }

    /// Whether `new` may follow with what `bump` calls for: what leads to a release promises nothing yet (section 9).
    func allows(_ bump: VersionAdvice.Bump, in new: SemanticVersion) -> Bool {
        guard new >= self else { return false }
        return new.numbers >= next(bump).numbers || (!prerelease.isEmpty && new > self)
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

// The versions of OpenAPI that are read.

package enum SpecificationVersion: Int, Comparable, Sendable {
    case v2_0, v3_0, v3_1, v3_2

    /// `3.1.0`, `3.1.2` … are one version; a later 3.x is read as the newest known, and `3` as the first.
    package init?(_ text: String) {
        let numbers = text.split(separator: ".").map { Int($0) }
        switch (numbers.first ?? nil, numbers.dropFirst().first ?? nil) {
        case (2, _): self = .v2_0
        case (3, 0), (3, nil): self = .v3_0
        case (3, 1): self = .v3_1
        case (3, .some(let minor)) where minor >= 2: self = .v3_2
        default: return nil
        }
    }

    package static func < (left: SpecificationVersion, right: SpecificationVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

// The version of the tool, which generated files name.

package enum MartletVersion {
    package static let current = "0.1.0"
    /// When it was made, as manual pages write days.
    package static let date = "November 27, 2026"
}

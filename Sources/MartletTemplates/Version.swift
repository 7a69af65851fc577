// The version of the tool, which generated files name.

package enum MartletVersion {
    package static let current = "0.1.0"
}

// The version of the tool: in the header of generated files, in the manifest, and in `martlet --version`.

package enum MartletVersion {
    package static let current = "0.1.0"
}

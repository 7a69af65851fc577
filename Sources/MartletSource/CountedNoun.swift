// Numbers of things, in messages.

package enum CountedNoun {
    /// `1 file`, `2 files`
    package static func text(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

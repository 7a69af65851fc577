// A key of `martlet.yaml` as data: what reads it, what explains it and the JSON Schema for editors know the same keys.

package struct ConfigurationKey: Sendable {
    package indirect enum Value: Sendable {
        case text
        /// A file or a folder, relative to the configuration.
        case path
        /// A URL, or a path.
        case address
        case flag
        case number(ClosedRange<Int>)
        /// One of these.
        case choice([String])
        /// `none`, or false.
        case off
        /// A list, or the one item that it would hold.
        case list(Value)
        /// A mapping with these keys.
        case keys([ConfigurationKey])
        /// A mapping whose keys are names of the document.
        case named(Value)
        case either(Value, or: Value)
        /// Text that this regular expression matches.
        case pattern(String)
    }

    package var name: String
    package var value: Value
    /// One sentence or two.
    package var help: String
    /// What counts where the key isn't there, as it would be written; nil for nothing.
    package var usual: String?
    /// Whether the mapping that it is a key of must have it.
    package var isRequired: Bool

    init(_ name: String, _ value: Value, usual: String? = nil, isRequired: Bool = false, _ help: String) {
        self.name = name
        self.value = value
        self.help = help
        self.usual = usual
        self.isRequired = isRequired
    }
}

// The wire verdict: what changed between two versions for programs that keep to the old one.
package import MartletSource

package struct WireComparison: Sendable {
    private let old: DocumentVersion
    private let new: DocumentVersion
    private let policy: WirePolicy

    package init(old: DocumentVersion, new: DocumentVersion, policy: WirePolicy = .init()) {
        self.old = old
        self.new = new
        self.policy = policy
    }

    /// In the order of the old document, and what is new after it. `diagnostics` are those that both versions were read
    /// with: they know the names of the files.
    package func findings(_ diagnostics: Diagnostics) -> [WireFinding] {
        []
    }
}

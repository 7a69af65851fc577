// Initialisers as function values, which may be spelt with their labels: `B.init(first:second:)`.

extension SurfaceSignature {
    /// Whether one of the initialisers that this stands for can be used where `old` was, as a function.
    func canStand(for old: SurfaceSignature, _ renames: [String: String]) -> Bool {
        let taken = old.parameters.filter { !$0.isDeprecated }
        return [parameters.filter { !$0.isDeprecated }, parameters].contains { offered in
            offered.count == taken.count
                && zip(offered, taken).allSatisfy {
                    $0.label == $1.label && $0.type.accepts($1.type.renamed(by: renames))
                }
        }
    }
}

extension [SourceChange] {
    /// Without the claim that the function is another one, where it isn't.
    func keepingFunction(_ old: SurfaceSignature?, _ new: SurfaceSignature?, _ renames: [String: String]) -> Self {
        guard let old, let new, new.canStand(for: old, renames) else { return self }
        return map { change in
            var change = change
            change.breaks.removeAll { $0 == .functionValue }
            return change
        }
    }
}

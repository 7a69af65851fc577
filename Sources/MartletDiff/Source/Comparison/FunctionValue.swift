// Initialisers as function values: labels don't count there, only what is taken, and in which order.

extension SurfaceSignature {
    /// Whether one of the initialisers that this stands for can be used where `old` was, as a function.
    func canStand(for old: SurfaceSignature, _ renames: [String: String]) -> Bool {
        let taken = old.parameters.filter { !$0.isDeprecated }.map { $0.type.renamed(by: renames) }
        return [parameters.filter { !$0.isDeprecated }, parameters].contains { offered in
            offered.count == taken.count && zip(offered, taken).allSatisfy { $0.type.accepts($1) }
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

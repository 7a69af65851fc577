// The methods of one operation in both versions.

struct MethodComparison {
    private let old: SurfaceOperation
    private let new: SurfaceOperation
    private let client: String
    private let renames: [String: String]
    /// What other operations have taken over.
    private let moves: MethodMoves?

    init(
        _ old: SurfaceOperation, _ new: SurfaceOperation, client: String, _ renames: [String: String],
        _ moves: MethodMoves? = nil
    ) {
        self.old = old
        self.new = new
        self.client = client
        self.renames = renames
        self.moves = moves
    }

    var changes: [SourceChange] {
        var changes: [SourceChange] = []
        let call = method(old.call, new.call)
        let stream = method(old.stream, new.stream)
        let pages = method(old.pages, new.pages)
        changes += call + stream + pages + method(old.structured, new.structured) + raw
        let symbol = "\(client).\(new.name)"
        for words in FailureComparison(old, new, renames).changes {
            changes.append(change(.methodMeaningChanged, symbol, "'\(symbol)' \(words)"))
        }
        if old.isResumed, !new.isResumed, new.stream != nil {
            let words = "doesn't take up a stream again any more that broke off"
            changes.append(change(.streamMeaningChanged, symbol, "'\(symbol)' \(words)"))
        }
        if new.isDeprecated, !old.isDeprecated {
            changes.append(change(.methodDeprecated, symbol, "'\(symbol)' is deprecated"))
        }
        return changes
    }

    private func method(_ old: SurfaceOperation.Method?, _ new: SurfaceOperation.Method?) -> [SourceChange] {
        switch (old, new) {
        case (nil, nil): []
        case (nil, let new?):
            [change(.methodAdded, "\(client).\(new.title)", "'\(client)' gained a method '\(new.title)'")]
        case (let old?, nil):
            moves?.changes(old, of: self.old)
                ?? [change(.methodRemoved, "\(client).\(old.title)", "'\(client).\(old.title)' is gone")]
        case (let old?, let new?): differences(old, new)
        }
    }

    /// Of two methods that code takes for one. The client's protocol asks for it as it is now: a double that has it as it was
    /// compiles, since what it lacks is done for it, and isn't called.
    func differences(_ old: SurfaceOperation.Method, _ new: SurfaceOperation.Method) -> [SourceChange] {
        signatureChanges(old, new).map { change in
            var change = change
            if change.breaks.contains(.functionValue) { change.breaks.append(.double) }
            return change
        }
    }

    private func signatureChanges(
        _ old: SurfaceOperation.Method, _ new: SurfaceOperation.Method
    ) -> [SourceChange] {
        let symbol = "\(client).\(new.title)"
        var changes: [SourceChange] = []
        if old.name != new.name {
            changes.append(change(.methodRenamed, symbol, "'\(client).\(old.title)' is called '\(new.title)' now"))
        }
        let signature = SignatureComparison(old.signature, new.signature, .method(symbol), renames).changes
        changes += signature.map(placed)
        if !CaseComparison.agree(old.signature.returns?.renamed(by: renames), new.signature.returns) {
            changes.append(
                change(
                    .methodReturnTypeChanged, symbol,
                    "'\(symbol)' returns \(Self.text(new.signature.returns)) now, not "
                        + Self.text(old.signature.returns)))
        }
        return changes
    }

    /// What comes from no parameter of the document comes from the operation.
    private func placed(_ change: SourceChange) -> SourceChange {
        guard change.old == nil, change.new == nil else { return change }
        var placed = change
        (placed.old, placed.new) = (old.origin, new.origin)
        return placed
    }

    /// The method without decoding takes what the others do, and what asks for a stream: what is so of them isn't told again.
    private var raw: [SourceChange] {
        guard let before = old.methods.first, let now = new.methods.first else { return [] }
        let symbol = "\(client).raw.\(new.name)"
        func changes(_ old: SurfaceSignature, _ new: SurfaceSignature) -> [SourceChange] {
            SignatureComparison(old, new, .method(symbol), renames).changes
        }
        let known = Set(changes(before.signature, now.signature).map(\.message))
        return changes(old.raw, new.raw).filter { !known.contains($0.message) }.map(placed)
    }

    private func change(_ rule: SourceRule, _ symbol: String, _ message: String) -> SourceChange {
        SourceChange(rule, symbol, message, old: old.origin, new: new.origin)
    }

    private static func text(_ type: SwiftType?) -> String {
        type.map { "'\($0.text)'" } ?? "nothing"
    }
}

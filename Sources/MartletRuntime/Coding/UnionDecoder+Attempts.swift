// Branches that only reading tells apart.

extension UnionDecoder {
    /// Decodes the value as the first of branches that it fits.
    ///
    /// The first is read as if there were no others: what is tolerated elsewhere is here. Where it can't be read, another
    /// is taken that the value fits in all its parts.
    ///
    /// - Parameter cases: What makes a union of each branch, in the order in which they are tried.
    /// - Throws: What was wrong with the first, where the value fits none.
    public func branch<Union, each Branch: Decodable>(
        firstOf cases: repeat (each Branch) -> Union
    ) throws -> Union {
        var attempts = BranchAttempts<Union>(union: self)
        repeat attempts.add(each cases)
        return try attempts.result()
    }
}

/// The branches of one value that were tried.
private struct BranchAttempts<Union> {
    let union: UnionDecoder
    private var found: Union?
    private var failure: (any Error)?

    init(union: UnionDecoder) {
        self.union = union
    }

    mutating func add<Branch: Decodable>(_ make: (Branch) -> Union) {
        if found != nil { return }
        do {
            let isFirst = failure == nil
            found = make(
                try DecodingContext.attempt(in: union.context) { issues in
                    let branch: Branch = try union.branch()
                    guard isFirst || issues().isEmpty && fits(branch) else { throw Misfit() }
                    return branch
                })
        } catch {
            failure = failure ?? error
        }
    }

    func result() throws -> Union {
        if let found { return found }
        throw failure ?? Misfit()
    }

    /// Whether nothing was tolerated, as far as the value itself knows: there may be no context that heard of it.
    private func fits(_ branch: some Any) -> Bool {
        switch branch {
        case let object as any JSONObject: object.wire.issues.isEmpty
        case let array as any JSONArray: array.wire.issues.isEmpty
        case let union as any OpenUnion: fits(union.payload)
        case is UnknownBranch: false
        default: true
        }
    }

    /// A value that a branch could be read from, but for some of its parts.
    private struct Misfit: Error {}
}

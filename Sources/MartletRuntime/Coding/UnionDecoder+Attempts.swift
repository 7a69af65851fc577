// Branches that only reading tells apart.

extension UnionDecoder {
    /// Decodes the value as the first of branches that it fits.
    ///
    /// The first is read as if there were no others: what is tolerated elsewhere is here. Where it can't be read, or lists
    /// no such value, another is taken that the value fits in all its parts, and else one that has most of it.
    ///
    /// - Parameter cases: What makes a union of each branch, in the order in which they are tried.
    /// - Throws: What was wrong with the first, where the value can be read as none.
    public func branch<Union: Sendable, each Branch: Decodable>(
        firstOf cases: repeat (each Branch) -> Union
    ) throws -> Union {
        var attempts = BranchAttempts<Union>(self)
        repeat attempts.add(each cases)
        return try attempts.result()
    }
}

/// The branches of one value that were tried.
private struct BranchAttempts<Union: Sendable> {
    private let union: UnionDecoder
    private let context: DecodingContext
    /// Whether the decoder has no context: one is lent to all that is read inside.
    private let lendsContext: Bool
    /// Nil for the outermost, which forgets what was read inside.
    private let place: AttemptedPlace?
    private let known: AttemptOutcome?
    private var isFirst = true
    private var found: (union: Union, trace: AttemptTrace)?
    private var fallback: (union: Union, trace: AttemptTrace)?
    private var failure: (any Error)?

    init(_ union: UnionDecoder) {
        context = union.context ?? DecodingContext(options: DecodingOptions())
        lendsContext = union.context == nil
        self.union = union.with(context)
        place = context.beginAttempts() ? nil : AttemptedPlace(union.decoder, as: Union.self)
        known = place.flatMap(context.outcome)
    }

    mutating func add<Branch: Decodable>(_ make: (Branch) -> Union) {
        if known != nil || found != nil { return }
        defer { isFirst = false }
        do {
            let (branch, trace) = try context.attempt { try read(Branch.self) }
            let reading = (union: make(branch), trace: trace)
            let listing = Listing(of: branch)
            if listing == .listed, isFirst || trace.issues.isEmpty {
                found = reading
            } else if fallback == nil, isFirst || listing != .unknownBranch && hasRest(branch, trace) {
                fallback = reading
            }
        } catch {
            failure = failure ?? error
        }
    }

    func result() throws -> Union {
        defer { if place == nil { context.endAttempts() } }
        switch known {
        case .read(let value as Union, let trace):
            context.accept(trace)
            return value
        case .failed(let error): throw error
        default: break
        }
        guard let (value, trace) = found ?? fallback else {
            let error = failure ?? Misfit()
            if let place { context.remember(.failed(error), at: place) }
            throw error
        }
        if let place { context.remember(.read(value, trace), at: place) }
        context.accept(trace)
        return value
    }

    private func read<Branch: Decodable>(_ type: Branch.Type) throws -> Branch {
        guard lendsContext else { return try union.branch() }
        return try DecodingContext.$lent.withValue(context) { try union.branch() }
    }

    /// Whether something is left of an object besides what was tolerated: any object could be read as one whose members
    /// may all be left out.
    private func hasRest(_ branch: some Any, _ trace: AttemptTrace) -> Bool {
        if trace.issues.isEmpty { return true }
        return switch branch {
        case let object as any JSONObject: object.wire.issues.count < union.object?.allKeys.count ?? 0
        case let inner as any OpenUnion: hasRest(inner.payload, trace)
        default: false
        }
    }

    private struct Misfit: Error {}
}

/// Whether the document lists a value in a branch: unions and enums have a case for all others.
private enum Listing {
    case listed
    case unknownValue
    case unknownBranch

    init(of branch: some Any) {
        switch branch {
        case let union as any OpenUnion: self.init(of: union.payload)
        case is UnknownBranch: self = .unknownBranch
        case let value as any OpenEnum: self = value.isKnown ? .listed : .unknownValue
        default: self = .listed
        }
    }
}

extension OpenEnum {
    fileprivate var isKnown: Bool { Self.knownValues.value(rawValue) != nil }
}

// What an initialiser or a method takes, in both versions: which calls of the old one does the new one accept?

struct SignatureComparison {
    /// Whose signature it is, in the words of messages.
    enum Subject {
        case initialiser(of: String)
        case method(String)

        /// What code does with it.
        var use: SourceFinding.Use {
            switch self {
            case .initialiser: .build
            case .method: .call
            }
        }

        var symbol: String {
            switch self {
            case .initialiser(let type): "\(type).init"
            case .method(let name): name
            }
        }
    }

    private let old: SurfaceSignature
    private let new: SurfaceSignature
    private let subject: Subject
    private let renames: [String: String]
    private let settled: Set<String>

    /// - Parameter settled: parameters that were told to be gone, renamed or of another type.
    init(
        _ old: SurfaceSignature, _ new: SurfaceSignature, _ subject: Subject, _ renames: [String: String],
        settled: Set<String> = []
    ) {
        self.old = old
        self.new = new
        self.subject = subject
        self.renames = renames
        self.settled = settled
    }

    var changes: [SourceChange] {
        let pairs = ParameterPairs(old.parameters, new.parameters)
        let kept = old.parameters.enumerated().flatMap { place, parameter in
            changes(parameter, pairs.new[place].map { new.parameters[$0] })
        }
        let added = new.parameters.indices.filter { !pairs.taken.contains($0) }.compactMap {
            self.added(new.parameters[$0])
        }
        return kept + added + moved(pairs)
    }

    private func changes(_ parameter: SurfaceParameter, _ other: SurfaceParameter?) -> [SourceChange] {
        guard let other else {
            if settled.contains(parameter.name) { return [] }
            return [
                change(.initArgumentRemoved, "takes no \(Self.argument(parameter)) any more", old: parameter, new: nil)
            ]
        }
        var changes: [SourceChange] = []
        if parameter.label != other.label, !settled.contains(parameter.name) {
            changes.append(
                change(
                    .initArgumentRenamed, "takes '\(other.label):' for '\(parameter.label):'", old: parameter,
                    new: other)
            )
        }
        if let type = typeChange(parameter, other) { changes.append(type) }
        if let given = defaultChange(parameter, other) { changes.append(given) }
        if parameter.isDeprecated, !other.isDeprecated {
            // What is deprecated is taken by an overload of its own, beside one that does without.
            changes.append(
                change(
                    .initArgumentAdded, "has no form without \(Self.argument(other)) any more, which was deprecated",
                    old: parameter, new: other))
        }
        return changes
    }

    private func defaultChange(_ parameter: SurfaceParameter, _ other: SurfaceParameter) -> SourceChange? {
        if parameter.hasDefault, !other.hasDefault {
            return change(
                .initDefaultRemoved, "requires \(Self.noun(other)), which could be left out",
                breaks: [subject.use] + functionValue(parameter, other), old: parameter, new: other)
        }
        if other.hasDefault, !parameter.hasDefault, !settled.contains(parameter.name) {
            return change(
                .initDefaultAdded, "can be called without \(Self.noun(other))",
                breaks: functionValue(parameter, other), old: parameter, new: other)
        }
        guard let before = parameter.defaultValue, let after = other.defaultValue, before != after else { return nil }
        return change(
            .initDefaultChanged, "takes \(after.text) for '\(other.name)' where none is given, not \(before.text)",
            old: parameter, new: other)
    }

    private func typeChange(_ parameter: SurfaceParameter, _ other: SurfaceParameter) -> SourceChange? {
        let before = parameter.type.renamed(by: renames)
        guard !before.isSame(as: other.type), !settled.contains(parameter.name) else { return nil }
        // A wider type takes what was given, but makes another function of it.
        if other.type.accepts(before) {
            return other.hasDefault && !parameter.hasDefault
                ? nil
                : change(
                    .initDefaultAdded, "takes '\(other.type.text)' for \(Self.noun(other)) now",
                    breaks: functionValue(parameter, other), old: parameter, new: other)
        }
        if case .optional(let wrapped) = before, wrapped.isSame(as: other.type), parameter.hasDefault, !other.hasDefault
        {
            return nil
        }
        return change(
            .initArgumentTypeChanged,
            "takes '\(other.type.text)' for \(Self.noun(other)) now, not '\(parameter.type.text)'", old: parameter,
            new: other)
    }

    /// A function that takes more can stand for one that takes less, but can't satisfy a protocol's method.
    private func functionValue(_ parameter: SurfaceParameter, _ other: SurfaceParameter) -> [SourceFinding.Use] {
        let before = parameter.type.renamed(by: renames)
        if settled.contains(parameter.name) || before.isSame(as: other.type) { return [] }
        switch subject {
        case .initialiser: return other.type.accepts(before) ? [] : [.functionValue]
        case .method: return [.functionValue]
        }
    }

    private func added(_ parameter: SurfaceParameter) -> SourceChange? {
        if parameter.hasDefault {
            // An optional property tells of its argument itself.
            if case .initialiser = subject, !parameter.key.isEmpty, !parameter.isCredential { return nil }
            return change(
                .initArgumentAdded, "gained an optional \(Self.argument(parameter))", old: nil, new: parameter)
        }
        return change(.initArgumentRequired, "gained a required \(Self.argument(parameter))", old: nil, new: parameter)
    }

    /// The fewest parameters that would have to be put elsewhere for old calls to be in order.
    private func moved(_ pairs: ParameterPairs) -> [SourceChange] {
        let common = pairs.new.sorted { $0.value < $1.value }
        let inOrder = HeaviestRise(
            common.map { before, after in
                // What can be left out now, or no more, is what went elsewhere.
                (before, old.parameters[before].hasDefault == new.parameters[after].hasDefault ? 2 : 1)
            }
        ).places
        return common.indices.filter { !inOrder.contains($0) }.map { place in
            let parameter = new.parameters[common[place].value]
            let position = place == 0 ? "first" : "after \(Self.noun(new.parameters[common[place - 1].value]))"
            return change(
                .initOrderChanged, "takes \(Self.noun(parameter)) \(position) now",
                old: old.parameters[common[place].key],
                new: parameter)
        }
    }

    // MARK: Words

    private func change(
        _ rule: SourceRule, _ text: String, breaks: [SourceFinding.Use]? = nil, old: SurfaceParameter?,
        new: SurfaceParameter?
    ) -> SourceChange {
        let own: SourceRule =
            switch subject {
            case .initialiser: rule
            case .method: rule.ofMethod
            }
        return SourceChange(
            own, subject.symbol, "'\(subject.symbol)' \(text)", breaks: breaks, old: old?.origin, new: new?.origin)
    }

    private static func noun(_ parameter: SurfaceParameter) -> String {
        parameter.isBody ? "its body" : "'\(parameter.name)'"
    }

    private static func argument(_ parameter: SurfaceParameter) -> String {
        parameter.isBody ? "body" : "argument '\(parameter.name)'"
    }
}

extension SurfaceParameter {
    fileprivate var isBody: Bool {
        !hasLabel && name == "body"
    }
}

extension SourceRule {
    fileprivate var ofMethod: SourceRule {
        switch self {
        case .initArgumentRequired: .methodArgumentRequired
        case .initArgumentAdded: .methodArgumentAdded
        case .initArgumentRemoved: .methodArgumentRemoved
        case .initArgumentRenamed: .methodArgumentRenamed
        case .initArgumentTypeChanged: .methodArgumentTypeChanged
        case .initDefaultRemoved: .methodDefaultRemoved
        case .initDefaultAdded: .methodDefaultAdded
        case .initOrderChanged: .methodOrderChanged
        default: self
        }
    }
}

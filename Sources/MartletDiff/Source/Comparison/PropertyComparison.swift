// The properties of one type in both versions.

import MartletIR

struct PropertyComparison {
    private let old: SurfaceType
    private let new: SurfaceType
    private let renames: [String: String]
    /// From old to new names, of properties that are called otherwise now.
    private let moved: [String: String]

    init(_ old: SurfaceType, _ new: SurfaceType, _ renames: [String: String]) {
        self.old = old
        self.new = new
        self.renames = renames
        moved = PropertyRenames(old, new, renames).names
    }

    /// The names, old and new, of which enough is said: the initialiser needs no line of its own for them.
    var settled: Set<String> {
        let newNames = Set(new.properties.map(\.name))
        let changed = old.properties.filter { property in
            guard let other = counterpart(property) else { return true }
            return !property.type.renamed(by: renames).isSame(as: other.type)
        }
        return Set(changed.map(\.name)).union(moved.keys).union(moved.values).union(
            old.properties.filter { !newNames.contains($0.name) }.map(\.name))
    }

    var changes: [SourceChange] {
        let kept = Set(old.properties.map { moved[$0.name] ?? $0.name })
        return old.properties.flatMap(changes) + new.properties.filter { !kept.contains($0.name) }.compactMap(added)
    }

    private func counterpart(_ property: SurfaceProperty) -> SurfaceProperty? {
        new.properties.first { $0.name == moved[property.name] ?? property.name }
    }

    private func changes(_ property: SurfaceProperty) -> [SourceChange] {
        guard let other = counterpart(property) else {
            return [
                SourceChange(
                    .propertyRemoved, symbol(property), "'\(symbol(property))' is gone", breaks: uses(of: property),
                    old: property.origin ?? old.origin, new: nil)
            ]
        }
        var changes: [Change?] = [nameChange(property, other)]
        if let type = typeChange(property, other) {
            changes.append((.propertyTypeChanged, type.message, type.breaks))
        }
        changes.append(settingChange(property, other))
        if other.isDeprecated, !property.isDeprecated {
            changes.append((.propertyDeprecated, "'\(symbol(other))' is deprecated", nil))
        }
        if property.name == other.name, property.key != other.key {
            changes.append(
                (
                    .propertyMeaningChanged,
                    "'\(symbol(other))' stands for the member '\(other.key)' now, not for '\(property.key)'", nil
                ))
        }
        return changes.compactMap { $0 }.map { change in
            SourceChange(
                change.rule, symbol(other), change.message, breaks: change.breaks, old: property.origin ?? old.origin,
                new: other.origin ?? new.origin)
        }
    }

    /// What is said of a property that both versions have; it breaks what its rule does, unless `breaks` says what.
    private typealias Change = (rule: SourceRule, message: String, breaks: [SourceFinding.Use]?)

    private func nameChange(_ property: SurfaceProperty, _ other: SurfaceProperty) -> Change? {
        guard property.name != other.name else { return nil }
        guard let taken = takingOver(property) else {
            return (
                .propertyRenamed, "'\(symbol(property))' is called '\(other.name)' now", uses(of: property)
            )
        }
        // Code compiles, and reads another member.
        return (
            .propertyMeaningChanged,
            "'\(symbol(taken))' stands for the member '\(taken.key)' now, not for '\(property.key)', which is called "
                + "'\(other.name)'", nil
        )
    }

    private func settingChange(_ property: SurfaceProperty, _ other: SurfaceProperty) -> Change? {
        guard property.isSettable != other.isSettable else { return nil }
        if property.isSettable {
            return (.propertyReadOnly, "'\(symbol(other))' can't be set any more: it has one value", nil)
        }
        // A required argument is told by the initialiser.
        let becameArgument =
            !isGiven(property.name, to: old) && isGiven(other.name, to: new)
            && new.initialiser?.parameters.contains { $0.name == other.name && $0.hasDefault } == true
        return (
            .propertyWritable,
            "'\(symbol(other))' can be set now" + (becameArgument ? ", and is an argument of 'init'" : ""),
            becameArgument ? [.functionValue] : []
        )
    }

    /// What code can do with a property, all of which breaks where it is gone.
    private func uses(of property: SurfaceProperty) -> [SourceFinding.Use] {
        property.isSettable ? [.read, .write, .build] + functionValue(property) : [.read]
    }

    /// Another member that has its name, and its type.
    private func takingOver(_ property: SurfaceProperty) -> SurfaceProperty? {
        new.properties.first { other in
            other.name == property.name && other.key != property.key && other.isSettable == property.isSettable
                && property.type.renamed(by: renames).isSame(as: other.type)
        }
    }

    private func typeChange(
        _ property: SurfaceProperty, _ other: SurfaceProperty
    ) -> (message: String, breaks: [SourceFinding.Use])? {
        let before = property.type.renamed(by: renames)
        let after = other.type
        guard !before.isSame(as: after) else { return nil }
        let types = "'\(after.text)', not '\(property.type.text)'"
        let message: String
        if case .optional(let wrapped) = after, before.isSame(as: wrapped) {
            message = before.isOptional ? "tells null from absence now: \(types)" : "is optional now: \(types)"
        } else if case .optional(let wrapped) = before, wrapped.isSame(as: after) {
            message =
                after.isOptional
                ? "doesn't tell null from absence any more: \(types)" : "isn't optional any more: \(types)"
        } else {
            message = "is '\(after.text)' now, not '\(property.type.text)'"
        }
        return ("'\(symbol(other))' \(message)", lostUses(property, before, other))
    }

    /// The compiler makes optional what isn't, but unwraps nothing that isn't optional.
    private func lostUses(
        _ property: SurfaceProperty, _ before: SwiftType, _ other: SurfaceProperty
    ) -> [SourceFinding.Use] {
        let lostOptional = before.isOptional && !other.type.isOptional
        var lost: [SourceFinding.Use] = !before.accepts(other.type) || lostOptional ? [.read] : []
        guard property.isSettable else { return lost }
        // The initialiser has no line of its own for a member of one value, which it takes no more.
        guard other.isSettable else {
            return isArgument(property.name, of: old) && !isArgument(other.name, of: new)
                ? lost + [.build] + functionValue(property) : lost
        }
        if !other.type.accepts(before) { lost += [.write, .build] + functionValue(property) }
        return lost
    }

    /// A function that takes less than it did is another function.
    private func functionValue(_ property: SurfaceProperty) -> [SourceFinding.Use] {
        isGiven(property.name, to: old) ? [.functionValue] : []
    }

    /// Whether the initialiser takes it in every form.
    private func isGiven(_ name: String, to type: SurfaceType) -> Bool {
        type.initialiser?.parameters.contains { $0.name == name && !$0.isDeprecated } == true
    }

    private func isArgument(_ name: String, of type: SurfaceType) -> Bool {
        type.initialiser?.parameters.contains { $0.name == name } == true
    }

    /// Required ones are told by the initialiser.
    private func added(_ property: SurfaceProperty) -> SourceChange? {
        let parameter = new.initialiser?.parameters.first { $0.name == property.name }
        if let parameter, !parameter.hasDefault { return nil }
        let isGiven = parameter.map { !$0.isDeprecated } ?? false
        return SourceChange(
            .propertyAdded, symbol(property),
            isGiven
                ? "'\(new.name)' gained an optional property '\(property.name)', and its 'init' an argument"
                : "'\(new.name)' gained a property '\(property.name)'",
            breaks: isGiven ? [.functionValue] : [], old: nil, new: property.origin ?? new.origin)
    }

    private func symbol(_ property: SurfaceProperty) -> String {
        "\(new.name).\(property.name)"
    }
}

/// Properties that are called otherwise in the new version.
struct PropertyRenames {
    let names: [String: String]

    /// The same member under another name, else a member of the same type that is called or described alike.
    init(_ old: SurfaceType, _ new: SurfaceType, _ renames: [String: String]) {
        let oldNames = Set(old.properties.map(\.name))
        let newNames = Set(new.properties.map(\.name))
        let gone = old.properties.filter { property in
            guard newNames.contains(property.name) else { return true }
            // A newcomer may have taken the name, and given the old owner another.
            return new.properties.contains {
                $0.key == property.key && !oldNames.contains($0.name) && property.key != ""
            }
                && !new.properties.contains { $0.key == property.key && $0.name == property.name }
        }
        let fresh = new.properties.filter { !oldNames.contains($0.name) }
        let candidates = gone.flatMap { property in
            let compared = ComparedName(property.name)
            return fresh.compactMap { other -> BestMatch.Candidate? in
                let isSame = property.key == other.key && !property.key.isEmpty
                let isAlike =
                    property.type.renamed(by: renames).isSame(as: other.type)
                    && property.isSettable == other.isSettable
                let isDescribedAlike =
                    !property.documentation.lines.isEmpty && property.documentation == other.documentation
                let similarity = compared.similarity(to: ComparedName(other.name))
                guard isSame || (isAlike && (isDescribedAlike || similarity >= 0.6)) else { return nil }
                let scores = [isSame ? 1 : 0, isDescribedAlike ? 1 : 0, similarity]
                return BestMatch.Candidate(old: property.name, new: other.name, scores: scores)
            }
        }
        names = BestMatch.pairs(candidates)
    }
}

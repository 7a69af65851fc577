// Types that have another name in the new version: equal in shape, and used where the old one was.

struct TypeRenames {
    /// From the old names to the new, of types that are gone under the old.
    private(set) var names: [String: String] = [:]
    private let old: TypeFamilies
    private let new: TypeFamilies
    private let uses: TypeUses
    private var gone: [String]
    private var fresh: [String]

    /// From old names to new ones; nothing is looked for where no type is gone, or none is new.
    static func names(old: Surface, new: Surface) -> [String: String] {
        let oldNames = Set(old.types.map(\.name))
        let newNames = Set(new.types.map(\.name))
        if oldNames.isSubset(of: newNames) || newNames.isSubset(of: oldNames) { return [:] }
        return TypeRenames(old: old, new: new).names
    }

    private init(old: Surface, new: Surface) {
        self.old = TypeFamilies(old)
        self.new = TypeFamilies(new)
        uses = TypeUses(old: old, new: new)
        let oldNames = Set(old.types.map(\.name))
        let newNames = Set(new.types.map(\.name))
        gone = old.types.map(\.name).filter { !newNames.contains($0) }
        fresh = new.types.map(\.name).filter { !oldNames.contains($0) }
        while !gone.isEmpty, !fresh.isEmpty {
            let found = alike(votes())
            if found.isEmpty { break }
            accept(found)
        }
        accept(similar(votes()))
    }

    private mutating func accept(_ pairs: [String: String]) {
        for (old, new) in pairs.sorted(by: { $0.key < $1.key }) where names[old] == nil {
            names[old] = new
            // What stands inside is renamed with it.
            for inner in self.old.nested(in: old) {
                let name = new + inner.dropFirst(old.count)
                if self.new.has(name), names[inner] == nil { names[inner] = name }
            }
        }
        let taken = Set(names.values)
        gone.removeAll { names[$0] != nil }
        fresh.removeAll(where: taken.contains)
    }

    private func votes() -> [Vote: Double] {
        uses.votes(names)
    }

    /// Pairs of equal shapes.
    private func alike(_ votes: [Vote: Double]) -> [String: String] {
        var byShape: [TypeShape: [String]] = [:]
        for name in fresh { byShape[newShape(name), default: []].append(name) }
        var rivals: [TypeShape: Int] = [:]
        let shapes = gone.map { (name: $0, shape: oldShape($0)) }
        for row in shapes { rivals[row.shape, default: 0] += 1 }
        let candidates = shapes.flatMap { row in
            let compared = ComparedName(row.name)
            return (byShape[row.shape] ?? []).compactMap { name -> BestMatch.Candidate? in
                let vote = votes[Vote(old: row.name, new: name)] ?? 0
                let similarity = compared.similarity(to: ComparedName(name))
                let isOnly = rivals[row.shape] == 1 && byShape[row.shape]?.count == 1
                // Little is alike by chance.
                let tells = row.shape.members.count > 3
                guard vote > 0 || (isOnly && tells) || similarity >= 0.5 else { return nil }
                return BestMatch.Candidate(old: row.name, new: name, scores: [vote, similarity])
            }
        }
        return BestMatch.pairs(candidates)
    }

    /// Pairs that were changed and renamed at once: most of their members agree, and they are used in one place or called
    /// alike.
    private func similar(_ votes: [Vote: Double]) -> [String: String] {
        let candidates = votes.compactMap { vote, count -> BestMatch.Candidate? in
            guard gone.contains(vote.old), fresh.contains(vote.new) else { return nil }
            let likeness = oldShape(vote.old).likeness(to: newShape(vote.new))
            return likeness < 0.5
                ? nil : BestMatch.Candidate(old: vote.old, new: vote.new, scores: [likeness, count])
        }
        return BestMatch.pairs(candidates)
    }

    private func oldShape(_ name: String) -> TypeShape {
        TypeShape(old.family(of: name)) { other in names[other] ?? (new.has(other) ? other : "?") }
    }

    private func newShape(_ name: String) -> TypeShape {
        let taken = Set(names.values)
        return TypeShape(new.family(of: name)) { other in taken.contains(other) || old.has(other) ? other : "?" }
    }
}

/// Types by their names, each with those inside it.
private struct TypeFamilies {
    private var types: [String: SurfaceType] = [:]
    private var children: [String: [String]] = [:]

    init(_ surface: Surface) {
        for type in surface.types {
            types[type.name] = type
            let steps = type.name.split(separator: ".")
            if steps.count > 1 { children[steps.dropLast().joined(separator: "."), default: []].append(type.name) }
        }
    }

    func has(_ name: String) -> Bool {
        types[name] != nil
    }

    /// The names of all types inside `name`.
    func nested(in name: String) -> [String] {
        (children[name] ?? []).flatMap { [$0] + nested(in: $0) }
    }

    /// The type and those inside it.
    func family(of name: String) -> [SurfaceType] {
        ([name] + nested(in: name)).compactMap { types[$0] }
    }
}

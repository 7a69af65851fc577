// What an inline branch looks like: enough to know it again when what it refers to has changed, or a member of it.
import MartletOpenAPI

struct BranchLook {
    /// As deep as branches are looked into.
    private static let deepest = 6

    private let title: String?
    private let tags: String?
    private let kind: String
    /// `[{a:string,b:#/components/schemas/B}]`: types, members and references, and not what those lead to.
    private let shape: String
    private let members: Set<String>

    init(_ schema: Schema, _ views: inout SchemaViews) {
        title = schema.inlineTitle
        tags = BranchPairing.tags(schema, &views)
        shape = schema.isInline ? Self.shape(schema, 0) : ""
        let view = views.merged(views.view(of: schema))
        kind = schema.isInline ? Self.kind(view) : ""
        members = Set(view.keywords.properties.map(\.name))
    }

    /// The pairs of `olds` and `news` that look the same.
    static func alike(_ olds: [(Int, BranchLook)], _ news: [(Int, BranchLook)]) -> [(Int, Int)] {
        var left = news
        return olds.compactMap { place, look in
            guard let other = left.firstIndex(where: { look.shape == $0.1.shape && look.mayBe($0.1) }) else {
                return nil
            }
            return (place, left.remove(at: other).0)
        }
    }

    /// The pairs with members in common, those first that share the most.
    static func sharing(_ olds: [(Int, BranchLook)], _ news: [(Int, BranchLook)]) -> [(Int, Int)] {
        var candidates: [(old: Int, new: Int, share: Double)] = []
        for (place, look) in olds {
            for (other, newLook) in news where look.kind == newLook.kind && look.mayBe(newLook) {
                let common = look.members.intersection(newLook.members).count
                if common == 0 { continue }
                let share = Double(common) / Double(look.members.union(newLook.members).count)
                candidates.append((place, other, share))
            }
        }
        var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
        // In their order where they share as much.
        let sorted = candidates.sorted { ($1.share, $0.old, $0.new) < ($0.share, $1.old, $1.new) }
        return sorted.compactMap { candidate in
            if takenOld.contains(candidate.old) || takenNew.contains(candidate.new) { return nil }
            takenOld.insert(candidate.old)
            takenNew.insert(candidate.new)
            return (candidate.old, candidate.new)
        }
    }

    /// Those at the same place among the branches of their kind, where as many are left of it. What has a name or a constant
    /// of its own is another one where that is another.
    static func inOrder(_ olds: [(Int, BranchLook)], _ news: [(Int, BranchLook)]) -> [(Int, Int)] {
        func plain(_ looks: [(Int, BranchLook)]) -> [String: [Int]] {
            let plain = looks.filter { !$0.1.kind.isEmpty && $0.1.title == nil && $0.1.tags == nil }
            return Dictionary(grouping: plain, by: \.1.kind).mapValues { $0.map(\.0) }
        }
        let after = plain(news)
        return plain(olds).flatMap { kind, places -> [(Int, Int)] in
            guard let others = after[kind], others.count == places.count else { return [] }
            return Array(zip(places, others))
        }
    }

    private func mayBe(_ other: BranchLook) -> Bool {
        !kind.isEmpty && !other.kind.isEmpty && tags == other.tags && (title == nil || other.title == nil)
    }

    /// What can't be told apart is no kind.
    private static func kind(_ view: SchemaView) -> String {
        let types = view.typeNames.sorted().joined(separator: ",")
        if !types.isEmpty { return types }
        return view.branches.isEmpty ? view.keywords.required.isEmpty ? "" : "required" : "choice"
    }

    private static func shape(_ schema: Schema, _ depth: Int) -> String {
        let keywords = schema.keywords
        if let reference = keywords.reference { return reference.pointer }
        guard depth < deepest else { return "…" }
        func list(_ schemas: [Schema]) -> String {
            schemas.map { shape($0, depth + 1) }.sorted().joined(separator: ",")
        }
        var text = (keywords.types ?? []).map(\.rawValue).sorted().joined(separator: "|")
        text += keywords.format.map { "/" + $0 } ?? ""
        if let items = keywords.items { text += "[" + shape(items, depth + 1) + "]" }
        if !keywords.prefixItems.isEmpty { text += "<" + list(keywords.prefixItems) + ">" }
        if !keywords.properties.isEmpty {
            let members = keywords.properties.map { "\($0.name):\(shape($0.schema, depth + 1))" }
            text += "{" + members.sorted().joined(separator: ",") + "}"
        }
        if let rest = keywords.additionalProperties { text += "{*:" + shape(rest, depth + 1) + "}" }
        for (name, parts) in [("one", keywords.oneOf), ("any", keywords.anyOf), ("all", keywords.allOf)]
        where !parts.isEmpty {
            text += "\(name)(" + list(parts) + ")"
        }
        return text
    }
}

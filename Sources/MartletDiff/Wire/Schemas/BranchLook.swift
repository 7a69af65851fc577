// What an inline branch looks like: enough to know it again when what it refers to has changed, or a member of it.

import MartletOpenAPI
import MartletSource

struct BranchLook {
    /// As deep as branches are looked into.
    private static let deepest = 6

    private let title: String?
    private let tags: String?
    private let kind: String
    /// `[{a:string,b:#/components/schemas/B}]`: types, members and references, and not what those lead to.
    private let shape: String
    private let members: Set<String>
    /// `mode="a"`: those that it lists, and that its members list.
    private let values: Set<String>

    init(_ schema: Schema, _ tags: String?, _ views: inout SchemaViews) {
        title = schema.inlineTitle
        self.tags = tags
        shape = schema.isInline ? Self.shape(schema, 0) : ""
        let view = views.merged(views.view(of: schema))
        kind = schema.isInline ? Self.kind(view) : ""
        members = Set(view.keywords.properties.map(\.name))
        var values = Self.values(view.keywords, of: "")
        for property in view.keywords.properties {
            values.formUnion(Self.values(views.view(of: property.schema).keywords, of: property.name))
        }
        self.values = values
    }

    /// The pairs of `olds` and `news` that look the same, those first that have the most values in common.
    static func alike(_ olds: [(Int, BranchLook)], _ news: [(Int, BranchLook)]) -> [(Int, Int)] {
        pairs(olds, news) { look, other in
            look.shape == other.shape && look.mayBe(other) ? share(look.values, other.values) : nil
        }
    }

    /// The pairs with members in common, those first that share the most.
    static func sharing(_ olds: [(Int, BranchLook)], _ news: [(Int, BranchLook)]) -> [(Int, Int)] {
        pairs(olds, news) { look, other in
            guard look.kind == other.kind, look.mayBe(other), !look.members.isDisjoint(with: other.members) else {
                return nil
            }
            return share(look.members, other.members)
        }
    }

    /// The best first, and in their order where several are as good; nil where two are no pair.
    private static func pairs(
        _ olds: [(Int, BranchLook)], _ news: [(Int, BranchLook)], _ score: (BranchLook, BranchLook) -> Double?
    ) -> [(Int, Int)] {
        let candidates = olds.flatMap { place, look in
            news.compactMap { other, newLook in
                score(look, newLook).map { (old: place, new: other, score: $0) }
            }
        }
        var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
        let sorted = candidates.sorted { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        return sorted.compactMap { candidate in
            if takenOld.contains(candidate.old) || takenNew.contains(candidate.new) { return nil }
            takenOld.insert(candidate.old)
            takenNew.insert(candidate.new)
            return (candidate.old, candidate.new)
        }
    }

    private static func share(_ some: Set<String>, _ others: Set<String>) -> Double {
        let all = some.union(others).count
        return all == 0 ? 0 : Double(some.intersection(others).count) / Double(all)
    }

    private static func values(_ keywords: Schema.Keywords, of member: String) -> Set<String> {
        let values = keywords.constant.map { [$0] } ?? keywords.enumeration ?? []
        return Set(values.map { "\(member)=\($0.jsonText)" })
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

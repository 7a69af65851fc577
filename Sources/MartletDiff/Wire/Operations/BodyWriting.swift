// How a body is written in both versions.

import MartletOpenAPI

struct BodyWriting {
    private let old: MediaType
    private let new: MediaType

    /// As deep as branches are looked into.
    private static let deepest = 4

    init(_ old: MediaType, _ new: MediaType) {
        self.old = old
        self.new = new
    }

    /// - Parameter rewritten: members of forms of which it is told that they are written in another way.
    func writing(_ schemas: inout SchemaComparison, rewritten: Set<String> = []) -> Writing {
        guard old.isForm, new.isForm else { return Writing(Writing.Form.of([.init(old), .init(new)])) }
        let (before, after) = (Self.spellings(old, &schemas.olds), Self.spellings(new, &schemas.news))
        var members = FormMembers()
        for (name, spellings) in before.named {
            guard let others = after.named[name] else { continue }
            members.named[name] = Self.writing(spellings, others)
            members.named[name]?.isRewritten = rewritten.contains(name)
        }
        members.others = Self.writing(before.others, after.others)
        return Writing(.members(members))
    }

    /// A member that branches describe in several ways is written so where all of them are.
    private static func writing(_ before: [FormSpelling], _ after: [FormSpelling]) -> Writing {
        guard !before.isEmpty, !after.isEmpty else { return Writing(.unknown) }
        let all = before + after
        return Writing(
            Writing.Form.of(all.map(\.form)), writesItemsAlone: all.allSatisfy(\.writesItemsAlone),
            spreadsOld: before.contains { $0.writesItemsAlone && $0.isList })
    }

    private struct Spellings {
        var named: [String: [FormSpelling]] = [:]
        var others: [FormSpelling] = []
    }

    private static func spellings(_ media: MediaType, _ views: inout SchemaViews) -> Spellings {
        var found = Spellings()
        var pending = media.schema.map { [($0, 0)] } ?? []
        while let (schema, depth) = pending.popLast() {
            let view = views.merged(views.view(of: schema))
            for property in view.keywords.properties {
                found.named[property.name, default: []].append(
                    FormSpelling(media, property.name, property.schema, &views))
            }
            let others = [view.keywords.additionalProperties, view.keywords.unevaluatedProperties].compactMap(\.self)
            for schema in others + view.keywords.patternProperties.map(\.schema) {
                guard let schema = views.unlessAny(schema), schema.keywords.boolean == nil else { continue }
                found.others.append(FormSpelling(media, "", schema, &views))
            }
            if depth < deepest { pending += (view.branches + view.rest).map { ($0, depth + 1) } }
        }
        return found
    }
}

extension FormSpelling {
    fileprivate init(_ media: MediaType, _ name: String, _ schema: Schema, _ views: inout SchemaViews) {
        let view = views.view(of: schema)
        self.init(media, name, view, item: view.keywords.items.map { views.view(of: $0) })
    }
}

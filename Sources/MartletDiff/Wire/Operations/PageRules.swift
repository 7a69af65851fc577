// Lists that come page by page: a program that can't ask for the next page, or doesn't find it, takes the first for the whole
// list, or gets it again and again.

import MartletIR
import MartletPasses

struct PageRules {
    private let old: DeclarationIndex
    private let new: DeclarationIndex

    init(_ old: DeclarationIndex, _ new: DeclarationIndex) {
        self.old = old
        self.new = new
    }

    func compare(_ pair: LoweredPair, _ findings: inout FindingList) {
        guard let pagination = pair.old.pagination else { return }
        if let asked = pair.old.parameters.first(where: { $0.name == pagination.kind.parameter }),
            !pair.new.parameters.contains(where: { $0.key == asked.key && $0.place == asked.place })
        {
            findings.add("pages-parameter-removed", name: "\(asked.place.rawValue) parameter '\(asked.key)'", of: pair)
        }
        guard let page = Self.page(of: pair.new) else { return }
        for member in lost(pagination, page) { findings.add("pages-member-removed", name: "'\(member)'", of: pair) }
    }

    /// The members that lead on and may be missing, by their paths, which the new page hasn't: of those that must be there it is
    /// told that they are gone.
    private func lost(_ pagination: Pagination, _ page: TypeReference) -> [String] {
        var ways: [(steps: [MemberStep], old: TypeReference, new: TypeReference)] = [
            (pagination.items, pagination.page, page)
        ]
        switch pagination.kind {
        case .cursor(_, let next), .url(let next): ways.append((next, pagination.page, page))
        case .lastItem(_, let member):
            if let item = item(pagination, page) { ways.append((member, pagination.item, item)) }
        case .offset, .number, .link: break
        }
        return ways.compactMap { way in
            let keys = keys(way.steps, of: way.old)
            let isToldAsGone = way.steps.allSatisfy { $0.presence == .required }
            return isToldAsGone || type(at: keys, of: way.new, new) != nil ? nil : keys.joined(separator: ".")
        }
    }

    private func item(_ pagination: Pagination, _ page: TypeReference) -> TypeReference? {
        guard case .array(let item)? = type(at: keys(pagination.items, of: pagination.page), of: page, new) else {
            return nil
        }
        return item
    }

    /// What the properties are called in JSON.
    private func keys(_ steps: [MemberStep], of type: TypeReference) -> [String] {
        var (keys, type) = ([String](), type)
        for step in steps {
            let properties = old.structure(Self.unwrapped(type, old))?.properties ?? []
            guard let property = properties.first(where: { $0.name == step.property }) else { return keys }
            keys.append(property.key)
            type = property.type
        }
        return keys
    }

    private func type(at keys: [String], of type: TypeReference, _ index: DeclarationIndex) -> TypeReference? {
        keys.reduce(Self.unwrapped(type, index)) { type, key in
            type.flatMap { index.property(key, of: $0) }.map { Self.unwrapped($0.type, index) }
        }
    }

    private static func unwrapped(_ type: TypeReference, _ index: DeclarationIndex) -> TypeReference {
        var type = index.resolved(type)
        while case .optional(let inner) = type { type = index.resolved(inner) }
        return type
    }

    private static func page(of operation: Operation) -> TypeReference? {
        if let page = operation.pagination?.page { return page }
        if case .only(.json(let type, _)) = operation.answer { return type }
        return nil
    }

    static let rules: RuleRows = {
        var rows = RuleRows(.paths, .existence)
        rows.add(
            "pages-parameter-removed", .breaking, .request, .own,
            "programs that ask for the next page with {name} get the first again")
        rows.add(
            "pages-member-removed", .breaking, .response, .own,
            "programs that go from page to page by {name} take the first for the whole list")
        return rows
    }()
}

extension Pagination.Kind {
    /// What asks for another page than the first.
    fileprivate var parameter: String? {
        switch self {
        case .cursor(let parameter, _), .lastItem(let parameter, _), .offset(let parameter, _, _),
            .number(let parameter, _, _):
            parameter
        case .url, .link: nil
        }
    }
}

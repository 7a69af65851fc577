// How one operation gives its list page by page: by the rule, or as it is named.

import MartletConfiguration
import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

struct PaginationSearch {
    /// What was named and isn't there.
    struct Missing: Error {
        var what: String
    }

    private typealias Names = PaginationNames

    let operation: MartletIR.Operation
    let members: PageMembers
    let table: DeclarationIndex
    let source: OperationSource?

    // MARK: By the rule

    var found: Pagination? {
        guard let items = members.items() else { return nil }
        let more = members.member(named: Names.mores) { $0 == .builtin(.bool) }
        guard let kind = cursor(items, more) ?? link ?? url ?? number(more) ?? offset(more) else { return nil }
        return pagination(kind, items, more)
    }

    private func cursor(
        _ items: (steps: [MemberStep], item: TypeReference), _ more: PageMembers.Found?
    ) -> Pagination.Kind? {
        guard let parameter = parameter(Names.cursors, where: { _ in true }) else { return nil }
        let type = table.resolved(parameter.type)
        if let next = members.member(named: Names.nextCursors, where: { $0 == type }) {
            return .cursor(parameter: parameter.name, next: next.steps)
        }
        guard more != nil, Names.lastIDs.contains(Names.plain(parameter.key)) else { return nil }
        if let last = members.member(named: ["lastid"], where: { $0 == type }) {
            return .cursor(parameter: parameter.name, next: last.steps)
        }
        guard let id = members.member("id", of: items.item), id.type == type else { return nil }
        return .lastItem(parameter: parameter.name, member: id.steps)
    }

    private var link: Pagination.Kind? {
        let headers = operation.headers.flatMap(table.headers)
        return headers?.fields.contains { $0.key.lowercased() == "link" } == true ? .link : nil
    }

    private var url: Pagination.Kind? {
        members.member(named: Names.urls) { $0 == .builtin(.string) }.map { .url($0.steps) }
    }

    private func number(_ more: PageMembers.Found?) -> Pagination.Kind? {
        guard let parameter = parameter(Names.numbers, where: isInteger) else { return nil }
        let pages = members.member(named: Names.pages, where: isInteger)
        guard pages != nil || isEvident(more) else { return nil }
        return .number(parameter: parameter.name, first: first(of: parameter) ?? 1, pages: pages?.steps)
    }

    private func offset(_ more: PageMembers.Found?) -> Pagination.Kind? {
        guard let parameter = parameter(Names.offsets, where: isInteger) else { return nil }
        let total = members.member(named: Names.totals, where: isInteger)
        guard total != nil || isEvident(more) else { return nil }
        return .offset(parameter: parameter.name, first: first(of: parameter) ?? 0, total: total?.steps)
    }

    /// Whether something else speaks of pages.
    private func isEvident(_ more: PageMembers.Found?) -> Bool {
        more != nil || members.member(named: Names.totals, where: isInteger) != nil
            || operation.parameters.contains { $0.place == .query && Names.sizes.contains(Names.plain($0.key)) }
    }

    // MARK: As it is named

    func named(_ settings: PaginationSettings) -> Result<Pagination, Missing> {
        do throws(Missing) {
            let items = try list(settings.items)
            let more = try member(settings.more, "more") { $0 == .builtin(.bool) }
            return .success(pagination(try kind(settings), items, more))
        } catch {
            return .failure(error)
        }
    }

    private func kind(_ settings: PaginationSettings) throws(Missing) -> Pagination.Kind {
        switch settings.style {
        case .link, .none: return .link
        case .url:
            guard let next = try member(settings.next, "next", where: { $0 == .builtin(.string) }) else {
                throw Missing(what: "'next', the member with the next page's address")
            }
            return .url(next.steps)
        case .cursor:
            let parameter = try parameter(settings)
            guard let next = try member(settings.next, "next", where: { $0 == table.resolved(parameter.type) }) else {
                throw Missing(what: "'next', the member with the next cursor")
            }
            return .cursor(parameter: parameter.name, next: next.steps)
        case .offset:
            let parameter = try parameter(settings)
            let total = try member(settings.total, "total", where: isInteger)
            return .offset(
                parameter: parameter.name, first: settings.first ?? first(of: parameter) ?? 0, total: total?.steps)
        case .page:
            let parameter = try parameter(settings)
            let pages = try member(settings.pages, "pages", where: isInteger)
            return .number(
                parameter: parameter.name, first: settings.first ?? first(of: parameter) ?? 1, pages: pages?.steps)
        }
    }

    private func parameter(_ settings: PaginationSettings) throws(Missing) -> MartletIR.Parameter {
        let numbers: Set<PaginationSettings.Style> = [.offset, .page]
        guard let key = settings.parameter,
            let parameter = operation.parameters.first(where: { $0.key == key && isPosition($0) }),
            !numbers.contains(settings.style) || isInteger(table.resolved(parameter.type))
        else {
            let kind = numbers.contains(settings.style) ? "an integer" : "a"
            throw Missing(what: "'parameter', the name of \(kind) query parameter that may be left out")
        }
        return parameter
    }

    private func member(
        _ path: String?, _ key: String, where fits: (TypeReference) -> Bool
    ) throws(Missing) -> PageMembers.Found? {
        guard let path else { return nil }
        if let found = members.member(path), fits(found.type) { return found }
        throw Missing(what: "a member '\(path)' of a fitting type for '\(key)'")
    }

    private func list(_ path: String?) throws(Missing) -> (steps: [MemberStep], item: TypeReference) {
        if let path {
            if let found = members.member(path), case .array(let item) = found.type { return (found.steps, item) }
            throw Missing(what: "a list '\(path)' for 'items'")
        }
        if let items = members.items() { return items }
        throw Missing(what: "'items', the member with the list")
    }

    // MARK: Parts

    private func pagination(
        _ kind: Pagination.Kind, _ items: (steps: [MemberStep], item: TypeReference), _ more: PageMembers.Found?
    ) -> Pagination {
        Pagination(
            name: "", kind: kind, page: members.page, items: items.steps, item: items.item, more: more?.steps)
    }

    private func parameter(_ names: [String], where fits: (TypeReference) -> Bool) -> MartletIR.Parameter? {
        for name in names {
            let found = operation.parameters.first {
                Names.plain($0.key) == name && isPosition($0) && fits(table.resolved($0.type))
            }
            if let found { return found }
        }
        return nil
    }

    /// Whether a parameter may take a position: the first page does without.
    private func isPosition(_ parameter: MartletIR.Parameter) -> Bool {
        if case .builtin = table.resolved(parameter.type) {
            return parameter.place == .query && !parameter.isRequired && !parameter.isJSON
        }
        return false
    }

    private func isInteger(_ type: TypeReference) -> Bool {
        let integers: [Builtin] = [.int, .int32, .int64, .uint32, .uint64]
        return integers.contains { type == .builtin($0) }
    }

    /// Where counting begins: the parameter's default, or the least that it may be.
    private func first(of parameter: MartletIR.Parameter) -> Int? {
        let schema = source?.parameters.first { $0.name == parameter.key && $0.location == .query }?.schema
        if case .integer(let value)? = schema?.keywords.defaultValue?.scalar?.resolved { return Int(value) }
        return schema?.keywords.range.minimum.flatMap { Int(exactly: $0) }
    }
}

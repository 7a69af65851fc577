// Finds the operations that give a list page by page, and how.

import MartletConfiguration
import MartletIR
import MartletOpenAPI
import MartletPasses
import MartletSource

/// What the configuration says counts first, then the extension `x-martlet-pagination` of the operation, and then the
/// rule: a GET that answers with a list, and, in this order,
/// - cursor: a query parameter for a cursor, and a member of its type for the next one; or a parameter for the last item's
///   id, items with an `id` of its type, and a member that says whether there is more;
/// - link: the `Link` field among the documented header fields;
/// - url: a string member for the next page's address;
/// - page, then offset: a query parameter for the number, and a parameter for the size of a page, or a member that says
///   how much there is or whether there is more.
struct PaginationLowering {
    private let table: DeclarationIndex
    /// The operations of the document by their ids, for what the model leaves out.
    private let sources: [String: OperationSource]
    private let configured: [String: PaginationSettings]

    init(_ declarations: [TypeDeclaration], _ sources: [OperationSource], _ configured: [String: PaginationSettings]) {
        table = DeclarationIndex(declarations)
        self.sources = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
        self.configured = configured
    }

    func assign(to operations: inout [MartletIR.Operation], _ diagnostics: inout Diagnostics) {
        for id in configured.keys.sorted() where !operations.contains(where: { $0.id == id }) {
            diagnostics.report(.unknownOperation(id), at: configured[id]?.position)
        }
        var scope = NameScope(
            reserved: [:], taken: Set(operations.map(\.name) + operations.compactMap { $0.stream?.name }))
        for place in operations.indices {
            guard var found = pagination(operations[place], &diagnostics) else { continue }
            found.name = scope.claim(operations[place].name + "Pages")
            operations[place].pagination = found
        }
    }

    private func pagination(_ operation: MartletIR.Operation, _ diagnostics: inout Diagnostics) -> Pagination? {
        let settings =
            configured[operation.id]
            ?? sources[operation.id]?.operation.pagination.flatMap { PaginationSettings($0, &diagnostics) }
        if settings?.style == PaginationSettings.Style.none { return nil }
        guard case .only(.json(let page, _)) = operation.answer else {
            if let settings { diagnostics.report(.noPage(operation.id), at: settings.position) }
            return nil
        }
        let search = PaginationSearch(
            operation: operation, members: PageMembers(table: table, page: page), table: table,
            source: sources[operation.id])
        guard let settings else { return operation.method == "GET" ? search.found : nil }
        switch search.named(settings) {
        case .success(let pagination): return pagination
        case .failure(let fault):
            diagnostics.report(.notFound(operation.id, fault.what), at: settings.position)
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownOperation(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-selection",
            "'pagination' names the operation '\(id)', which the client doesn't have; fix or remove it")
    }

    fileprivate static func noPage(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, id: "pagination",
            "'\(id)' doesn't answer with one kind of JSON, so it has no pages; remove its pagination, or write 'none'")
    }

    fileprivate static func notFound(_ id: String, _ what: String) -> Diagnostic {
        Diagnostic(
            .error, id: "pagination",
            "the pages of '\(id)' need \(what); members are named by their keys, with dots between them")
    }
}

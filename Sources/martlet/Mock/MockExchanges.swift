// Recorded exchanges as the answers of a mock server.

import Foundation
import MartletLoopback
import MartletOpenAPI
import MartletReconcile
import MartletRuntime
import MartletSource

/// An exchange answers the request that it was recorded with; one without a request answers any of its operation. Of those
/// that a request may have, the one with its path and its query is taken; equal ones in order, of which the last stays.
struct MockExchanges: Sendable {
    private let exchanges: [ExchangeEnvelope]
    private let routes: RouteTable
    /// How often each was given, by its place.
    private let served = Guarded<[Int: Int]>([:])

    init(_ exchanges: [ExchangeEnvelope], _ routes: RouteTable) {
        self.exchanges = exchanges
        self.routes = routes
    }

    /// Those that no request can have, since the document has no such operation, as its name.
    func strangers(in document: Document) -> [String] {
        let known = Set(
            document.paths.flatMap { item in
                item.operations.flatMap { ["\($0.method) \(item.path)", $0.operationID ?? ""] }
            })
        return exchanges.compactMap { exchange in
            if let operation = exchange.operation { return known.contains(operation) ? nil : operation }
            let (method, target) = (exchange.method ?? "", exchange.target ?? "")
            return routes.route(method, target) == nil ? "\(method) \(target)" : nil
        }
    }

    /// Nil where none is of the operation.
    func exchange(for request: LoopbackRequest, _ route: RouteTable.Route) throws(MockFault) -> ExchangeEnvelope? {
        let own = exchanges.indices.filter { isOf(route, exchanges[$0]) }
        if own.isEmpty { return nil }
        let sent = try? JSONValue(parsing: request.body)
        let exact = own.filter { exchanges[$0].request != nil && exchanges[$0].request == sent }
        let fitting = exact.isEmpty ? own.filter { exchanges[$0].request == nil } : exact
        let closeness = fitting.map { Self.closeness(exchanges[$0], request) }
        guard let best = closeness.max() else {
            throw MockFault(
                status: 404,
                message: "none of the \(own.count) recorded exchanges has this request: \(sent?.description ?? "")")
        }
        return exchanges[next(of: zip(fitting, closeness).filter { $0.1 == best }.map(\.0))]
    }

    /// The first that wasn't given yet among those that are recorded as the first of them is, and then the last of these.
    private func next(of places: [Int]) -> Int {
        let first = exchanges[places[0]]
        let equal = places.filter { exchanges[$0].target == first.target && exchanges[$0].request == first.request }
        return served.withLock { served in
            let place = equal.first { served[$0] == nil } ?? equal[equal.count - 1]
            served[place, default: 0] += 1
            return place
        }
    }

    private func isOf(_ route: RouteTable.Route, _ exchange: ExchangeEnvelope) -> Bool {
        if let operation = exchange.operation {
            return operation == route.operation.operationID || operation == route.name
        }
        guard let found = exchange.method.flatMap({ routes.route($0, exchange.target ?? "") }) else { return false }
        return found.name == route.name
    }

    /// 3 where the path and the query are the request's, 2 where the path is and no query is recorded, 1 for any request of
    /// the operation, 0 for another one of it.
    private static func closeness(_ exchange: ExchangeEnvelope, _ request: LoopbackRequest) -> Int {
        guard let recorded = exchange.target else { return 1 }
        guard let target = URLComponents(string: recorded),
            let asked = URLComponents(string: request.target),
            // Either may have the server's own path before it.
            target.path.hasSuffix(asked.path) || asked.path.hasSuffix(target.path)
        else { return 0 }
        func items(_ url: URLComponents) -> [String] {
            (url.queryItems ?? []).map { "\($0.name)=\($0.value ?? "")" }.sorted()
        }
        if items(target) == items(asked) { return 3 }
        return items(target).isEmpty ? 2 : 0
    }
}

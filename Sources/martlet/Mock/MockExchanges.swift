// Recorded exchanges as the answers of a mock server.

import Foundation
import MartletLoopback
import MartletOpenAPI
import MartletReconcile
import MartletRuntime

/// An exchange answers the request that it was recorded with; one without a request answers any of its operation.
struct MockExchanges {
    private let exchanges: [ExchangeEnvelope]
    private let routes: RouteTable

    init(_ exchanges: [ExchangeEnvelope], _ routes: RouteTable) {
        self.exchanges = exchanges
        self.routes = routes
    }

    /// Nil where none is of the operation.
    func exchange(for request: LoopbackRequest, _ route: RouteTable.Route) throws(MockFault) -> ExchangeEnvelope? {
        let own = exchanges.filter { isOf(route, $0) }
        if own.isEmpty { return nil }
        let sent = try? JSONValue(parsing: request.body)
        if let exact = own.first(where: { $0.request != nil && $0.request == sent }) { return exact }
        if let any = own.first(where: { $0.request == nil }) { return any }
        throw MockFault(
            status: 404,
            message: "none of the \(own.count) recorded exchanges has this request: \(sent?.description ?? "")")
    }

    private func isOf(_ route: RouteTable.Route, _ exchange: ExchangeEnvelope) -> Bool {
        if let operation = exchange.operation {
            return operation == route.operation.operationID || operation == route.name
        }
        guard let found = exchange.method.flatMap({ routes.route($0, exchange.target ?? "") }) else { return false }
        return found.name == route.name
    }
}

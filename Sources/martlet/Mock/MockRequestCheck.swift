// What is wrong with a request, as far as a mock server needs to say.

import Foundation
import MartletLoopback
import MartletOpenAPI
import MartletRuntime

/// A status, and a sentence for whoever wrote the request.
struct MockFault: Error {
    var status: Int
    var message: String
    var headers: [(String, String)] = []
}

/// Looks for parameters that must be there, a body that must be there, its content type, and whether JSON is JSON.
struct MockRequestCheck {
    private let request: LoopbackRequest
    private let route: RouteTable.Route

    init(_ request: LoopbackRequest, _ route: RouteTable.Route) {
        self.request = request
        self.route = route
    }

    func check() throws(MockFault) {
        let names = route.parameters.filter { $0.isRequired && !isThere($0) }
            .map { "\($0.location.rawValue) parameter '\($0.name)'" }
        if !names.isEmpty {
            throw MockFault(
                status: 400, message: "the request lacks what is required: " + names.joined(separator: ", "))
        }
        try checkBody()
    }

    private func isThere(_ parameter: MartletOpenAPI.Parameter) -> Bool {
        switch parameter.location {
        // The route wouldn't fit otherwise.
        case .path: true
        case .header:
            parameter.isDecidedElsewhere || request.header(parameter.name) != nil
        case .cookie: request.cookieNames.contains(parameter.name)
        case .query: isInQuery(parameter.name)
        case .queryString: request.target.contains("?")
        }
    }

    /// Exploded objects have the names of their members, which only the value would tell.
    private func isInQuery(_ name: String) -> Bool {
        let names = request.queryNames
        let isObject = route.parameters
            .contains { $0.name == name && $0.schema?.mayBeObject == true && !names.isEmpty }
        return names.contains { $0 == name || $0.hasPrefix(name + "[") } || isObject
    }

    private func checkBody() throws(MockFault) {
        guard let body = route.operation.requestBody else { return }
        if request.body.isEmpty {
            if body.isRequired { throw MockFault(status: 400, message: "the operation needs a body") }
            return
        }
        let sent = request.header("content-type") ?? ""
        let essence = String(sent.prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
        let known = body.content.map(\.essence)
        guard known.isEmpty || essence.isEmpty || known.contains(where: { MediaRange($0).covers(essence) }) else {
            throw MockFault(
                status: 415,
                message: "the body is '\(essence)', but the operation takes \(known.joined(separator: ", "))")
        }
        guard MediaKind(essence) == .json else { return }
        if (try? JSONValue(parsing: request.body)) == nil {
            throw MockFault(status: 400, message: "the body isn't JSON, although its content type says so")
        }
    }
}

extension Schema {
    fileprivate var mayBeObject: Bool {
        keywords.types == [.object] || !keywords.properties.isEmpty || keywords.reference != nil
    }
}

// Answers requests as a document describes: with its examples, with values that fit, or with a recorded stream.

import Foundation
import MartletIR
import MartletLoopback
import MartletLowering
import MartletOpenAPI
import MartletReconcile
import MartletRuntime
import MartletSource

/// What the command line says of a mock server.
struct MockSettings: Sendable {
    /// The text of a recorded stream; empty where there is none.
    var recording = ""
    /// Recorded exchanges, which go before everything else.
    var exchanges: [ExchangeEnvelope] = []
    /// Milliseconds before each event.
    var delay = 0
    /// Milliseconds before each answer.
    var latency = 0
    var seed: UInt64 = 0
    var checksSecurity = false
}

struct MockService: Sendable {
    private let routes: RouteTable
    private let bodies: MockBodies
    private let security: MockSecurity
    private let settings: MockSettings
    private let exchanges: MockExchanges
    /// The operations of recorded exchanges that the document doesn't have.
    let unserved: [String]
    /// What ends each operation's stream, by method and path.
    private let rules: [String: StreamRules]

    init(_ document: Document, _ api: API, _ reading: ValueReading, _ settings: MockSettings) {
        routes = RouteTable(document)
        bodies = MockBodies(reading, seed: settings.seed)
        security = MockSecurity(document)
        self.settings = settings
        exchanges = MockExchanges(settings.exchanges, routes)
        unserved = exchanges.strangers(in: document)
        let streams = api.client.operations.compactMap { operation in
            operation.stream.map { (operation.title, $0.rules) }
        }
        rules = Dictionary(streams) { first, _ in first }
    }

    func answer(_ request: LoopbackRequest, _ responder: Responder) {
        guard responder.pause(milliseconds: settings.latency) else { return }
        do throws(MockFault) {
            let route = try route(of: request)
            if settings.checksSecurity { try security.check(request, route.operation) }
            try MockRequestCheck(request, route).check()
            if let exchange = try exchanges.exchange(for: request, route) {
                return replay(exchange, route.operation, responder)
            }
            try answer(request, route, responder)
        } catch {
            let body = "{\"error\":{\"message\":\(JSONText.quoted(error.message)),\"type\":\"mock_error\"}}"
            responder.respond(
                error.status, [("Content-Type", "application/json")] + error.headers, body: Data(body.utf8))
        }
    }

    private func route(of request: LoopbackRequest) throws(MockFault) -> RouteTable.Route {
        if let route = routes.route(request.method, request.target) { return route }
        // HEAD is GET without the body (RFC 9110, section 9.3.2).
        if request.method == "HEAD", let route = routes.route("GET", request.target) { return route }
        let methods = routes.methods(at: request.target)
        if methods.isEmpty {
            throw MockFault(
                status: 404, message: "no operation of the document answers \(request.method) \(request.target)")
        }
        let list = methods.joined(separator: ", ")
        throw MockFault(
            status: 405, message: "\(request.path) doesn't answer \(request.method), only \(list)",
            headers: [("Allow", list)])
    }

    private func answer(
        _ request: LoopbackRequest, _ route: RouteTable.Route, _ responder: Responder
    ) throws(MockFault) {
        let preference = try MockPreference(request)
        let response = try response(route.operation, preference)
        let status = preference.code ?? Self.code(response?.status)
        let headers = (response?.headers ?? []).compactMap { header -> (String, String)? in
            guard header.name.lowercased() != "content-type", !MockFields.isOwn(header.name) else { return nil }
            return bodies.header(header).map { (header.name, $0) }
        }
        let isBodiless = ResponseStatus.code(status).hasNoBody
        let accept = MockAccept(request.header("accept"))
        if let stream = stream(request, accept, response?.content ?? []), status < 300, !isBodiless {
            return send(stream, headers, route, responder)
        }
        let content = (response?.content ?? []).filter { !$0.kind.isStream }
        guard let media = accept.choice(content), !isBodiless else {
            responder.respond(response == nil ? 204 : status, headers)
            return
        }
        try preference.checkExample(of: media)
        responder.respond(
            status, headers + [("Content-Type", media.label)],
            body: bodies.body(media, example: preference.example))
    }

    /// The one for the code that the request prefers, else the first success, else the first.
    private func response(
        _ operation: MartletOpenAPI.Operation, _ preference: MockPreference
    ) throws(MockFault) -> Response? {
        guard let code = preference.code else {
            return operation.responses.successes.first ?? operation.responses.first
        }
        guard let found = operation.response(to: code) else {
            let known = operation.responses.map(\.status.description).joined(separator: ", ")
            throw MockFault(status: 400, message: "the operation has no answer \(code); it has \(known)")
        }
        return found
    }

    private static func code(_ status: ResponseStatus?) -> Int {
        switch status {
        case .code(let code): code
        case .range(let digit): digit * 100
        case .rest, nil: 200
        }
    }

    // MARK: Streams

    /// The one that the request would rather have than all else, or asks for by a switch.
    private func stream(
        _ request: LoopbackRequest, _ accept: MockAccept, _ content: [MediaType]
    ) -> ExpectedStream? {
        let streams = bodies.streams(content)
        let media = streams.map(\.media)
        guard let best = accept.choice([], streams: media),
            let stream = streams.first(where: { $0.media.position == best.position })
        else { return nil }
        if accept.choice(content, streams: media)?.position == best.position { return stream }
        let body = try? JSONValue(parsing: request.body)
        let query = URLComponents(string: request.target)?.queryItems ?? []
        let asks =
            query.map { ($0.name, ["true", "1"].contains($0.value)) }
            + (body?.objectValue ?? [:]).map { ($0, [true, "true", 1].contains($1)) }
        return asks.contains { name, isTrue in isTrue && best.isAsked(for: name) } ? stream : nil
    }

    private func send(
        _ stream: ExpectedStream, _ headers: [(String, String)], _ route: RouteTable.Route, _ responder: Responder
    ) {
        responder.startStream(
            200, headers + [("Content-Type", stream.media.streamType), ("x-request-id", "mock")])
        if !settings.recording.isEmpty, stream.rules.framing == .serverSentEvents {
            return write(RecordedEvents(settings.recording).texts, responder)
        }
        let rules = rules[route.name] ?? stream.rules
        let terminal = stream.media.stream?.terminal ?? rules.terminalTypes
        write(bodies.events(stream, terminal: terminal, rules), responder)
    }

    private func replay(
        _ exchange: ExchangeEnvelope, _ operation: MartletOpenAPI.Operation, _ responder: Responder
    ) {
        let headers = exchange.headers.filter { !MockFields.isOwn($0.key) }.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value.stringValue ?? "\($0.value)")
        }
        let described = operation.response(to: exchange.status ?? 200)?.content ?? []
        let areStreams = described.allSatisfy(\.kind.isStream)
        let stream = exchange.stream(describedAs: areStreams ? described.first?.essence : nil)
        let type = stream?.framing.mediaType ?? "application/json"
        let all = headers + (exchange.contentType == nil ? [("Content-Type", type)] : [])
        guard let stream else {
            let body = exchange.body.map { Data($0.description.utf8) } ?? Data()
            responder.respond(exchange.status ?? 200, all, body: body)
            return
        }
        responder.startStream(exchange.status ?? 200, all)
        let isTranscript = stream.framing == .serverSentEvents
        write(isTranscript ? RecordedEvents(stream.text).texts : [stream.text], responder)
    }

    private func write(_ events: [String], _ responder: Responder) {
        for text in events {
            guard responder.pause(milliseconds: settings.delay), responder.write(text) else { return }
        }
    }
}

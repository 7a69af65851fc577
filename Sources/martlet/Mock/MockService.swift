// Answers requests as a document describes: with its examples, or with a recorded stream.
import Foundation
import MartletLoopback
import MartletOpenAPI
import MartletSource

struct MockService: Sendable {
    private struct Route: Sendable {
        var method: String
        var steps: [Substring]
        var operation: MartletOpenAPI.Operation

        func matches(_ method: String, _ steps: [Substring]) -> Bool {
            method == self.method && steps.count == self.steps.count
                && zip(self.steps, steps).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    private let routes: [Route]
    /// The events of the recorded stream, each with the blank line that ends it.
    private let events: [String]
    private let delay: Int

    /// - Parameters:
    ///   - stream: The text of a recorded stream; empty where there is none.
    ///   - delay: Milliseconds before each event.
    init(_ document: Document, stream: String, delay: Int) {
        routes = document.paths.flatMap { item in
            item.operations.map { Route(method: $0.method, steps: Self.steps(item.path), operation: $0) }
        }
        events = Self.events(stream)
        self.delay = delay
    }

    func answer(_ request: LoopbackRequest, _ responder: Responder) {
        let steps = Self.steps(request.target)
        // The client may have the server's own path before the operation's.
        let route = (0...steps.count).lazy.compactMap { start in
            routes.first { $0.matches(request.method, Array(steps[start...])) }
        }.first
        guard let route else {
            return refuse(404, "no operation of the document answers \(request.method) \(request.target)", responder)
        }
        if wantsStream(request, route.operation) { return stream(responder) }
        let content = route.operation.responses.first { $0.status.hasPrefix("2") }?.content ?? []
        if content.isEmpty {
            responder.respond(204)
        } else if let media = content.first(where: { !$0.examples.isEmpty }), let example = media.examples.first {
            responder.respond(200, [("Content-Type", media.name)], body: Data(example.jsonText.utf8))
        } else {
            refuse(501, "the document has no example of this answer; add 'example' beside its schema", responder)
        }
    }

    private func wantsStream(_ request: LoopbackRequest, _ operation: MartletOpenAPI.Operation) -> Bool {
        let content = operation.responses.flatMap(\.content)
        guard let media = content.first(where: { $0.essence == "text/event-stream" }), !events.isEmpty else {
            return false
        }
        if content.count(where: { $0.essence.hasSuffix("json") }) == 0 { return true }
        let body = try? JSONSerialization.jsonObject(with: request.body) as? [String: Any]
        return body?[media.stream?.setting ?? "stream"] as? Bool ?? false
    }

    private func stream(_ responder: Responder) {
        responder.startStream(200, [("Content-Type", "text/event-stream"), ("x-request-id", "mock")])
        for event in events {
            guard responder.pause(milliseconds: delay), responder.write(event) else { return }
        }
    }

    private func refuse(_ status: Int, _ message: String, _ responder: Responder) {
        let body = "{\"error\":{\"message\":\(JSONText.quoted(message)),\"type\":\"mock_error\"}}"
        responder.respond(status, [("Content-Type", "application/json")], body: Data(body.utf8))
    }

    private static func steps(_ path: String) -> [Substring] {
        path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    }

    private static func events(_ text: String) -> [String] {
        text.split(separator: "\n\n").map { $0 + "\n\n" }
    }
}

// The places of a document that traffic can belong to: request bodies, answers, and streams.

import MartletLowering
package import MartletOpenAPI
package import MartletRuntime

package struct Candidate: Sendable {
    package enum Role: Hashable, Sendable {
        case request
        case answer(ResponseStatus)
        case stream
    }

    package var operation: String
    package var method: String
    package var path: String
    package var role: Role
    package var schema: Schema
    /// How the items of a stream come.
    package var rules: EventStreamRules

    /// What it is called in reports: `createPet 201`.
    package var label: String {
        switch role {
        case .request: operation + " request"
        case .answer(let status): "\(operation) \(status)"
        case .stream: operation + " stream"
        }
    }

    /// Those of a document, in its order, answers before requests.
    static func all(of reading: inout ValueReading) -> [Candidate] {
        let made = (reading.document.paths + reading.document.webhooks).flatMap { item in
            item.operations.flatMap { candidates(item, $0, &reading) }
        }
        return made.filter { $0.role != .request } + made.filter { $0.role == .request }
    }

    private static func candidates(
        _ item: PathItem, _ operation: MartletOpenAPI.Operation, _ reading: inout ValueReading
    ) -> [Candidate] {
        func candidate(_ role: Role, _ schema: Schema, _ rules: EventStreamRules = .init()) -> Candidate {
            Candidate(
                operation: operation.operationID ?? "\(operation.method) \(item.path)", method: operation.method,
                path: item.path, role: role, schema: schema, rules: rules)
        }
        let requests = (operation.requestBody?.content ?? []).filter { $0.kind == .json }.compactMap(\.schema)
        let answers = operation.responses.flatMap { response -> [Candidate] in
            let maySucceed = response.status.isSuccess || response.status == .rest
            let streams = maySucceed ? reading.streams(response.content) : []
            let others = response.content.filter { media in
                media.kind == .json && !streams.contains { $0.media.position == media.position }
            }
            return others.compactMap { media in media.schema.map { candidate(.answer(response.status), $0) } }
                + streams.compactMap { stream in
                    stream.schema.map { candidate(.stream, $0, EventStreamRules(stream.rules)) }
                }
        }
        return answers + requests.map { candidate(.request, $0) }
    }
}

// MARK: - Events

extension Candidate {
    /// What is held against the schema: the data of an event, or an object with its fields.
    func value(of event: TrafficEvent) -> JSONValue {
        EventData(event.raw, rules).value
    }

    /// The name of an event that may tell what its data is; elsewhere it is a member like others.
    func name(of event: TrafficEvent) -> String? {
        rules.item == .data ? event.raw.event : nil
    }

    /// Whether the data is a sentinel or a sign of life, and no event.
    func isControl(_ event: TrafficEvent) -> Bool {
        rules.isSentinel(event.raw) || rules.isControl(event.raw)
    }
}

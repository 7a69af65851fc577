// The places of a document that traffic can belong to: request bodies, answers, and streams.
import MartletGenerator
package import MartletOpenAPI

package struct Candidate: Sendable {
    package enum Role: Hashable, Sendable {
        case request
        /// Under a status as in the document: `200`, `4XX`, `default`.
        case answer(String)
        case stream
    }

    package var operation: String
    package var method: String
    package var path: String
    package var role: Role
    package var schema: Schema
    /// Of a stream: data that ends it and is no event.
    package var sentinels: [String]

    /// What it is called in reports: `createPet 201`.
    package var label: String {
        switch role {
        case .request: operation + " request"
        case .answer(let status): operation + " " + status
        case .stream: operation + " stream"
        }
    }

    /// Those of a document, in its order, answers before requests.
    static func all(of document: Document) -> [Candidate] {
        let made = (document.paths + document.webhooks).flatMap { item in
            item.operations.flatMap { candidates(item, $0) }
        }
        return made.filter { $0.role != .request } + made.filter { $0.role == .request }
    }

    private static func candidates(_ item: PathItem, _ operation: Operation) -> [Candidate] {
        func candidate(_ role: Role, _ schema: Schema, sentinels: [String] = []) -> Candidate {
            Candidate(
                operation: operation.operationID ?? "\(operation.method) \(item.path)", method: operation.method,
                path: item.path, role: role, schema: schema, sentinels: sentinels)
        }
        let requests = (operation.requestBody?.content ?? []).filter { $0.kind == .json }.compactMap(\.schema)
        let answers = operation.responses.flatMap { response in
            response.content.compactMap { media -> Candidate? in
                guard let schema = media.itemSchema ?? media.schema else { return nil }
                switch media.kind {
                case .json where media.itemSchema == nil: return candidate(.answer(response.status), schema)
                case .stream, .json:
                    return candidate(.stream, schema, sentinels: media.stream?.sentinels ?? ["[DONE]"])
                default: return nil
                }
            }
        }
        return answers + requests.map { candidate(.request, $0) }
    }
}

// A transport that answers every request with the same bytes.

import Foundation
import MartletRuntime

/// Answers every request with these pieces of a body.
struct ReplayTransport: ClientTransport {
    var status = 200
    var headers: HTTPHeaders = [:]
    var chunks: [Data]

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(status: status, headers: headers, body: ResponseBody(chunks: chunks))
    }
}

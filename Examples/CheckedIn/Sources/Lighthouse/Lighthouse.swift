// A program on generated code that is checked in: nothing is generated when it is built.

import Foundation
import LighthouseAPI
import MartletRuntime

@main
struct Lighthouse {
    static func main() async throws {
        let client = Client(transport: Lamplighter())
        try await client.setLamp(Lamp(isLit: true, colour: .red, period: 5))
        let lamp = try await client.readLamp()
        print("The lamp is \(lamp.isLit ? "lit" : "out"), and \(lamp.colour?.rawValue ?? "colourless").")
    }
}

/// Answers in place of the service, so that the example needs none.
struct Lamplighter: ClientTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        if request.method == .put { return TransportResponse(status: 204, body: ResponseBody(chunks: [])) }
        let json = Data(#"{"isLit": true, "colour": "red"}"#.utf8)
        return TransportResponse(status: 200, body: ResponseBody(chunks: [json]))
    }
}

// Two services in one program: each document has a namespace, so that their types of the same name keep apart.

import Foundation
import MartletRuntime

@main
struct Harbour {
    static func main() async throws {
        let tides = Tides.Client(transport: Answers())
        let weather = Weather.Client(transport: Answers())
        let tide: Tides.Report = try await tides.readReport(place: "Kinsale")
        let sky: Weather.Report = try await weather.readReport(place: tide.place)
        print("\(tide.place): \(sky.sky.rawValue), \(sky.knots ?? 0) knots, high water \(tide.metres ?? 0) m")
    }
}

/// Answers in place of both services, so that the example needs none.
struct Answers: ClientTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let json =
            request.url.host == "tides.example.org"
            ? #"{"place": "Kinsale", "high": "06:12:00Z", "metres": 3.5}"# : #"{"sky": "clear", "knots": 12}"#
        return TransportResponse(status: 200, body: ResponseBody(chunks: [Data(json.utf8)]))
    }
}

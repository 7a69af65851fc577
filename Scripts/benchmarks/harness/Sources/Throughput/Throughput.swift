// The processor time of what a stream and a reply take: `Throughput events | sse | response`. Prints JSON.

import Foundation

@main enum Throughput {
    static func main() async throws {
        switch CommandLine.arguments.dropFirst().first {
        case "events": try await print(eventRates())
        case "sse": try print(parserRates())
        case "response": try print(responseTimes())
        default: throw CocoaError(.keyValueValidation)
        }
    }

    private static func print(_ figures: [String: Double]) throws {
        let data = try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys)
        Swift.print(String(decoding: data, as: UTF8.self))
    }
}

/// The median of the time of either side, in turns, so that what else the machine does falls on both.
struct Turns {
    private(set) var first: [Double] = []
    private(set) var second: [Double] = []

    mutating func add(_ pair: (Double, Double)) {
        first.append(pair.0)
        second.append(pair.1)
    }

    static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }
}

/// The seconds that the process has had of the processors: what waiting for them takes is left out.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Cuts bytes into chunks.
func chunks(_ bytes: Data, of size: Int = 1024) -> [Data] {
    stride(from: 0, to: bytes.count, by: size).map { bytes.subdata(in: $0..<min($0 + size, bytes.count)) }
}

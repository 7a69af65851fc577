// The parser of event streams alone, and a search for the ends of lines in the same bytes.

import Foundation
import MartletRuntime

/// Megabytes a second of processor time, both from chunks of 1 kB.
func parserRates() throws -> [String: Double] {
    let event = "event: message\ndata: {\"delta\":\"\(String(repeating: "word ", count: 40))\"}\n\n"
    let wire = Data(String(repeating: event, count: 40_000).utf8)
    let pieces = chunks(wire)
    let megabytes = Double(wire.count) / 1e6
    var turns = Turns()
    for round in 0..<8 {
        let pair = (try parsed(pieces), try searched(pieces))
        if round > 0 { turns.add(pair) }
    }
    let ratio = Turns.median(zip(turns.first, turns.second).map { $1 / $0 })
    return [
        "parser": megabytes / Turns.median(turns.first), "search": megabytes / Turns.median(turns.second),
        "ratio": ratio,
    ]
}

private func parsed(_ pieces: [Data]) throws -> Double {
    let start = processorSeconds()
    var parser = ServerSentEventParser()
    var count = 0
    for piece in pieces { count += try parser.push(piece).count }
    guard count == 40_000 else { throw CocoaError(.coderInvalidValue) }
    return processorSeconds() - start
}

private func searched(_ pieces: [Data]) throws -> Double {
    let start = processorSeconds()
    var count = 0
    for piece in pieces {
        piece.withUnsafeBytes { bytes in
            for byte in bytes where byte == 0x0A { count += 1 }
        }
    }
    guard count == 120_000 else { throw CocoaError(.coderInvalidValue) }
    return processorSeconds() - start
}

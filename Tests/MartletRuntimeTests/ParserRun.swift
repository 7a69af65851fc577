// One run of the event stream parser over bytes cut in some way.

import Foundation
import MartletRuntime

/// All that a parser gave for one input.
struct ParserRun: Equatable {
    var events: [ServerSentEvent] = []
    var comments: [String] = []
    var lastEventID = ""
    var retry: Int?

    /// Parses pieces of these sizes; what is left comes as one last piece.
    init(_ input: Data, sizes: some Sequence<Int>, isTolerantAtEnd: Bool = false) throws {
        var parser = ServerSentEventParser()
        parser.keepsComments = true
        parser.isTolerantAtEnd = isTolerantAtEnd
        var rest = input[...]
        for size in sizes where !rest.isEmpty {
            events += try parser.push(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        events += try parser.push(rest)
        events += try parser.finish()
        comments = parser.comments
        lastEventID = parser.lastEventID
        retry = parser.retry
    }

    init(_ input: Data, chunk: Int) throws {
        try self.init(input, sizes: repeatElement(chunk, count: input.count / chunk + 1))
    }
}

// `martlet mock`: a server on the loopback that answers as a document describes.
import Foundation
import MartletGenerator
import MartletLoopback
import MartletSource

struct MockCommand: Command {
    static let usage = CommandUsage(
        name: "mock",
        summary: "Serve a document's examples on the loopback, so that an app can be built without a key.",
        arguments: [.init(name: "INPUT", help: "A configuration (YAML with 'spec:'), or an OpenAPI document.")],
        options: [
            .overlay,
            .value("--port", "N", "The port to listen on; without it, one that is free."),
            .value("--stream", "FILE", "A recorded event stream, sent to requests that ask for one."),
            .value("--delay", "MS", "Milliseconds before each event of the stream; 50 without it."),
        ],
        exitCodes: [
            (.done, "Ended by a signal."),
            (.failed, "The port is taken, or the stream can't be read."),
            (.wrongUsage, "The command line is wrong."),
            (.badDocument, "The document has errors."),
        ],
        examples: [
            .init(command: "martlet mock openapi.yaml --port 8080", help: "Answer from the document's examples."),
            .init(
                command: "martlet mock openapi.yaml --stream recording.sse",
                help: "Replay a recorded stream, and print the URL on the first line."),
        ])

    private let arguments: Arguments
    private let port: UInt16
    private let delay: Int

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        port = UInt16(try arguments.number("--port", in: 0...65_535) ?? 0)
        delay = try arguments.number("--delay", in: 0...60_000) ?? 50
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        // Without options of its own for the network: what is pinned can be read.
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        let document = configuration.flatMap { Generator($0, reader: access.reader).load(&diagnostics, clock: &clock) }
        console.report(diagnostics.rendered(atLeast: .warning))
        guard let document, !diagnostics.hasErrors else { return .badDocument }
        var stream = ""
        if let path = arguments.value("--stream") {
            do {
                stream = String(decoding: try FileAccess.disk.read(path), as: UTF8.self)
            } catch {
                console.report("martlet mock: \(path): \(error.reason)")
                return .failed
            }
        }
        let service = MockService(document, stream: stream, delay: delay)
        guard let server = try? LoopbackServer(port: port, { service.answer($0, $1) }) else {
            console.report("martlet mock: port \(port) can't be listened on; it may be taken, choose another")
            return .failed
        }
        Self.letSignalsEnd()
        console.print("\(server.url)")
        while true { sleep(3600) }
    }

    /// A parent may have started the tool with its own signals blocked, as Foundation does from a thread of Dispatch.
    private static func letSignalsEnd() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}

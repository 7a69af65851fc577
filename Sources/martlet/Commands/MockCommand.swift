// `martlet mock`: a server on the loopback that answers as a document describes.

import Foundation
import MartletCommandLine
import MartletGenerator
import MartletLoopback
import MartletReconcile
import MartletSource

struct MockCommand: Command {
    static let usage = CommandUsage(
        name: "mock",
        summary: "Serve a document's examples on this machine, so that an app can be built without a key.",
        arguments: [.document()],
        options: [
            .overlay,
            .value("--port", "N", "The port to listen on; without it, one that is free."),
            .value("--stream", "FILE", "A recorded event stream, sent to requests that ask for one."),
            .value("--replay", "FILE", "Recorded exchanges: each answers the request that it was recorded with."),
            .value("--delay", "MS", "Milliseconds before each event of a stream; 50 without it."),
            .value("--latency", "MS", "Milliseconds before each answer; 0 without it."),
            .value("--seed", "N", "Vary the values that are made for schemas; the same number gives the same values."),
            .flag("--check-security", "Answer 401 to requests without the credentials that an operation needs."),
        ] + CommandUsage.Option.access,
        exitCodes: [
            (.done, "Never: it serves until a signal ends it, such as Ctrl-C."),
            (.failed, "The port is taken, or a recording can't be read."),
            (.wrongUsage, ExitCode.wrongUsage.meaning),
            (.badDocument, "The document has errors."),
        ],
        examples: [
            .init(command: "martlet mock openapi.yaml --port 8080", help: "Answer from the document's examples."),
            .init(
                command: "martlet mock openapi.yaml --stream recording.sse",
                help: "Replay a recorded stream, and print the URL on the first line."),
            .init(
                command: "curl -H 'Prefer: code=404' http://127.0.0.1:8080/pets/1",
                help: "Ask for another answer; 'Prefer: example=NAME' chooses among its examples."),
        ])

    private let arguments: Arguments
    private let port: UInt16
    private var settings = MockSettings()

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        port = UInt16(try arguments.number("--port", in: 0...65_535) ?? 0)
        settings.delay = try arguments.number("--delay", in: 0...60_000) ?? 50
        settings.latency = try arguments.number("--latency", in: 0...60_000) ?? 0
        settings.seed = UInt64(try arguments.number("--seed", in: 0...Int.max) ?? 0)
        settings.checksSecurity = arguments.has("--check-security")
    }

    func run(_ console: Console) -> ExitCode {
        var diagnostics = Diagnostics()
        var clock = console.clock(arguments.positional[0])
        let input = Input(arguments.positional[0], overlays: arguments.values("--overlay"))
        let configuration = input.configuration(&diagnostics)
        let access = DocumentAccess(arguments, beside: arguments.positional[0], &diagnostics)
        let described = configuration.flatMap { configuration in
            Generator(configuration, reader: access.reader).described(&diagnostics, clock: &clock)
        }
        console.report(diagnostics, atLeast: .error)
        guard let described, !diagnostics.hasErrors else { return .badDocument }
        guard access.writeLock(console) else { return .failed }
        var settings = settings
        do throws(FileFault) {
            try readRecordings(&settings)
        } catch {
            console.report("martlet mock: " + error.reason)
            return .failed
        }
        return serve(MockService(described.document, described.api, described.reading, settings), console)
    }

    private func serve(_ service: MockService, _ console: Console) -> ExitCode {
        for name in service.unserved {
            console.report("martlet mock: the document has no operation '\(name)'; what is recorded of it isn't served")
        }
        let server: LoopbackServer
        do {
            server = try LoopbackServer(port: port) { service.answer($0, $1) }
        } catch {
            console.report("martlet mock: port \(port) can't be used: \(error); choose another with '--port'")
            return .failed
        }
        console.end()
        Self.letSignalsEnd()
        console.print("\(server.url)")
        while true { sleep(3600) }
    }

    private func readRecordings(_ settings: inout MockSettings) throws(FileFault) {
        if let path = arguments.value("--stream") {
            settings.recording = String(decoding: try bytes(path), as: UTF8.self)
            if settings.recording.allSatisfy(\.isWhitespace) {
                throw FileFault(
                    "\(path): the file is empty; name a recorded event stream, with lines such as 'data: …'")
            }
        }
        if let path = arguments.value("--replay") {
            guard let exchanges = ExchangeEnvelope.all(in: Data(try bytes(path))) else {
                throw FileFault(
                    "\(path): there are no recorded exchanges in it; they are JSON objects with 'operation', or with "
                        + "'method' and 'path'"
                )
            }
            settings.exchanges = exchanges
        }
    }

    private func bytes(_ path: String) throws(FileFault) -> [UInt8] {
        do throws(FileFault) {
            return try FileAccess.disk.read(path)
        } catch {
            throw FileFault("\(path): \(error.reason)")
        }
    }

    /// A parent may have started the tool with its own signals blocked, as Foundation does from a thread of Dispatch.
    private static func letSignalsEnd() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}

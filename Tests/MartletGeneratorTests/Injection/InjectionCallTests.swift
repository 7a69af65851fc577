// Hostile paths, names of parameters and values arrive in requests as the document and the caller have them.

import Foundation
import MartletIR
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletConfiguration
@testable import MartletGenerator
@testable import MartletTemplates

@Suite(.timeLimit(.minutes(10)), .enabled(if: SwiftCompiler.found != nil)) struct InjectionCallTests {
    /// Of an operation for each payload: without braces, which stand for parameters in paths.
    private static let texts = TwinDocument.payloads.map { $0.filter { $0 != "{" && $0 != "}" } }

    /// A `#` would begin a fragment, which isn't sent, and is reported.
    private static func inPath(_ text: String) -> String { "p" + text.filter { $0 != "#" } }

    private static let document: String = {
        let paths = texts.enumerated().map { number, text in
            """
              \(TwinDocument.quoted("/\(number)/\(inPath(text))/{id}")):
                get:
                  operationId: call\(number)
                  parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: \(TwinDocument.quoted("q" + text)), in: query, required: true, schema: {type: string}}
                  - {name: \(TwinDocument.quoted("c" + text)), in: cookie, required: true, schema: {type: string}}
                  responses: {'204': {description: done}}
            """
        }
        return "openapi: 3.1.0\ninfo: {title: Calls, version: 1.0.0}\npaths:\n" + paths.joined(separator: "\n") + "\n"
    }()

    /// Calls each operation with a value of its own, and says what would go to the server.
    private static func program(_ operations: [MartletIR.Operation]) -> String {
        let calls = operations.map { operation in
            let arguments = operation.parameters.map { "\(SwiftText.label($0.name)): text(\"\(operation.id)\")" }
            let call = "client.raw.\(SwiftText.identifier(operation.name))(\(arguments.joined(separator: ", ")))"
            return "try await say(\"\(operation.id)\") { _ = try await \(call) }"
        }
        return """
            import Foundation
            import MartletRuntime

            struct Wire: ClientTransport {
                func send(_ request: TransportRequest) async throws -> TransportResponse {
                    let said = [request.url.absoluteString, request.headers["Cookie"] ?? ""]
                    print(String(decoding: try JSONEncoder().encode(said), as: UTF8.self))
                    return TransportResponse(status: 204, headers: [:], body: ResponseBody(Data()))
                }
            }

            @main struct Program {
                static func main() async throws {
                    let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
                    let texts = try JSONDecoder().decode([String: String].self, from: data)
                    func text(_ id: String) -> String { texts[id] ?? "" }
                    func say(_ id: String, _ call: () async throws -> Void) async throws {
                        print(id, terminator: "\\t")
                        do { try await call() } catch { print(error) }
                    }
                    let client = Client(server: ClientCore.url("https://calls.example/base"), transport: Wire())
                    \(calls.joined(separator: "\n        "))
                }
            }

            """
    }

    @Test func requestsCarryWhatTheDocumentSays() throws {
        let compiler = try #require(SwiftCompiler.found)
        let text = Self.document
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        let generator = Generator(Configuration(spec: "api.yaml"), reader: reader)
        var (diagnostics, clock) = (Diagnostics(), StageClock())
        let files = try #require(generator.generate(&diagnostics, clock: &clock))
        let api = try #require(generator.lower(&diagnostics, clock: &clock))
        try #require(api.client.operations.count == Self.texts.count)
        let values = Dictionary(uniqueKeysWithValues: Self.texts.enumerated().map { ("call\($0)", "v" + $1) })
        let input = String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
        let sources =
            files.map { (name: $0.name, text: $0.text) } + [("Program.swift", Self.program(api.client.operations))]
        let run = try compiler.run(sources, given: input)
        #expect(run.code == 0, "\(run.said.suffix(2000))")
        var said: [String: [String]] = [:]
        for line in run.output.split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            said[String(parts[0])] = try? JSONDecoder().decode([String].self, from: Data((parts.last ?? "").utf8))
        }
        for (number, text) in Self.texts.enumerated() {
            let found = said["call\(number)"] ?? ["", ""]
            let parts = found[0].split(separator: "?", maxSplits: 1).map(String.init)
            #expect(
                decoded(parts.first) == "https://calls.example/base/\(number)/\(Self.inPath(text))/v\(text)",
                "\(text.debugDescription)")
            #expect(
                parts.last?.split(separator: "=").map { decoded(String($0)) } == ["q" + text, "v" + text], "\(found)")
            #expect(found[1].split(separator: "=").map { decoded(String($0)) } == ["c" + text, "v" + text], "\(found)")
        }
    }

    /// Byte by byte, since Foundation takes some of these for malformed.
    private func decoded(_ text: String?) -> String {
        var bytes: [UInt8] = []
        var rest = Array((text ?? "").utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

// `martlet update`: documents from files and servers, what is written, and what is left alone.

import Foundation
import MartletLoopback
import MartletSource
import MartletTestSupport
import Testing

@Suite struct UpdateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "App/martlet.yaml",
            "spec: openapi.yaml\nsource: ../upstream.yaml\noutput: API\nchangelog: CHANGES.md\n")
        try folder.write("upstream.yaml", Sample.document)
    }

    @Test func theFirstRunBringsTheDocument() throws {
        let run = try update()
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(run.output.hasPrefix("App/openapi.yaml: a new version from ../upstream.yaml\n"))
        #expect(run.output.hasSuffix("API: 3 files, 3 changed in App/API\n"))
        #expect(folder.read("App/openapi.yaml") == Sample.document)
        let sha256 = SHA256.digest(Array(Sample.document.utf8))
        #expect(folder.read("App/martlet.lock")?.contains("../upstream.yaml:\n    sha256: \(sha256)\n") == true)
        #expect(try update() == ToolRun(code: 0, output: "App/openapi.yaml: up to date with ../upstream.yaml\n"))
        // Without an input, the folder is searched.
        try folder.write("Other/martlet.yaml", "spec: openapi.yaml\n")
        let everything = ToolRun(
            code: 0, output: "App/openapi.yaml: up to date with ../upstream.yaml\n",
            errors: "Other/martlet.yaml: left alone, since it names no 'source'\n")
        #expect(try ToolRun(["update"], in: folder) == everything)
    }

    @Test func programsReadWhatBecameOfIt() throws {
        struct Updated: Decodable {
            struct Changes: Decodable {
                var format: String
            }

            var input: String
            var exitCode: Int32
            var source: String?
            var isNew: Bool?
            var isWritten: Bool?
            var changes: Changes?
        }
        func updated(_ words: String...) throws -> [Updated] {
            let run = try ToolRun(["update", "--json"] + words, in: folder)
            #expect(run.code == 0)
            return try JSONDecoder().decode([Updated].self, from: Data(run.output.utf8))
        }
        let first = try updated("App")[0]
        #expect(first.input == "App/martlet.yaml")
        #expect(first.source == "../upstream.yaml")
        #expect(first.isNew == true && first.isWritten == true && first.changes == nil)
        try folder.write("upstream.yaml", Sample.newerDocument)
        let dry = try updated("App", "--dry-run")[0]
        #expect(dry.isNew == true && dry.isWritten == false && dry.changes?.format == "martlet-diff/1")
        #expect(try updated("App")[0].isWritten == true)
        try folder.write("Other/martlet.yaml", "spec: openapi.yaml\n")
        let all = try updated()
        #expect(all.map(\.isNew) == [false, nil])
        #expect(all.map(\.exitCode) == [0, 0])
    }

    @Test func aNewVersionIsShownThenTaken() throws {
        _ = try update()
        let before = try contents()
        try folder.write("upstream.yaml", Sample.newerDocument)
        let dry = try update("--dry-run")
        #expect(dry.code == 0)
        let wire =
            "nothing breaks running programs, but something changes: property 'height' of the 200 response is new"
        let source = "'Lamp' gained an optional property 'height', and its 'init' an argument"
        let exceptions = "; compatible except for code that takes it as a function value, or has it satisfy a protocol"
        let changes = """
            App/openapi.yaml: a new version from ../upstream.yaml
            Lighthouse 1.0.0 → 1.1.0

            Lamp.height  f2cd09bc9d3e
              wire    info         response: property 'height' of the 200 response is new [response-optional-property-added]
              source  compatible   \(source)\(exceptions) [source-property-added]
              reached by 1 operation: GET /lamp → Lamp.height
              before: App/openapi.yaml:20:7
                  19 -     Lamp:
                  20 -       type: object
                  21 -       required: [isLit]
                  22 -       properties:
              App/openapi.yaml:23:9
                  23 +         height:
                  24 +           type: number

            1 change; wire: 1 info; source: 1 compatible
            wire    minor: \(wire)
            source  minor: Swift source compiles, but something changes: \(source)
            info.version went from 1.0.0 to 1.1.0, which is enough

            """
        #expect(dry.output == changes + "nothing was written, since this is a dry run\n")
        #expect(try contents() == before)
        let run = try update()
        #expect(run.code == 0)
        #expect(run.output == changes + "API: 3 files, 3 changed in App/API\n")
        #expect(folder.read("App/openapi.yaml") == Sample.newerDocument)
        let generated = folder.read("App/API/Types.swift") ?? ""
        #expect(generated.contains("public var height: Double?"))
        let changelog = """
            # Changes of the document

            ## Lighthouse 1.0.0 → 1.1.0

            1 change; wire: 1 info; source: 1 compatible.

            - **Wire: minor.** N\(wire.dropFirst()).
            - **Swift source: minor.** Swift source compiles, but something changes: \(source).
            - info.version went from 1.0.0 to 1.1.0, which is enough.

            ### Compatible

            - `Lamp.height`, reached by 1 operation: GET /lamp → Lamp.height
              - wire, info: response: property 'height' of the 200 response is new
              - source, compatible: \(source)\(exceptions)

            ## Lighthouse 1.0.0

            There is no version before it to compare with.

            """
        #expect(folder.read("App/CHANGES.md") == changelog)
    }

    @Test func aVersionWithErrorsChangesNothing() throws {
        _ = try update()
        let before = try contents()
        try folder.write("upstream.yaml", "openapi: '3.1.0\n")
        let run = try update()
        let said = """
            App/openapi.yaml:1:10: error: found unexpected end of stream while scanning a quoted scalar; a quote or bracket \
            opened here is never closed [yaml-syntax]
            error: the new version of App/openapi.yaml has errors; nothing was changed

            """
        #expect(run == ToolRun(code: 3, errors: said))
        #expect(try contents() == before)
    }

    @Test func editsAreNotLost() throws {
        _ = try update()
        try folder.write("App/openapi.yaml", Sample.document + "# Mine.\n")
        try folder.write("upstream.yaml", Sample.newerDocument)
        let run = try update()
        #expect(run.code == 1)
        #expect(
            run.errors
                == "App/martlet.yaml:2:9: error: ../upstream.yaml: App/openapi.yaml was edited since it was fetched, and what was changed "
                + "in it would be lost: move that into an overlay, or replace it with --force; nothing was changed "
                + "[edited-document]\n")
        #expect(folder.read("App/openapi.yaml") == Sample.document + "# Mine.\n")
        #expect(try update("--force").code == 0)
        #expect(folder.read("App/openapi.yaml") == Sample.newerDocument)
    }

    @Test func whatWasThereBeforeTheFirstUpdateIsNotLost() throws {
        try folder.write("App/openapi.yaml", Sample.document + "# Mine.\n")
        let said =
            "App/martlet.yaml:2:9: error: ../upstream.yaml: App/openapi.yaml is neither what the source has nor in martlet.lock as "
            + "fetched, and what was changed in it would be lost: move that into an overlay, or replace it with --force; nothing "
            + "was changed [edited-document]\n"
        #expect(try update() == ToolRun(code: 1, errors: said))
        #expect(folder.read("App/openapi.yaml") == Sample.document + "# Mine.\n")
        // What is the same already is no edit.
        try folder.write("App/openapi.yaml", Sample.document)
        #expect(try update() == ToolRun(code: 0, output: "App/openapi.yaml: up to date with ../upstream.yaml\n"))
    }

    @Test func anotherSourceReplacesWhatTheFormerGave() throws {
        _ = try update()
        try folder.write("App/other.martlet.yaml", "spec: other.yaml\nsource: ../upstream.yaml\nnamespace: Other\n")
        try folder.write("newer.yaml", Sample.newerDocument)
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\nsource: ../newer.yaml\n")
        try folder.write("App/openapi.yaml", Sample.document + "# Mine.\n")
        #expect(try update().errors.hasSuffix("nothing was changed [edited-document]\n"))
        try folder.write("App/openapi.yaml", Sample.document)
        #expect(try update().code == 0)
        #expect(folder.read("App/openapi.yaml") == Sample.newerDocument)
        // The lock forgets a source once no configuration beside it names that.
        #expect(try lockedSources() == ["../newer.yaml", "../upstream.yaml"])
        try FileManager.default.removeItem(atPath: folder.location("App/other.martlet.yaml"))
        #expect(try update().code == 0)
        #expect(try lockedSources() == ["../newer.yaml"])
    }

    @Test func twoDocumentsOfOneSource() throws {
        try folder.write("App/other.martlet.yaml", "spec: other.yaml\nsource: ../upstream.yaml\nnamespace: Other\n")
        for text in [Sample.document, Sample.newerDocument, Sample.document] {
            try folder.write("upstream.yaml", text)
            #expect(try ToolRun(["update", "App"], in: folder).code == 0)
            #expect(folder.read("App/openapi.yaml") == text)
            #expect(folder.read("App/other.yaml") == text)
        }
        let digests = [Sample.document, Sample.newerDocument].map { SHA256.digest(Array($0.utf8)) }
        #expect(
            folder.read("App/martlet.lock")?.hasSuffix(
                """
                sources:
                  ../upstream.yaml:
                    sha256: \(digests[0])
                    size: \(Sample.document.utf8.count)
                    previous: \(digests[1])

                """) == true)
    }

    @Test func aLinkedDocumentStaysALink() throws {
        try folder.write("Package.swift", "")
        try folder.write("Specs/openapi.yaml", Sample.document)
        try FileManager.default.createSymbolicLink(
            atPath: folder.location("App/openapi.yaml"), withDestinationPath: "../Specs/openapi.yaml")
        try folder.write("upstream.yaml", Sample.newerDocument)
        #expect(try update("--force").code == 0)
        #expect(folder.read("Specs/openapi.yaml") == Sample.newerDocument)
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.location("App/openapi.yaml"))
        #expect(link == "../Specs/openapi.yaml")
    }

    @Test func theFolderOfTheDocumentIsMade() throws {
        try folder.write("App/martlet.yaml", "spec: doc/openapi.yaml\nsource: ../upstream.yaml\n")
        #expect(try update().code == 0)
        #expect(folder.read("App/doc/openapi.yaml") == Sample.document)
    }

    @Test func programsReadWhyNothingCame() throws {
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\nsource: gone.yaml\n")
        let run = try update("--json")
        let output = """
            [{"input": "App/martlet.yaml", "exitCode": 1, "source": "gone.yaml", "diagnostics": [
              {
                "severity": "error",
                "id": "unreadable-file",
                "message": "gone.yaml: no such file; check the path; nothing was changed",
                "file": "App/martlet.yaml",
                "line": 2,
                "column": 9
              }
            ]}]

            """
        #expect(run.code == 1)
        #expect(run.output == output)
    }

    @Test func aServerThatSendsNothingIsAFault() throws {
        let server = try LoopbackServer { _, responder in responder.respond(304, [], body: Data()) }
        defer { server.stop() }
        let url = "\(server.url)/openapi.yaml"
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\nsource: \(url)\n")
        let said =
            "App/martlet.yaml:2:9: error: \(url): the server says that nothing is new (status 304), though it wasn't told of any "
            + "version; save the document as a file, or try again later; nothing was changed [remote-reference]\n"
        #expect(try update("--allow-private-network") == ToolRun(code: 1, errors: said))
    }

    @Test func aServerIsAskedForWhatIsNew() throws {
        let state = Published(Sample.document)
        let server = try LoopbackServer { request, responder in state.answer(request, responder) }
        let url = "\(server.url)/openapi.yaml"
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\nsource: \(url)\noutput: API\n")
        #expect(try update().errors.contains("add --allow-private-network if that is meant; nothing was changed"))
        #expect(try update("--allow-private-network").code == 0)
        let upToDate = ToolRun(code: 0, output: "App/openapi.yaml: up to date with \(url)\n")
        #expect(try update("--allow-private-network") == upToDate)
        #expect(state.statuses == [200, 304])
        state.publish(Sample.newerDocument)
        #expect(try update("--allow-private-network").code == 0)
        #expect(folder.read("App/openapi.yaml") == Sample.newerDocument)
        // What was edited must be seen whole again.
        try folder.write("App/openapi.yaml", Sample.newerDocument + "# Mine.\n")
        #expect(try update("--allow-private-network").code == 1)
        #expect(state.statuses == [200, 304, 200, 200])
        let before = try contents()
        server.stop()
        let offline = try update("--allow-private-network")
        #expect(offline.code == 1)
        #expect(offline.errors.hasPrefix("App/martlet.yaml:2:9: error: \(url): "))
        #expect(offline.errors.hasSuffix("; nothing was changed [remote-reference]\n"))
        #expect(try contents() == before)
    }

    @Test(arguments: [
        (
            "spec: https://example.org/openapi.yaml\nsource: gone.yaml\n",
            "App/martlet.yaml:1:7: error: 'spec' must be a file that 'source' is fetched into; write a path [bad-configuration]\n"
        ),
        (
            "spec: openapi.yaml\n",
            "martlet.yaml:1:1: error: the configuration names no 'source' to update from; add a line such as"
        ),
        (
            "spec: openapi.yaml\nsource: {git: a}\n",
            "martlet.yaml:2:9: error: 'source' has no 'revision' and no 'path'; write a mapping such as {git: "
        ),
        (
            "spec: openapi.yaml\nsource: gone.yaml\n",
            "martlet.yaml:2:9: error: gone.yaml: no such file; check the path; nothing was changed"
        ),
        (
            "spec: openapi.yaml\nsource: ftp://example.org/openapi.yaml\n",
            "martlet.yaml:2:9: error: 'source' must be an http or https URL, a path, or a mapping"
        ),
    ])
    func faults(_ configuration: String, _ said: String) throws {
        try folder.write("App/martlet.yaml", configuration)
        let run = try update()
        #expect(run.code != 0)
        #expect(run.errors.contains(said))
        #expect(folder.names(in: "App") == ["martlet.yaml"])
    }

    // MARK: Helpers

    private func update(_ words: String...) throws -> ToolRun {
        try ToolRun(["update", "App/martlet.yaml"] + words, in: folder)
    }

    /// The texts of all files that an update may write.
    private func contents() throws -> [String: String] {
        let names = ["openapi.yaml", "martlet.lock", "CHANGES.md"] + folder.names(in: "App/API").map { "API/" + $0 }
        return Dictionary(uniqueKeysWithValues: names.map { ($0, folder.read("App/" + $0) ?? "") })
    }

    private func lockedSources() throws -> [String] {
        let lock = folder.read("App/martlet.lock") ?? ""
        return lock.split(separator: "\n").filter { $0.hasPrefix("  ..") }.map {
            $0.dropFirst(2).dropLast().description
        }
    }
}

/// A document on a server that knows which version its clients have.
private final class Published: @unchecked Sendable {
    private let lock = NSLock()
    private var text: String
    private var answered: [Int] = []

    init(_ text: String) {
        self.text = text
    }

    var statuses: [Int] {
        lock.withLock { answered }
    }

    func publish(_ text: String) {
        lock.withLock { self.text = text }
    }

    func answer(_ request: LoopbackRequest, _ responder: Responder) {
        let (status, etag, body) = lock.withLock { () -> (Int, String, Data) in
            let etag = "\"\(text.utf8.count)\""
            let isKnown = request.header("If-None-Match") == etag
            answered.append(isKnown ? 304 : 200)
            return (isKnown ? 304 : 200, etag, isKnown ? Data() : Data(text.utf8))
        }
        responder.respond(status, [("ETag", etag)], body: body)
    }
}

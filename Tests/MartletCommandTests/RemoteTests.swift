// References to the network: the lock, the cache, what is refused, and what is limited; from a server on the loopback.

import Foundation
import MartletArtifacts
import MartletGenerator
import MartletLoopback
import MartletSource
import MartletTestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct RemoteTests {
    private let cache: TemporaryFolder

    init() throws { cache = try TemporaryFolder() }

    private static let cat = "Cat: {type: object, properties: {lives: {type: integer}}}\n"

    /// A folder whose document refers to `path` on `server`.
    private func folder(_ server: LoopbackServer, _ path: String = "/cats.yaml") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {Pet: {$ref: '\(address(server, path))#/Cat'}}}

            """)
        return folder
    }

    private func address(_ server: LoopbackServer, _ path: String) -> String {
        "http://127.0.0.1:\(server.port)\(path)"
    }

    private func server(_ text: @escaping @Sendable (String) -> String = { _ in cat }) throws -> LoopbackServer {
        try LoopbackServer { request, responder in
            responder.respond(200, [("Content-Type", "application/yaml")], body: Data(text(request.path).utf8))
        }
    }

    private static let allowed = ["--allow-remote", "--allow-private-network", "--cache", "cache"]

    private func bundle(_ folder: TemporaryFolder, _ options: [String]) throws -> ToolRun {
        try ToolRun(["bundle", "openapi.yaml"] + options, in: folder)
    }

    @Test func whatIsReadIsPinnedAndReadFromTheCacheAfterThat() throws {
        let server = try server()
        let folder = try folder(server)
        let first = try bundle(folder, Self.allowed)
        #expect(first.code == 0)
        #expect(first.output.contains("lives"))
        #expect(!first.output.contains("127.0.0.1"))
        let bytes = Array(Self.cat.utf8)
        let entry =
            "  \(address(server, "/cats.yaml")):\n    sha256: \(SHA256.digest(bytes))\n    size: \(bytes.count)\n"
        let lock = try #require(folder.read("martlet.lock"))
        #expect(lock.replacing("\"", with: "").replacing("'", with: "").hasSuffix("documents:\n" + entry), "\(lock)")
        server.stop()
        #expect(try bundle(folder, ["--cache", "cache"]) == first)
        #expect(server.counts.requests == 1)
        #expect(folder.read("martlet.lock") == lock)
    }

    @Test func nothingIsFetchedUnasked() throws {
        let server = try server()
        let folder = try folder(server)
        let url = address(server, "/cats.yaml") + "#/Cat"
        let place = "openapi.yaml:4:36: error: '\(url)' can't be read: "
        let unasked =
            place + "it is on the network, which isn't read; use --allow-remote, or save the file beside this one and "
            + "refer to it there [remote-reference]\n"
        let plain = try bundle(folder, [])
        #expect(plain == ToolRun(code: 3, errors: unasked))
        let hidden =
            place + "the host '127.0.0.1' is this machine or on a private network; add --allow-private-network if that "
            + "is meant [remote-reference]\n"
        let open = try bundle(folder, ["--allow-remote", "--cache", "cache"])
        #expect(open == ToolRun(code: 3, errors: hidden))
        #expect(server.counts.requests == 0)
        #expect(folder.names() == ["openapi.yaml"])
    }

    @Test func changesAreNoticedAndTakenOverWhenAsked() throws {
        let content = Content(Self.cat)
        let server = try server { _ in content.text }
        let folder = try folder(server)
        #expect(try bundle(folder, Self.allowed).code == 0)
        let lock = folder.read("martlet.lock")
        content.text = "Cat: {type: string}\n"
        try FileManager.default.removeItem(atPath: folder.location("cache"))
        let changed = try bundle(folder, Self.allowed)
        #expect(changed.code == 3)
        #expect(changed.errors.hasSuffix("[remote-content-changed]\n"), "\(changed.errors)")
        #expect(folder.read("martlet.lock") == lock)
        let updated = try bundle(folder, Self.allowed + ["--update-lock"])
        #expect(updated.code == 0)
        #expect(updated.output.contains("type: string"))
        #expect(folder.read("martlet.lock") != lock)
    }

    /// What a server can do wrong, and what is said of it.
    @Test(arguments: [
        ("/missing", "the server answered 404; check the URL"),
        ("/loop", "it redirects more than 2 times; refer to where the document is"),
        (
            "/away",
            "it redirects to 'ftp://example.com/a', and that redirect isn't followed; refer to where the document is, "
                + "over https"
        ),
        ("/large", "it is larger than 100 bytes; save what is needed of it as a file"),
        ("/endless", "it is larger than 100 bytes; save what is needed of it as a file"),
        ("/slow", "it hadn't arrived after 0.5 s; try again, or save it as a file"),
    ])
    func limits(_ path: String, _ reason: String) throws {
        let server = try LoopbackServer { request, responder in
            switch request.path {
            case "/loop": responder.respond(302, [("Location", "/loop")])
            case "/away": responder.respond(302, [("Location", "ftp://example.com/a")])
            case "/large": responder.respond(200, body: Data(count: 1000))
            case "/endless":
                responder.startStream(200, [])
                for _ in 0..<1000 where responder.write(String(repeating: "x", count: 50)) {}
            case "/slow": responder.pause(milliseconds: 20_000)
            default: responder.respond(404)
            }
        }
        defer { server.stop() }
        var limits = RemoteLimits.small
        if path == "/slow" { limits.time = 0.5 }
        let store = try store(limits: limits)
        do throws(FileFault) {
            _ = try store.access.read(address(server, path))
            Issue.record("\(path) was read")
        } catch {
            #expect(error.reason == reason)
            #expect(error.id == "remote-reference")
        }
        #expect(!store.isLockChanged)
    }

    @Test func redirectsAreFollowed() throws {
        let server = try LoopbackServer { request, responder in
            if request.path == "/old" { responder.respond(301, [("Location", "/new")]) }
            responder.respond(200, body: Data("a".utf8))
        }
        defer { server.stop() }
        let store = try store(limits: .small)
        #expect(try store.access.read(address(server, "/old")) == Array("a".utf8))
        // It is pinned under the address that the document names.
        #expect(store.lock.entries.keys.sorted() == [address(server, "/old")])
    }

    @Test func documentsAreCounted() throws {
        let server = try server { $0 }
        defer { server.stop() }
        let store = try store(limits: .small)
        for number in 0..<3 { _ = try store.access.read(address(server, "/\(number)")) }
        #expect(throws: FileFault.self) { try store.access.read(address(server, "/3")) }
        #expect(try store.access.read(address(server, "/2")) == Array("/2".utf8))
        #expect(server.counts.requests == 3)
    }

    private func store(limits: RemoteLimits) throws -> RemoteStore {
        var settings = RemoteSettings(cache: RemoteCache(folder: cache.path))
        settings.allowsRemote = true
        settings.allowsPrivateNetwork = true
        settings.limits = limits
        return RemoteStore(settings, lock: RemoteLock())
    }
}

extension RemoteLimits {
    fileprivate static var small: RemoteLimits {
        var limits = RemoteLimits()
        limits.size = 100
        limits.redirects = 2
        limits.documents = 3
        return limits
    }
}

/// A text that a test changes while a server gives it out.
private final class Content: @unchecked Sendable {
    private let lock = NSLock()
    private var current: String

    init(_ text: String) {
        current = text
    }

    var text: String {
        get { lock.withLock { current } }
        set { lock.withLock { current = newValue } }
    }
}

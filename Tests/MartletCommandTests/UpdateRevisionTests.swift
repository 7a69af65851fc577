// `martlet update` from git: which revision is taken, and from which repository.

import Foundation
import MartletTestSupport
import Testing

@Suite struct UpdateRevisionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func aRevisionOfARepository() throws {
        try folder.write("api/openapi.yaml", Sample.document)
        try folder.makeRepository(at: "api")
        for source in [
            "{git: ../api, revision: main, path: openapi.yaml}",
            "{git: '\(repository)', revision: main, path: openapi.yaml}",
        ] {
            try? FileManager.default.removeItem(atPath: folder.location("App/openapi.yaml"))
            try? FileManager.default.removeItem(atPath: folder.location("App/martlet.lock"))
            try folder.write("App/martlet.yaml", "spec: openapi.yaml\nsource: \(source)\n")
            #expect(try update().code == 0, "\(source)")
            #expect(folder.read("App/openapi.yaml") == Sample.document)
            #expect(try update().output.hasPrefix("App/openapi.yaml: up to date with "))
        }
        try folder.write("api/openapi.yaml", Sample.newerDocument)
        #expect(try update().output.hasPrefix("App/openapi.yaml: up to date with "))
        try folder.commit(at: "api")
        #expect(try update().code == 0)
        #expect(folder.read("App/openapi.yaml") == Sample.newerDocument)
        try folder.write(
            "App/martlet.yaml", "spec: openapi.yaml\nsource: {git: ../api, revision: gone, path: openapi.yaml}\n")
        #expect(try update().code == 1)
    }

    @Test func aBranchIsThatOfExactlyItsName() throws {
        try folder.write("api/openapi.yaml", Sample.document)
        try folder.makeRepository(at: "api")
        try folder.git("tag", "-a", "v1", "-m", "The first", at: "api")
        // Listed before 'main', and ends in its name.
        try folder.git("checkout", "--quiet", "-b", "backup/main", at: "api")
        try folder.write("api/openapi.yaml", "openapi: 3.1.0\ninfo: {title: Backup, version: '1'}\npaths: {}\n")
        try folder.commit(at: "api")
        try folder.git("checkout", "--quiet", "main", at: "api")
        for revision in ["main", "refs/heads/main", "v1", "HEAD"] {
            try? FileManager.default.removeItem(atPath: folder.location("App/openapi.yaml"))
            try folder.write(
                "App/martlet.yaml",
                "spec: openapi.yaml\nsource: {git: '\(repository)', revision: \(revision), path: openapi.yaml}\n")
            let first = try update()
            #expect(first.code == 0 && first.errors == "", "\(revision)")
            #expect(folder.read("App/openapi.yaml") == Sample.document, "\(revision)")
            #expect(try update().output.hasPrefix("App/openapi.yaml: up to date with "))
        }
    }

    @Test(arguments: ["..", "../", "./.."])
    func aRepositoryAroundTheConfiguration(_ path: String) throws {
        try folder.write("api/openapi.yaml", Sample.document)
        try folder.write(
            "api/App/martlet.yaml", "spec: openapi.yaml\nsource: {git: '\(path)', revision: main, path: openapi.yaml}\n"
        )
        try folder.makeRepository(at: "api")
        let run = try ToolRun(["update"], in: folder, at: "api")
        #expect(run.code == 0 && run.errors == "")
        #expect(folder.read("api/App/openapi.yaml") == Sample.document)
    }

    // MARK: Helpers

    private var repository: String {
        "file://" + folder.location("api")
    }

    private func update() throws -> ToolRun {
        try ToolRun(["update", "App/martlet.yaml"], in: folder)
    }
}

// Git repositories in folders of tests.

import Foundation
import MartletTestSupport
import Testing

extension TemporaryFolder {
    /// Runs git in the folder called `place` in this one.
    func git(_ words: String..., at place: String = "") throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["git", "-C", location(place), "-c", "user.name=A", "-c", "user.email=a@example.org"] + words
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// Makes a repository with all that is in the folder, on the branch main.
    func makeRepository(at place: String = "") throws {
        try git("init", "--quiet", "--initial-branch", "main", at: place)
        try commit(at: place)
    }

    func commit(at place: String = "") throws {
        try git("add", ".", at: place)
        try git("commit", "--quiet", "--message", "A version", at: place)
    }
}

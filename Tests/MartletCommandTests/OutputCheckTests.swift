// What a check says about a folder that it doesn't touch.

import Foundation
import MartletArtifacts
import MartletTemplates
import MartletTestSupport
import Testing

@Suite struct OutputCheckTests {
    private let folder: TemporaryFolder
    private let writer: OutputWriter

    init() throws {
        folder = try TemporaryFolder()
        writer = OutputWriter(folder: folder.location("Out"), name: "Out")
    }

    @Test func nothingIsThereYet() throws {
        let comparison = try writer.check([GeneratedFile(name: "A.swift", text: "1\n")])
        #expect(!comparison.isUpToDate)
        #expect(comparison.lines == ["missing: A.swift", "missing: .martlet"])
        #expect(comparison.diff == "")
        #expect(folder.names() == [])
    }

    @Test func writtenFolderIsUpToDate() throws {
        let files = [GeneratedFile(name: "A.swift", text: "1\n")]
        _ = try writer.write(files)
        try folder.write("Out/Mine.swift", "mine")
        let comparison = try writer.check(files)
        #expect(comparison.isUpToDate)
        #expect(comparison.lines == [])
        #expect(comparison.diff == "")
    }

    @Test func everyDifferenceIsListed() throws {
        _ = try writer.write([
            GeneratedFile(name: "A.swift", text: "1\n2\n"), GeneratedFile(name: "C.swift", text: ""),
        ])
        let comparison = try writer.check([
            GeneratedFile(name: "A.swift", text: "1\n3\n"), GeneratedFile(name: "B.swift", text: ""),
        ])
        #expect(
            comparison.lines == ["changed: A.swift", "missing: B.swift", "changed: .martlet", "extra: C.swift"])
        let title =
            "# The files here that martlet \(MartletVersion.current) generated; it removes what it no longer generates."
        let expected = """
            --- a/A.swift
            +++ b/A.swift
            @@ -1,2 +1,2 @@
             1
            -2
            +3
            --- a/.martlet
            +++ b/.martlet
            @@ -1,3 +1,3 @@
             \(title)
             A.swift
            -C.swift
            +B.swift

            """
        #expect(comparison.diff == expected)
        #expect(folder.names(in: "Out") == [".martlet", "A.swift", "C.swift"])
    }
}

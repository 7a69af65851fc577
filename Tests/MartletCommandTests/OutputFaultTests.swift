// What stops the writer: whole sentences, and folders as they were.

import Foundation
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletArtifacts

@Suite struct OutputFaultTests {
    private let folder: TemporaryFolder
    private let writer: OutputWriter

    init() throws {
        folder = try TemporaryFolder()
        writer = OutputWriter(folder: folder.location("Out"), name: "Out")
    }

    @Test func foreignFile() throws {
        try folder.write("Out/B.swift", "mine")
        #expect(
            reason("A.swift", "B.swift")
                == "Out/B.swift is in the way, and martlet didn't make it; move it away, or choose another output folder"
        )
        #expect(folder.names(in: "Out") == ["B.swift"])
        #expect(folder.read("Out/B.swift") == "mine")
    }

    @Test func folderInTheWay() throws {
        try folder.write("Out/A.swift/x", "")
        let expected =
            "Out/A.swift is a folder, where a file is to be written; move it away, or choose another output folder"
        #expect(reason("A.swift") == expected)
        #expect(throws: OutputFault.folderInTheWay("Out/A.swift")) { try writer.check(files("A.swift")) }
    }

    @Test func fileForTheFolder() throws {
        try folder.write("Out", "mine")
        let expected = "Out is a file, where the output folder should be; move it away, or choose another output folder"
        #expect(reason("A.swift") == expected)
        #expect(throws: OutputFault.fileForFolder("Out")) { try writer.check(files("A.swift")) }
        #expect(folder.read("Out") == "mine")
    }

    @Test func fileOnTheWayToTheFolder() throws {
        try folder.write("Sources", "mine")
        let path = folder.location("Sources/API/Generated")
        #expect(throws: OutputFault.noFolder("API", obstacle: folder.location("Sources"))) {
            try OutputWriter(folder: path, name: "API").write(files("A.swift"))
        }
        #expect(
            OutputFault.noFolder("API", obstacle: "Sources").reason
                == "the folder API can't be made, since Sources is a file; move it away, or choose another folder")
    }

    @Test(arguments: ["", "a/b.swift", "../a.swift", ".martlet", "#a", "a\nb"])
    func nameThatLeavesTheFolder(_ name: String) {
        #expect(reason(name)?.hasPrefix("'\(name)' can't be the name of a generated file") == true)
    }

    @Test func failureWhileStagingChangesNothing() throws {
        _ = try writer.write(files("A.swift", "B.swift", text: "old"))
        let manifest = folder.read("Out/.martlet")
        // A folder that has the name of the second temporary file.
        let obstacle = LeftoverFiles.name(1)
        try folder.write("Out/\(obstacle)/x", "")
        let expected = "Out/B.swift can't be written: a folder has its name; move that away"
        #expect(reason("A.swift", "B.swift", "C.swift") == expected)
        #expect(folder.names(in: "Out") == [".martlet", obstacle, "A.swift", "B.swift"])
        #expect(folder.read("Out/A.swift") == "old")
        #expect(folder.read("Out/B.swift") == "old")
        #expect(folder.read("Out/.martlet") == manifest)
    }

    @Test func failureWhilePuttingLeavesNothingUnowned() throws {
        _ = try writer.write(files("Old.swift"))
        let long = String(repeating: "x", count: 300)
        #expect(reason("A.swift", long) == "Out/\(long) can't be written: File name too long")
        #expect(folder.names(in: "Out") == [".martlet", "A.swift", "Old.swift"])
        #expect(folder.read("Out/.martlet")?.hasSuffix("\nA.swift\nOld.swift\n\(long)\n") == true)
        #expect(try writer.write(files("A.swift")).removed == ["Old.swift"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func readOnlyFolder() throws {
        _ = try writer.write(files("A.swift", text: "old"))
        let path = folder.location("Out")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
        #expect(
            reason("A.swift")
                == "Out/A.swift can't be written: its folder is read-only for you; "
                + "change the permissions of the folder")
        #expect(folder.read("Out/A.swift") == "old")
    }

    @Test func fullDiskIsNamed() {
        #expect(
            OutputFault.notWritten("Out/A.swift", ENOSPC).reason
                == "Out/A.swift can't be written: the disk is full; make room and run again")
    }

    private func files(_ names: String..., text: String = "new") -> [GeneratedFile] {
        names.map { GeneratedFile(name: $0, text: text) }
    }

    /// Why `names` can't be written; nil if they could.
    private func reason(_ names: String...) -> String? {
        do throws(OutputFault) {
            _ = try writer.write(names.map { GeneratedFile(name: $0, text: "new") })
            return nil
        } catch {
            return error.reason
        }
    }
}

// What the writer does to a folder: changes, removals, the manifest, and what it leaves alone.

import Foundation
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletArtifacts

@Suite struct OutputWriterTests {
    private let folder: TemporaryFolder
    private let writer: OutputWriter
    private let past = Date(timeIntervalSinceReferenceDate: 0)

    init() throws {
        folder = try TemporaryFolder()
        writer = OutputWriter(folder: folder.location("Out"), name: "Out")
    }

    @Test func firstRunMakesTheFolder() throws {
        let nested = OutputWriter(folder: folder.location("A/B/C"))
        let report = try nested.write(files(["Client.swift": "1\n", "Types.swift": ""]))
        #expect(report.files == 2)
        #expect(report.changed == ["Client.swift", "Types.swift"])
        #expect(report.removed == [])
        #expect(folder.names(in: "A/B/C") == [".martlet", "Client.swift", "Types.swift"])
        #expect(folder.read("A/B/C/Client.swift") == "1\n")
        #expect(folder.read("A/B/C/Types.swift") == "")
    }

    @Test func manifestIsDeterministic() throws {
        _ = try writer.write(files(["B.swift": "", "A.swift": ""]))
        let expected = """
            # The files here that martlet \(MartletVersion.current) generated; it removes what it no longer generates.
            A.swift
            B.swift

            """
        #expect(folder.read("Out/.martlet") == expected)
    }

    @Test func unchangedFilesKeepTheirDates() throws {
        _ = try writer.write(files(["A.swift": "1", "B.swift": "1"]))
        for name in ["Out/A.swift", "Out/B.swift", "Out/.martlet"] { try folder.age(name) }
        let report = try writer.write(files(["A.swift": "1", "B.swift": "2"]))
        #expect(report.changed == ["B.swift"])
        #expect(try folder.modified("Out/A.swift") == past)
        #expect(try folder.modified("Out/.martlet") == past)
        #expect(try folder.modified("Out/B.swift") != past)
        #expect(folder.read("Out/B.swift") == "2")
    }

    @Test func onlyOwnFilesAreRemoved() throws {
        _ = try writer.write(files(["A.swift": "1", "B.swift": "1"]))
        try folder.write("Out/Mine.swift", "mine")
        try folder.write("Out/Headed.swift", OutputWriter.header + " 0.0.1\n")
        let report = try writer.write(files(["A.swift": "1"]))
        #expect(report.changed == [])
        #expect(report.removed == ["B.swift"])
        #expect(folder.names(in: "Out") == [".martlet", "A.swift", "Headed.swift", "Mine.swift"])
        #expect(folder.read("Out/.martlet")?.hasSuffix("\nA.swift\n") == true)
    }

    @Test func manifestCannotReachOutOfItsFolder() throws {
        try folder.write("precious.txt", "mine")
        try folder.write("Out/.martlet", "../precious.txt\n\(folder.path)/precious.txt\n..\n<<<<<<< HEAD\n.git\n")
        try folder.write("Out/.git/HEAD", "")
        let report = try writer.write([])
        #expect(report.removed == [])
        #expect(folder.read("precious.txt") == "mine")
        #expect(folder.names(in: "Out") == [".git", ".martlet"])
    }

    @Test func headedFileIsTakenOver() throws {
        try folder.write("Out/A.swift", OutputWriter.header + " 0.0.1\nold\n")
        #expect(try writer.write(files(["A.swift": "new"])).changed == ["A.swift"])
        #expect(folder.read("Out/A.swift") == "new")
    }

    @Test func equalFileOfTheUserIsTakenOver() throws {
        try folder.write("Out/A.swift", "same")
        #expect(try writer.write(files(["A.swift": "same"])).changed == [])
        #expect(folder.read("Out/.martlet")?.hasSuffix("\nA.swift\n") == true)
    }

    @Test func editedFileIsPutRight() throws {
        _ = try writer.write(files(["A.swift": "1"]))
        try folder.write("Out/A.swift", "edited")
        #expect(try writer.write(files(["A.swift": "1"])).changed == ["A.swift"])
        #expect(folder.read("Out/A.swift") == "1")
    }

    @Test func readersKeepTheOldText() throws {
        _ = try writer.write(files(["A.swift": "old"]))
        let reader = try #require(FileHandle(forReadingAtPath: folder.location("Out/A.swift")))
        _ = try writer.write(files(["A.swift": "new"]))
        #expect(String(decoding: reader.readDataToEndOfFile(), as: UTF8.self) == "old")
    }

    /// Who knows the number of a process must not make it write elsewhere.
    @Test func linksInPlaceOfTemporaryFilesAreNotFollowed() throws {
        try folder.write("precious.txt", "mine")
        try folder.write("Out/.martlet", "")
        for number in [-1, 0] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.location("Out/" + LeftoverFiles.name(number)),
                withDestinationPath: folder.location("precious.txt"))
        }
        _ = try writer.write(files(["A.swift": "1"]))
        #expect(folder.read("precious.txt") == "mine")
        #expect(folder.names(in: "Out") == [".martlet", "A.swift"])
        #expect(folder.read("Out/A.swift") == "1")
    }

    @Test func leftoversOfAKilledRunAreCleanedUp() throws {
        // No process has a number this large; the other is this one, which still runs.
        let running = ".martlet-\(ProcessInfo.processInfo.processIdentifier)-7.tmp"
        try folder.write("Out/.martlet-2147483647-0.tmp", "half")
        try folder.write("Out/" + running, "half")
        _ = try writer.write(files(["A.swift": "1"]))
        #expect(folder.names(in: "Out") == [".martlet", running, "A.swift"])
    }

    private func files(_ texts: KeyValuePairs<String, String>) -> [GeneratedFile] {
        texts.map { GeneratedFile(name: $0.key, text: $0.value) }
    }
}

// Sources/README.md is the map of the house; this holds it against the imports and the manifest.

import Foundation
import Testing

@Suite struct HouseTests {
    private struct Room {
        /// Nil for what stands apart.
        var floor: Int?
        var imports: Set<String>
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func everyTargetIsOnTheMap() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
            .filter { !$0.contains(".") }
        #expect(try Set(map().keys) == Set(folders))
    }

    @Test func importsAreThoseOfTheMap() throws {
        let pattern = /^(?:@testable )?(?:public |package |internal )?import (?<name>Martlet\w+)/
        for (name, room) in try map() {
            var imports: Set<String> = []
            let files = FileManager.default.enumerator(atPath: Self.root.path + "/Sources/" + name)
            while let file = files?.nextObject() as? String {
                guard file.hasSuffix(".swift") else { continue }
                for line in try text("Sources/\(name)/\(file)").split(separator: "\n") {
                    if let match = line.firstMatch(of: pattern) { imports.insert(String(match.output.name)) }
                }
            }
            #expect(imports == room.imports, "\(name)")
        }
    }

    @Test func importsGoDown() throws {
        let map = try map()
        for (name, room) in map {
            for target in room.imports {
                let below = map[target]?.floor
                guard let floor = room.floor, let below else {
                    // What stands apart imports nothing, and may be used by whoever is above the model.
                    #expect(room.floor ?? 0 > 4, "\(name) imports \(target)")
                    continue
                }
                #expect(below < floor, "\(name) imports \(target)")
            }
        }
        for blind in ["MartletIR", "MartletMustache", "MartletTemplates"] {
            #expect(map[blind]?.imports.contains("MartletOpenAPI") == false)
        }
    }

    @Test func theManifestSaysTheSame() throws {
        let manifest = try text("Package.swift")
        for (name, room) in try map() where !["martlet", "martlet-build", "MartletLibYAML"].contains(name) {
            let pattern = try Regex("floor\\(\\s*\"\(name)\"(?:,\\s*imports: \\[([^\\]]*)\\])?\\)")
            let match = try #require(manifest.firstMatch(of: pattern), "\(name)")
            let listed = (match.output[1].substring ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) }
            #expect(Set(listed) == room.imports, "\(name)")
        }
    }

    /// The places that the map names are there.
    @Test func whereToBeginIsThere() throws {
        for match in try text("Sources/README.md").matches(of: /`(Martlet\w+\/[\w\/.]+|martlet\/\w+)`/) {
            let path = Self.root.path + "/Sources/" + match.output.1
            #expect(FileManager.default.fileExists(atPath: path), "\(match.output.1)")
        }
    }

    /// What a file is about stands at its top, apart: sorting takes a remark along that stands above an import.
    @Test func openingSentencesStandApart() throws {
        let pattern = #/(?:^|\n)//[^/\n].*\n(?:@\w+ )*(?:\w+ )?import\s/#
        for folder in ["Sources", "Tests", "Plugins"] {
            let files = FileManager.default.enumerator(atPath: Self.root.path + "/" + folder)
            while let file = files?.nextObject() as? String {
                guard file.hasSuffix(".swift") else { continue }
                #expect(try !text("\(folder)/\(file)").contains(pattern), "\(folder)/\(file)")
            }
        }
    }

    @Test func theVersionIsTheSameEverywhere() throws {
        let source = try text("Sources/MartletTemplates/Version.swift")
        let version = String(try #require(source.firstMatch(of: /current = "(?<version>[^"]+)"/)).output.version)
        #expect(try text("CHANGELOG.md").contains("\n## \(version)\n"))
        for page in ["README.md", "Documentation/Martlet.docc/GettingStarted.md"] {
            #expect(try text(page).contains("martlet.git\", from: \"\(version)\""), "\(page)")
        }
    }

    /// Links to files of this package lead to one.
    @Test func linksLeadSomewhere() throws {
        for page in ["README.md", "CHANGELOG.md", "Sources/README.md", "Templates/README.md"] {
            let folder = Self.root.appendingPathComponent(page).deletingLastPathComponent()
            for match in try text(page).matches(of: /\]\((?<target>[^)#: ]+)\)/) {
                let path = folder.appendingPathComponent(String(match.output.target)).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: path), "\(page): \(match.output.target)")
            }
        }
    }

    /// What a tag is checked by refuses one that isn't the version.
    @Test func aTagMustBeTheVersion() throws {
        let process = Process()
        process.executableURL = Self.root.appendingPathComponent(".ci/release")
        process.arguments = ["v9.9.9"]
        process.environment = ProcessInfo.processInfo.environment.merging(["RELEASE_CHECK_ONLY": "1"]) { $1 }
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(said.hasPrefix("release: the tag is v9.9.9, but Version.swift says "))
    }

    /// The rows of the table.
    private func map() throws -> [String: Room] {
        var map: [String: Room] = [:]
        for line in try text("Sources/README.md").split(separator: "\n") where line.hasPrefix("|") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, Int(cells[0]) != nil || cells[0] == "apart" else { continue }
            let imports = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            map[cells[1]] = Room(floor: Int(cells[0]), imports: Set(imports))
        }
        return map
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }
}

// The list of the runtime's types is held against its sources.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite struct RuntimeTypesTests {
    @Test func listsWhatIsPublic() throws {
        let pattern = /public (?:final |indirect )*(?:struct|enum|class|actor|protocol|typealias) (?<name>\w+)/
        var declared: Set<String> = []
        let folder = "Sources/MartletRuntime/"
        let files = FileManager.default.enumerator(atPath: PackageFiles.path(folder))
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            // What is in another type is indented.
            for line in try PackageFiles.text(folder + file).split(separator: "\n") where !line.hasPrefix(" ") {
                if let match = line.firstMatch(of: pattern) { declared.insert(String(match.output.name)) }
            }
        }
        #expect(declared.subtracting(RuntimeTypes.names).sorted() == [])
        #expect(RuntimeTypes.names.subtracting(declared).sorted() == [])
    }
}

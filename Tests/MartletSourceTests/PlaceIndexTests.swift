// From positions back to pointers: keys and values that begin at one place are told apart.
import MartletSource
import Testing

@Suite struct PlaceIndexTests {
    private static let text = """
        paths:
          /pets/{id}:
            get:
              tags: [a, b]
        components:
          schemas:
            Pet:
              type: object
        """

    @Test func valuesAndKeys() throws {
        var diagnostics = Diagnostics()
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(Self.text.utf8) })
        let root = try #require(reader.read("in.yaml", &diagnostics))
        let index = PlaceIndex(root)
        func value(_ line: UInt32, _ column: UInt32) -> String? {
            index.value(at: Position(file: FileID(index: 0), line: line, column: column)).map {
                "\($0.pointer) at \($0.position.line):\($0.position.column)"
            }
        }
        func key(_ line: UInt32, _ column: UInt32) -> String? {
            index.entry(at: Position(file: FileID(index: 0), line: line, column: column)).map {
                "\($0.pointer) at \($0.position.line):\($0.position.column)"
            }
        }
        #expect(value(3, 5) == "/paths/~1pets~1{id} at 2:3")
        #expect(key(3, 5) == "/paths/~1pets~1{id}/get at 3:5")
        #expect(value(4, 17) == "/paths/~1pets~1{id}/get/tags/1 at 4:17")
        #expect(value(8, 7) == "/components/schemas/Pet at 7:5")
        #expect(key(8, 7) == "/components/schemas/Pet/type at 8:7")
        #expect(value(1, 1) == " at 1:1")
        #expect(value(9, 9) == nil)
    }
}

// Reading inputs by name: files that are missing, and Markdown pages with a document in a fence.

import MartletSource
import Testing

@Suite struct SourceReaderTests {
    private func read(_ text: String, path: String = "page.md") -> (node: Node?, said: [String]) {
        var diagnostics = Diagnostics()
        let access = FileAccess { _ throws(FileFault) in Array(text.utf8) }
        let node = SourceReader(access: access).read(path, &diagnostics)
        return (node, diagnostics.rendered())
    }

    @Test func missingFile() {
        var diagnostics = Diagnostics()
        #expect(SourceReader().read("/nowhere/openapi.yaml", &diagnostics) == nil)
        #expect(
            diagnostics.rendered() == ["error: /nowhere/openapi.yaml: no such file; check the path [unreadable-file]"])
    }

    @Test func directory() {
        var diagnostics = Diagnostics()
        #expect(SourceReader().read("/", name: "the root", &diagnostics) == nil)
        #expect(
            diagnostics.rendered() == [
                "error: the root: this is a folder; name a file in it [unreadable-file]"
            ])
    }

    @Test(arguments: [
        ("# Title\n\n```yaml\nopenapi: 3.1.0\na: 1\n```\n", "5:4"),
        ("````yaml /api.json POST /v1\nopenapi: 3.1.0\nx: |\n  ```\n  code\n  ```\na: 1\n````\n", "7:4"),
        ("~~~\nswagger: '2.0'\na: 1\n~~~\n", "3:4"),
        ("~~~\nx: 1\n```\n~~~\n```json\n{\"openapi\": \"3.1.0\",\n \"a\": 1}\n```\n", "7:7"),
        ("```sh\ncurl\n```\n\n```yaml\nopenapi: 3.0.0\na: 1\n```\n\n```\nopenapi: 3.0.1\nb: 1\n```\n", "7:4"),
        ("1. Step\n   ```yaml\n   openapi: 3.0.0\n   a: 1\n   ```\n", "4:7"),
        ("```yaml\r\nopenapi: 3.1.0\r\na: 1\r\n```\r\n", "3:4"),
        ("```yaml\nopenapi: 3.1.0\na: 1\n", "3:4"),
        ("Write ```yaml``` so:\n```yaml``` is code\n```yaml\nopenapi: 3.1.0\na: 1\n```\n", "5:4"),
        ("---\nopenapi: POST /v1/responses\n---\n```yaml\nopenapi: 3.1.0\na: 1\n```\n", "6:4"),
        // no page, but a document that shows one
        ("openapi: 3.1.0\ninfo:\n  description: |\n    ```yaml\n    openapi: 3.0.0\n    a: 2\n    ```\na: 1\n", "8:4"),
        ("info:\n  description: |\n    ```yaml\n    openapi: 3.0.0\n    ```\nopenapi: 3.1.0\na: 1\n", "7:4"),
        ("openapi: 3.1.0\na: 1\n", "2:4"),
    ])
    func findsTheDocumentOfAPage(text: String, place: String) throws {
        let (node, said) = read(text)
        #expect(node?.mapping?["a"]?.place == place)
        #expect(said == [])
    }

    @Test func faultsOfAPageHaveItsLines() {
        let (_, said) = read("Title\n\n```yaml\nopenapi: 3.1.0\na: *x\n```\n")
        #expect(
            said == [
                "page.md:5:4: error: no anchor '&x' stands before this alias; define it or fix the name [unknown-anchor]"
            ])
    }

    @Test func aDataFileIsNoPage() {
        let text = "x: |\n  ```\n  openapi: 3.0.0\n  ```\na: 1\n"
        #expect(read(text, path: "x.yaml").node?.mapping?["a"]?.place == "5:4")
        #expect(read(text, path: "X.YML").node?.mapping?["a"]?.place == "5:4")
    }

    @Test func standardInputHasAName() {
        let (_, said) = read("", path: "-")
        let message =
            "the file is empty; an OpenAPI document begins with 'openapi: 3.1.0', a configuration with "
            + "'spec: openapi.yaml', an overlay with 'overlay: 1.1.0'"
        #expect(said == ["<standard input>:1:1: error: \(message) [empty-document]"])
    }
}

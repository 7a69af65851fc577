// How deep templates may include each other.

import MartletMustache
import Testing

@Suite struct RecursionTests {
    /// `depth` objects, one inside the other.
    private func chain(_ depth: Int) -> MustacheValue {
        var value: MustacheValue = ["in": nil]
        for _ in 1..<depth { value = ["in": value] }
        return value
    }

    @Test func upToTheLimit() throws {
        let library = try MustacheLibrary(["Main": "{{>Node}}", "Node": "({{#in}}{{>Node}}{{/in}})"])
        let text = try library.render("Main", chain(256))
        #expect(text == String(repeating: "(", count: 256) + String(repeating: ")", count: 256))
    }

    @Test(arguments: [MustacheLibrary.Mode.strict, .lenient])
    func beyondTheLimit(_ mode: MustacheLibrary.Mode) throws {
        let library = try MustacheLibrary(
            ["Main": "{{>Node}}", "Node": "({{#in}}{{>Node}}{{/in}})"], mode: mode)
        do {
            _ = try library.render("Main", chain(257))
            Issue.record("no error")
        } catch {
            #expect(
                "\(error)"
                    == "Node.mustache:1:9: error: partials are nested more than 256 deep; 'Node' may call itself "
                    + "without end")
        }
    }

    @Test func withoutAnEnd() {
        let row = RenderCase(
            "", "{{$a}}{{/a}}{{<Main}}{{$a}}1{{/a}}{{/Main}}",
            gives: "Main.mustache:1:1: error: partials are nested more than 256 deep; 'Main' may call itself "
                + "without end")
        #expect(row.rendered() == row.expected)
    }
}

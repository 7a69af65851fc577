// Documents that are made to fill memory, or to take for ever.

import MartletOpenAPI
import MartletSource
import Testing

@Suite struct LimitTests {
    @Test func propertiesOfAnObject() {
        let properties = (0...20_000).map { "k\($0): {}" }.joined(separator: ", ")
        #expect(
            Decoded(body: "components: {schemas: {A: {properties: {\(properties)}}}}").said == [
                "api.yaml:3:40: error: the object has more than 20000 properties; "
                    + "if they are data, describe them by additionalProperties, or raise the limit with --limit properties=N [too-large]"
            ])
    }

    @Test func schemasOfADocument() {
        var limits = Limits()
        limits.schemas = 1_000
        var text = "components:\n  schemas:\n    A0: &a0 {type: string}\n"
        for number in 1...3 {
            let properties = (0..<10).map { "p\($0): *a\(number - 1)" }.joined(separator: ", ")
            text += "    A\(number): &a\(number) {properties: {\(properties)}}\n"
        }
        let decoded = Decoded(body: text, limits: limits)
        #expect(decoded.document == nil)
        #expect(
            decoded.said == [
                "api.yaml:5:9: error: the document has more than 1000 schemas, those that aliases repeat included; "
                    + "split it, or raise the limit with --limit schemas=N [too-large]"
            ])
    }

    /// Each leads into the next, so that every way is longer than anyone would follow.
    @Test func pointersThroughReferences() {
        var text = "components:\n  schemas:\n"
        for number in 0..<1_000 {
            text += "    A\(number): {$ref: '#/components/schemas/A\((number + 1) % 1_000)/properties/x'}\n"
        }
        let decoded = Decoded(body: text)
        #expect(decoded.said.count == 1_000)
        #expect(
            decoded.said.first
                == "api.yaml:5:16: warning: '#/components/schemas/A1/properties/x' names nothing, so that any value is taken; "
                + "fix the reference or add its target [unknown-reference]")
    }
}

// The published form of the model, and the views of `martlet inspect` on it.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct InspectViewTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Harbour & Co, version: "1"}
        paths:
          /v1/ships:
            get:
              operationId: list-ships
              parameters: [{name: flag-state, in: query, schema: {type: string}}]
              responses:
                "200":
                  description: Ships.
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: "#/components/schemas/Ship"}}
          /v1/berths/{id}:
            put:
              operationId: moor
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Berth"}}}}
              responses: {"204": {description: Moored.}}
        components:
          schemas:
            Ship:
              type: object
              properties:
                home-port: {$ref: "#/components/schemas/Port"}
                kind: {type: string, enum: [tug, ro-ro]}
            Berth: {type: object, properties: {ship: {$ref: "#/components/schemas/Ship"}}}
            Port: {type: object, properties: {name: {type: string}}}
            Buoy: {type: object, properties: {colour: {type: string}}}

        """

    /// What no document of `Specs` becomes; a line that is no longer needed is a failure.
    private static let unseen: Set<String> = [
        "convert(kind, type)", "lines(framing, kind)", "path(kind, path)", "text(accept, kind)",
        "defaulted(kind, value)",
        "flattened(kind)", "number(kind)", "branch(kind, name)",
    ]

    @Test func everyModelFitsTheSchema() throws {
        var diagnostics = Diagnostics()
        let schema = try #require(SourceReader().read(PackageFiles.path("Schemas/api.schema.json"), &diagnostics))
        var check = SchemaCheck(schema, isClosed: true)
        for name in try PackageFiles.folders(in: "Specs") {
            let run = try ToolRun(
                ["inspect", PackageFiles.path("Specs/\(name)/martlet.yaml")], in: TemporaryFolder())
            #expect(run.code == 0)
            let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(run.output.utf8) })
            let model = try #require(reader.read("api.json", &diagnostics))
            #expect(check.faults(in: model) == [], "\(name)")
        }
        #expect(check.alternatives.subtracting(check.fitted) == Self.unseen)
    }

    @Test func whyATypeIsThere() throws {
        let why = """
            2 operations reach Ship.Kind:
              list-ships  GET /v1/ships        answer → Ship.kind → Ship.Kind
              moor        PUT /v1/berths/{id}  body → Berth.ship → Ship.kind → Ship.Kind

            """
        #expect(try run("--why", "Ship.Kind") == ToolRun(code: 0, output: why))
        #expect(
            try run("--why", "Buoy").output == "No operation reaches Buoy; the document lists it for others to use.\n")
        let json = try run("--why", "Berth", "--json").output
        #expect(
            json.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                == #"{ "type": "Berth", "operations": [ { "operation": "moor", "request": "PUT /v1/berths/{id}", "#
                + #""way": [ "body", "Berth" ] } ] }"#)
        #expect(
            try run("--why", "Shp")
                == ToolRun(code: 1, errors: "martlet inspect: there is no type 'Shp'; did you mean 'Ship'?\n"))
        #expect(
            try run("--why", "Kind").errors == "martlet inspect: there is no type 'Kind'; did you mean 'Ship.Kind'?\n")
    }

    @Test func namesAndWhereTheyComeFrom() throws {
        let run = try run("--names")
        let lines = run.output.split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(
            lines == [
                "Berth struct openapi.yaml:27:12", "Buoy struct openapi.yaml:29:11", "Port struct openapi.yaml:28:11",
                "Ship struct openapi.yaml:23:7", "Ship.homePort property home-port openapi.yaml:25:9",
                "Ship.Kind enum openapi.yaml:26:15", "Ship.Kind.roRo value ro-ro openapi.yaml:26:42",
                "Client.listShips method list-ships openapi.yaml:5:5",
                "Client.listShips.flagState parameter flag-state openapi.yaml:7:20",
                "Client.moor method moor openapi.yaml:15:5",
            ])
        let json = try self.run("--names", "--json").output
        #expect(json.hasPrefix("[\n  {\n    \"swift\": \"Berth\",\n    \"kind\": \"struct\",\n    \"place\": "))
    }

    @Test func unionsAsJSON() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        let json = try ToolRun(["inspect", "--unions", "--json", "openapi.yaml"], in: folder).output
        #expect(
            json.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                == #"[ { "union": "Lamp.Colour", "rows": [ { "when": "string", "case": "string", "type": "String" }, "#
                + #"{ "when": "integer", "case": "integer", "type": "Int" }, "#
                + #"{ "when": "any other kind", "case": "unknown" } ] } ]"#)
    }

    @Test func thePictureHasEveryNameOnce() throws {
        let svg = try run("--graph").output
        let xml = XMLParser(data: Data(svg.utf8))
        let counter = TextCounter()
        xml.delegate = counter
        #expect(xml.parse())
        for label in ["Harbour & Co 1", "GET /v1/ships", "PUT /v1/berths/{id}", "Ship", "Port", "Kind", "Buoy"] {
            #expect(counter.texts.count { $0 == label } == 1, "\(label)")
        }
        for label in ["/ships", "/berths", "shared", "only for /berths", "reached by no operation"] {
            #expect(counter.texts.contains(label), "\(label)")
        }
        // Two operations use a type each, Berth and Ship one too; Ship's own is folded into it.
        #expect(svg.split(separator: "\n").count { $0.hasPrefix("<path class=\"edge\"") } == 4)
    }

    @Test func oneResultAtATime() throws {
        let errors = """
            martlet inspect: '--unions' and '--why' are two results; ask for one at a time
            'martlet inspect --help' explains the command.

            """
        #expect(try run("--why", "Ship", "--unions") == ToolRun(code: 2, errors: errors))
    }

    /// What is folded away doesn't show, whatever the size of the document.
    @Test func largeDocumentsAreFolded() throws {
        let folder = try TemporaryFolder()
        let schemas = (0..<200).map { "    Thing\($0): {type: object, properties: {a: {type: string}}}\n" }.joined()
        let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        try folder.write("openapi.yaml", head + schemas)
        let svg = try ToolRun(["inspect", "--graph", "openapi.yaml"], in: folder).output
        let nodes = svg.split(separator: "\n").filter { $0.hasPrefix("<g class=\"node") }
        #expect(nodes.count >= 201)
        #expect(nodes.count { !$0.contains("display=\"none\"") } == 1)
    }

    private func run(_ words: String...) throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.document)
        return try ToolRun(["inspect", "openapi.yaml"] + words, in: folder)
    }
}

/// The texts that a picture shows.
private final class TextCounter: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var isText = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        isText = name == "text"
        if isText { texts.append("") }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "text" { isText = false }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isText { texts[texts.count - 1] += text }
    }
}

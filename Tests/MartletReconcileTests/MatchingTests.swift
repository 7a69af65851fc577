// Which operation a recording is taken for, by what it says and by how it fits.

import Testing

@Suite struct MatchingTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /pets:
            post:
              operationId: addPet
              requestBody:
                content:
                  application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}
              responses:
                '201':
                  description: x
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [id, name]
                        properties: {id: {type: integer}, name: {type: string}}
                4XX:
                  description: x
                  content:
                    application/json: {schema: {type: object, properties: {message: {type: string}}}}
          /pets/{id}:
            get:
              operationId: getPet
              responses:
                '200': {description: x, content: {application/json: {schema: {$ref: 'pets.yaml#/Pet'}}}}
          /log:
            get:
              operationId: readLog
              responses:
                '200':
                  description: x
                  content:
                    application/jsonl:
                      itemSchema: {type: object, required: [line], properties: {line: {type: string}}}
        """

    private func matches(_ name: String, _ text: String, operation: String? = nil) throws -> [String] {
        try ReconcileRun(Self.document, [(name, text)], operation: operation).lines
            .filter { $0.contains("recording") && !$0.contains("disagreement") }
    }

    @Test func byFit() throws {
        #expect(try matches("a.json", #"{"id": 1, "name": "Ada"}"#) == ["1 recording of addPet 201"])
        #expect(try matches("a.json", #"{"message": "no"}"#) == ["1 recording of addPet 4XX"])
        #expect(try matches("a.json", #"{"name": "Ada"}"#) == ["1 recording of getPet 200"])
        #expect(
            try matches("a.json", #"[{"file": 1}]"#) == ["1 recording of no operation of the document: a.json"])
        #expect(try matches("a.jsonl", "{\"line\": \"x\"}\n{\"line\": \"y\"}\n") == ["1 recording of readLog stream"])
    }

    @Test func byTheCommandLine() throws {
        #expect(try matches("a.json", #"{"x": 1}"#, operation: "getPet") == ["1 recording of getPet 200"])
        #expect(try matches("a.json", #"{"name": 1}"#, operation: "GET /pets/{id}") == ["1 recording of getPet 200"])
        #expect(
            try matches("a.json", #"{"x": 1}"#, operation: "getPets")
                == ["1 recording of no operation of the document: a.json"])
    }

    /// What is named isn't looked for among all operations again and again.
    @Test(.timeLimit(.minutes(1))) func manyOfManyOperations() throws {
        let paths = (1...1000).map { number in
            "  /part\(number % 9)/{id}/kind\(number): {get: {operationId: get\(number), responses: {'200': "
                + "{description: x, content: {application/json: {schema: {type: object}}}}}}}\n"
        }
        let document = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n" + paths.joined()
        let calls = (1...30).map {
            #"{"method": "GET", "path": "/part3/7/kind3", "status": 200, "body": {"a": \#($0)}}"#
        }
        #expect(
            try ReconcileRun(document, [("calls.jsonl", calls.joined(separator: "\n"))]).lines.contains(
                "30 recordings of get3 200"))
    }

    /// `{id}` would fit too, and stands first.
    @Test func byThePathThatSaysMost() throws {
        let document = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            paths:
              /jobs/{id}: {post: {responses: {'200': {description: x, content: {application/json: {schema: {}}}}}}}
              /jobs/{id}:cancel: {post: {responses: {'202': {description: x, content: {application/json: {schema: {}}}}}}}
            """
        let envelope = #"{"method": "POST", "path": "/jobs/7:cancel", "status": 202, "body": {}}"#
        #expect(
            try ReconcileRun(document, [("calls.jsonl", envelope)]).lines.first
                == "1 recording of POST /jobs/{id}:cancel 202")
    }

    @Test func byTheEnvelope() throws {
        let envelope = """
            {"method": "POST", "path": "/v1/pets?dry=1", "status": 422, "request": {"name": "Ada"}, "body": {"message": "no"}}
            {"operation": "getPet", "status": 200, "body": {"name": null}}

            """
        #expect(
            try ReconcileRun(Self.document, [("calls.jsonl", envelope)]).lines == [
                "pets.yaml:4:22: null isn't allowed, but is the value in the only case [null]",
                "1 recording of addPet 4XX", "1 recording of getPet 200", "1 recording of addPet request",
                "pets.yaml:4:22: not in the overlay, which can't change this place; bundle the document first",
                "1 disagreement, seen 1 time, in 3 recordings",
            ])
    }

    @Test func byTheArchive() throws {
        let archive = """
            {"log": {"entries": [{
              "request": {"method": "POST", "url": "https://shop.example/pets", "postData": {"text": "{\\"name\\": \\"A\\"}"}},
              "response": {"status": 201, "content": {"mimeType": "application/json", "text": "{\\"id\\": 1, \\"name\\": \\"A\\"}"}}
            }]}}
            """
        #expect(
            try matches("a.har", archive) == ["1 recording of addPet 201", "1 recording of addPet request"])
    }

    /// Lines and sequences in an archive or an envelope: by their content type, or by how they look.
    @Test(arguments: [
        (#"application/jsonl; charset=utf-8"#, #"{\"line\": \"x\"}\n{\"line\": 1}\n"#, "1 of 2 cases"),
        ("application/jsonl", #"{\"line\": 1}"#, "the only case"),
        ("application/json-seq", #"\u001e{\"line\": \"x\"}\n\u001e{\n\"line\": 1}\n"#, "1 of 2 cases"),
        ("", #"{\"line\": \"x\"}\n{\"line\": 1}\n"#, "1 of 2 cases"),
        // A single line, of an operation that has nothing else, and one that was cut off.
        ("", #"{\"line\": 1}\n"#, "the only case"),
        ("application/jsonl", #"{\"line\": 1}\n{\"li"#, "the only case"),
    ])
    func textsOfStreams(_ type: String, _ text: String, _ share: String) throws {
        let archive = """
            {"log": {"entries": [{
              "request": {"method": "GET", "url": "https://shop.example/log"},
              "response": {"status": 200, "content": {"mimeType": "\(type)", "text": "\(text)"}}
            }]}}
            """
        let envelope = """
            {"method": "GET", "path": "/log", "headers": {"content-type": "\(type)"}, "body": "\(text)"}
            """
        let expected = [
            "api.yaml:36:79: integer isn't allowed, but is the type of the value in \(share) [wrong-type]",
            "1 recording of readLog stream",
        ]
        for (name, recording) in [("a.har", archive), ("a.json", envelope)] {
            #expect(Array(try ReconcileRun(Self.document, [(name, recording)]).lines.prefix(2)) == expected)
        }
    }

    @Test func aTextThatIsNoStreamIsABody() throws {
        let envelope = #"{"operation": "addPet", "status": 201, "body": "1\n2"}"#
        #expect(try matches("a.json", envelope) == ["1 recording of addPet 201"])
    }

    @Test func kindsThatAreIgnoredAreNeitherListedNorPutRight() throws {
        let run = try ReconcileRun(
            Self.document, [("a.json", #"{"id": 1, "name": "Ada", "age": 3}"#)], ignoring: ["undeclared-member"])
        #expect(run.overlay == nil)
        #expect(run.lines == ["1 recording of addPet 201", "0 disagreements, seen 0 times, in 1 recording"])
    }

    @Test func asJSON() throws {
        let run = try ReconcileRun(Self.document, [("a.json", #"{"id": "1", "name": "Ada"}"#)])
        #expect(
            run.json == """
                {
                  "disagreements": [
                    {
                      "kind": "wrong-type",
                      "message": "string isn't allowed, but is the type of the value in the only case",
                      "file": "api.yaml",
                      "line": 18,
                      "column": 34,
                      "count": 1,
                      "total": 1,
                      "samples": [
                        {
                          "source": "a.json",
                          "path": "$.id",
                          "value": "1"
                        }
                      ]
                    }
                  ],
                  "matches": [
                    {
                      "place": "addPet 201",
                      "recordings": [
                        "a.json"
                      ]
                    }
                  ],
                  "unmatched": [],
                  "unreached": 0
                }
                """)
    }
}

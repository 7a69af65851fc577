// What operations are called, and how their paths are read.

import MartletIR
import Testing

@Suite struct OperationNameTests {
    @Test(arguments: [
        ("/pets: {get: {responses: {}}}", ["getPets"]),
        ("/pets/{id}: {get: {responses: {}}, delete: {responses: {}}}", ["getPetsByID", "deletePetsByID"]),
        ("/pets/{pet_id}/toys/{toyId}: {put: {responses: {}}}", ["putPetsByPetIDToysByToyID"]),
        ("/: {get: {responses: {}}}", ["get"]),
        ("/v1/chat.completions: {post: {responses: {}}}", ["postChatCompletions"]),
        ("/api/v1.0/pets/{id}: {get: {responses: {}}}", ["getPetsByID"]),
        (
            "/api/v1/pets: {get: {responses: {}}}\n/api/v2/pets: {get: {responses: {}}}",
            ["getPets", "getV2Pets"]
        ),
        ("/v1/{id}: {get: {responses: {}}}", ["getV1ByID"]),
        ("/a: {get: {operationId: list_pets, responses: {}}}", ["listPets"]),
        (
            "/a: {get: {operationId: listPets, responses: {}}, put: {operationId: ListPets, responses: {}}}",
            ["listPets", "listPets2"]
        ),
        (
            "/a: {get: {operationId: ListPets, responses: {}}, put: {operationId: listPets, responses: {}}}",
            ["listPets2", "listPets"]
        ),
        ("/a: {get: {operationId: a, responses: {}}, put: {operationId: a, responses: {}}}", ["a", "a2"]),
        (
            "/a: {get: {operationId: raw, responses: {}}, put: {operationId: init, responses: {}}}",
            ["rawValue", "initValue"]
        ),
        ("/a: {get: {operationId: class, responses: {}}}", ["class"]),
        ("/a: {get: {operationId: '', responses: {}}}", ["getA"]),
        ("/a: {get: {operationId: pets/list(all), responses: {}}}", ["petsListAll"]),
    ])
    func names(_ paths: String, _ names: [String]) throws {
        #expect(try LoweredAPI(paths: paths).api.client.operations.map(\.name) == names)
    }

    @Test func anIDStaysInMessages() throws {
        let lowered = try LoweredAPI(
            paths: "/a/{b}: {get: {responses: {}}, put: {operationId: put it, responses: {}}}")
        #expect(lowered.api.client.operations.map(\.id) == ["GET /a/{b}", "put it"])
        #expect(lowered.api.client.operations.map(\.method) == ["GET", "PUT"])
    }

    @Test(
        arguments: [
            ("/a", "/a", [:]),
            ("/a?x=1", "/a", ["x": "1"]),
            ("/a?x=1&flag&y=a=b", "/a", ["x": "1", "flag": "", "y": "a=b"]),
            ("a", "/a", [:]),
            ("'/a/{+b}'", "/a/{b}", [:]),
            ("'/a/{b=c/*}:d'", "/a/{b}:d", [:]),
            ("'/a/{ b }/{c*}/{d:[0-9]+}'", "/a/{b}/{c}/{d}", [:]),
            ("'/a/{b:[0-9]{1,3}}/{c:x{2}}'", "/a/{b}/{c}", [:]),
            ("'/a/{b+}'", "/a/{b}", [:]),
            ("'/a/{b?}?c=1'", "/a/{b}", ["c": "1"]),
            ("'/a/{b:[^?#]+}/c?d=1#e'", "/a/{b}/c", ["d": "1"]),
            ("'/a{/b}'", "/a/{b}", [:]),
            ("'/{a}/{a}'", "/{a}/{a}", [:]),
            ("'/a{?b,c*}'", "/a", [:]),
            ("'/a/{b'", "/a/{b", [:]),
            ("'/a/{}'", "/a/{}", [:]),
        ] as [(String, String, KeyValuePairs<String, String>)])
    func path(_ text: String, _ path: String, _ query: KeyValuePairs<String, String>) throws {
        let operation = try #require(LoweredAPI(paths: "\(text): {get: {responses: {}}}").api.client.operations.first)
        #expect(operation.path == path)
        #expect(operation.fixedQuery == query.map { QueryItem(name: $0.key, value: $0.value) })
    }

    @Test func undeclaredPathParametersAreStrings() throws {
        let lowered = try LoweredAPI(
            paths:
                "'/a/{one}/{two}': {get: {parameters: [{name: two, in: path, required: true, schema: {type: integer}}], "
                + "operationId: a, responses: {}}}")
        let parameters = try lowered.operation("a").parameters
        #expect(parameters.map(\.name) == ["one", "two"])
        #expect(parameters.map(\.type) == [.builtin(.string), .builtin(.int)])
        #expect(parameters.map(\.place) == [.path, .path])
        #expect(parameters.map(\.isRequired) == [true, true])
        #expect(lowered.said == ["undeclared-path-parameter"])
    }

    /// Name, and whether slashes stay.
    @Test(
        arguments: [
            ("'/rx/{id:[0-9]{1,3}}'", ["id": false]), ("'/opt/{id?}'", ["id": false]),
            ("'/proxy/{path+}'", ["path": true]), ("'/seg{/id}'", ["id": false]), ("'/{same}/{same}'", ["same": false]),
        ] as [(String, KeyValuePairs<String, Bool>)])
    func parametersInPaths(_ path: String, _ parameters: KeyValuePairs<String, Bool>) throws {
        let name = parameters[0].key
        let lowered = try LoweredAPI(
            paths: "\(path): {get: {operationId: a, responses: {}, parameters: "
                + "[{name: \(name), in: path, required: true, schema: {type: string}}]}}")
        let found = try lowered.operation("a").parameters
        #expect(found.map(\.key) == parameters.map(\.key))
        #expect(found.map(\.allowReserved) == parameters.map(\.value))
        #expect(lowered.said == [])
    }

    @Test func parametersThatNoPathHasAreLeftOut() throws {
        let lowered = try LoweredAPI(
            paths: "/a: {get: {parameters: [{name: b, in: path, required: true, schema: {type: string}}], "
                + "operationId: a, responses: {}}}")
        #expect(try lowered.operation("a").parameters == [])
        #expect(lowered.said == ["parameter-not-in-path"])
    }

    @Test func bracesInTheQueryAreItsParameters() throws {
        let lowered = try LoweredAPI(
            paths: "'/a?beta=true&q={text}&page={page}&n={n}': {get: {operationId: a, responses: {}, parameters: ["
                + "{name: text, in: path, required: true, schema: {type: integer}}, "
                + "{name: page, in: query, schema: {type: string}}]}}")
        let operation = try lowered.operation("a")
        #expect(operation.path == "/a")
        #expect(operation.fixedQuery == [QueryItem(name: "beta", value: "true")])
        #expect(operation.parameters.map(\.key) == ["q", "n", "page"])
        #expect(operation.parameters.map(\.place) == [.query, .query, .query])
        #expect(operation.parameters.map(\.type) == [.builtin(.int), .builtin(.string), .builtin(.string)])
        #expect(operation.parameters.map(\.isRequired) == [true, true, false])
        #expect(lowered.said == [])
    }

    @Test func aFragmentNamesOperationsAndIsNotSent() throws {
        let lowered = try LoweredAPI(paths: "/a: {get: {responses: {}}}\n'/a#b': {get: {responses: {}}}")
        #expect(lowered.api.client.operations.map(\.name) == ["getA", "getAB"])
        #expect(lowered.api.client.operations.map(\.path) == ["/a", "/a"])
    }

    @Test func parametersOfThePathAndTheOperation() throws {
        let lowered = try LoweredAPI(
            paths: """
                '/a/{id}':
                  parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: page, in: query, schema: {type: string}}
                  - {name: Accept, in: header, schema: {type: string}}
                  get:
                    operationId: a
                    parameters:
                    - {name: page, in: query, required: true, schema: {type: integer}}
                    - {name: id, in: query, schema: {type: string}}
                    - {name: options, in: cookie, schema: {type: string}}
                    responses: {}
                """)
        let parameters = try lowered.operation("a").parameters
        #expect(parameters.map(\.name) == ["id", "page", "id2", "optionsValue"])
        #expect(parameters.map(\.place) == [.path, .query, .query, .cookie])
        #expect(parameters.map(\.isRequired) == [true, true, false, false])
        #expect(lowered.said == ["name-collision"])
    }
}

// A case for each rule that no other tool has tests for: one edit, at each place where the rule looks.

import Testing

@testable import MartletDiff

@Suite struct OwnRuleTests {
    /// Rules of schemas are tried at their place; every other rule has a pair of documents of its own.
    @Test func everyRuleOfOurOwnFires() throws {
        var silent: [String] = []
        var untried: [String] = []
        for rule in WireRules.all where rule.origin != .shared {
            if let place = SchemaPlace(rule.id), let edit = SchemaEdit.all[place.what] {
                let ids = try Compared(place.document(edit.old), place.document(edit.new)).ids
                if !ids.contains(rule.id) { silent.append("\(rule.id): \(ids)") }
            } else if let pair = DocumentEdit.all[rule.id] {
                let ids = try Compared(pair.old, pair.new).ids
                if !ids.contains(rule.id) { silent.append("\(rule.id): \(ids)") }
            } else if !Self.triedElsewhere.contains(rule.id) {
                untried.append(rule.id)
            }
        }
        #expect(silent == [])
        #expect(untried == [])
    }

    /// Two are about folders, and are tried with the command; the others take the models, and are tried with the report.
    private static let triedElsewhere: Set<String> = [
        "document-added", "document-removed", "stream-ending-removed", "stream-sentinel-changed",
        "stream-switch-changed", "stream-default-changed", "pages-parameter-removed", "pages-member-removed",
    ]

    @Test func whatIsWrittenOtherwiseIsNoChange() throws {
        for edit in DocumentEdit.idle + DocumentEdit.spellings {
            #expect(try Compared(edit.old, edit.new).findings.map(\.message) == [])
            #expect(try Compared(edit.new, edit.old).findings.map(\.message) == [])
        }
    }

    /// Components out of reach that refer to what changed, or are merged with it, haven't changed themselves.
    @Test func whatIncludesTheChangedHasNotChanged() throws {
        func document(_ properties: String) -> String {
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
            components:
              schemas:
                A: {type: object, properties: {\(properties)}}
                Refers: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
                Merged: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {type: string}}}]}
                Either: {oneOf: [{$ref: '#/components/schemas/Merged'}, {type: string}]}
            """
        }
        let compared = try Compared(document("x: {type: string}"), document("x: {type: string}, y: {type: string}"))
        #expect(compared.ids == ["response-optional-property-added"])
    }

    /// What extends a base with a discriminator is what a value of the base may be; the base's own members are told once.
    @Test func heirsOfBases() throws {
        func document(base: String = "string", x: String = "string", more: String = "", name: String = "A") -> String {
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}}}}}
              /b: {get: {operationId: b, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
            components:
              schemas:
                P: {type: object, required: [t], properties: {t: {type: string}, p: {type: \(base)}}, discriminator: {propertyName: t, mapping: {a: \(name)}}}
                \(name): {allOf: [{$ref: '#/components/schemas/P'}, {type: object, properties: {x: {type: \(x)}}}]}
                B: {allOf: [{$ref: '#/components/schemas/P'}, {type: object, properties: {y: {type: string}}}]}
                \(more)
            """
        }
        func told(_ old: String, _ new: String) throws -> [String] {
            try Compared(old, new).findings.map { "\($0.operation ?? ""): \($0.id) \($0.message)" }
                .filter { !$0.contains("version") }
        }
        #expect(
            try told(document(), document(x: "integer")) == [
                "GET /a: response-property-type-changed property '<A>/x' of the 200 response: the type changed from 'string' to 'integer'"
            ])
        #expect(
            try told(document(), document(base: "integer")) == [
                "GET /a: response-property-type-changed property 'p' of the 200 response: the type changed from 'string' to 'integer'",
                "GET /b: response-property-type-changed property 'p' of the 200 response: the type changed from 'string' to 'integer'",
            ])
        let added = document(more: "C: {allOf: [{$ref: '#/components/schemas/P'}]}")
        #expect(
            try told(document(), added) == [
                "GET /a: response-body-any-of-added the body of the 200 response may be 'C' too now"
            ])
        #expect(
            try told(document(), document(x: "integer", name: "Z")).filter { $0.contains("type-changed") } == [
                "GET /a: response-property-type-changed property '<Z>/x' of the 200 response: the type changed from 'string' to 'integer'"
            ])
    }

    /// What says nothing new, and what was long told apart.
    @Test(.timeLimit(.minutes(1))) func whatOnlyLooksLikeAChange() throws {
        func document(_ schemas: String, parameter: String = "{type: string}", servers: String = "") -> String {
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            \(servers)
            paths:
              /a:
                get:
                  parameters: [{name: p, in: query, schema: \(parameter)}]
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}}}
            components: {schemas: {\(schemas)}}
            """
        }
        let base = "P: {type: object, required: [t], properties: {t: {type: string}}, discriminator: {propertyName: t}}"
        func heir(_ rest: String) -> String { base + ", A: {allOf: [{$ref: '#/components/schemas/P'}, {\(rest)}]}" }
        let own = "type: object, properties: {x: {type: string}}"
        #expect(try Compared(document(heir(own)), document(heir("required: [t], " + own))).ids == [])
        // As many ways as 8⁸ lead through these.
        let union = (0..<8).map { "{$ref: '#/components/schemas/N\($0)'}" }.joined(separator: ", ")
        let names = (0..<8).map { "N\($0): {anyOf: [\(union), {type: string}]}" }.joined(separator: ", ")
        let unions = document(base + ", " + names, parameter: "{$ref: '#/components/schemas/N0'}")
        #expect(try Compared(unions, unions).ids == [])
        let hosts = document(
            base,
            servers: "servers: [{url: 'https://{h}/', variables: {h: {default: x, enum: [x]}}}, "
                + "{url: 'https://{h}', variables: {h: {default: y, enum: [y]}}}]")
        #expect(try Compared(hosts, hosts).ids == [])
    }

    /// A status may be described as one of many.
    @Test func rangesOfStatuses() throws {
        func document(_ statuses: String...) -> String {
            let answers = statuses.map { status in
                let halves = status.split(separator: " ")
                return "'\(halves[0])': {description: d, content: {application/json: {schema: {type: \(halves[1])}}}}"
            }
            return
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {\(answers.joined(separator: ", "))}}}}"
        }
        func ids(_ old: String, _ new: String) throws -> [String] {
            try Compared(old, new).ids.filter { !$0.contains("version") }
        }
        #expect(
            try ids(document("2XX string"), document("2XX string", "201 integer")) == [
                "response-success-status-added", "response-body-type-changed",
            ])
        #expect(try ids(document("2XX string", "201 string"), document("2XX string")) == [])
        #expect(
            try ids(document("2XX string", "201 integer"), document("2XX string")) == ["response-body-type-changed"])
        #expect(try ids(document("201 string"), document("202 string")).contains("response-success-status-removed"))
        #expect(try ids(document("200 string"), document("default string")) == ["response-default-status-added"])
        #expect(
            try ids(document("200 string"), document("default integer")) == [
                "response-success-status-removed", "response-default-status-added",
            ])
        let kept = try Compared(document("2XX string"), document("200 string")).findings
        #expect(
            kept.map { "\($0.level): \($0.message)" } == [
                "info: the success responses 2XX were removed", "info: the success response 200 is new",
            ])
        #expect(
            try Compared(document("2XX string", "200 string"), document("200 string")).findings.first?.level
                == .breaking)
    }

    /// Branches without names are told apart by their constants, and by their types.
    @Test(arguments: [
        "{oneOf: [{properties: {t: {const: a}, p: {type: string, maxLength: #}}}, {properties: {t: {const: b}, q: {type: string, maxLength: #}}}]}",
        "{oneOf: [{type: array, items: {type: string}, maxItems: #}, {type: object, properties: {q: {}}, maxProperties: #}]}",
    ])
    func branchesThatAllChanged(_ schema: String) throws {
        let place = try #require(SchemaPlace("request-property-pattern-added"))
        let ids = try Compared(
            place.document(schema.replacing("#", with: "3")), place.document(schema.replacing("#", with: "9"))
        ).ids
        #expect(ids.count == 2)
        #expect(ids.allSatisfy { $0.contains("max-") && $0.hasSuffix("-increased") })
    }

    /// Each edit of a schema is one finding, and no more.
    @Test func oneEditIsOneFinding() throws {
        var several: [String] = []
        for (what, edit) in SchemaEdit.all.sorted(by: { $0.key < $1.key }) where !edit.hasEchoes {
            for start in ["request-property-", "response-property-"] {
                guard let place = SchemaPlace(start + what) else { continue }
                let ids = try Compared(place.document(edit.old), place.document(edit.new)).ids
                    .filter { !$0.hasPrefix("api-") }
                if ids.count != 1 { several.append("\(start + what): \(ids)") }
            }
        }
        #expect(several == [])
    }
}

/// Where a rule about schemas looks, from its id.
struct SchemaPlace {
    var isRequest: Bool
    var scope: RuleScope
    /// `max-length-set`
    var what: String

    init?(_ id: String) {
        guard id.hasPrefix("request-") || id.hasPrefix("response-") else { return nil }
        isRequest = id.hasPrefix("request-")
        let rest = id.dropFirst(isRequest ? 8 : 9)
        let scopes: [RuleScope] = [.parameterProperty, .parameter, .property, .body, .header]
        let fitting = scopes.filter { rest.hasPrefix($0.rawValue + "-") }
        // `parameter-property-names` are the names of a parameter's properties, and no property.
        let known = fitting.first { SchemaEdit.all[String(rest.dropFirst($0.rawValue.count + 1))] != nil }
        guard let scope = known ?? fitting.first else { return nil }
        self.scope = scope
        what = String(rest.dropFirst(scope.rawValue.count + 1))
    }

    /// A document in which `schema` stands there.
    func document(_ schema: String) -> String {
        switch (scope, isRequest) {
        case (.body, true): Self.operation(body: schema)
        case (.property, true): Self.operation(body: "{type: object, properties: {p: \(schema)}}")
        case (.body, false): Self.operation(answer: schema)
        case (.property, false): Self.operation(answer: "{type: object, properties: {p: \(schema)}}")
        case (.header, _): Self.operation(header: schema)
        case (.parameter, _): Self.operation(parameter: schema)
        case (.parameterProperty, _): Self.operation(parameter: "{type: object, properties: {p: \(schema)}}")
        }
    }

    private static func operation(
        body: String? = nil, answer: String? = nil, header: String? = nil, parameter: String? = nil
    ) -> String {
        let request = body.map { "requestBody: {content: {application/json: {schema: \($0)}}}, " } ?? ""
        let parameters = parameter.map { "parameters: [{name: q, in: query, schema: \($0)}], " } ?? ""
        let headers = header.map { ", headers: {X-H: {schema: \($0)}}" } ?? ""
        let content = answer.map { ", content: {application/json: {schema: \($0)}}" } ?? ""
        return Fixture.document(
            "/a: {post: {\(parameters)\(request)responses: {'200': {description: d\(headers)\(content)}}}}")
    }
}

enum Fixture {
    /// A document with `paths` (flow style), and what else stands at its root.
    static func document(_ paths: String, _ more: String = "") -> String {
        """
        openapi: 3.1.0
        info: {title: t, version: 1.0.0}
        paths:
          \(paths)
        components:
          schemas:
            A: {type: object, properties: {a: {type: string}}, required: [a]}
            B: {type: object, properties: {b: {type: string}}, required: [b]}
            C: {type: object, properties: {c: {type: string}}, required: [c]}
        \(more)

        """
    }
}

// Schemas that are inferred for types, and what can't be inferred.

import Foundation
import MartletRuntime
import Testing

private struct Person: Codable, Sendable {
    enum Role: String, Codable, CaseIterable { case owner, guest }
    enum CodingKeys: String, CodingKey {
        case name, age, role
        case isMember = "is_member"
    }

    var name: String
    var age: Int?
    var role: Role
    var isMember: Bool
}

private struct Trip: Codable, Sendable {
    struct Stop: Codable, Sendable {
        var place: String
        var at: Date
    }

    var stops: [Stop]
    var miles: Double
    var notes: [String]?
    var id: UUID
}

private struct Folder: Codable, Sendable {
    var name: String
    var folders: [Folder]
    var parent: Reference?

    final class Reference: Codable, Sendable {
        let folder: Folder
        init(_ folder: Folder) { self.folder = folder }
    }
}

private struct Described: Codable, SchemaDescribing {
    static let schemaDescriptions = ["city": "Where it is.", "other": "Another of these."]
    var city: String
    var other: [Described]?
}

private struct Open: Codable { var extra: [String: Int] }
private enum Level: Int, Codable, CaseIterable { case low = 1, high = 9 }
private enum Unlisted: String, Codable { case only }
private struct Holder: Codable { var inner: Unlisted }
private struct Level2: Codable { var level: Level? }

private enum Provided: String, Codable, CaseIterable, SchemaProviding {
    case yes
    static var jsonSchema: JSONSchema { .string(["yes", "no"]).described("An answer.") }
}
private struct ProvidedHolder: Codable { var answer: Provided? }

@Suite struct SchemaInferenceTests {
    private static let rows: [(any (Decodable & Sendable).Type, String)] = [
        (
            Person.self,
            #"{"additionalProperties":false,"properties":{"age":{"type":["integer","null"]},"is_member":{"type":"boolean"},"#
                + #""name":{"type":"string"},"role":{"enum":["owner","guest"],"type":"string"}},"#
                + #""required":["name","age","role","is_member"],"type":"object"}"#
        ),
        (
            Trip.self,
            #"{"additionalProperties":false,"properties":{"id":{"format":"uuid","type":"string"},"miles":{"type":"number"},"#
                + #""notes":{"items":{"type":"string"},"type":["array","null"]},"stops":{"items":{"additionalProperties":false,"#
                + #""properties":{"at":{"format":"date-time","type":"string"},"place":{"type":"string"}},"#
                + #""required":["place","at"],"type":"object"},"type":"array"}},"required":["stops","miles","notes","id"],"type":"object"}"#
        ),
        ([String].self, #"{"items":{"type":"string"},"type":"array"}"#),
        (Level.self, #"{"enum":[1,9],"type":"integer"}"#),
        (
            Level2.self,
            #"{"additionalProperties":false,"properties":{"level":{"enum":[1,9,null],"type":["integer","null"]}},"#
                + #""required":["level"],"type":"object"}"#
        ),
        (
            ProvidedHolder.self,
            #"{"additionalProperties":false,"properties":{"answer":{"description":"An answer.","enum":["yes","no",null],"#
                + #""type":["string","null"]}},"required":["answer"],"type":"object"}"#
        ),
    ]

    @Test func schemasOfTypes() throws {
        for (type, schema) in Self.rows {
            let found = try JSONSchema(describing: type).description
            #expect(found == schema)
        }
    }

    @Test func typesThatContainThemselvesAreReferredTo() throws {
        let fault = #expect(throws: SchemaInferenceError.self) { try JSONSchema(describing: Folder.self) }
        #expect(
            fault?.description
                == "No JSON schema can be inferred for Folder, at parent.folder: Folder contains itself; make the member optional, or an array"
        )
        #expect(
            try JSONSchema(describing: Described.self).description
                == ##"{"$defs":{"Described":{"additionalProperties":false,"properties":{"city":{"description":"Where it is.","##
                + ##""type":"string"},"other":{"description":"Another of these.","items":{"$ref":"#/$defs/Described"},"##
                + ##""type":["array","null"]}},"required":["city","other"],"type":"object"}},"additionalProperties":false,"##
                + ##""properties":{"city":{"description":"Where it is.","type":"string"},"other":{"##
                + ##""description":"Another of these.","items":{"$ref":"#/$defs/Described"},"type":["array","null"]}},"##
                + ##""required":["city","other"],"type":"object"}"##)
    }

    @Test func whatCannotBeDescribedIsSaid() {
        let dictionary = #expect(throws: SchemaInferenceError.self) { try JSONSchema(describing: Open.self) }
        #expect(
            dictionary?.description
                == "No JSON schema can be inferred for Open, at extra: a dictionary has no fixed members; use a struct, or an array of pairs"
        )
        let unlisted = #expect(throws: SchemaInferenceError.self) { try JSONSchema(describing: Holder.self) }
        #expect(
            unlisted?.description
                == "No JSON schema can be inferred for Holder, at inner: Unlisted can't be decoded from made-up values; conform it to SchemaProviding"
        )
    }

    @Test func schemasThatAreWrittenByHand() {
        let schema: JSONSchema = .object([
            ("name", .string.described("As on the passport.")), ("age", .integer.orNull),
            ("born", .string(format: "date")), ("tags", .array(of: .string)),
            ("pet", .any(of: [.string, .object([("name", .string)])]).orNull),
        ])
        #expect(
            schema.description
                == #"{"additionalProperties":false,"properties":{"age":{"type":["integer","null"]},"born":{"format":"date","#
                + #""type":"string"},"name":{"description":"As on the passport.","type":"string"},"pet":{"anyOf":["#
                + #"{"type":"string"},{"additionalProperties":false,"properties":{"name":{"type":"string"}},"#
                + #""required":["name"],"type":"object"},{"type":"null"}]},"tags":{"items":{"type":"string"},"type":"array"}},"#
                + #""required":["name","age","born","tags","pet"],"type":"object"}"#)
    }
}

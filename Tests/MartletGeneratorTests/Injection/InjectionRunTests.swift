// Hostile keys, values, defaults and paths arrive at run time as the document has them.

import Foundation
import MartletIR
import MartletTestSupport
import Testing

@testable import MartletTemplates

@Suite(.serialized, .timeLimit(.minutes(10)), .enabled(if: SwiftCompiler.found != nil)) struct InjectionRunTests {
    /// What the program is given, and what it must say: made of the model, and never of Swift text.
    private struct Cases {
        /// JSON of an object of each structure, by the type's path in Swift.
        var objects: [String: String] = [:]
        /// The listed values of each enum.
        var values: [String: [String]] = [:]

        init(_ types: [TypeDeclaration], in path: String = "") {
            for type in types {
                let name = path + SwiftText.identifier(type.name)
                switch type.kind {
                case .structure(let structure) where structure.form == .object:
                    objects[name] = Self.json(structure)
                case .enumeration(let enumeration) where enumeration.rawType == .string:
                    values[name] = enumeration.cases.map { $0.value.swiftValue }
                default: break
                }
                let inner = Cases(type.nested, in: name + ".")
                objects.merge(inner.objects) { $1 }
                values.merge(inner.values) { $1 }
            }
        }

        /// Nil where a member is needed that isn't a string.
        private static func json(_ structure: Structure) -> String? {
            var members: [String: String] = [:]
            for property in structure.properties {
                switch (property.presence, property.type) {
                case (.constant(let literal, _), _): members[property.key] = literal.swiftValue
                case (.defaulted(let literal), .builtin(.string)): members[property.key] = literal.swiftValue
                case (_, .builtin(.string)): members[property.key] = "v " + property.key
                case (.required, _), (.requiredNullable, _), (.defaulted, _): return nil
                default: continue
                }
            }
            return members.isEmpty ? nil : text(members)
        }

        static func text(_ value: Any) -> String {
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
            return String(decoding: data ?? Data(), as: UTF8.self)
        }
    }

    /// A program over the client that reads its cases from a file, so that no text of them is compiled.
    private static func program(_ cases: Cases) -> String {
        let objects = cases.objects.keys.sorted().map {
            "if let text = cases.objects[\"\($0)\"] { say(\"\($0)\", again(\($0).self, text)) }"
        }
        let values = cases.values.keys.sorted().map {
            "if let list = cases.values[\"\($0)\"] { say(\"\($0)\", list.filter { \($0).knownValues.value($0) == nil }.description) }"
        }
        return """
            import Foundation
            import MartletRuntime

            struct Cases: Decodable {
                var objects: [String: String]
                var values: [String: [String]]
            }

            func say(_ name: String, _ text: String) { print(name + "\\t" + text) }

            func again<T: Codable>(_ type: T.Type, _ text: String) -> String {
                do {
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                    let value = try JSONDecoder().decode(T.self, from: Data(text.utf8))
                    return String(decoding: try encoder.encode(value), as: UTF8.self)
                } catch {
                    return "\\(error)"
                }
            }

            @main struct Program {
                static func main() throws {
                    let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
                    let cases = try JSONDecoder().decode(Cases.self, from: data)
                    \((objects + values).joined(separator: "\n        "))
                }
            }

            """
    }

    /// Each payload stands in some of the places: after all shifts, each stood in each kind of them.
    @Test(arguments: [0, 17]) func textsArriveUnchanged(_ shift: Int) throws {
        let compiler = try #require(SwiftCompiler.found)
        let (files, api, _) = try TwinDocument(shift: shift).generated()
        let cases = Cases(api.types)
        #expect(cases.objects.count > 8 && cases.values.count > 3, "\(cases.objects.count), \(cases.values.count)")
        let input = Cases.text(["objects": cases.objects, "values": cases.values] as [String: Any])
        let texts = files.map { (name: $0.name, text: $0.text) } + [("Program.swift", Self.program(cases))]
        let run = try compiler.run(texts, given: input)
        var said: [String: String] = [:]
        for line in run.output.split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            said[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        #expect(run.code == 0 && said.count == cases.objects.count + cases.values.count, "\(run.said.suffix(2000))")
        for (name, text) in cases.objects {
            let (found, expected) = try (object(said[name] ?? ""), object(text))
            #expect(found == expected, "\(name)")
        }
        for name in cases.values.keys { #expect(said[name] == "[]", "\(name) doesn't know \(said[name] ?? "")") }
        // The document's own texts, and not only the model's: each payload is in a key that came back.
        let keys = try cases.objects.values.flatMap { try object($0).keys }
        #expect(keys.contains { key in TwinDocument.payloads.contains { key.hasSuffix($0) && $0.count > 3 } })
    }

    private func object(_ text: String) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        return object.compactMapValues { $0 as? String }
    }
}

extension Literal {
    fileprivate var swiftValue: String {
        if case .string(let text) = self { text } else { "" }
    }
}

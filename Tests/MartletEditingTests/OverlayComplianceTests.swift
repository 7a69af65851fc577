// Applies the published overlay cases that lie beside the project.

import Foundation
import MartletEditing
import MartletSource
import MartletTestSupport
import Testing

@Suite struct OverlayComplianceTests {
    /// This document of the 1.1 and 1.0 sets is valid by the JSON Schema, which looks at the first character of a target alone;
    /// `$.paths.*.get[?@.x-oai-traits.paged]` is no RFC 9535 query, and the text of 1.1 has it mended.
    private static let notAQuery = "actions-traits-example.yaml"

    @Test func publishedCases() throws {
        guard let url = SharedMaterial.url("overlays") else { return }
        let failures = try compliantSets(url) + validity(url)
        let passed = failures.filter { $0.fault == nil }.count
        print("overlay cases: \(passed) passed, \(failures.count - passed) failed")
        #expect(failures.compactMap { result in result.fault.map { "\(result.name): \($0)" } } == [])
    }

    private func compliantSets(_ url: URL) throws -> [(name: String, fault: String?)] {
        let url = url.appendingPathComponent("compliant-sets")
        return try SharedMaterial.names(in: url).filter { !$0.hasSuffix(".md") }.map { name in
            let folder = url.appendingPathComponent(name)
            let document = try SharedMaterial.read(folder.appendingPathComponent("openapi.yaml"))
            let overlay = try SharedMaterial.read(folder.appendingPathComponent("overlay.yaml"))
            let expected = try SharedMaterial.read(folder.appendingPathComponent("output.yaml"))
            var diagnostics = Diagnostics()
            let result = Overlay(decoding: overlay, &diagnostics)?.apply(to: document, &diagnostics)
            let said = diagnostics.rendered(atLeast: .warning)
            if !said.isEmpty { return (name, said.joined(separator: "; ")) }
            return (name, result?.sortedJSON == expected.sortedJSON ? nil : "another result")
        }
    }

    private func validity(_ url: URL) throws -> [(name: String, fault: String?)] {
        try ["v1.0/pass", "v1.0/fail", "v1.1/pass", "v1.1/fail"].flatMap { set in
            let folder = url.appendingPathComponent("validity/" + set)
            return try SharedMaterial.names(in: folder).map { name in
                let node = try SharedMaterial.read(folder.appendingPathComponent(name))
                var diagnostics = Diagnostics()
                _ = Overlay(decoding: node, &diagnostics)
                let said = diagnostics.rendered(atLeast: .warning)
                let isFault = set.hasSuffix("fail") || name == Self.notAQuery
                let fault = said.isEmpty ? "no fault was found" : said.joined(separator: "; ")
                return ("\(set)/\(name)", said.isEmpty == isFault ? fault : nil)
            }
        }
    }

    @Test func chainOfOverlays() throws {
        guard let url = SharedMaterial.url("specs/openrouter") else { return }
        var document = try SharedMaterial.read(url.appendingPathComponent("in.openapi.yaml"))
        let expected = try SharedMaterial.read(url.appendingPathComponent("out.openapi.yaml"))
        var diagnostics = Diagnostics()
        let names = [
            "open-enums", "remove-rss-responses", "add-headers", "allof-simplify", "boolean-query-params",
            "nullable-model-fields", "deprecated-beta-responses-alias",
        ]
        for name in names {
            let node = try SharedMaterial.read(url.appendingPathComponent("overlays/\(name).overlay.yaml"))
            let overlay = try #require(Overlay(decoding: node, &diagnostics))
            document = overlay.apply(to: document, &diagnostics)
        }
        // `in.openapi.yaml` holds no such `allOf` any more.
        #expect(diagnostics.entries.map(\.id) == ["overlay-target-matches-nothing"])
        #expect(document.firstDifference(from: expected) == nil)
    }
}

extension Node {
    /// The tree as JSON with sorted keys: mappings compare without regard to order.
    var sortedJSON: String {
        sorted.jsonText
    }

    private var sorted: Node {
        switch value {
        case .scalar: self
        case .sequence(let items): Node(.sequence(items.map(\.sorted)), at: position)
        case .mapping(let mapping):
            Node(
                .mapping(
                    Mapping(
                        mapping.entries.sorted { $0.key < $1.key }.map {
                            Mapping.Entry(key: $0.key, keyPosition: $0.keyPosition, value: $0.value.sorted)
                        })), at: position)
        }
    }

    /// The JSON pointer of the first difference, with both values.
    func firstDifference(from other: Node, at pointer: JSONPointer = JSONPointer()) -> String? {
        switch (value, other.value) {
        case (.mapping(let left), .mapping(let right)):
            for entry in left.entries {
                let pointer = pointer.appending(entry.key)
                guard let value = right[entry.key] else { return "\(pointer): only on the left" }
                if let difference = entry.value.firstDifference(from: value, at: pointer) { return difference }
            }
            return right.entries.first { left[$0.key] == nil }.map { "\(pointer.appending($0.key)): only on the right" }
        case (.sequence(let left), .sequence(let right)):
            for (place, pair) in zip(left, right).enumerated() {
                let pointer = pointer.appending(String(place))
                if let difference = pair.0.firstDifference(from: pair.1, at: pointer) { return difference }
            }
            return left.count == right.count ? nil : "\(pointer): \(left.count) and \(right.count) elements"
        default:
            return jsonText == other.jsonText ? nil : "\(pointer): \(jsonText) and \(other.jsonText)"
        }
    }
}

extension JSONPointer {
    fileprivate func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens + [token])
    }
}

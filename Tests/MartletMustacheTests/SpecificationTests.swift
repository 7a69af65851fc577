// The public specification's cases, run in lenient mode where ../shared (or $MARTLET_SHARED) has them.

import Foundation
import MartletMustache
import MartletTestSupport
import Testing

@Suite struct SpecificationTests {
    /// All that the specification requires, and two optional modules; `~lambdas` is left out: a context is plain data.
    private static let modules = [
        "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names",
        "~inheritance",
    ]

    @Test func everyCaseRendersAsExpected() throws {
        guard let directory = SharedMaterial.url("mustache") else { return }
        var passed = 0
        var failures: [String] = []
        for module in Self.modules {
            let data = try Data(contentsOf: directory.appending(path: "\(module).json"))
            for specified in try JSONDecoder().decode(SpecifiedModule.self, from: data).tests {
                let rendered = specified.rendered
                if rendered == specified.expected {
                    passed += 1
                } else {
                    failures.append(
                        "\(module): \(specified.name): \(specified.expected.debugDescription), \(rendered.debugDescription)"
                    )
                }
            }
        }
        print("mustache specification: \(passed) passed, \(failures.count) failed")
        #expect(failures == [])
        #expect(passed == 184)
    }
}

private struct SpecifiedModule: Decodable {
    let tests: [SpecifiedCase]
}

private struct SpecifiedCase: Decodable {
    let name: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String

    /// The result, or the error in its place.
    var rendered: String {
        do {
            var templates = partials ?? [:]
            templates["the case itself"] = template
            return try MustacheLibrary(templates, mode: .lenient).render("the case itself", data.value)
        } catch {
            return "\(error)"
        }
    }
}

/// JSON as a context; numbers become text as JSON writes them.
private struct JSON: Decodable {
    let value: MustacheValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let flag = try? container.decode(Bool.self) {
            value = .bool(flag)
        } else if let string = try? container.decode(String.self) {
            value = .string(string)
        } else if let integer = try? container.decode(Int.self) {
            value = "\(integer)"
        } else if let number = try? container.decode(Double.self) {
            value = "\(number)"
        } else if let items = try? container.decode([JSON].self) {
            value = .list(items.map(\.value))
        } else {
            value = .object(try container.decode([String: JSON].self).mapValues(\.value))
        }
    }
}

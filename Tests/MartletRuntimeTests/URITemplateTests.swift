// The cases of RFC 6570 that styles of OpenAPI can express: each expression becomes parameters of a request.

import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite struct URITemplateTests {
    private static let files = ["spec-examples", "spec-examples-by-section", "extended-tests"]

    @Test func cases() async throws {
        guard let folder = SharedMaterial.url("uritemplate") else { return }
        var (ran, skipped) = (0, 0)
        for file in Self.files {
            let json = try JSONValue(parsing: Data(contentsOf: folder.appendingPathComponent(file + ".json")))
            for (name, group) in try #require(json.objectValue).sorted(by: { $0.key < $1.key }) {
                let variables = group["variables"]?.objectValue ?? [:]
                for row in group["testcases"]?.arrayValue ?? [] {
                    guard let template = row.arrayValue?.first?.stringValue, let expected = row.arrayValue?.last,
                        let request = try TemplateRequest(template, variables)
                    else {
                        skipped += 1
                        continue
                    }
                    let texts = expected.arrayValue?.compactMap(\.stringValue) ?? [expected.stringValue ?? ""]
                    let url = try await request.url()
                    #expect(texts.contains(url), "\(file), \(name): \(template) is \(url), not one of \(texts)")
                    ran += 1
                }
            }
        }
        print("RFC 6570: \(ran) cases expressed by styles, \(skipped) that none can express")
        #expect(ran >= 100)
    }
}

/// A template as a request; nil where no style says the same.
private struct TemplateRequest {
    private var request: OperationRequest
    /// Whether the query goes on from one that isn't in the template.
    private var continues = false

    init?(_ template: String, _ variables: [String: JSONValue]) throws {
        var path = "/"
        var queries: [(name: String, value: JSONValue, explode: Bool)] = []
        var paths: [(name: String, value: JSONValue, style: ParameterStyle, explode: Bool, reserved: Bool)] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let literal = rest[..<open]
            let expression = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            let sign = expression.first { "+#./;?&".contains($0) }.flatMap { expression.first == $0 ? $0 : nil }
            let names = (sign == nil ? expression : expression.dropFirst()).split(separator: ",")
            // Prefixes, fragments and segments are no styles; nor is a literal after a query, or a list of simple ones.
            if expression.contains(":") || sign == "#" || sign == "/" || !queries.isEmpty && !literal.isEmpty {
                return nil
            }
            path += literal
            if path.contains("?"), sign != "&" { return nil }
            if sign == "&", queries.isEmpty, !path.contains("?") { continues = true }
            for (place, name) in names.enumerated() {
                let explode = name.hasSuffix("*")
                let key = String(explode ? name.dropLast() : name)
                guard let value = variables[key], !value.isNull else {
                    if sign == "?" || sign == "&" { continue }
                    return nil
                }
                switch sign {
                case "?", "&": queries.append((key.removingPercentEncoding ?? key, value, explode))
                case nil, "+":
                    path += (place > 0 ? "," : "") + "{\(key)\(paths.count)}"
                    paths.append(("\(key)\(paths.count)", value, .simple, explode, sign == "+"))
                default:
                    path += "{\(key)}"
                    paths.append((key, value, sign == ";" ? .matrix : .label, explode, false))
                }
            }
        }
        if !rest.isEmpty && !queries.isEmpty { return nil }
        request = OperationRequest("template", .get, path + rest)
        for one in paths {
            do {
                try request.path(
                    one.name, one.value, style: one.style, explode: one.explode, allowReserved: one.reserved)
            } catch {
                // An empty path parameter leads elsewhere, and is refused.
                return nil
            }
        }
        for one in queries { try request.query(one.name, one.value, explode: one.explode) }
    }

    func url() async throws -> String {
        let recorder = Recorder()
        let server = try #require(URL(string: "http://h"))
        _ = try await ClientCore(server: server, transport: recorder).raw(request)
        let url = String(recorder.url.dropFirst("http://h/".count))
        return continues ? url.replacingOccurrences(of: "?", with: "&") : url
    }
}

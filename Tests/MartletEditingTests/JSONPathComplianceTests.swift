// Runs the JSONPath compliance suite of RFC 9535, which lies beside the project.

import Foundation
import MartletEditing
import MartletSource
import MartletTestSupport
import Testing

@Suite struct JSONPathComplianceTests {
    @Test func suite() throws {
        guard let url = SharedMaterial.url("jsonpath/cts.json") else { return }
        let cases = try #require(try SharedMaterial.read(url).mapping?["tests"]?.sequence)
        var failures: [String] = []
        for test in cases {
            let test = try #require(test.mapping)
            if let failure = failure(of: test) { failures.append("\(test["name"]?.scalar?.text ?? "?"): \(failure)") }
        }
        print("jsonpath cases: \(cases.count - failures.count) passed, \(failures.count) failed")
        #expect(failures == [])
    }

    private func failure(of test: Mapping) -> String? {
        let selector = test["selector"]?.scalar?.text ?? ""
        let path: JSONPath
        do {
            path = try JSONPath(selector)
        } catch {
            return test["invalid_selector"] == nil ? "\(selector): \(error)" : nil
        }
        guard let document = test["document"] else { return "\(selector) was taken for valid" }
        guard let places = try? path.places(in: document) else { return "\(selector) was not followed" }
        let values = places.map { document[$0]?.jsonText ?? "?" }
        let results = test["results"]?.sequence ?? test["result"].map { [$0] } ?? []
        guard results.contains(where: { $0.sequence?.map(\.jsonText) == values }) else {
            return "\(selector): \(values)"
        }
        let paths = test["results_paths"]?.sequence ?? test["result_paths"].map { [$0] } ?? []
        let expected = paths.map { $0.sequence?.compactMap(\.scalar?.text) ?? [] }
        return expected.contains(places.map(\.description)) ? nil : "\(selector): \(places)"
    }
}

// What the wire says of `info.version` where something breaks.

import MartletSource
import Testing

@testable import MartletDiff

@Suite struct VersionRuleTests {
    private static func document(_ version: String, _ type: String) -> String {
        Fixture.document(
            "/a: {post: {requestBody: {content: {application/json: {schema: {type: \(type)}}}}, "
                + "responses: {'200': {description: d}}}}"
        ).replacing("version: 1.0.0", with: "version: '\(version)'")
    }

    @Test(arguments: [
        ("1.0.0", "1.0.0", "api-version-not-bumped"), ("1.0.0", "1.1.0", "api-major-version-not-bumped"),
        ("1.0.0", "0.9.0", "api-version-decreased"), ("1.0.0", "2.0.0", nil),
        // Before 1.0.0 a minor version may break.
        ("0.1.0", "0.2.0", nil), ("0.1.0", "0.1.1", "api-major-version-not-bumped"),
        // What leads to a release promises nothing yet.
        ("1.2.0-beta.1", "1.2.0", nil), ("1.2.0-beta.2", "1.2.0-beta.10", nil),
        ("1.2.0", "1.2.0-beta.1", "api-version-decreased"), ("1.2.0", "2.0.0-beta.1", nil),
        // No semantic versions.
        ("2026-01-01", "2026-06-01", nil), ("", "", nil),
    ]) func says(_ old: String, _ new: String, _ id: String?) throws {
        let ids = try Compared(Self.document(old, "integer"), Self.document(new, "boolean")).ids
        #expect(ids == ["request-body-type-changed"] + (id.map { [$0] } ?? []))
    }

    /// Where all that breaks is known, the version need not say so.
    @Test func nothingLeftThatBreaks() throws {
        let pair = try ReportPair(old: Self.document("1.0.0", "integer"), new: Self.document("1.0.0", "boolean"))
        #expect(pair.report().entries.flatMap(\.wire).map(\.id).contains("api-version-not-bumped"))
        var diagnostics = Diagnostics()
        var rulings = Rulings()
        rulings.ignore("request-body-type-changed", file: diagnostics.addFile("ignore.txt"), &diagnostics)
        #expect(pair.report(rulings).entries.flatMap(\.wire).map(\.id) == [])
    }
}

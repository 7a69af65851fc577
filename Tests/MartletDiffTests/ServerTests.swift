// Servers with variables: which URLs are offered, however they are written.

import Testing

@testable import MartletDiff

@Suite struct ServerTests {
    private static func document(_ servers: String) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        servers: [\(servers)]
        paths: {/a: {get: {responses: {'200': {description: d}}}}}
        """
    }

    private static func variable(_ name: String, _ values: String = "") -> String {
        "{url: 'https://{\(name)}.ex/v1', variables: {\(name): {default: a\(values)}}}"
    }

    private static let fixed = "{url: 'https://a.ex/v1'}"

    @Test(arguments: [
        (fixed, variable("r", ", enum: [a, b]"), ["info: the server https://{r}.ex/v1 is new"]),
        (variable("r", ", enum: [a, b]"), fixed, ["warning: the server https://{r}.ex/v1 was removed"]),
        (variable("r", ", enum: [a]"), fixed, []),
        (variable("r"), variable("z"), []),
        (
            variable("r", ", enum: [a, b]"), variable("z", ", enum: [a, b, c]"),
            ["info: the server https://{z}.ex/v1 is new"]
        ),
        (
            variable("r", ", enum: [a, b]"), variable("z", ", enum: [a]"),
            ["warning: the server https://{r}.ex/v1 was removed"]
        ),
        (fixed, variable("r"), ["info: the server https://{r}.ex/v1 is new"]),
        (
            fixed, "{url: 'https://{r}.org/v1', variables: {r: {default: a}}}",
            [
                "warning: the server https://a.ex/v1 was removed", "info: the server https://{r}.org/v1 is new",
            ]
        ),
    ])
    func urls(_ old: String, _ new: String, _ expected: [String]) throws {
        let told = try Compared(Self.document(old), Self.document(new)).findings.filter { $0.id.contains("server") }
        #expect(told.map { "\($0.level): \($0.message)" } == expected)
    }

    @Test(arguments: [
        ("https://a.ex/v1", "https://{}.ex/v1", true), ("https://.ex/v1", "https://{}.ex/v1", false),
        ("https://a.ex/v1/x", "https://{}.ex/v1", false), ("https://{}.ex/v1", "https://{}.ex/v1", true),
        ("https://a.ex/b", "{}", true), ("https://a.ex:1/b", "https://{}:{}/b", true),
        ("https://a.ex/b", "https://{}:{}/b", false),
    ])
    func patterns(_ url: String, _ pattern: String, _ isMatch: Bool) {
        #expect(ServerURLs.matches(url, pattern) == isMatch)
    }

    @Test func titles() throws {
        let report = try ReportPair(
            old: Self.document(Self.fixed), new: Self.document(Self.fixed + ", {url: 'https://b.ex'}")
        ).report()
        #expect(report.entries.map(\.title) == ["https://b.ex"])
    }
}

// The rule table: stable names, one a rule, and a mirror for each.

import Foundation
import Testing

@testable import MartletDiff

@Suite struct RuleTableTests {
    @Test func idsAreKebabCase() {
        for rule in WireRules.all {
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(rule.id)")
            #expect(!rule.message.isEmpty)
        }
        #expect(Set(WireRules.all.map(\.id)).count == WireRules.all.count)
    }

    /// Messages name what they are filled with, and nothing else.
    @Test func messagesHaveKnownBraces() {
        for rule in WireRules.all {
            let text = rule.text(subject: "S", name: "N", old: "O", new: "W")
            #expect(!text.contains("{"), "\(rule.id): \(text)")
        }
    }

    /// Those that the cases of the reference name are all there, with the levels that they are said to have.
    @Test(.enabled(if: DiffCase.folder != nil)) func sharedIDsAreThere() throws {
        let folder = try #require(DiffCase.folder)
        var missing: Set<String> = []
        for (_, value) in try DiffCase.all(in: folder) {
            for id in (value.scopeIDs ?? []) + value.ids where WireRules.byID[id]?.origin != .shared {
                missing.insert(id)
            }
        }
        #expect(missing.sorted() == [])
    }

    /// What can come can go, what can grow can shrink.
    @Test func everyRuleHasItsMirror() {
        let lonely = WireRules.all.map(\.id).filter { id in
            Self.mirrors(of: id).allSatisfy { WireRules.byID[$0] == nil } && Self.reason(id, in: Self.alone) == nil
        }
        #expect(lonely == [])
        let unneeded = Self.alone.filter { row in !WireRules.all.contains { row.matches($0.id) } }
        #expect(unneeded.map(\.part) == [])
    }

    /// What is safe to send is no safe thing to receive, and the other way round.
    @Test func levelsTurnWithTheDirection() {
        let odd = WireRules.all.filter { rule in
            guard rule.id.hasPrefix("request-"), rule.level != .warning,
                let other = WireRules.byID["response-" + rule.id.dropFirst("request-".count)]
            else { return false }
            return other.level == rule.level && Self.reason(rule.id, in: Self.equalInBothDirections) == nil
        }
        #expect(odd.map(\.id) == [])
    }

    // MARK: Exceptions

    private struct Row: Sendable {
        var part: String
        var why: String

        func matches(_ id: String) -> Bool {
            id.contains(part)
        }
    }

    private static func reason(_ id: String, in rows: [Row]) -> String? {
        rows.first { $0.matches(id) }?.why
    }

    private static func mirrors(of id: String) -> [String] {
        opposites.flatMap { first, second in
            [(first, second), (second, first)].compactMap { from, to in
                id.contains(from) ? id.replacing(from, with: to) : nil
            }
        }
    }

    private static let opposites = [
        ("-added", "-removed"), ("-added", "-deleted"), ("-increased", "-decreased"), ("-set", "-unset"),
        ("-widened", "-narrowed"), ("-generalized", "-specialized"), ("became-not-", "became-"),
        ("became-required", "became-optional"), ("-forbidden", "-allowed"), ("-restricted", "-unrestricted"),
        ("became-enum", "enum-value-removed"), ("deprecated", "reactivated"),
        ("new-optional-request-property", "request-property-removed"),
        ("new-required-request-property", "request-property-removed"),
        ("new-required-request-property-with-default", "request-property-removed"),
        ("new-optional-request-parameter-property", "request-parameter-property-removed"),
        ("new-required-request-parameter-property", "request-parameter-property-removed"),
        ("new-required-request-header-property", "request-parameter-property-removed"),
        ("new-optional-request-parameter", "request-parameter-removed"),
        ("new-required-request-parameter", "request-parameter-removed"),
        ("new-optional-request-default-parameter-to-existing-path", "request-parameter-removed"),
        ("new-required-request-default-parameter-to-existing-path", "request-parameter-removed"),
        ("request-body-added-required", "request-body-removed"),
        ("request-body-added-optional", "request-body-removed"),
        ("became-required-with-default", "became-optional"),
        ("request-header-property-became-required", "request-parameter-property-became-optional"),
        ("request-header-property-became-enum", "request-parameter-property-enum-value-removed"),
        ("endpoint-added", "api-removed-without-deprecation"), ("endpoint-deprecated", "endpoint-reactivated"),
        ("response-header-added", "optional-response-header-removed"),
        ("response-header-added", "required-response-header-removed"),
        ("response-mediatype-enum-value-removed", "response-body-enum-value-added"),
        ("response-body-became-enum", "response-mediatype-enum-value-removed"),
        ("response-header-became-enum", "response-header-enum-value-added"),
        ("request-read-only-property", "request-property"), ("response-write-only-property", "response-property"),
        ("api-path-removed", "api-removed"), ("any-of-became-one-of", "one-of-became-any-of"),
        ("wrapped-in-choice", "unwrapped-from-choice"),
    ]

    /// Rules that have no mirror, and why.
    private static let alone = [
        Row(part: "-changed", why: "a change back is the same change"),
        Row(part: "-compatible", why: "a change back looks the same on the wire"),
        Row(part: "type-generalized", why: "a narrower type of what is sent is a changed type"),
        Row(part: "type-specialized", why: "of members of parameters, where the other way is a generalized type"),
        Row(part: "pattern-generalized", why: "a pattern that asks for something again is a changed pattern"),
        Row(part: "wrapped-in-one-of", why: "what ceases to be a choice loses its branches"),
        Row(part: "wrapped-in-choice", why: "what ceases to be a choice loses its branches"),
        Row(part: "stream-ending-removed", why: "an ending more takes none away"),
        Row(part: "pages-", why: "programs that knew no way to the next page look for none"),
        Row(part: "x-extensible-enum-value-removed", why: "the list is said to grow"),
        Row(part: "removed-with-deprecation", why: "what is added is no more than added"),
        Row(part: "removed-without-deprecation", why: "what is added is no more than added"),
        Row(part: "removed-before-sunset", why: "what is added is no more than added"),
        Row(part: "sunset", why: "a promise that is broken; one that is kept is no finding"),
        Row(part: "invalid-stability-level", why: "a fault, whichever version it is in"),
        Row(
            part: "api-schema-removed", why: "a new component takes nothing away, and moving things there is no change"),
        Row(part: "api-version", why: "a version that says what breaks is no finding"),
        Row(part: "new-request-path-parameter", why: "without it the path is another"),
        Row(part: "api-operation-id-removed", why: "it is replaced; one that was missing is added"),
        Row(part: "credentials-insufficient", why: "credentials that are enough again are no finding"),
        Row(part: "major-version", why: "a version that says what breaks is no finding"),
    ]

    /// Rules that mean the same for whoever sends and whoever receives, and why.
    private static let equalInBothDirections = [
        Row(part: "-changed", why: "neither side's values hold the other's"),
        Row(part: "-compatible", why: "on the wire nothing changes"),
        Row(part: "annotation-only", why: "it asks for nothing"),
        Row(part: "default-value", why: "a default says nothing of what fits"),
        Row(part: "discriminator", why: "it tells branches apart, and adds none"),
        Row(part: "pattern-removed", why: "readers don't check the patterns of what they get"),
        Row(part: "pattern-generalized", why: "readers don't check the patterns of what they get"),
        Row(part: "any-of-added", why: "readers take what they don't know of an open union"),
        Row(part: "-only", why: "advice on who sends a member"),
        Row(part: "deprecated", why: "a notice, and a promise of how long"),
        Row(part: "reactivated", why: "a notice"), Row(part: "sunset", why: "a promise of how long"),
        Row(part: "stability", why: "a promise of how firm it is"),
        Row(part: "additional-properties-allowed", why: "readers leave out what they don't know"),
        Row(part: "pattern-property-allowed", why: "readers leave out what they don't know"),
        Row(part: "wrapped-in-one-of", why: "nobody knows which branch the old value is"),
        Row(part: "wrapped-in-choice", why: "nobody knows which branch the old value is"),
    ]
}

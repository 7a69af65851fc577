// How the members of a form are written in a request (OpenAPI 3.2.0, section 4.15).

import MartletOpenAPI

/// Members that only one version has are told of where their schemas are compared.
struct EncodingRules {
    private let old: MediaType
    private let new: MediaType
    private let operation: String

    init(_ old: MediaType, _ new: MediaType, _ operation: String) {
        self.old = old
        self.new = new
        self.operation = operation
    }

    func compare(_ schemas: inout SchemaComparison, _ findings: inout FindingList) {
        for member in spellings(&schemas) {
            for (what, first, second) in differences(member) {
                findings.add(
                    "request-body-encoding-\(what)", "request property '\(member.name)'", from: first, to: second,
                    operation: operation, at: spot(member.name, in: old), spot(member.name, in: new))
            }
            compareHeaders(member.old, member.new, member.name, &findings)
        }
    }

    /// The members of which it is told that they are written in another way.
    func rewritten(_ schemas: inout SchemaComparison) -> Set<String> {
        let members = spellings(&schemas).filter { member in
            differences(member).contains { Self.tellsOfWriting.contains($0.what) }
        }
        return Set(members.map(\.name))
    }

    private static let tellsOfWriting: Set<String> = ["content-type-changed", "style-changed", "explode-changed"]

    private typealias Member = (name: String, old: FormSpelling, new: FormSpelling)

    private func spellings(_ schemas: inout SchemaComparison) -> [Member] {
        guard old.isForm, new.isForm else { return [] }
        return schemas.members(old.schema, new.schema).map { member in
            let before = member.old.keywords.items.map { schemas.olds.view(of: $0) }
            let after = member.new.keywords.items.map { schemas.news.view(of: $0) }
            return (
                member.name, FormSpelling(old, member.name, member.old, item: before),
                FormSpelling(new, member.name, member.new, item: after)
            )
        }
    }

    /// Where nothing is said of a member, its type tells of most that changes.
    private func differences(_ member: Member) -> [FormSpelling.Difference] {
        let isSaid = (old.encodings + new.encodings).contains { $0.member == member.name }
        return isSaid || member.old.turnsToText(in: member.new) ? member.old.differences(from: member.new) : []
    }

    private func compareHeaders(
        _ before: FormSpelling, _ after: FormSpelling, _ member: String, _ findings: inout FindingList
    ) {
        for (how, names) in [
            ("removed", before.headers.subtracting(after.headers)),
            ("added", after.headers.subtracting(before.headers)),
        ] {
            for name in names.sorted() {
                findings.add(
                    "request-body-encoding-header-\(how)", "request property '\(member)'", name: name,
                    operation: operation, at: spot(member, in: old), spot(member, in: new))
            }
        }
    }

    private func spot(_ member: String, in media: MediaType) -> Spot {
        let encoding = media.encodings.first { $0.member == member }
        return Spot(encoding?.position ?? media.position, isKey: true)
    }

    static let rules: [RuleRows] = [spelling, headers]

    private static let spelling: RuleRows = {
        var rows = RuleRows(.requestBody, .type)
        let start = "request-body-encoding-"
        let text = "{subject} is written in another way: "
        rows.add(
            start + "content-type-changed", .breaking, .request, .own,
            text + "its media type was {old}, and is {new} now")
        rows.add(
            start + "content-type-generalized", .info, .request, .own,
            "{subject} may be of more media types now: {new}, it was {old}")
        rows.add(
            start + "content-type-specialized", .breaking, .request, .own,
            "{subject} may be of fewer media types now: {new}, it was {old}")
        for what in ["style", "explode"] {
            rows.add(
                "\(start)\(what)-changed", .breaking, .request, .own, text + "'\(what)' changed from {old} to {new}")
        }
        rows.add(
            start + "allow-reserved-changed", .warning, .request, .own,
            "{subject}: 'allowReserved' changed from {old} to {new}")
        return rows
    }()

    private static let headers: RuleRows = {
        var rows = RuleRows(.requestBody, .existence)
        rows.add(
            "request-body-encoding-header-removed", .warning, .request, .own,
            "{subject}: its part has no header '{name}' any more")
        rows.add(
            "request-body-encoding-header-added", .info, .request, .own, "{subject}: its part has a header '{name}' now"
        )
        return rows
    }()
}

extension MediaType {
    var isForm: Bool {
        essence == "application/x-www-form-urlencoded" || essence.hasPrefix("multipart/")
    }
}

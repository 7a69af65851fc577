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
        let names = Set((old.encodings + new.encodings).map(\.member))
        guard old.isForm, new.isForm else { return }
        for member in schemas.members(old.schema, new.schema) {
            let before = FormSpelling(old, member.name, member.old)
            let after = FormSpelling(new, member.name, member.new)
            // Where nothing is said of it, its type tells of most that changes.
            guard names.contains(member.name) || (member.old.typeNames == ["object"] && before.turnsToText(in: after))
            else { continue }
            for (what, first, second) in before.differences(from: after) {
                findings.add(
                    "request-body-encoding-\(what)", "request property '\(member.name)'", from: first, to: second,
                    operation: operation, at: spot(member.name, in: old), spot(member.name, in: new))
            }
            compareHeaders(before, after, member.name, &findings)
        }
    }

    /// The members of which a list of one is written as the item alone, in both versions.
    func writtenAlone(_ schemas: inout SchemaComparison) -> Set<String> {
        guard old.isForm, new.isForm else { return [] }
        let members = schemas.members(old.schema, new.schema).filter { member in
            FormSpelling(old, member.name, member.old).writesItemsAlone
                && FormSpelling(new, member.name, member.new).writesItemsAlone
        }
        return Set(members.map(\.name))
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
    fileprivate var isForm: Bool {
        essence == "application/x-www-form-urlencoded" || essence.hasPrefix("multipart/")
    }
}

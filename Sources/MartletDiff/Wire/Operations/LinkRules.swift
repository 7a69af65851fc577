// Links of answers to other operations: which there are. No client needs them to read what it gets.

import MartletOpenAPI

enum LinkRules {
    static func compare(
        _ old: Response, _ new: Response, of status: ResponseStatus, _ operation: String, _ findings: inout FindingList
    ) {
        let subject = "the \(status) response"
        for link in old.links where !new.links.contains(where: { $0.name == link.name }) {
            findings.add(
                "response-link-removed", subject, name: link.name, operation: operation,
                at: Spot(link.position, isKey: true), Spot(new.position, isKey: true))
        }
        for link in new.links where !old.links.contains(where: { $0.name == link.name }) {
            findings.add(
                "response-link-added", subject, name: link.name, operation: operation,
                at: Spot(old.position, isKey: true), Spot(link.position, isKey: true))
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.responses, .existence)
        rows.add("response-link-removed", .info, .response, .own, "{subject} has no link '{name}' any more")
        rows.add("response-link-added", .info, .response, .own, "{subject} has a link '{name}' now")
        return [rows]
    }()
}

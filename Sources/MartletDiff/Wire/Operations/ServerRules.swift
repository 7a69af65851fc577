// Servers of the document, and those of single operations and paths, which stand for them there.

import MartletOpenAPI

struct ServerRules {
    private let old: Document
    private let new: Document
    private let comparesHosts: Bool

    /// - Parameter comparesHosts: whether what the paths of URLs say is told of operations.
    init(_ old: Document, _ new: Document, comparesHosts: Bool) {
        self.old = old
        self.new = new
        self.comparesHosts = comparesHosts
    }

    func compareDocument(_ findings: inout FindingList) {
        // No servers are one at the root (OpenAPI 3.2.0, section 4.1.1).
        func servers(_ document: Document) -> [Server] {
            document.servers.allSatisfy { place($0).isEmpty } ? [] : document.servers
        }
        compare(
            servers(old), servers(new), "api-server", operation: nil, at: Spot(old.position, below: ["servers"]),
            Spot(new.position, below: ["servers"]), &findings)
    }

    /// Where both take them from the document, it is told of there (OpenAPI 3.2.0, sections 4.9.1 and 4.10.1).
    func compare(_ before: LocatedOperation, _ after: LocatedOperation, _ findings: inout FindingList) {
        guard before.hasServers || after.hasServers else { return }
        compare(
            before.servers ?? old.servers, after.servers ?? new.servers, "api-operation-server", operation: after.name,
            at: before.spot, after.spot, &findings)
    }

    private func compare(
        _ before: [Server], _ after: [Server], _ start: String, operation: String?, at oldSpot: Spot, _ newSpot: Spot,
        _ findings: inout FindingList
    ) {
        for server in before
        where !after.contains(where: { place($0) == place(server) }) && !isOffered(server, by: after) {
            findings.add(
                "\(start)-removed", name: server.url, operation: operation, at: Spot(server.position), newSpot)
        }
        for server in after {
            let partner = before.first { $0.url == server.url } ?? before.first { place($0) == place(server) }
            if let partner {
                compareVariables(partner, server, operation: operation, &findings)
            } else if !isOffered(server, by: before) {
                findings.add(
                    "\(start)-added", name: server.url, operation: operation, at: oldSpot, Spot(server.position))
            }
        }
    }

    private func place(_ server: Server) -> Substring {
        place(server.url)
    }

    private func place(_ url: String) -> Substring {
        comparesHosts ? BasePath.host(url) : BasePath.trimmed(url)
    }

    /// Whether all URLs of `server` are among those of `others`, which may have variables for parts of them.
    private func isOffered(_ server: Server, by others: [Server]) -> Bool {
        let offers = others.flatMap(ServerURLs.all).map { String(place($0)) }
        return ServerURLs.all(of: server).allSatisfy { url in
            offers.contains { ServerURLs.matches(String(place(url)), $0) }
        }
    }

    private func compareVariables(
        _ before: Server, _ after: Server, operation: String?, _ findings: inout FindingList
    ) {
        for variable in before.variables {
            guard let partner = after.variables.first(where: { $0.name == variable.name }) else { continue }
            func add(_ what: String, _ name: String, from old: String = "", to new: String = "") {
                findings.add(
                    "api-server-variable-\(what)", "the variable '\(variable.name)' of the server \(after.url)",
                    name: name, from: old, to: new, operation: operation, at: Spot(before.position),
                    Spot(after.position))
            }
            // Without a list any value goes.
            if !partner.values.isEmpty {
                for value in variable.values where !partner.values.contains(value) { add("value-removed", value) }
            }
            if !variable.values.isEmpty {
                for value in partner.values where !variable.values.contains(value) { add("value-added", value) }
            }
            if variable.defaultValue != partner.defaultValue {
                add("default-changed", "", from: variable.defaultValue, to: partner.defaultValue)
            }
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.servers, .existence)
        rows.add("api-server-removed", .warning, .both, .own, "the server {name} was removed")
        rows.add("api-server-added", .info, .both, .own, "the server {name} is new")
        rows.add(
            "api-operation-server-removed", .warning, .both, .own, "the operation isn't at the server {name} any more")
        rows.add("api-operation-server-added", .info, .both, .own, "the operation is at the server {name} now")
        rows.add("api-server-variable-value-removed", .warning, .both, .own, "{subject} can't be '{name}' any more")
        rows.add("api-server-variable-value-added", .info, .both, .own, "{subject} may be '{name}' too now")
        rows.add(
            "api-server-variable-default-changed", .info, .both, .own,
            "{subject} is '{new}' unless it is set; it was '{old}'")
        return [rows]
    }()
}

extension LocatedOperation {
    fileprivate var hasServers: Bool {
        servers != nil
    }
}

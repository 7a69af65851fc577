// One change, one entry: findings of both verdicts put together at the component that changed.

import MartletIR
import MartletSource

struct Grouping {
    private let old: Reach
    private let new: Reach
    /// The declared types by the components of their schemas, of either version.
    private let types: [String: String]
    /// The file of each version's document itself.
    private let roots: (old: String, new: String)
    /// The URLs of the document's servers, in their order.
    private let servers: [String]

    /// For a document without another to compare it with.
    init() {
        old = Reach()
        new = Reach()
        types = [:]
        roots = ("", "")
        servers = []
    }

    init(
        old: Reach, new: Reach, types: [String: String], roots: (old: String, new: String), servers: [String]
    ) {
        self.roots = roots
        self.servers = servers
        self.old = old
        self.new = new
        self.types = types
    }

    /// Before the symbol of what stands nowhere in the documents.
    private static let noPlace = "#swift/"

    /// Breaking changes first, and among equals the order in which they were found.
    func entries(_ wire: [WireFinding], _ source: [SourceFinding]) -> [Entry] {
        var order: [String] = []
        var wires: [String: [WireFinding]] = [:]
        var sources: [String: [SourceFinding]] = [:]
        var components = ChangedComponents(roots: roots, source)
        func key(_ old: Place?, _ new: Place?, _ other: String) -> String {
            let key = components.name(old, new) ?? other
            if wires[key] == nil, sources[key] == nil { order.append(key) }
            return key
        }
        for finding in wire {
            let key = key(finding.old, finding.reference ?? finding.new, finding.operation.map { "#\($0)" } ?? "#")
            wires[key, default: []].append(finding)
        }
        for finding in source {
            let key = key(finding.old, finding.new, Self.noPlace + finding.symbol)
            sources[key, default: []].append(finding)
        }
        let entries = order.map { entry($0, wires[$0] ?? [], sources[$0] ?? []) }
        return entries.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
            \.element)
    }

    private func entry(_ component: String, _ wire: [WireFinding], _ source: [SourceFinding]) -> Entry {
        let merged = WireRows(wire).rows
        let title =
            component.hasPrefix(Self.noPlace)
            ? String(component.dropFirst(Self.noPlace.count)) : server(component) ?? ComponentName(component).title
        let found = reached(component, source)
        var known: Set<String> = []
        let operations = (merged.flatMap(\.operations) + found.operations).filter { known.insert($0).inserted }
        var way = found.path.isEmpty ? Array(operations.prefix(1)) : found.path
        if way.last != title { way.append(title) }
        // A part of an operation is reached by it alone, and its title says so.
        let isReached = !operations.isEmpty && !component.hasPrefix("#/paths/")
        return Entry(
            component: component, title: title, wire: merged.sorted { $0.level.rank < $1.level.rank },
            source: source.sorted { $0.level.rank < $1.level.rank }, operations: operations,
            samplePath: isReached ? way.joined(separator: " → ") : "",
            fingerprint: Self.fingerprint(component, merged, source))
    }

    /// A server of the document is called by its URL.
    private func server(_ component: String) -> String? {
        let start = "#/servers/"
        guard component.hasPrefix(start), let place = Int(component.dropFirst(start.count)),
            servers.indices.contains(place)
        else { return nil }
        return servers[place]
    }

    /// The operations that reach the type that changed, and the way of the first.
    private func reached(_ component: String, _ source: [SourceFinding]) -> (operations: [String], path: [String]) {
        let type = type(of: component) ?? source.lazy.compactMap { self.type(named: $0.symbol) }.first
        guard let type else { return ([], []) }
        let reach = new.operations[type] == nil ? old : new
        return (reach.operations[type] ?? [], reach.path(to: type) ?? [])
    }

    /// That of the nearest schema around the component.
    private func type(of component: String) -> String? {
        let name = ComponentName(component)
        var tokens = name.pointer.tokens
        while true {
            if let type = types[name.file + "#" + JSONPointer(tokens).description] { return type }
            if tokens.isEmpty { return nil }
            tokens.removeLast()
        }
    }

    private func type(named symbol: String) -> String? {
        var steps = symbol.split(separator: ".").map(String.init)
        while !steps.isEmpty {
            let name = steps.joined(separator: ".")
            if new.operations[name] != nil || old.operations[name] != nil { return name }
            steps.removeLast()
        }
        return nil
    }

    private static func fingerprint(_ component: String, _ wire: [Entry.Wire], _ source: [SourceFinding]) -> String {
        let lines =
            [component] + wire.map { "\($0.id) \($0.message)" }.sorted()
            + source.map { "\($0.id) \($0.message)" }.sorted()
        return String(SHA256.digest(Array(lines.joined(separator: "\n").utf8)).prefix(12))
    }
}

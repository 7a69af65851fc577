// Finds for each recording the place of the document that it belongs to.

import MartletLowering
import MartletOpenAPI
import MartletRuntime

/// By what the recording says of itself, and else by the best fit.
struct TrafficMatcher {
    /// What fits less well belongs elsewhere: another service's traffic must not get into the overlay.
    private static let leastFit = 0.5
    /// The first events tell a stream.
    private static let mostEvents = 40

    let candidates: [Candidate]
    private let routes: RouteTable
    private let wanted: TrafficHint
    private var reading: ValueReading

    /// - Parameter wanted: what the command line says of all recordings.
    init(_ reading: ValueReading, wanted: TrafficHint) {
        self.reading = reading
        self.wanted = wanted
        candidates = Candidate.all(of: &self.reading)
        routes = RouteTable(reading.document)
    }

    /// The place of the candidate; nil where none fits.
    mutating func candidate(for unit: TrafficUnit) -> Int? {
        let possible = candidates.indices.filter { isPossible(candidates[$0], unit) }
        let isNamed = isNamed(unit)
        if isNamed, possible.count == 1 { return possible[0] }
        var best: (place: Int, score: Double)?
        for place in possible {
            let score = score(unit, candidates[place])
            if score > best?.score ?? 0 { best = (place, score) }
        }
        // What belongs to an operation by its own word does so however little it fits.
        if isNamed { return best?.place ?? possible.first }
        return best.flatMap { $0.score >= Self.leastFit ? $0.place : nil }
    }

    /// What is a body by its looks is a stream, or the only item of one, where it is of an operation that answers with streams
    /// alone.
    func readAsDescribed(_ unit: TrafficUnit) -> TrafficUnit {
        guard case .body(let value) = unit.content, isNamed(unit), unit.hint.isRequest != true,
            !candidates.contains(where: { isPossible($0, unit) })
        else { return unit }
        let lines = value.stringValue.flatMap { TranscriptReader().lines($0, mayBeCut: true) }
        var stream = unit
        stream.content = .stream(lines ?? [TrafficEvent(number: 1, ServerSentEvent(data: value.description))])
        return candidates.contains { isPossible($0, stream) } ? stream : unit
    }

    /// Whether it is known which operation a recording is of.
    private func isNamed(_ unit: TrafficUnit) -> Bool {
        wanted.operation != nil || unit.hint.operation != nil || unit.hint.target != nil
    }

    private func isPossible(_ candidate: Candidate, _ unit: TrafficUnit) -> Bool {
        switch (unit.content, candidate.role) {
        case (.stream, .stream): break
        case (.stream, _), (.body, .stream): return false
        case (.body, .request): if unit.hint.isRequest == false { return false }
        case (.body, .answer): if unit.hint.isRequest == true { return false }
        }
        if let operation = wanted.operation ?? unit.hint.operation {
            guard candidate.isCalled(operation) else { return false }
        } else if let method = unit.hint.method, let target = unit.hint.target {
            guard let route = routes.route(method, target), route.path == candidate.path,
                route.operation.method == candidate.method
            else { return false }
        }
        guard let status = unit.hint.status, case .answer(let documented) = candidate.role else { return true }
        return documented == documentedStatus(status, candidate)
    }

    /// The one of the operation's documented statuses that `status` is answered under.
    private func documentedStatus(_ status: Int, _ candidate: Candidate) -> String? {
        let documented = candidates.compactMap { other -> String? in
            guard other.operation == candidate.operation, case .answer(let status) = other.role else { return nil }
            return status
        }
        let names = [String(status), "\(status / 100)XX", "default"]
        return names.first { name in documented.contains { $0.uppercased() == name.uppercased() } }
            .flatMap { name in documented.first { $0.uppercased() == name.uppercased() } }
    }

    private mutating func score(_ unit: TrafficUnit, _ candidate: Candidate) -> Double {
        switch unit.content {
        case .body(let value): return SchemaFit().score(value, candidate.schema, eventName: nil, &reading)
        case .stream(let events):
            return score(events.filter { !candidate.isControl($0) }.prefix(Self.mostEvents), candidate)
        }
    }

    /// Each kind of event counts as much as another, since a stream may be one event of many deltas that isn't listed yet.
    private mutating func score(_ events: ArraySlice<TrafficEvent>, _ candidate: Candidate) -> Double {
        var kinds: [String: (sum: Double, count: Double)] = [:]
        let shape = reading.expected(of: candidate.schema).shape
        for event in events {
            let (value, name) = (candidate.value(of: event), candidate.name(of: event))
            var kind = ""
            if case .union(let union) = shape { kind = UnionDispatch(union).tag(of: value, eventName: name) }
            let score = SchemaFit().score(value, candidate.schema, eventName: name, &reading)
            let known = kinds[kind] ?? (0, 0)
            kinds[kind] = (known.sum + score, known.count + 1)
        }
        let means = kinds.values.map { $0.sum / $0.count }
        return means.isEmpty ? 0 : means.reduce(0, +) / Double(means.count)
    }
}

extension Candidate {
    /// By the operation's id, or by its method and path.
    func isCalled(_ name: String) -> Bool {
        name == operation || name.split(separator: " ").map(String.init) == [method, path]
    }
}

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
    /// The places of the candidates of each operation, by its id, and by its method and path.
    private let operations: [String: [Int]]
    /// The statuses of each operation's candidates.
    private let statuses: [String: Set<ResponseStatus>]
    private let wanted: TrafficHint
    private var reading: ValueReading

    /// - Parameter wanted: what the command line says of all recordings.
    init(_ reading: ValueReading, wanted: TrafficHint) {
        self.reading = reading
        self.wanted = wanted
        candidates = Candidate.all(of: &self.reading)
        routes = RouteTable(reading.document)
        var (operations, statuses): ([String: [Int]], [String: Set<ResponseStatus>]) = ([:], [:])
        for (place, candidate) in candidates.enumerated() {
            for name in Set([candidate.operation, "\(candidate.method) \(candidate.path)"]) {
                operations[name, default: []].append(place)
            }
            if case .answer(let status) = candidate.role { statuses[candidate.operation, default: []].insert(status) }
        }
        (self.operations, self.statuses) = (operations, statuses)
    }

    /// The place of the candidate; nil where none fits.
    mutating func candidate(for unit: TrafficUnit) -> Int? {
        let possible = possible(unit)
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
        guard case .body(let value) = unit.content, isNamed(unit), unit.hint.isRequest != true, possible(unit).isEmpty
        else { return unit }
        let lines = value.stringValue.flatMap { TranscriptReader().lines($0, mayBeCut: true) }
        var stream = unit
        stream.content = .stream(lines ?? [TrafficEvent(number: 1, ServerSentEvent(data: value.description))])
        return possible(stream).isEmpty ? unit : stream
    }

    /// Whether it is known which operation a recording is of.
    private func isNamed(_ unit: TrafficUnit) -> Bool {
        wanted.operation != nil || unit.hint.operation != nil || unit.hint.target != nil
    }

    /// The candidates that the recording doesn't say it isn't of.
    private func possible(_ unit: TrafficUnit) -> [Int] {
        (named(unit.hint) ?? Array(candidates.indices)).filter { isPossible(candidates[$0], unit) }
    }

    /// Those of the operation that is named; nil where none is.
    private func named(_ hint: TrafficHint) -> [Int]? {
        if let operation = wanted.operation ?? hint.operation {
            return operations[operation.split(separator: " ").joined(separator: " ")] ?? []
        }
        guard let method = hint.method, let target = hint.target else { return nil }
        return routes.route(method, target).flatMap { operations[$0.name] } ?? []
    }

    private func isPossible(_ candidate: Candidate, _ unit: TrafficUnit) -> Bool {
        switch (unit.content, candidate.role) {
        case (.stream, .stream): return true
        case (.stream, _), (.body, .stream): return false
        case (.body, .request): return unit.hint.isRequest != false
        case (.body, .answer(let documented)):
            guard unit.hint.isRequest != true else { return false }
            return unit.hint.status.map { documented == documentedStatus($0, candidate.operation) } ?? true
        }
    }

    /// The one of the operation's documented statuses that `status` is answered under.
    private func documentedStatus(_ status: Int, _ operation: String) -> ResponseStatus? {
        let documented = statuses[operation] ?? []
        return ResponseStatus.naming(status).first(where: documented.contains)
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

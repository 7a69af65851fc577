// From recorded traffic to what disagrees with the document, and the overlay that makes it true.

package import MartletConfiguration
import MartletEditing
import MartletGenerator
import MartletLowering
import MartletOpenAPI
package import MartletSource

package struct Reconciliation: Sendable {
    /// In the order of their places.
    package var disagreements: [Disagreement]
    /// Those that an overlay of the document can't put right.
    package var unreached: [Disagreement]
    /// The recordings of each place of the document, as `createPet 201`.
    package var matches: [(label: String, recordings: [String])]
    /// Recordings that belong to no place.
    package var unmatched: [String]
    /// The ids of the document's operations.
    package var operations: [String]
    /// As YAML; nil where there is nothing to put right.
    package var overlay: String?
}

package struct Reconciler: Sendable {
    /// A fix may bring to light what it hid; in practice there is nothing left after the second round.
    private static let mostRounds = 6

    private let configuration: Configuration
    private let generator: Generator
    private let ignored: Set<String>
    private let wanted: TrafficHint

    /// - Parameters:
    ///   - operation: what all recordings are of, where they don't say it themselves.
    ///   - ignored: ids of kinds that are neither listed nor put right.
    package init(
        _ configuration: Configuration, reader: SourceReader, operation: String? = nil, ignoring ignored: [String] = []
    ) {
        self.configuration = configuration
        generator = Generator(configuration, reader: reader)
        self.ignored = Set(ignored)
        wanted = TrafficHint(operation: operation)
    }

    /// Nil, with errors reported, where the document can't be read.
    package func reconcile(_ units: [TrafficUnit], _ diagnostics: inout Diagnostics) -> Reconciliation? {
        var clock = StageClock()
        guard var (root, document) = generator.read(&diagnostics, clock: &clock), !diagnostics.hasErrors else {
            return nil
        }
        var reading = ValueReading(document, configuration)
        var matcher = TrafficMatcher(reading, wanted: wanted)
        let units = units.map(matcher.readAsDescribed)
        let places = units.map { matcher.candidate(for: $0) }
        var found = check(units, places, reading)
        var result = Reconciliation(
            disagreements: found, unreached: [], matches: matches(units, places, matcher.candidates),
            unmatched: zip(units, places).filter { $0.1 == nil }.map(\.0.name),
            operations: document.paths.flatMap(\.operations).compactMap(\.operationID))
        var actions: [OverlayAction] = []
        for _ in 0..<Self.mostRounds where !found.isEmpty {
            let plan = FixPlan(found, root: root, reading)
            result.unreached = plan.unreached
            guard !plan.actions.isEmpty, let fixed = apply(plan.actions, to: root, &diagnostics),
                let next = generator.load(fixed, &diagnostics), !diagnostics.hasErrors
            else { break }
            actions += plan.actions
            (root, document) = (fixed, next)
            reading = ValueReading(document, configuration)
            found = check(units, places, reading)
            result.unreached = found
        }
        result.overlay = actions.isEmpty ? nil : OverlayText(actions, for: configuration.spec).text
        return result
    }

    private func check(_ units: [TrafficUnit], _ places: [Int?], _ reading: ValueReading) -> [Disagreement] {
        var reading = reading
        let candidates = Candidate.all(of: &reading)
        var check = TrafficCheck(reading)
        for (unit, place) in zip(units, places) {
            if let place { check.check(unit, as: candidates[place]) }
        }
        return check.tally.disagreements.filter { !ignored.contains($0.kind.id) }
    }

    private func matches(
        _ units: [TrafficUnit], _ places: [Int?], _ candidates: [Candidate]
    ) -> [(label: String, recordings: [String])] {
        candidates.indices.compactMap { place in
            let own = zip(units, places).filter { $0.1 == place }.map(\.0.name)
            return own.isEmpty ? nil : (candidates[place].label, own)
        }
    }

    /// Through the text, so that what is checked next is what the user gets.
    private func apply(_ actions: [OverlayAction], to root: Node, _ diagnostics: inout Diagnostics) -> Node? {
        let text = OverlayText(actions, for: configuration.spec).text
        let file = diagnostics.addFile("the overlay")
        guard let node = YAMLReader(Array(text.utf8), file: file).read(&diagnostics),
            let overlay = Overlay(decoding: node, &diagnostics)
        else { return nil }
        return overlay.apply(to: root, &diagnostics)
    }
}

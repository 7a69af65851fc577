// Where in the two documents the changes of their interfaces are.

import MartletGenerator
import MartletIR
import MartletSource

/// Leads from the places that models keep to those in the two documents.
struct ChangePlaces {
    private let olds: [Spot: Place]
    private let news: [Spot: Place]
    private let oldSpots: SpotTable
    private let newSpots: SpotTable
    /// The declared types of either version by the components of their schemas.
    let types: [String: String]

    init(
        _ old: DocumentVersion, _ new: DocumentVersion, _ files: [String], _ before: API, _ after: API,
        _ changes: [SourceChange]
    ) {
        let (oldSpots, newSpots) = (SpotTable(old, files), SpotTable(new, files))
        let oldTypes = Self.origins(before)
        let newTypes = Self.origins(after)
        let wantedOlds = (changes.compactMap(\.old) + oldTypes.map(\.origin)).compactMap(oldSpots.spot)
        let wantedNews = (changes.compactMap(\.new) + newTypes.map(\.origin)).compactMap(newSpots.spot)
        let (olds, news) = ConcurrentTasks.both {
            PlaceFinder.places(of: Set(wantedOlds), in: old, files: files)
        } _: {
            PlaceFinder.places(of: Set(wantedNews), in: new, files: files)
        }
        (self.olds, self.news) = (olds, news)
        let roots = (old: old.file(files), new: new.file(files))
        var types: [String: String] = [:]
        for (name, origin) in oldTypes {
            if let place = oldSpots.spot(origin).flatMap({ olds[$0] }) {
                types[ComponentName.file(place.document, root: roots.old) + place.pointer] = name
            }
        }
        for (name, origin) in newTypes {
            if let place = newSpots.spot(origin).flatMap({ news[$0] }) {
                types[ComponentName.file(place.document, root: roots.new) + place.pointer] = name
            }
        }
        self.types = types
        self.oldSpots = oldSpots
        self.newSpots = newSpots
    }

    func finding(_ change: SourceChange) -> SourceFinding {
        SourceFinding(
            id: change.rule.rawValue, level: change.rule.level, message: change.message, symbol: change.symbol,
            breaks: change.breaks, old: change.old.flatMap(oldSpots.spot).flatMap { olds[$0] },
            new: change.new.flatMap(newSpots.spot).flatMap { news[$0] })
    }

    private static func origins(_ api: API) -> [(name: String, origin: Origin)] {
        func all(_ type: TypeDeclaration, _ prefix: String) -> [(name: String, origin: Origin)] {
            let name = prefix + type.name
            return (type.origin.map { [(name, $0)] } ?? []) + type.nested.flatMap { all($0, name + ".") }
        }
        return api.types.flatMap { all($0, "") }
    }
}

/// Origins of one version as the places that it is searched for.
private struct SpotTable: Sendable {
    private let numbers: [String: UInt32]

    init(_ version: DocumentVersion, _ files: [String]) {
        let own = version.files.clamped(to: files.indices)
        numbers = Dictionary(own.map { (files[$0], UInt32($0)) }) { first, _ in first }
    }

    func spot(_ origin: Origin) -> Spot? {
        guard let file = numbers[origin.file] else { return nil }
        let position = Position(
            file: FileID(index: file), line: UInt32(origin.line), column: UInt32(origin.column))
        return Spot(position, isKey: origin.mark == .key)
    }
}

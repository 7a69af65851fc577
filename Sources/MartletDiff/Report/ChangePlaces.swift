// Where in the two documents the changes of their interfaces are.
import MartletGenerator
import MartletIR
import MartletSource

/// Leads from the places that models keep to those in the two documents.
struct ChangePlaces {
    private let olds: [Spot: Place]
    private let news: [Spot: Place]
    private let files: [String]
    private let oldTree: Node
    private let newTree: Node
    /// The declared types of either version by the components of their schemas.
    let types: [String: String]

    init(
        _ old: DocumentVersion, _ new: DocumentVersion, _ files: [String], _ before: API, _ after: API,
        _ changes: [SourceChange]
    ) {
        self.files = files
        let spots = SpotTable(files)
        let oldTypes = Self.origins(before)
        let newTypes = Self.origins(after)
        let oldSpots = (changes.compactMap(\.old) + oldTypes.map(\.origin)).compactMap { spots.spot($0, old.tree) }
        let newSpots = (changes.compactMap(\.new) + newTypes.map(\.origin)).compactMap { spots.spot($0, new.tree) }
        let (olds, news) = ConcurrentTasks.both {
            PlaceFinder.places(of: Set(oldSpots), in: old, files: files)
        } _: {
            PlaceFinder.places(of: Set(newSpots), in: new, files: files)
        }
        (self.olds, self.news) = (olds, news)
        let roots = (old: old.file(files), new: new.file(files))
        var types: [String: String] = [:]
        for (name, origin) in oldTypes {
            if let place = spots.spot(origin, old.tree).flatMap({ olds[$0] }) {
                types[ComponentName.file(place.file, root: roots.old) + place.pointer] = name
            }
        }
        for (name, origin) in newTypes {
            if let place = spots.spot(origin, new.tree).flatMap({ news[$0] }) {
                types[ComponentName.file(place.file, root: roots.new) + place.pointer] = name
            }
        }
        self.types = types
        oldTree = old.tree
        newTree = new.tree
    }

    func finding(_ change: SourceChange) -> SourceFinding {
        let spots = SpotTable(files)
        return SourceFinding(
            id: change.rule.rawValue, level: change.rule.level, message: change.message, symbol: change.symbol,
            breaks: change.breaks, old: change.old.flatMap { spots.spot($0, oldTree) }.flatMap { olds[$0] },
            new: change.new.flatMap { spots.spot($0, newTree) }.flatMap { news[$0] })
    }

    private static func origins(_ api: API) -> [(name: String, origin: Origin)] {
        func all(_ type: TypeDeclaration, _ prefix: String) -> [(name: String, origin: Origin)] {
            let name = prefix + type.name
            return (type.origin.map { [(name, $0)] } ?? []) + type.nested.flatMap { all($0, name + ".") }
        }
        return api.types.flatMap { all($0, "") }
    }
}

/// Origins as the places that documents are searched for.
private struct SpotTable {
    private let files: [String]

    init(_ files: [String]) {
        self.files = files
    }

    /// Two versions may have files of one name: that of the tree's own counts first.
    func spot(_ origin: Origin, _ tree: Node) -> Spot? {
        let own = Int(tree.position.file.index)
        let isOwn = files.indices.contains(own) && files[own] == origin.file
        guard let file = isOwn ? own : files.firstIndex(of: origin.file) else { return nil }
        let position = Position(
            file: FileID(index: UInt32(file)), line: UInt32(origin.line), column: UInt32(origin.column))
        return Spot(position, isKey: origin.mark == .key)
    }
}

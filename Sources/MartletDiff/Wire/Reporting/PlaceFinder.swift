// From positions in a text to JSON pointers into the document as it is published.

import MartletSource

/// Positions are looked for in the tree that was read: what decoding, upgrades and bundling did to a document leaves them
/// alone.
struct PlaceFinder {
    private struct Point: Hashable {
        var file: UInt32
        var line: UInt32
        var column: UInt32
        var isKey: Bool
    }

    private struct Hit {
        var tokens: [String]
        var node: Node
        /// The number of the tree's file, where its positions have another.
        var file: UInt32?
    }

    private let version: DocumentVersion
    private let files: [String]
    private var found: [Point: Hit] = [:]

    /// `files` are the names of the files that were read, by their numbers.
    init(_ version: DocumentVersion, files: [String]) {
        self.version = version
        self.files = files
    }

    /// The places of `spots` in `version`.
    static func places(of spots: Set<Spot>, in version: DocumentVersion, files: [String]) -> [Spot: Place] {
        var finder = PlaceFinder(version, files: files)
        return finder.places(of: spots)
    }

    /// The places of `spots`.
    mutating func places(of spots: Set<Spot>) -> [Spot: Place] {
        search(version.tree, in: nil, Self.points(of: spots))
        let missing = Dictionary(grouping: spots.filter { hit($0) == nil }) { $0.position.file.index }
        for (file, spots) in missing.sorted(by: { $0.key < $1.key }) where files.indices.contains(Int(file)) {
            // Other files are read again: their trees have become parts of the document.
            var unheard = Diagnostics()
            if let tree = version.reader.read(version.reader.path(of: files[Int(file)]), &unheard) {
                search(tree, in: file, Self.points(of: spots))
            }
        }
        return Dictionary(spots.map { ($0, place(of: $0)) }) { first, _ in first }
    }

    /// An upgrade may have made a value of what was a key, or the other way round: either is looked for.
    private static func points(of spots: some Sequence<Spot>) -> Set<Point> {
        Set(spots.flatMap { [point($0.position, isKey: true), point($0.position, isKey: false)] })
    }

    private func hit(_ spot: Spot) -> Hit? {
        found[Self.point(spot.position, isKey: spot.isKey)] ?? found[Self.point(spot.position, isKey: !spot.isKey)]
    }

    private static func point(_ position: Position, isKey: Bool, in file: UInt32? = nil) -> Point {
        Point(file: file ?? position.file.index, line: position.line, column: position.column, isKey: isKey)
    }

    /// `file` is the number under which the tree's positions are wanted, where they have another.
    private mutating func search(_ root: Node, in file: UInt32?, _ wanted: Set<Point>) {
        var tokens: [String] = []
        search(root, &tokens, file, wanted)
    }

    private mutating func search(
        _ node: Node, _ tokens: inout [String], _ file: UInt32?, _ wanted: Set<Point>
    ) {
        note(node, Self.point(node.position, isKey: false, in: file), tokens, file, wanted)
        switch node.value {
        case .scalar: return
        case .sequence(let items):
            for (place, item) in items.enumerated() {
                tokens.append(String(place))
                search(item, &tokens, file, wanted)
                tokens.removeLast()
            }
        case .mapping(let mapping):
            for entry in mapping.entries {
                tokens.append(entry.key)
                note(entry.value, Self.point(entry.keyPosition, isKey: true, in: file), tokens, file, wanted)
                search(entry.value, &tokens, file, wanted)
                tokens.removeLast()
            }
        }
    }

    /// Of nodes that aliases repeat, the first counts.
    private mutating func note(
        _ node: Node, _ point: Point, _ tokens: [String], _ file: UInt32?, _ wanted: Set<Point>
    ) {
        guard wanted.contains(point), found[point] == nil else { return }
        found[point] = Hit(tokens: tokens, node: node, file: file)
    }

    private func place(of spot: Spot) -> Place {
        var position = spot.position
        var tokens: [String] = []
        var document: String?
        if let hit = hit(spot) {
            tokens = hit.tokens
            document = hit.file == nil ? version.file(files) : nil
            var node = hit.node
            for key in spot.below {
                guard let entry = node.mapping?.entry(key) else { break }
                tokens.append(key)
                node = entry.value
                // What an overlay put into a schema stands in another file than the schema.
                position = entry.keyPosition
                if let file = hit.file { position.file = FileID(index: file) }
            }
        }
        let file = Int(position.file.index)
        return Place(
            pointer: "#" + JSONPointer(tokens).description, file: files.indices.contains(file) ? files[file] : "?",
            document: document, line: Int(position.line), column: Int(position.column))
    }
}

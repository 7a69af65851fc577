// A walk along a JSON pointer through one file, and how far it came.

internal import MartletSource

struct PointerWalk {
    private(set) var tokens: [String]
    private(set) var base: ResourceID
    /// How many tokens lie behind.
    private(set) var place = 0
    /// Where the walk is; nil before its first step.
    private(set) var node: Node?
    /// How often it went on behind a reference.
    private(set) var leaps = 0
    private var way: [String] = []

    init(_ tokens: [String], from base: ResourceID) {
        self.tokens = tokens
        self.base = base
    }

    /// The token that is not there, where the walk came to an end too early.
    var missing: String? {
        place < tokens.count ? tokens[place] : nil
    }

    /// Goes on as far as there are nodes; nil where that isn't to the end. `moves`: whether the tokens are those of the
    /// document before it was rewritten.
    mutating func advance(in files: inout DocumentFiles, moves: Bool = false) -> ReferenceTarget? {
        if node == nil {
            let start = files[base]
            if moves, start.tokens.isEmpty { tokens = start.moves.moved(tokens) }
            node = start.root
            way = start.tokens
        }
        guard var current = node else { return nil }
        while place < tokens.count {
            guard let next = current[JSONPointer([tokens[place]])] else { return nil }
            way.append(tokens[place])
            place += 1
            current = next
            node = next
            enter(next, in: &files)
        }
        return ReferenceTarget(location: files.location(of: way, in: base), node: current, base: base)
    }

    /// Goes on behind the reference at which it stands.
    mutating func leap(to target: ReferenceTarget) {
        node = target.node
        way = JSONPointer(parsing: target.location.pointer)?.tokens ?? []
        base = target.base
        leaps += 1
    }

    private mutating func enter(_ node: Node, in files: inout DocumentFiles) {
        guard let id = node.mapping?["$id"]?.scalar?.text, AnchorIndex.anchor(in: id) == nil else { return }
        if let parent = way.dropLast().last, ["properties", "patternProperties"].contains(parent) { return }
        base = files.resource(identifiedBy: id, at: files.location(of: way, in: base), node, in: base)
    }
}

// Turns the tree of an I-Regexp into the instructions of an automaton (Thompson's construction).

indirect enum IRegexpTree {
    case take(ScalarSet)
    case start
    case end
    case sequence([IRegexpTree])
    case choice([IRegexpTree])
    case repetition(IRegexpTree, minimum: Int, maximum: Int?)
}

struct IRegexpCompiler {
    private(set) var program: [Instruction] = []

    /// `(a{100}){100}` is refused rather than built.
    private static let maximumCount = 4_000

    /// False where the program grows too long.
    mutating func compile(_ tree: IRegexpTree) -> Bool {
        guard append(tree) else { return false }
        program.append(.accept)
        return true
    }

    private mutating func append(_ tree: IRegexpTree) -> Bool {
        guard program.count < Self.maximumCount else { return false }
        switch tree {
        case .take(let set): program.append(.take(set))
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .sequence(let parts): return parts.allSatisfy { append($0) }
        case .choice(let branches): return appendChoice(branches[...])
        case .repetition(let tree, let minimum, let maximum): return appendRepetition(tree, minimum, maximum)
        }
        return true
    }

    /// `fork(first, others) first jump(end) others end`; a fork to one place is a jump.
    private mutating func appendChoice(_ branches: ArraySlice<IRegexpTree>) -> Bool {
        guard let first = branches.first else { return true }
        guard branches.count > 1 else { return append(first) }
        var jumps: [Int] = []
        for branch in branches.dropLast() {
            let fork = program.count
            program.append(.fork(fork + 1, fork + 1))
            guard append(branch) else { return false }
            jumps.append(program.count)
            program.append(.fork(0, 0))
            program[fork] = .fork(fork + 1, program.count)
        }
        guard let last = branches.last, append(last) else { return false }
        for jump in jumps { program[jump] = .fork(program.count, program.count) }
        return true
    }

    private mutating func appendRepetition(_ tree: IRegexpTree, _ minimum: Int, _ maximum: Int?) -> Bool {
        for _ in 0..<minimum {
            let before = program.count
            guard append(tree) else { return false }
            // What takes no room takes no time either: `(){1000000000}`.
            if program.count == before { return true }
        }
        guard let maximum else {
            let fork = program.count
            program.append(.fork(fork + 1, fork + 1))
            guard append(tree) else { return false }
            program.append(.fork(fork, fork))
            program[fork] = .fork(fork + 1, program.count)
            return true
        }
        var forks: [Int] = []
        for _ in minimum..<maximum {
            forks.append(program.count)
            program.append(.fork(0, 0))
            guard append(tree) else { return false }
        }
        for fork in forks { program[fork] = .fork(fork + 1, program.count) }
        return true
    }
}

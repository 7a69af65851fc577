// Regular expressions of JSONPath: I-Regexp (RFC 9485), matched in time linear in the text.

struct IRegexp: Sendable {
    private let program: [Instruction]

    /// Nil where `pattern` is no I-Regexp, or repeats so much that it grows beyond reason.
    init?(_ pattern: String) {
        var parser = IRegexpParser(pattern)
        guard let tree = parser.tree() else { return nil }
        var compiler = IRegexpCompiler()
        guard compiler.compile(tree) else { return nil }
        program = compiler.program
    }

    /// The steps that matching `text` may take, in nodes of a document.
    func cost(of text: String) -> Int {
        1 + text.unicodeScalars.count * program.count / 8
    }

    func matches(_ text: String, _ reach: Reach) -> Bool {
        var threads = Threads(program)
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        threads.add(0, atStart: true, atEnd: next == nil)
        while let scalar = next {
            if reach == .part, threads.isAccepting { return true }
            if reach == .whole, threads.isEmpty { return false }
            next = scalars.next()
            threads.step(over: scalar, atEnd: next == nil)
            if reach == .part { threads.add(0, atStart: false, atEnd: next == nil) }
        }
        return threads.isAccepting
    }
}

enum Instruction: Sendable {
    case take(ScalarSet)
    case fork(Int, Int)
    /// `^`, before the first scalar.
    case start
    /// `$`, after the last scalar.
    case end
    case accept
}

/// The instructions that wait for the next scalar, each once: this is what keeps matching linear.
private struct Threads {
    private let program: [Instruction]
    private var waiting: [Int] = []
    private var known: [Bool]
    private(set) var isAccepting = false

    init(_ program: [Instruction]) {
        self.program = program
        known = Array(repeating: false, count: program.count)
    }

    var isEmpty: Bool {
        waiting.isEmpty
    }

    mutating func add(_ first: Int, atStart: Bool, atEnd: Bool) {
        var pending = [first]
        while let place = pending.popLast() {
            guard !known[place] else { continue }
            known[place] = true
            switch program[place] {
            case .take: waiting.append(place)
            case .fork(let left, let right): pending += [right, left]
            case .start: if atStart { pending.append(place + 1) }
            case .end: if atEnd { pending.append(place + 1) }
            case .accept: isAccepting = true
            }
        }
    }

    mutating func step(over scalar: Unicode.Scalar, atEnd: Bool) {
        let before = waiting
        waiting.removeAll(keepingCapacity: true)
        for place in known.indices { known[place] = false }
        isAccepting = false
        for place in before {
            if case .take(let set) = program[place], set.contains(scalar) {
                add(place + 1, atStart: false, atEnd: atEnd)
            }
        }
    }
}

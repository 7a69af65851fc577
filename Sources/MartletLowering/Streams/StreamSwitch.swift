// What asks for a stream: by its name, by its type, and by what its schema says.

import MartletIR
import MartletPasses

/// A member of a body or a parameter asks by nothing more than being true, or by a choice.
struct StreamSwitch {
    /// What it is called where nothing else is known.
    let key: String
    /// Whether only what is called `key` asks, as the document says.
    let isNamed: Bool
    /// Whether there are other answers than a stream.
    let choosesAnswer: Bool

    /// How certain it is that something asks for a stream: what is called so before what may be called anything, and of
    /// what is called alike, a boolean before an enumeration.
    enum Rank: Int, Comparable {
        case named, namedChoice, namedTruth, switched, switchedChoice, ofStream, ofAnswer, format

        static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
    }

    /// The cases of an enumeration of answers.
    struct Choice {
        /// What it calls a stream.
        var stream: String
        /// The one beside it, which is an answer as a whole; nil where there are several, or it is something else.
        var other: String?
        var hasOthers: Bool
        var isFormat: Bool
    }

    struct Asked {
        var rank: Rank
        var choice: Choice?
        /// How truth is written, where that is no boolean.
        var truth: Stream.Setting.Truth?
    }

    func asked(_ name: String, _ type: TypeReference, _ facts: SwitchFacts?, _ index: DeclarationIndex) -> Asked? {
        let isSwitch = isSwitch(name)
        if facts?.mayBeTrue == false { return nil }
        if index.resolved(type) == .builtin(.bool) {
            if name == key { return Asked(rank: .named) }
            return isSwitch ? Asked(rank: .switched) : nil
        }
        guard choosesAnswer else { return nil }
        guard let choice = choice(in: index.enumeration(type), isSwitch: isSwitch || name == key) else {
            guard name == key, let truth = Self.truth(type, index), isPlain(truth, facts) else { return nil }
            return Asked(rank: .namedTruth, truth: truth)
        }
        if name == key { return Asked(rank: .namedChoice, choice: choice) }
        if isNamed { return nil }
        if isSwitch { return Asked(rank: .switchedChoice, choice: choice) }
        if StreamWords.isOfStream(name) { return Asked(rank: .ofStream, choice: choice) }
        if StreamWords.isOfAnswer(name) { return Asked(rank: .ofAnswer, choice: choice) }
        return choice.isFormat ? Asked(rank: .format, choice: choice) : nil
    }

    /// Whether something of that name can ask, whatever its type is.
    func mayAsk(_ name: String) -> Bool {
        name == key || isSwitch(name) || StreamWords.isOfStream(name) || StreamWords.isOfAnswer(name)
    }

    /// Of an operation that only streams, every boolean but `stream` itself is about something else.
    private func isSwitch(_ name: String) -> Bool {
        !isNamed && choosesAnswer && StreamWords.isSwitch(name)
    }

    /// How truth is written in a type that is no boolean.
    static func truth(_ type: TypeReference, _ index: DeclarationIndex) -> Stream.Setting.Truth? {
        switch index.resolved(type) {
        case .builtin(.string): return .text
        case .builtin(.int), .builtin(.int64): return .number
        default:
            let booleans = (index.union(type)?.cases ?? []).filter { index.resolved($0.type) == .builtin(.bool) }
            return booleans.count == 1 ? .branch(booleans[0].name) : nil
        }
    }

    /// Whether nothing else can be meant: a text may be the name of a stream, and a number its own.
    private func isPlain(_ truth: Stream.Setting.Truth, _ facts: SwitchFacts?) -> Bool {
        switch truth {
        case .branch: true
        case _ where isNamed: StreamWords.isSwitch(key)
        case .text: facts.map { $0.isFreeText || $0.isTruth } ?? false
        case .number: facts?.isBit ?? false
        }
    }

    /// - Parameter isSwitch: whether the name is one of a boolean, where `true` asks for a stream.
    private func choice(in enumeration: Enumeration?, isSwitch: Bool) -> Choice? {
        let cases = enumeration?.cases ?? []
        let stream = cases.first {
            StreamWords.isStream($0.value.string) || isSwitch && StreamWords.isOn($0.value.string)
        }
        guard let stream else { return nil }
        let others = cases.filter { $0.name != stream.name }
        let isWhole = others.count == 1 && StreamWords.isWhole(others[0].value.string)
        return Choice(
            stream: stream.name, other: isWhole ? others[0].name : nil, hasOthers: !others.isEmpty,
            isFormat: StreamWords.isFormat(stream.value.string))
    }
}

extension Literal {
    /// Empty for what is neither a string nor an integer.
    fileprivate var string: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number, .bool: ""
        }
    }
}

// What a change of type means: for the direction, and for how values are written.

import MartletOpenAPI

/// `integer` is a part of `number`; in text, everything is a string, and in JSON nothing else is.
struct TypeVerdict {
    private let change: TypeChange
    private let writing: Writing

    init(_ change: TypeChange, _ writing: Writing) {
        self.change = change
        self.writing = writing
    }

    func id(_ direction: WireFinding.Direction, _ scope: RuleScope) -> String {
        let start = "\(direction.rawValue)-\(scope.rawValue)-type-"
        switch scope {
        case .parameter:
            let isSafe = isKept || !isBreaking(change, strict: isStrict || isGathered) || isWidened(change)
            return start + (isSafe ? "generalized" : "changed")
        case .parameterProperty: return start + parameterProperty
        case .header: return "response-header-type-" + received
        case .body, .property: return start + (direction == .request ? sent : received)
        }
    }

    /// Whether a number is told apart from the text of its digits; it is where it isn't known how it is written, unless it is told
    /// that this changed.
    private var isStrict: Bool { !writing.isText && (writing.isJSON || !writing.isRewritten) }

    private var keepsOld: Bool { writing.isText && change.keepsOldTexts }
    private var keepsNew: Bool { writing.isText && change.keepsNewTexts }

    /// Whether several parameters are one now: that one isn't the text that they were.
    private var isGathered: Bool {
        writing.spreadsOld && Self.holdSeveral(change.oldTypes)
    }

    /// Whether all that was sent is written as before, and still taken.
    private var isKept: Bool {
        if keepsOld { return true }
        // The members of an object are written as parameters of their own, unless it is JSON.
        guard writing.writesItemsAlone, writing.isJSON || !change.oldTypes.contains("object") else { return false }
        return change.isListOfOld || writing.isText && change.isListOfOldTexts
    }

    private static func holdSeveral(_ types: [String]) -> Bool {
        types.contains("array") || types.contains("object")
    }

    private var sent: String {
        if isKept { return keepsNew ? "compatible" : "generalized" }
        if isBreaking(change, strict: isStrict || isGathered) { return "changed" }
        return isSwap && !isWidened(change) ? "compatible" : "generalized"
    }

    private var received: String {
        if keepsNew { return keepsOld ? "compatible" : "specialized" }
        let reversed = change.reversed
        if isBreaking(reversed, strict: isStrict) {
            return isWidened(change) && haveFormatsWidened(change) ? "generalized" : "changed"
        }
        return isSwap && !isWidened(reversed) ? "compatible" : "specialized"
    }

    /// Where it isn't known how the member of a parameter is written, a change that only JSON tells is a warning.
    private var parameterProperty: String {
        if keepsOld { return "generalized" }
        let (strict, loose) = (
            isBreaking(change, strict: !writing.isText), isBreaking(change, strict: writing.isJSON)
        )
        if strict != loose { return "changed" }
        return strict ? "specialized" : "generalized"
    }

    /// Whether something that fitted before doesn't fit now.
    private func isBreaking(_ change: TypeChange, strict: Bool) -> Bool {
        let areTypesEqual = Set(change.oldTypes) == Set(change.newTypes)
        // Any type, and with it any format.
        if !areTypesEqual, change.newTypes.isEmpty { return false }
        // What is written as text is a string, whatever it was before, but several with commas are none of those listed.
        let isListed = change.listsNew && Self.holdSeveral(change.oldTypes)
        let isText = !strict && change.newTypes.contains("string") && !isListed
        let areTypesBroken = !areTypesEqual && !isWidened(change) && !isText
        return areTypesBroken || (change.oldFormat != change.newFormat && !isFormatWidened(change))
    }

    /// Whether every type of before is one of now.
    private func isWidened(_ change: TypeChange) -> Bool {
        guard !change.oldTypes.isEmpty, !change.newTypes.isEmpty, Set(change.oldTypes) != Set(change.newTypes) else {
            return false
        }
        let types = change.newTypes.compactMap(SchemaType.init)
        return change.oldTypes.allSatisfy { type in
            type == "nothing" || SchemaType(rawValue: type).map(types.takes) ?? false
        }
    }

    private func haveFormatsWidened(_ change: TypeChange) -> Bool {
        change.oldFormat == change.newFormat || isFormatWidened(change)
    }

    /// One concrete type for another.
    private var isSwap: Bool {
        Set(change.oldTypes) != Set(change.newTypes) && !change.oldTypes.isEmpty && !change.newTypes.isEmpty
    }

    private func isFormatWidened(_ change: TypeChange) -> Bool {
        guard let new = change.newFormat else { return true }
        guard change.newTypes.count == 1 else { return false }
        guard let old = change.oldFormat else {
            // Who reads a double reads integers, of which nothing says that they have more digits.
            return new == "double" && change.oldTypes == ["integer"]
        }
        if let width = NumberWidth(new) { return NumberWidth(old).map(width.takes) ?? false }
        return new == "date-time" && ["date", "time"].contains(old)
    }
}

extension TypeChange {
    /// From the new version to the old one.
    fileprivate var reversed: TypeChange {
        TypeChange(
            oldTypes: newTypes, newTypes: oldTypes, oldFormat: newFormat, newFormat: oldFormat,
            listsOld: listsNew, listsNew: listsOld)
    }
}

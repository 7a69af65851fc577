// What a change of type means: for the direction, and for how values are written.
import MartletOpenAPI

/// `integer` is a part of `number`; in text, everything is a string, and in JSON nothing else is.
struct TypeVerdict {
    private let change: TypeChange
    private let isJSON: Bool
    private let spreadsOld: Bool

    /// - Parameter spreadsOld: whether lists and objects were written as several parameters: `?a=1&a=2`.
    init(_ change: TypeChange, isJSON: Bool, spreadsOld: Bool = false) {
        self.change = change
        self.isJSON = isJSON
        self.spreadsOld = spreadsOld
    }

    func id(_ direction: WireFinding.Direction, _ scope: RuleScope) -> String {
        let start = "\(direction.rawValue)-\(scope.rawValue)-type-"
        switch scope {
        case .parameter:
            let isSafe = isKept || !isBreaking(change, strict: isJSON || isGathered) || isWidened(change)
            return start + (isSafe ? "generalized" : "changed")
        case .parameterProperty: return start + parameterProperty
        case .header: return "response-header-type-" + received(isStrict: isJSON)
        case .body, .property: return start + (direction == .request ? sent : received(isStrict: isJSON))
        }
    }

    /// Whether several parameters are one now: that one isn't the text that they were.
    private var isGathered: Bool {
        spreadsOld && !Set(change.oldTypes).isDisjoint(with: ["array", "object"])
    }

    /// Whether all that was sent is written as before, and still taken.
    private var isKept: Bool {
        change.isListOfOld || change.keepsOldTexts
    }

    private var sent: String {
        if isKept { return change.keepsNewTexts ? "compatible" : "generalized" }
        if isBreaking(change, strict: isJSON || isGathered) { return "changed" }
        return isSwap && !isWidened(change) ? "compatible" : "generalized"
    }

    private func received(isStrict: Bool) -> String {
        if change.keepsNewTexts { return change.keepsOldTexts ? "compatible" : "specialized" }
        let reversed = change.reversed
        if isBreaking(reversed, strict: isStrict) {
            return isWidened(change) && haveFormatsWidened(change) ? "generalized" : "changed"
        }
        return isSwap && !isWidened(reversed) ? "compatible" : "specialized"
    }

    /// How members of a parameter are written isn't known, unless it is JSON: a change that only JSON tells is a warning.
    private var parameterProperty: String {
        if change.keepsOldTexts { return "generalized" }
        let (strict, loose) = (isBreaking(change, strict: true), isBreaking(change, strict: isJSON))
        if strict != loose { return "changed" }
        return strict ? "specialized" : "generalized"
    }

    /// Whether something that fitted before doesn't fit now.
    private func isBreaking(_ change: TypeChange, strict: Bool) -> Bool {
        let areTypesEqual = Set(change.oldTypes) == Set(change.newTypes)
        // Any type, and with it any format.
        if !areTypesEqual, change.newTypes.isEmpty { return false }
        // What is written as text is a string, whatever it was before.
        let isText = !strict && change.newTypes.contains("string")
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
        TypeChange(oldTypes: newTypes, newTypes: oldTypes, oldFormat: newFormat, newFormat: oldFormat)
    }
}

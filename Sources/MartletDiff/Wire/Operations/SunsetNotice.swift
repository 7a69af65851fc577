// What became of the announcement that something ends: `deprecated`, and the day in `x-sunset`.

struct SunsetNotice {
    enum Event: Hashable {
        case deprecated, deprecatedWithSunset, reactivated
        /// A day is asked for, and there is none.
        case missing
        case unreadable
        /// Sooner than was agreed on.
        case tooSmall
        case deleted
        case changedTooSmall
    }

    var isDeprecated: (old: Bool, new: Bool)
    var sunset: (old: String?, new: String?)
    /// How many days before its end something must be announced to end.
    var days: Int
    var today: Int

    /// What isn't a day: the announced one, or the one of before.
    var unreadable: String {
        let isReadable = sunset.new.flatMap { SunsetDay($0) } != nil
        return (isReadable ? sunset.old : sunset.new) ?? ""
    }

    var event: Event? {
        switch isDeprecated {
        case (false, false): nil
        case (true, false): .reactivated
        case (false, true): announced
        case (true, true): changed
        }
    }

    private var announced: Event {
        guard let text = sunset.new else { return days > 0 ? .missing : .deprecated }
        guard let day = SunsetDay(text) else { return .unreadable }
        return day.number < today + days ? .tooSmall : .deprecatedWithSunset
    }

    private var changed: Event? {
        guard sunset.old != sunset.new, let before = sunset.old else { return nil }
        guard let after = sunset.new else { return .deleted }
        guard let first = SunsetDay(before), let second = SunsetDay(after) else { return .unreadable }
        return second.number < first.number && second.number < today + days ? .changedTooSmall : nil
    }
}

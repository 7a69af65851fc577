// Strings, numbers and truth values that fit a schema.

import MartletIR
import MartletOpenAPI
import MartletSource

struct ScalarSample {
    private let type: Builtin
    private let format: String?
    private let range: Schema.Range

    init(_ type: Builtin, _ format: String?, _ range: Schema.Range) {
        self.type = type
        self.format = format
        self.range = range
    }

    func node(_ random: inout SampleRandom) -> Node {
        switch type {
        case .bool: .made(random.place(in: 2) == 0)
        case _ where type.isText: .made(text(&random))
        case .double, .float, .decimalNumber: number(&random)
        default: .plain(String(whole(&random)))
        }
    }

    // MARK: Numbers

    private func whole(_ random: inout SampleRandom) -> Int64 {
        let (least, most) = bounds
        let lower = Int64(clamping: least.rounded(.up), or: .min)
        let step = Int64(clamping: max((range.multipleOf ?? 1).rounded(.up), 1), or: 1)
        let start = max(lower, type == .unixTime ? 1_700_000_000 : least > -.infinity ? lower : 1)
        let remainder = start % step
        let first = remainder == 0 ? start : start - remainder + (start > 0 ? step : 0)
        let next = first + Int64(random.place(in: 100)) * step
        return Double(next) <= most ? next : Double(first) <= most ? first : Int64(clamping: most.rounded(.down), or: 0)
    }

    private func number(_ random: inout SampleRandom) -> Node {
        let (least, most) = bounds
        if let step = range.multipleOf {
            let first = least > -.infinity ? (least / step).rounded(.up) * step : step
            return .plain(Self.text(first + Double(random.place(in: 100)) * step > most ? first : first))
        }
        let lower = least > -.infinity ? least : min(1, most)
        let upper = min(most, lower + 100)
        return .plain(Self.text(lower + (upper - lower) * Double(random.place(in: 100)) / 100))
    }

    /// Exclusive bounds moved inwards.
    private var bounds: (Double, Double) {
        let isWhole = ![.double, .float, .decimalNumber].contains(type)
        var least = range.minimum ?? -.infinity
        var most = range.maximum ?? .infinity
        if let bound = range.exclusiveMinimum {
            least = max(least, isWhole ? bound.rounded(.down) + 1 : bound + gap(bound))
        }
        if let bound = range.exclusiveMaximum {
            most = min(most, isWhole ? bound.rounded(.up) - 1 : bound - gap(bound))
        }
        if least == -.infinity, most < 1 { least = isWhole ? most : most - 1 }
        return (least, most)
    }

    /// Small enough to stay between two exclusive bounds.
    private func gap(_ bound: Double) -> Double {
        guard let low = range.exclusiveMinimum ?? range.minimum, let high = range.exclusiveMaximum ?? range.maximum
        else {
            return 0.5
        }
        return min(0.5, (high - low) / 4)
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    // MARK: Strings

    private func text(_ random: inout SampleRandom) -> String {
        let place = random.place(in: 20)
        let candidates = [formatted(place), patterned(place), patterned(0), Self.shortest[format ?? ""]]
        if let text = candidates.compactMap(\.self).first(where: fits) ?? formatted(place) { return text }
        let words = [
            "string", "river", "lantern", "meadow", "harbour", "copper", "thistle", "orchard", "ember", "pebble",
        ]
        var text = words[place % words.count] + (place < words.count ? "" : String(place))
        while text.count < range.minLength ?? 0 { text += "-" + text }
        if let most = range.maxLength { text = String(text.prefix(max(most, range.minLength ?? 0))) }
        return text
    }

    private var lengths: ClosedRange<Int> {
        let least = max(range.minLength ?? 0, 0)
        return least...max(range.maxLength ?? .max, least)
    }

    private func patterned(_ place: Int) -> String? {
        range.pattern.flatMap { PatternSample.text($0, lengths: lengths, variation: place) }
    }

    private func fits(_ text: String) -> Bool {
        lengths.contains(text.count) && range.pattern.map { PatternSample.matches(text, $0) } ?? true
    }

    /// Of formats whose usual values are longer than some documents allow.
    private static let shortest = ["email": "a@b.co", "uri": "http://a.b", "url": "http://a.b", "hostname": "a.b"]

    private func formatted(_ place: Int) -> String? {
        let digits = place < 10 ? "0\(place)" : "\(place)"
        switch format ?? Self.formats[type] {
        case "date-time": return "2024-05-17T09:30:\(digits)Z"
        case "date": return "2024-05-\(place < 9 ? "0\(place + 1)" : "\(place + 1)")"
        case "time", "time-local": return "09:30:\(digits)" + (format == "time-local" ? "" : "Z")
        case "duration": return "PT\(place + 1)M"
        case "uuid": return "3f2504e0-4f89-41d3-9a0c-0305e82c33\(digits)"
        case "email", "idn-email": return "ada\(place)@example.com"
        case "hostname", "idn-hostname": return "host\(place).example.com"
        case "ipv4": return "192.0.2.\(place + 1)"
        case "ipv6": return "2001:db8::\(place + 1)"
        case "uri", "iri", "url": return "https://example.com/\(place)"
        case "uri-reference", "iri-reference": return "/\(place)"
        case "uri-template": return "https://example.com/{id}"
        case "json-pointer": return "/a/\(place)"
        case "relative-json-pointer": return "\(place)/a"
        case "regex": return "^a+$"
        case "decimal", "decimal128": return "1.\(place)"
        default: return type == .base64Data || type == .base64URLData ? "c2FtcGxl" : nil
        }
    }

    /// Of the types that say it all.
    private static let formats: [Builtin: String] = [
        .timestamp: "date-time", .calendarDate: "date", .timeOfDay: "time", .calendarDuration: "duration",
        .decimalText: "decimal",
    ]
}

extension Int64 {
    /// The number, or the nearest that fits; `other` where it is no number.
    fileprivate init(clamping value: Double, or other: Int64) {
        if value.isNaN {
            self = other
        } else if value >= 0x1p63 {
            self = .max
        } else if value <= -0x1p63 {
            self = .min
        } else {
            self = Int64(value)
        }
    }
}

// Which of the described media types a request would rather have (RFC 9110, section 12.5.1).

import MartletOpenAPI

struct MockAccept {
    private struct Range {
        /// Without the weight, and without spaces.
        var name: String
        var weight: Double
    }

    /// How well a media type is liked: by its weight, then by how exactly it is named, then by its place in the field.
    private struct Rank: Comparable {
        var weight: Double
        var precision: Int
        var place: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.weight, left.precision, right.place) < (right.weight, right.precision, left.place)
        }
    }

    private let ranges: [Range]

    init(_ field: String?) {
        ranges = Self.spaceless(field ?? "").split(separator: ",").map { item in
            let parts = item.split(separator: ";")
            let weight = parts.first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return Range(name: parts.filter { !$0.hasPrefix("q=") }.joined(separator: ";"), weight: weight ?? 1)
        }
    }

    /// Where nothing else decides, JSON before the rest, and last the streams, which are asked for.
    func choice(_ content: [MediaType], streams: [MediaType] = []) -> MediaType? {
        let whole = content.filter { media in !streams.contains { $0.position == media.position } }
        let ordered = whole.filter { $0.kind == .json } + whole.filter { $0.kind != .json } + streams
        var best: (media: MediaType, rank: Rank)?
        for media in ordered {
            guard let rank = rank(media), rank.weight > 0 else { continue }
            if let best, best.rank >= rank { continue }
            best = (media, rank)
        }
        return best?.media ?? ordered.first
    }

    /// By the range that names it most exactly.
    private func rank(_ media: MediaType) -> Rank? {
        ranges.enumerated().compactMap { place, range in
            Self.precision(range.name, media).map { Rank(weight: range.weight, precision: $0, place: place) }
        }.max { ($0.precision, $1.place) < ($1.precision, $0.place) }
    }

    /// Nil where the range isn't one of the media type. Parameters may tell apart what is JSON alike.
    private static func precision(_ range: String, _ media: MediaType) -> Int? {
        let name = spaceless(media.streamType)
        let essence = name.prefix { $0 != ";" }
        if range == name { return .max }
        let types = MediaRange(range.prefix { $0 != ";" })
        return types.covers(essence) ? types.precision.rawValue : nil
    }

    private static func spaceless(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }
}

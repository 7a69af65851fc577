// Which content of the old version is which of the new one.

import MartletOpenAPI

/// By the name; then by the type and its structured suffix (RFC 6838, section 4.2.8): `application/problem+json` is a kind
/// of `application/json`.
struct MediaPairing {
    enum Relation {
        case same
        /// The name stands for more now: `application/problem+json` became `application/json`.
        case generalized
        case specialized
        /// Parameters, or what they apply to, changed.
        case changed

        /// As ids of rules have it; nil for what is the same.
        var name: String? {
            switch self {
            case .same: nil
            case .generalized: "generalized"
            case .specialized: "specialized"
            case .changed: "changed"
            }
        }
    }

    private(set) var pairs: [(old: MediaType, new: MediaType, relation: Relation)] = []
    private(set) var removed: [MediaType] = []
    private(set) var added: [MediaType] = []

    init(_ old: [MediaType], _ new: [MediaType]) {
        var rest = new
        for media in old {
            if let place = rest.firstIndex(where: { Self.areSame(media, $0) }) {
                pairs.append((media, rest.remove(at: place), .same))
            } else {
                removed.append(media)
            }
        }
        for media in removed {
            guard let place = rest.firstIndex(where: { Self.areAlike(media, $0) }) else { continue }
            let partner = rest.remove(at: place)
            pairs.append((media, partner, Self.relation(media, partner)))
            removed.removeAll { $0.name == media.name }
        }
        added = rest
    }

    private static func normal(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace }
    }

    private static func areSame(_ old: MediaType, _ new: MediaType) -> Bool {
        normal(old.name) == normal(new.name) || (old.isOfAnyType || new.isOfAnyType) && old.range == new.range
    }

    private static func parameters(_ media: MediaType) -> String {
        normal(String(media.name.drop { $0 != ";" }))
    }

    private static func areAlike(_ old: MediaType, _ new: MediaType) -> Bool {
        old.range == new.range || isKind(old.range, of: new.range) || isKind(new.range, of: old.range)
    }

    /// Those of the old version whose place no range of the new one takes.
    func removed(besides new: [MediaType]) -> [MediaType] {
        removed.filter { media in
            !new.contains { $0.range != media.range && MediaRange($0.range).covers(media.range) }
        }
    }

    private static func isKind(_ name: String, of general: String) -> Bool {
        if MediaRange(general).covers(name) { return true }
        let (halves, others) = (name.split(separator: "/"), general.split(separator: "/"))
        guard halves.count == 2, others.count == 2, halves[0] == others[0] else { return false }
        return halves[1].hasSuffix("+" + others[1])
    }

    private static func relation(_ old: MediaType, _ new: MediaType) -> Relation {
        guard parameters(old) == parameters(new), old.range != new.range else { return .changed }
        return isKind(old.range, of: new.range) ? .generalized : .specialized
    }
}

extension MediaType {
    /// The types that it stands for: bodies of Swagger 2.0 may be of any, whatever they are called here.
    var range: String { isOfAnyType ? "*/*" : essence }

    /// Whether a number and a string are told apart in it.
    var isJSON: Bool {
        switch MediaKind(essence) {
        case .json, .stream: true
        case .form, .multipart, .text, .bytes: false
        }
    }

    /// Whether it holds events, one after the other (WHATWG HTML, section 9.2).
    var isStream: Bool {
        MediaKind(essence) == .stream(.serverSentEvents)
    }
}

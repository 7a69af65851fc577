// Names for what becomes a component: after the last telling step of the reference, else after the file.

internal import Foundation
internal import MartletOpenAPI
internal import MartletSource

/// What is shared by all references to it: a place, as an object of one kind.
struct BundleKey: Hashable, Sendable {
    var kind: ObjectKind
    var location: SchemaLocation
}

struct BundleNames: Sendable {
    /// A component to be, with what it would like to be called.
    struct Candidate: Sendable {
        var key: BundleKey
        /// The path of its file, from the folder of the root where it is below that.
        var path: String
        var wanted: String
        /// What may stand after the name, nearest first.
        var suffixes: [String]

        init(_ key: BundleKey, path: String) {
            self.key = key
            self.path = path
            let steps = JSONPointer(parsing: key.location.pointer)?.tokens ?? []
            let telling = BundleNames.telling(steps).map(BundleNames.spelt)
            let places = BundleNames.places(path)
            let names = [telling, places.first, key.kind.rawValue].compactMap { $0 }
            wanted = names.first { !$0.isEmpty } ?? key.kind.rawValue
            suffixes = places.dropFirst(telling == nil ? 1 : 0).filter { !BundleNames.isUntelling($0) && !$0.isEmpty }
        }
    }

    private(set) var names: [BundleKey: String] = [:]
    /// Those that are not called what they would like to be, in order.
    private(set) var renamed: [(key: BundleKey, wanted: String)] = []

    /// `taken` are the names that the root gives, by kind. The same documents give the same names, in whatever order
    /// they are read.
    init(_ candidates: [Candidate], taken: [ObjectKind: Set<String>]) {
        var taken = taken
        let order = candidates.sorted { left, right in
            (left.path, left.key.location.pointer) < (right.path, right.key.location.pointer)
        }
        for candidate in order {
            let name = Self.free(candidate, taken[candidate.key.kind] ?? [])
            taken[candidate.key.kind, default: []].insert(name)
            names[candidate.key] = name
            if name != candidate.wanted { renamed.append((candidate.key, candidate.wanted)) }
        }
    }

    /// `Order`, `Order_legacy`, `Order_legacy_shop`, `Order_2` …
    private static func free(_ candidate: Candidate, _ taken: Set<String>) -> String {
        if !taken.contains(candidate.wanted) { return candidate.wanted }
        var name = candidate.wanted
        for suffix in candidate.suffixes {
            name += "_" + suffix
            if !taken.contains(name) { return name }
        }
        var number = 2
        while taken.contains("\(candidate.wanted)_\(number)") { number += 1 }
        return "\(candidate.wanted)_\(number)"
    }

    /// The stem of the file, then its folders from the innermost out; `index` and `index.model` are called
    /// after their folder.
    private static func places(_ path: String) -> [String] {
        let address = path.split(separator: "?", maxSplits: 1).first ?? ""
        let scheme = address.range(of: "://")
        var steps = (scheme.map { address[$0.upperBound...] } ?? address[...]).split(separator: "/").map(String.init)
        guard let file = steps.popLast() else { return [] }
        let stem = PathName.stem(of: file) ?? file
        let folders = steps.reversed().map(spelt).filter { $0 != "." && $0 != ".." }
        let first = stem.split(separator: ".").first?.lowercased() ?? ""
        let isIndex = ["index", "_index"].contains(first) && !folders.isEmpty
        return (isIndex ? [] : [spelt(stem)]) + folders
    }

    /// What stands under `schemas` and the like is a name, whatever it is.
    private static func telling(_ steps: [String]) -> String? {
        let place = steps.indices.last { place in
            let isNamed = place == 0 || ["schemas", "definitions", "$defs", "properties"].contains(steps[place - 1])
            return !isUntelling(steps[place])
                || (isNamed && untelling.contains(steps[place]) && place == steps.count - 1)
        }
        return place.map { steps[$0] }
    }

    /// Numbers, media types, and what the specifications call the places of things.
    private static func isUntelling(_ step: String) -> Bool {
        Int(step) != nil || step.contains("/") || untelling.contains(step)
    }

    private static let untelling = Set(PathItem.methods).union([
        "schema", "items", "properties", "additionalProperties", "allOf", "oneOf", "anyOf", "not", "content", "$defs",
        "definitions", "components", "schemas", "responses", "parameters", "examples", "requestBody", "requestBodies",
        "headers", "links", "callbacks", "paths", "pathItems", "models", "value", "default",
    ])

    /// With the characters that names of components may have (section 4.7.1) alone.
    private static func spelt(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": name.unicodeScalars.append(scalar)
            default: if !name.isEmpty, name.last != "_" { name += "_" }
            }
        }
        while name.last == "_", text.last != "_" { name.removeLast() }
        return name
    }
}

// A pair of documents, and what the reference tool finds.

import Foundation
import MartletTestSupport

struct DiffCase: Decodable, Sendable {
    enum Match: String, Decodable {
        case exact, contains
    }

    struct CheckerConfig: Decodable {
        var deprecationDays: [String: Int]?
        var stabilityLevel: String?
    }

    var ids: [String]
    var match: Match
    var levels: [String: String]
    var scope: String
    var scopeIDs: [String]?
    var minLevel: String
    var old: String
    var new: String
    var absent: [String]?
    /// One of these must be there.
    var anyOf: [String]?
    var count: Int?
    var idCounts: [String: Int]?
    var disabledIDs: [String]?
    var checkerConfig: CheckerConfig?
    var diffConfig: DiffConfig?

    struct DiffConfig: Decodable {
        var load: [String]?
    }

    enum CodingKeys: String, CodingKey {
        case ids, match, levels, scope, old, new, absent, count
        case scopeIDs = "scope_ids"
        case minLevel = "min_level"
        case anyOf = "any_of"
        case idCounts = "id_counts"
        case disabledIDs = "disabled_ids"
        case checkerConfig = "checker_config"
        case diffConfig = "diff_config"
    }

    static let folder = SharedMaterial.url("diff-cases")?.path

    static func all(in folder: String) throws -> [(name: String, value: DiffCase)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/expected.json") else { return nil }
            return (name, try JSONDecoder().decode(DiffCase.self, from: data))
        }
    }
}

// One meaning for every spelling of null.

package import MartletOpenAPI
import MartletSource

/// `nullable: true`, `type: [T, "null"]`, a branch that is null, null among an enum's values and `const: null` all say the
/// same: the pass takes them out of the keywords and returns whether it found one.
package struct NullPass {
    /// Where branches are looked up that are references; nil where those say nothing of null.
    private let table: SchemaTable?

    package init(_ table: SchemaTable) {
        self.table = table
    }

    private init() {
        table = nil
    }

    /// Of what is written out alone.
    package static let direct = NullPass()

    package func strip(_ keywords: inout Schema.Keywords) -> Bool {
        var isNullable = keywords.isNullableKeyword
        keywords.isNullableKeyword = false
        if let types = keywords.types, types.contains(.null), types.count > 1 {
            keywords.types = types.filter { $0 != .null }
            isNullable = true
        }
        if let values = keywords.enumeration, values.contains(where: \.isNull), values.count > 1 {
            keywords.enumeration = values.filter { !$0.isNull }
            isNullable = true
        }
        isNullable = stripBranches(&keywords.anyOf) || isNullable
        isNullable = stripBranches(&keywords.oneOf) || isNullable
        return isNullable
    }

    private func stripBranches(_ branches: inout [Schema]) -> Bool {
        guard branches.count > 1 else { return false }
        let others = withoutNullObject(branches.filter { !isNull($0) })
        guard others.count < branches.count, !others.isEmpty else { return false }
        branches = others
        return true
    }

    /// Of two branches, the one that only says of the other, an object or what has a name, that it may be null: apispec's
    /// and OData's `anyOf: [{type: object, nullable: true}, {$ref: …}]`, since 3.0 has no type for null.
    private func withoutNullObject(_ branches: [Schema]) -> [Schema] {
        guard branches.count == 2, let place = branches.firstIndex(where: { Self.isNullObject($0.keywords) }),
            branches[1 - place].keywords.reference != nil || isObject(branches[1 - place])
        else { return branches }
        return [branches[1 - place]]
    }

    /// `{type: object, nullable: true}`, and not a word more.
    private static func isNullObject(_ keywords: Schema.Keywords) -> Bool {
        guard keywords.isNullableKeyword, keywords.types == [.object], keywords.reference == nil,
            keywords.title == nil, keywords.description == nil
        else { return false }
        var rest = keywords
        rest.types = nil
        return !rest.asserts
    }

    private func isObject(_ schema: Schema) -> Bool {
        let parts = [schema] + (table.map { SchemaFamily(table: $0).ancestors(of: schema) } ?? [])
        return parts.contains { part in
            part.keywords.types == [.object] || part.keywords.types == nil && !part.keywords.properties.isEmpty
        }
    }

    /// Whether a branch is null and nothing else.
    private func isNull(_ branch: Schema) -> Bool {
        if Self.isOnlyNull(branch.keywords) { return true }
        // What may be anything and is null unless it says otherwise: utoipa's unit.
        if branch.keywords.isAny, branch.keywords.defaultValue?.isNull == true { return true }
        guard branch.keywords.reference != nil, let table else { return false }
        return Self.isOnlyNull(table.target(of: branch).keywords)
    }

    /// `{type: null}`, `{const: null}`, `{enum: [null]}`, and 3.0's `{nullable: true}` alone.
    package static func isOnlyNull(_ keywords: Schema.Keywords) -> Bool {
        if keywords.types == [.null] { return true }
        if let constant = keywords.constant, constant.isNull { return true }
        if let values = keywords.enumeration, !values.isEmpty, values.allSatisfy(\.isNull) { return true }
        return keywords.isNullableKeyword && keywords.isAny && keywords.range == Schema.Range()
    }
}

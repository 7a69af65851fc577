// What stands beside a union in one version alone, and is in its branches in both.
import MartletOpenAPI

/// Beside branches that say it all, it says nothing: that it comes or goes is no change.
enum RepeatedMembers {
    /// The members, and whether the type is among what is repeated.
    static func found(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> (members: Set<String>, hasType: Bool) {
        let before = old.branches.map { comparison.olds.merged(comparison.olds.view(of: $0)) }
        let after = new.branches.map { comparison.news.merged(comparison.news.view(of: $0)) }
        var members: Set<String> = []
        for (own, other, isOld) in [(old, new, true), (new, old, false)] {
            for property in own.keywords.properties where other.property(property.name) == nil {
                let isNeeded = own.keywords.required.contains(property.name)
                guard (before + after).allSatisfy({ $0.has(property.name, isNeeded: isNeeded) }) else { continue }
                let isSame = (isOld ? after : before).allSatisfy { branch in
                    branch.property(property.name).map { inner in
                        comparison.equality.areEqual(
                            isOld ? property.schema : inner, isOld ? inner : property.schema, &comparison.olds,
                            &comparison.news)
                    } ?? false
                }
                if isSame { members.insert(property.name) }
            }
        }
        let types = old.typeNames.isEmpty ? new.typeNames : old.typeNames
        let hasType =
            old.typeNames.isEmpty != new.typeNames.isEmpty && (before + after).allSatisfy { $0.typeNames == types }
        return (members, hasType)
    }
}

extension SchemaView {
    fileprivate func property(_ name: String) -> Schema? {
        keywords.properties.first { $0.name == name }?.schema
    }

    fileprivate func has(_ name: String, isNeeded: Bool) -> Bool {
        property(name) != nil && (!isNeeded || keywords.required.contains(name))
    }
}

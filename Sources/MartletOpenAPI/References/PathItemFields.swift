// The fields of a path item beside its `$ref`: only those that what it names has, too, are undefined (OpenAPI 3.2.0,
// section 4.9.1).

package import MartletSource

package struct PathItemFields {
    /// Those that count.
    package private(set) var own: [Mapping.Entry] = []
    /// Those of which that of the target counts.
    package private(set) var conflicts: [Mapping.Entry] = []

    /// - Parameter isTaken: whether what the reference names has a field of that name.
    package init(beside mapping: Mapping?, _ isTaken: (String) -> Bool) {
        for entry in mapping?.entries ?? [] where entry.key != "$ref" && !entry.value.isNull {
            if !isTaken(entry.key) {
                own.append(entry)
            } else if !["summary", "description"].contains(entry.key), !entry.key.hasPrefix("x-") {
                conflicts.append(entry)
            }
        }
    }
}

extension Diagnostic {
    package static func besideReference(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "beside-reference",
            "'\(key)' stands beside '$ref' and in what that names; the one there is read; remove one of them")
    }
}

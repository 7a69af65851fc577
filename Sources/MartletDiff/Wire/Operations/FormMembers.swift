// What the spelling of a form's members means for their types.

struct FormMembers: Sendable {
    /// Those of which a list of one is written as the item alone, in both versions.
    var writtenAlone: Set<String> = []
    /// Lists that the old version wrote as a field, or a part, for each item.
    var spreadOld: Set<String> = []
    /// Those that are written as text in both versions, and their items.
    var texts: Set<String> = []
    /// Those that are told to be written in another way, and their items.
    var rewritten: Set<String> = []
}

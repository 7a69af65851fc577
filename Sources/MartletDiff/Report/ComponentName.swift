// Which component a place belongs to, in documents of one file and of several.

import MartletSource

/// `#/components/schemas/Pet`, and `schemas/Pet.yaml#/properties/name` in another file than the document's own.
struct ComponentName {
    /// From the folder of the document; empty for its own file.
    let file: String
    let pointer: ComponentPointer

    /// - Parameter root: the file of the document itself.
    init(_ place: Place, root: String) {
        file = Self.file(place.document, root: root)
        pointer = ComponentPointer(place.pointer)
    }

    /// As ``text`` gives it.
    init(_ text: String) {
        let mark = text.firstIndex(of: "#") ?? text.startIndex
        file = String(text[..<mark])
        pointer = ComponentPointer(String(text[mark...]))
    }

    var text: String {
        file + pointer.text
    }

    /// Whether it is a schema within the schema that `other` is or has.
    func isMember(of other: ComponentName) -> Bool {
        file == other.file && pointer.isMember(of: other.pointer)
    }

    /// What has no name of its own in a file is called after that: `Pet.name`.
    var title: String {
        let hasName = file.isEmpty || ["components", "paths", "webhooks", "definitions"].contains(pointer.tokens.first)
        if hasName { return pointer.title }
        let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? file
        return pointer.title(in: stem)
    }

    /// The file as both versions call it, wherever they are.
    static func file(_ file: String, root: String) -> String {
        if file == root { return "" }
        let (file, folder) = (PathName.withoutRevision(file), PathName.folder(of: PathName.withoutRevision(root)))
        return file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : file
    }
}

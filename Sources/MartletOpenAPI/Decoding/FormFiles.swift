// Files in forms that can't have any.

internal import MartletSource

/// A form in one text has no files: FastAPI describes it so for an upload that is marked as a form's (`Form()`), and reads
/// `multipart/form-data` only.
struct FormFiles {
    private static let multipart = "multipart/form-data"
    private let table: SchemaTable

    init(_ table: SchemaTable) {
        self.table = table
    }

    /// Has the bodies of `paths` that are described so sent in parts.
    func settle(_ paths: inout [PathItem], _ diagnostics: inout Diagnostics) {
        for item in paths.indices {
            for operation in paths[item].operations.indices {
                guard let content = paths[item].operations[operation].requestBody?.content else { continue }
                paths[item].operations[operation].requestBody?.content = settled(content, &diagnostics)
            }
        }
    }

    private func settled(_ content: [MediaType], _ diagnostics: inout Diagnostics) -> [MediaType] {
        guard !content.contains(where: { $0.kind == .multipart }) else { return content }
        return content.map { media in
            guard media.kind == .form, let schema = media.schema, let file = file(in: schema) else { return media }
            diagnostics.report(.fileInText(file, media.name), at: media.position)
            var media = media
            media.name = Self.multipart
            return media
        }
    }

    /// The first member that is a file, or a list of files.
    private func file(in schema: Schema, depth: Int = 0) -> String? {
        guard depth < SchemaTable.longestChain else { return nil }
        let keywords = table.target(of: schema).keywords
        if let member = keywords.properties.first(where: { isFile($0.schema) }) { return member.name }
        return keywords.allOf.lazy.compactMap { file(in: $0, depth: depth + 1) }.first
    }

    private func isFile(_ schema: Schema, depth: Int = 0) -> Bool {
        guard depth < SchemaTable.longestChain else { return false }
        let keywords = table.target(of: schema).keywords
        if keywords.format == "binary" || keywords.contentEncoding == "binary" || keywords.hasBinaryContent {
            return true
        }
        let inner = keywords.allOf + keywords.oneOf + keywords.anyOf + (keywords.items.map { [$0] } ?? [])
        return inner.contains { isFile($0, depth: depth + 1) }
    }
}

extension Diagnostic {
    fileprivate static func fileInText(_ member: String, _ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "file-in-text",
            "'\(member)' is a file, which \(name) has no place for; sent as multipart/form-data; write that")
    }
}

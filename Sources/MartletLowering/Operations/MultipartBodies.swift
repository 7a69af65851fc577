// Which schemas are sent as multipart forms: there, strings of bytes are files.

import MartletIR
import MartletOpenAPI
import MartletSource

struct MultipartBodies {
    private var owners: Set<ObjectIdentifier> = []
    /// Members whose encoding is neither text nor JSON.
    private var files: Set<ObjectIdentifier> = []

    /// Whether the members of `owner` are parts of a form.
    func contains(_ owner: Schema) -> Bool {
        owners.contains(owner.id)
    }

    /// Whether the encoding of the form says that this member is a file.
    func isFile(_ member: Schema) -> Bool {
        files.contains(member.id)
    }

    init(_ document: Document, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        let bodies = document.paths.flatMap(\.operations).compactMap(\.requestBody).flatMap(\.content)
        for media in bodies where media.kind == .multipart {
            let named = media.encodings.filter { $0.contentType.map(Self.isFileType) == true }.map(\.member)
            var open = media.schema.map { [$0] } ?? []
            while let schema = open.popLast() {
                guard owners.insert(schema.id).inserted else { continue }
                switch normalizer.normal(schema, &diagnostics).shape {
                case .reference(let location): open += normalizer.table[location].map { [$0] } ?? []
                case .union(let union): open += union.branches
                case .object(let object):
                    for property in object.properties {
                        if named.contains(property.name) {
                            files.insert(Self.member(property.schema, &normalizer, &diagnostics).id)
                        }
                        Self.keepFilesApart(property.schema, &normalizer, &diagnostics)
                    }
                default: break
                }
            }
        }
    }

    /// The list itself where others may name it too, and otherwise its items.
    private static func member(
        _ schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Schema {
        guard case .array(let items?) = normalizer.normal(schema, &diagnostics).shape else { return schema }
        return items
    }

    /// A file or a text that stands for one: elsewhere both are strings, and in a form they are sent in different ways.
    private static func keepFilesApart(
        _ member: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) {
        let schema = normalizer.target(of: member, &diagnostics)
        var (files, texts, others): ([Schema], [Schema], [Schema]) = ([], [], [])
        for branch in schema.keywords.oneOf + schema.keywords.anyOf {
            switch normalizer.resolved(branch, &diagnostics).shape {
            case .primitive(.fileContent): files.append(branch)
            case .primitive(let type) where type.isText: texts.append(branch)
            case .any: continue
            default: others.append(branch)
            }
        }
        guard let file = files.first, let text = texts.first else { return }
        normalizer.settle(schema, on: [file, text] + others, nil, &diagnostics)
    }

    private static func isFileType(_ types: String) -> Bool {
        types.split(separator: ",").contains { type in
            let essence = type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
            return !essence.hasPrefix("text/") && MediaKind(essence) == .bytes
        }
    }
}

extension Normalizer {
    /// What is a part of a form: of a list, each of its items (OpenAPI 3.2.0, section 4.15).
    mutating func part(of member: Schema, _ diagnostics: inout Diagnostics) -> Schema {
        guard case .array(let items?) = resolved(member, &diagnostics).shape else { return member }
        return items
    }
}

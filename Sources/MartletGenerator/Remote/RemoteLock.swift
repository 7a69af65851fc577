// `martlet.lock`: what remote documents held when they were first read, by their URLs.
package import MartletSource

package struct RemoteLock: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        /// 64 hexadecimal digits in small letters.
        package var sha256: String
        /// In bytes.
        package var size: Int

        package init(sha256: String, size: Int) {
            self.sha256 = sha256
            self.size = size
        }
    }

    package static let fileName = "martlet.lock"

    package var entries: [String: Entry] = [:]

    package init() {}

    /// The lock that `node` holds; entries that can't be understood are reported, and left out.
    package init(_ node: Node, _ diagnostics: inout Diagnostics) {
        guard let documents = node.mapping?["documents"]?.mapping else {
            diagnostics.report(.notALock, at: node.position)
            return
        }
        for entry in documents.entries {
            guard let inner = entry.value.mapping, let sha256 = inner["sha256"]?.scalar?.text,
                sha256.utf8.count == 64, sha256.utf8.allSatisfy(Self.isDigit),
                case .integer(let size) = inner["size"]?.scalar?.resolved, size >= 0
            else {
                diagnostics.report(.badEntry(entry.key), at: entry.keyPosition)
                continue
            }
            entries[entry.key] = Entry(sha256: sha256, size: Int(size))
        }
    }

    /// As it is written to the file: URLs in order.
    package var text: String {
        let nowhere = Position(file: FileID(index: 0), line: 1, column: 1)
        let documents = entries.sorted { $0.key < $1.key }.map { url, entry in
            let sha256 = Node(.scalar(Scalar(entry.sha256, isString: true)), at: nowhere)
            let size = Node(.scalar(Scalar(String(entry.size), isString: false)), at: nowhere)
            let inner = Mapping([
                .init(key: "sha256", keyPosition: nowhere, value: sha256),
                .init(key: "size", keyPosition: nowhere, value: size),
            ])
            return Mapping.Entry(key: url, keyPosition: nowhere, value: Node(.mapping(inner), at: nowhere))
        }
        let node = Node(.mapping(Mapping(documents)), at: nowhere)
        let root = Mapping([.init(key: "documents", keyPosition: nowhere, value: node)])
        return Self.heading + Node(.mapping(root), at: nowhere).yamlText
    }

    private static let heading = """
        # What remote documents held when they were read; keep this file under version control.
        # 'martlet generate --update-lock' fetches them anew.

        """

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension Diagnostic {
    fileprivate static let notALock = Diagnostic(
        .error, id: "bad-lock",
        "the file has no mapping 'documents'; restore it, or delete it and run again with --allow-remote")

    fileprivate static func badEntry(_ url: String) -> Diagnostic {
        Diagnostic(
            .error, id: "bad-lock",
            "the entry of '\(url)' needs 'sha256' with 64 hexadecimal digits and 'size'; restore it, or delete it and run "
                + "again with --allow-remote")
    }
}

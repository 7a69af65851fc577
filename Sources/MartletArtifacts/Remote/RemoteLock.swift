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

    /// What a document was when it was last fetched from its source.
    package struct Source: Sendable, Equatable {
        package var entry: Entry
        package var validators: RemoteValidators
        /// The id of the git commit that it was in.
        package var commit: String?
        /// The digest of the version before: another document from the same source may still be of that.
        package var previous: String?

        package init(
            entry: Entry, validators: RemoteValidators = .init(), commit: String? = nil, previous: String? = nil
        ) {
            self.entry = entry
            self.validators = validators
            self.commit = commit
            self.previous = previous
        }
    }

    package static let fileName = "martlet.lock"

    package var entries: [String: Entry] = [:]
    /// By the names of sources.
    package var sources: [String: Source] = [:]

    package init() {}

    /// The lock that `node` holds; entries that can't be understood are reported, and left out.
    package init(_ node: Node, _ diagnostics: inout Diagnostics) {
        guard let documents = node.mapping?["documents"]?.mapping else {
            diagnostics.report(.notALock, at: node.position)
            return
        }
        for item in documents.entries {
            entries[item.key] = Self.entry(item, &diagnostics)
        }
        for item in node.mapping?["sources"]?.mapping?.entries ?? [] {
            guard let entry = Self.entry(item, &diagnostics), let inner = item.value.mapping else { continue }
            let validators = RemoteValidators(
                etag: inner["etag"]?.scalar?.text, lastModified: inner["lastModified"]?.scalar?.text)
            sources[item.key] = Source(
                entry: entry, validators: validators, commit: inner["commit"]?.scalar?.text,
                previous: inner["previous"]?.scalar?.text)
        }
    }

    private static func entry(_ item: Mapping.Entry, _ diagnostics: inout Diagnostics) -> Entry? {
        guard let inner = item.value.mapping, let sha256 = inner["sha256"]?.scalar?.text,
            sha256.utf8.count == 64, sha256.utf8.allSatisfy(isDigit),
            case .integer(let size) = inner["size"]?.scalar?.resolved, size >= 0
        else {
            diagnostics.report(.badEntry(item.key), at: item.keyPosition)
            return nil
        }
        return Entry(sha256: sha256, size: Int(size))
    }

    /// As it is written to the file: URLs in order.
    package var text: String {
        let documents = entries.sorted { $0.key < $1.key }.map { Self.member($0.key, Self.fields($0.value)) }
        let fetched = sources.sorted { $0.key < $1.key }.map { name, source in
            let more = [
                ("etag", source.validators.etag), ("lastModified", source.validators.lastModified),
                ("commit", source.commit), ("previous", source.previous),
            ]
            return Self.member(
                name, Self.fields(source.entry) + more.compactMap { key, text in text.map { Self.string(key, $0) } })
        }
        var root = [Self.member("documents", documents)]
        if !fetched.isEmpty { root.append(Self.member("sources", fetched)) }
        return Self.heading + Node(.mapping(Mapping(root)), at: Self.nowhere).yamlText
    }

    private static func fields(_ entry: Entry) -> [Mapping.Entry] {
        let size = Node(.scalar(Scalar(String(entry.size), isString: false)), at: nowhere)
        return [string("sha256", entry.sha256), .init(key: "size", keyPosition: nowhere, value: size)]
    }

    private static func string(_ key: String, _ text: String) -> Mapping.Entry {
        .init(key: key, keyPosition: nowhere, value: Node(.scalar(Scalar(text, isString: true)), at: nowhere))
    }

    private static func member(_ key: String, _ entries: [Mapping.Entry]) -> Mapping.Entry {
        .init(key: key, keyPosition: nowhere, value: Node(.mapping(Mapping(entries)), at: nowhere))
    }

    private static let nowhere = Position(file: FileID(index: 0), line: 1, column: 1)

    private static let heading = """
        # What remote documents held when they were read; keep this file under version control.
        # 'martlet generate --update-lock' fetches documents anew, and 'martlet update' sources.

        """

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension Diagnostic {
    fileprivate static let notALock = Diagnostic(
        .error, id: "bad-lock",
        "the file has no mapping 'documents'; restore it, or delete it and run again with --allow-remote")

    package static let emptyLock = Diagnostic(
        .error, id: "bad-lock", "the file is empty; restore it, or delete it and run again with --allow-remote")

    fileprivate static func badEntry(_ url: String) -> Diagnostic {
        Diagnostic(
            .error, id: "bad-lock",
            "the entry of '\(url)' needs 'sha256' with 64 hexadecimal digits and 'size'; restore it, or delete it and run "
                + "again with --allow-remote")
    }
}

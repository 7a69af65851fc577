// Paths as references and configurations write them.

package enum PathName {
    /// `path` as it is opened, where a file at `base` names it: relative to the folder of that file, without `.` and `..`. The
    /// current folder has a name too: nothing opens an empty path, and messages would name nothing.
    package static func joined(_ path: String, to base: String) -> String {
        if path.hasPrefix("/") || path == "-" || isURL(path) { return path }
        var steps: [String] = base.hasPrefix("/") ? [""] : []
        for step in base.split(separator: "/").dropLast() + path.split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                if let last = steps.last, !last.isEmpty, last != ".." { steps.removeLast() } else { steps.append("..") }
            default: steps.append(String(step))
            }
        }
        let plain = steps.joined(separator: "/")
        return plain.isEmpty ? base.hasPrefix("/") ? "/" : "." : plain
    }

    /// Whether `path` is a document on the network: an absolute URL of http or https.
    package static func isURL(_ path: String) -> Bool {
        let start = path.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// Whether a file is called as YAML or JSON is.
    package static func isDataFile(_ path: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { path.lowercased().hasSuffix($0) }
    }

    /// `path` as a repository has it: a file of a revision stands behind its name, `HEAD:api/openapi.yaml`.
    package static func withoutRevision(_ path: String) -> String {
        guard !isURL(path), let colon = path.firstIndex(of: ":") else { return path }
        return String(path[path.index(after: colon)...])
    }

    /// What the file at `path` is called without its extension: `Chart.get` for `schemas/Chart.get.yaml`, `Pet` for
    /// `Pet.schema.json`, as JSON Schema's own files end.
    package static func stem(of path: String) -> String? {
        guard let file = path.split(separator: "/").last else { return nil }
        var parts = file.split(separator: ".")
        if parts.count > 1 { parts.removeLast() }
        if parts.count > 1, parts.last == "schema" { parts.removeLast() }
        return parts.isEmpty ? String(file) : parts.joined(separator: ".")
    }

    /// `path` up to its last slash, with it.
    package static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

// The Info Object (OpenAPI 3.2.0, section 4.2).

internal import MartletSource

enum InfoDecoder {
    static func info(_ root: Fields, _ reading: inout Reading) -> Info {
        guard let node = root["info"], !node.isNull else {
            reading.report(.missing("info"), at: root.position)
            return Info(title: "API", summary: nil, description: nil, version: "0")
        }
        guard let info = Fields(following: node, as: "an Info Object", in: root.base, &reading) else {
            return Info(title: "API", summary: nil, description: nil, version: "0")
        }
        info.noteUnknown(
            known: ["title", "summary", "description", "termsOfService", "contact", "license", "version"], &reading)
        let title = info.string("title", &reading)
        let version = info.string("version", &reading)
        DocumentedLinks(info).check("termsOfService", &reading)
        DocumentedLinks(info).check(in: "contact", as: "a Contact Object", &reading)
        DocumentedLinks(info).check(in: "license", as: "a License Object", &reading)
        if title == nil { reading.report(.missing("info.title"), at: info.position) }
        if version == nil { reading.report(.missing("info.version"), at: info.position) }
        return Info(
            title: title ?? "API", summary: info.string("summary", &reading),
            description: info.string("description", &reading), version: version ?? "0")
    }
}

extension Diagnostic {
    fileprivate static func missing(_ field: String) -> Diagnostic {
        Diagnostic(.warning, id: "missing-field", "'\(field)' is required by OpenAPI; add it")
    }
}

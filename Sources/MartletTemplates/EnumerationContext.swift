// What `Enumeration.mustache` is rendered with.

import MartletIR
import MartletMustache

struct EnumerationContext {
    let spelling: TypeSpelling

    func values(_ enumeration: Enumeration) -> [String: MustacheValue] {
        let unknown = SwiftText.identifier(enumeration.unknownName)
        let rawType = spelling.text(.builtin(enumeration.rawType))
        let names = enumeration.cases.map { "." + SwiftText.identifier($0.name) }
        let isShort =
            "public static let knownValues: \(spelling.runtime)KnownValues<Self> = []".utf8.count
            + Wrapping.length(names) <= spelling.width
        return [
            "rawType": .string(rawType), "isString": .bool(enumeration.rawType == .string),
            "unknownName": .string(unknown),
            "caseLines": .list(caseLines(enumeration, unknown: "\(unknown)(\(rawType))")),
            "known": .string(names.joined(separator: ", ")),
            "knownLines": isShort ? nil : .lines(Wrapping.lines(names, width: spelling.width - 4)),
            "values": .list(
                enumeration.cases.map { item in
                    [
                        "caseName": .string(SwiftText.identifier(item.name)),
                        "literal": .string(item.value.swiftText),
                    ]
                }),
        ]
    }

    /// Cases without documentation share lines; the last is the one for a value that isn't listed.
    private func caseLines(_ enumeration: Enumeration, unknown: String) -> [MustacheValue] {
        var lines: [MustacheValue] = []
        var names: [String] = []
        func flush() {
            lines += Wrapping.lines(names, width: spelling.width - 5).map { line in
                ["names": .string(line.hasSuffix(",") ? String(line.dropLast()) : line), "documentation": .list([])]
            }
            names = []
        }
        for item in enumeration.cases {
            let name = SwiftText.identifier(item.name)
            if item.documentation.lines.isEmpty {
                names.append(name)
            } else {
                flush()
                lines.append([
                    "names": .string(name), "documentation": DocumentationContext.value(item.documentation),
                ])
            }
        }
        names.append(unknown)
        flush()
        return lines
    }
}

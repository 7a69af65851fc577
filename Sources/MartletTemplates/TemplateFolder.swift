// A user's templates: files of a folder that replace default ones of the same name, one at a time.

internal import Foundation
package import MartletMustache
package import MartletSource

package struct TemplateFolder: Sendable {
    fileprivate static let ending = ".mustache"

    private let path: String
    private let reader: SourceReader

    package init(_ path: String, _ reader: SourceReader) {
        self.path = path
        self.reader = reader
    }

    /// All templates, with those of the folder in place of the default ones; nil, with errors reported at `place`, where
    /// the folder can't be read or has a template that nothing would use.
    package func texts(_ diagnostics: inout Diagnostics, at place: Position?) -> [String: String]? {
        let defaults = EmbeddedTemplates.texts
        guard let names = Self.names(in: path) else {
            diagnostics.report(.noFolder(path), at: place)
            return nil
        }
        var texts = defaults
        var isWhole = true
        for file in names {
            let name = String(file.dropLast(Self.ending.count))
            do throws(FileFault) {
                if defaults[name] == nil {
                    diagnostics.report(.unknownTemplate(path + "/" + file, known: defaults.keys.sorted()), at: place)
                    isWhole = false
                } else {
                    texts[name] = try text(of: path + "/" + file)
                }
            } catch {
                diagnostics.report(.unreadable(path + "/" + file, error), at: place)
                isWhole = false
            }
        }
        return isWhole ? texts : nil
    }

    /// The templates in a folder, in the order of their names; nil where it can't be read. Hidden files are none: editors
    /// and systems leave them.
    package static func names(in folder: String) -> [String]? {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        return names?.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
    }

    private func text(of path: String) throws(FileFault) -> String {
        let bytes = try reader.bytes(at: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileFault("the file is not UTF-8 text; save it as UTF-8", id: "not-utf8")
        }
        return text
    }

    /// Reports what is wrong with a template, in its file where the folder has it.
    package static func report(
        _ error: MustacheError, in folder: String?, _ limits: Limits, _ diagnostics: inout Diagnostics
    ) {
        guard !error.isOverflow else {
            diagnostics.report(.tooLarge(limits.output), at: nil)
            return
        }
        guard let location = error.location else {
            diagnostics.report(Diagnostic(.error, id: "template", error.message), at: nil)
            return
        }
        let file = location.template + ending
        let path = folder.map { $0 + "/" + file }
        let isOwn = path.map(FileManager.default.fileExists) ?? false
        let name = isOwn ? path ?? file : file
        let position = Position(
            file: diagnostics.addFile(name), line: UInt32(clamping: location.line),
            column: UInt32(clamping: location.column))
        diagnostics.report(Diagnostic(.error, id: "template", error.message), at: position)
    }
}

extension Diagnostic {
    fileprivate static func tooLarge(_ size: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "the generated files are larger than \(size) bytes; choose operations with 'include' in the configuration"
                + Limits.advice("output"))
    }

    fileprivate static func noFolder(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, id: "template", "the folder of templates \(path) can't be read; fix its path, or make the folder")
    }

    fileprivate static func unknownTemplate(_ path: String, known: [String]) -> Diagnostic {
        let name = String((path.split(separator: "/").last ?? "").dropLast(TemplateFolder.ending.count))
        var nearest = NearestKey()
        let hint = nearest.hint(for: name, among: known)
        return Diagnostic(
            .error, id: "template",
            "\(path) replaces no template\(hint.isEmpty ? "; known" : hint + " Known") templates are "
                + "\(known.joined(separator: ", "))"
        )
    }

    fileprivate static func unreadable(_ path: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.error, id: fault.id, "\(path): \(fault.reason)")
    }
}

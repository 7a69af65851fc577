// `--aliases-from OLD`: the version whose names go on to be there, deprecated.

import MartletCommandLine
import MartletConfiguration
import MartletDiff
import MartletGenerator
import MartletIR
import MartletSource

struct OlderNames {
    private let old: API

    /// Reads the OLD of `arguments`; nil, with errors reported, where it has errors.
    ///
    /// - Parameters:
    ///   - overrides: what the command line changes of OLD, where that is a configuration.
    ///   - configuration: what OLD is read with, where that is a document.
    init?(
        _ text: String, _ arguments: Arguments, _ overrides: ConfigurationOverrides, _ configuration: Configuration,
        _ access: FileAccess, _ diagnostics: inout Diagnostics
    ) {
        let source: DiffSource
        do throws(FileFault) {
            source = try DiffSource(text, access)
        } catch {
            diagnostics.report(Diagnostic(.error, id: error.id, "\(text): \(error.reason)"), at: nil)
            return nil
        }
        // What else there is to say about OLD was said when it was generated from.
        var unheard = Diagnostics(filesFrom: diagnostics.files.count)
        let overlays = arguments.values("--overlay").map(DiffInputs.absolute)
        let own = Input(source.path, overlays: overlays, reader: source.reader).configuration(&unheard)
        var older = configuration
        if let own, own.root != nil {
            older = overrides.applied(to: own)
        } else {
            older.spec = source.path
            older.overlays = configuration.overlays.map(DiffInputs.absolute)
        }
        guard own != nil, let version = DocumentVersion(older, reader: source.reader, &unheard) else {
            diagnostics.join(unheard, atLeast: .error)
            diagnostics.report(.notRead(text), at: nil)
            return nil
        }
        old = Generator(older, reader: source.reader).lower(version.document, &unheard)
    }

    func names(_ new: API) -> CompatibilityNames {
        SourceComparison(old: old, new: new).compatibilityNames(new)
    }
}

extension Diagnostic {
    fileprivate static func notRead(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unreadable-file",
            "'\(text)', whose names '--aliases-from' asks for, can't be read; name a version without "
                + "these errors")
    }
}

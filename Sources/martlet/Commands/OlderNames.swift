// `--aliases-from OLD`: the version whose names go on to be there, deprecated.
import MartletConfiguration
import MartletDiff
import MartletGenerator
import MartletIR
import MartletSource

struct OlderNames {
    private let old: API

    /// Reads OLD as `configuration` says; nil, with errors reported, where that is no document.
    init?(
        _ text: String, _ configuration: Configuration, _ access: FileAccess, _ diagnostics: inout Diagnostics
    ) {
        var configuration = configuration
        let source: DiffSource
        do throws(FileFault) {
            source = try DiffSource(text, access)
        } catch {
            diagnostics.report(Diagnostic(.error, id: error.id, "\(text): \(error.reason)"), at: nil)
            return nil
        }
        configuration.spec = source.path
        configuration.overlays = configuration.overlays.map(DiffInputs.absolute)
        // What there is to say about OLD was said when it was generated from.
        var unheard = Diagnostics()
        guard let version = DocumentVersion(configuration, reader: source.reader, &unheard) else {
            diagnostics.report(.notRead(text), at: nil)
            return nil
        }
        old = Generator(configuration, reader: source.reader).lower(version.document, &unheard)
    }

    func names(_ new: API) -> CompatibilityNames {
        SourceComparison(old: old, new: new).compatibilityNames(new)
    }
}

extension Diagnostic {
    fileprivate static func notRead(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unreadable-file",
            "'\(text)', whose names '--aliases-from' asks for, can't be read without errors; 'martlet validate' lists "
                + "them"
        )
    }
}

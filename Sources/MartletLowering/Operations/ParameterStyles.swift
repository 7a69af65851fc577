// Which styles belong where (OpenAPI 3.2.0, section 4.12.3, "Style Values").

import MartletIR
import MartletSource

extension MartletIR.Parameter.Place {
    /// The first is that of a parameter without one.
    private var styles: [MartletIR.Parameter.Style] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query, .queryString: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        }
    }

    /// The style that `text` names, if it belongs here.
    func style(_ text: String?, at position: Position, _ diagnostics: inout Diagnostics) -> MartletIR.Parameter.Style {
        let normal = styles[0]
        guard let text else { return normal }
        guard let style = MartletIR.Parameter.Style(rawValue: text) else {
            diagnostics.report(.unknownStyle(text, normal), at: position)
            return normal
        }
        if styles.contains(style) { return style }
        diagnostics.report(.misplacedStyle(style, self, normal), at: position)
        return normal
    }
}

extension Diagnostic {
    fileprivate static func unknownStyle(_ text: String, _ style: MartletIR.Parameter.Style) -> Diagnostic {
        Diagnostic(
            .warning, id: "unknown-style", "'\(text)' isn't a parameter style; read as '\(style.rawValue)'; write that")
    }

    fileprivate static func misplacedStyle(
        _ style: MartletIR.Parameter.Style, _ place: MartletIR.Parameter.Place, _ normal: MartletIR.Parameter.Style
    ) -> Diagnostic {
        Diagnostic(
            .warning, id: "misplaced-style",
            "the style '\(style.rawValue)' isn't one of '\(place.rawValue)'; read as '\(normal.rawValue)'; write that")
    }
}

// Reads YAML and JSON text into located nodes: libyaml scans, this file composes.

internal import MartletLibYAML

package struct YAMLReader {
    private let text: PreparedText
    private let file: FileID
    private let firstLine: UInt32
    private let limits: Limits

    /// `firstLine` is the line, from 1, on which `bytes` begin in their file: a fenced block begins further down.
    package init(_ bytes: [UInt8], file: FileID, firstLine: UInt32 = 1, limits: Limits = .init()) {
        text = PreparedText(bytes)
        self.file = file
        self.firstLine = firstLine
        self.limits = limits
    }

    /// The first document of the text, with a warning where others follow; nil, with an error reported, where it can't be
    /// read, which is `fault` where there is none.
    package func read(ifEmpty fault: Diagnostic = .emptyDocument, _ diagnostics: inout Diagnostics) -> Node? {
        if let offset = text.firstInvalidOffset {
            diagnostics.report(
                .notUTF8(at: offset),
                at: PreparedText.position(ofByte: offset, in: text.bytes, file: file, firstLine: firstLine))
            return nil
        }
        let before = diagnostics
        // What libyaml takes for a line break may be misread without a word.
        let standIns = StandIns.areBreaks(in: text.bytes) ? StandIns(text.bytes) : nil
        switch attempt(standIns, &diagnostics) {
        case .done(let node): return node
        case .empty:
            diagnostics.report(fault, at: start)
            return nil
        case .refused(let refusal):
            diagnostics = before
            return readOtherwise(after: refusal, &diagnostics)
        }
    }

    /// What libyaml refuses may be JSON, or have no fault but a character that libyaml doesn't know.
    private func readOtherwise(after refusal: Refusal, _ diagnostics: inout Diagnostics) -> Node? {
        if PreparedText.isJSON(text.original) {
            let errors = diagnostics
            var json = JSONReader(text.original, at: start, limits: limits)
            if let node = json.read(&diagnostics) { return node }
            // What goes beyond a limit has been said.
            if json.isStopped { return nil }
            diagnostics = errors
        }
        var refusal = refusal
        if refusal.isCharacter, let standIns = StandIns(text.bytes) {
            let before = diagnostics
            switch attempt(standIns, &diagnostics) {
            case .done(let node): return node
            case .empty: break
            case .refused(let other):
                diagnostics = before
                if !other.isCharacter { refusal = other }
            }
        }
        diagnostics.report(refusal.diagnostic, at: refusal.position)
        return nil
    }

    private struct Refusal {
        var diagnostic: Diagnostic
        var position: Position
        /// Whether nothing is wrong but a character.
        var isCharacter: Bool
    }

    private enum Outcome {
        /// Nil where the text is no document or goes beyond the limits, which is reported.
        case done(Node?)
        /// There is no document at all.
        case empty
        case refused(Refusal)
    }

    private func attempt(_ standIns: StandIns?, _ diagnostics: inout Diagnostics) -> Outcome {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            diagnostics.report(.outOfMemory, at: start)
            return .done(nil)
        }
        defer { yaml_parser_delete(&parser) }
        return (standIns?.bytes ?? text.bytes).withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var composer = NodeComposer(limits: limits, standIns: standIns)
            return compose(&parser, &composer, buffer, &diagnostics)
        }
    }

    private func compose(
        _ parser: inout yaml_parser_t, _ composer: inout NodeComposer, _ bytes: UnsafeBufferPointer<UInt8>,
        _ diagnostics: inout Diagnostics
    ) -> Outcome {
        var event = yaml_event_t()
        while true {
            guard yaml_parser_parse(&parser, &event) == 1 else {
                return .refused(
                    Refusal(
                        diagnostic: .syntax(parser), position: problemPosition(parser, bytes),
                        isCharacter: parser.error == YAML_READER_ERROR))
            }
            defer { yaml_event_delete(&event) }
            let place = position(event.start_mark)
            switch event.type {
            case YAML_SCALAR_EVENT:
                composer.scalar(event.data.scalar, at: place, &diagnostics)
            case YAML_MAPPING_START_EVENT:
                composer.begin(.mapping, anchor: event.data.mapping_start.anchor, at: place, &diagnostics)
            case YAML_SEQUENCE_START_EVENT:
                composer.begin(.sequence, anchor: event.data.sequence_start.anchor, at: place, &diagnostics)
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
                composer.end(&diagnostics)
            case YAML_ALIAS_EVENT:
                composer.alias(event.data.alias.anchor, at: place, &diagnostics)
            case YAML_DOCUMENT_END_EVENT:
                if let rest = rest(&parser, bytes) { diagnostics.report(.textAfterDocument, at: rest) }
                return .done(composer.root)
            case YAML_STREAM_END_EVENT:
                return .empty
            default:
                break
            }
            if composer.isStopped { return .done(nil) }
        }
    }

    /// Where something follows the document that was read; nil where nothing does, or documents without content.
    private func rest(_ parser: inout yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>) -> Position? {
        var event = yaml_event_t()
        var beginning: Position?
        while true {
            guard yaml_parser_parse(&parser, &event) == 1 else {
                return beginning ?? problemPosition(parser, bytes)
            }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT: return nil
            case YAML_DOCUMENT_START_EVENT: beginning = position(event.start_mark)
            case YAML_DOCUMENT_END_EVENT: break
            case YAML_SCALAR_EVENT where event.data.scalar.length == 0: break
            default: return beginning
            }
        }
    }

    private func problemPosition(_ parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>) -> Position {
        // A reader problem (a forbidden character) has an offset only.
        if parser.error == YAML_READER_ERROR {
            return PreparedText.position(
                ofByte: Int(parser.problem_offset), in: bytes, file: file, firstLine: firstLine)
        }
        // What is never closed is mended where it was opened, not at the end of the text.
        let problem = parser.problem.map { String(cString: $0) } ?? ""
        let isOpen = problem.contains("unexpected end of stream") && parser.context != nil
        return position(isOpen ? parser.context_mark : parser.problem_mark)
    }

    private func position(_ mark: yaml_mark_t) -> Position {
        text.position(line: mark.line, column: mark.column, file: file, firstLine: firstLine)
    }

    private var start: Position {
        Position(file: file, line: firstLine, column: 1)
    }
}

extension Diagnostic {
    fileprivate static func notUTF8(at offset: Int) -> Diagnostic {
        Diagnostic(.error, id: "not-utf8", "the file is not UTF-8 text (byte \(offset)); save it as UTF-8")
    }

    fileprivate static let outOfMemory = Diagnostic(
        .error, id: "out-of-memory", "there isn't enough memory to read this file; split it, or use a machine with more"
    )

    package static let emptyDocument = Diagnostic(
        .error, id: "empty-document",
        "the file is empty; an OpenAPI document begins with 'openapi: 3.1.0', a configuration with 'spec: openapi.yaml', "
            + "an overlay with 'overlay: 1.1.0'")

    fileprivate static let textAfterDocument = Diagnostic(
        .warning, id: "text-after-document",
        "the document ends before this, and what follows isn't read; delete it, or move it to a file of its own")

    fileprivate static func syntax(_ parser: yaml_parser_t) -> Diagnostic {
        let problem = parser.problem.map { String(cString: $0) } ?? "the text can't be read"
        let context = parser.context.map { " " + String(cString: $0) } ?? ""
        return Diagnostic(.error, id: "yaml-syntax", problem + context + YAMLReader.advice(for: problem))
    }
}

extension YAMLReader {
    /// What to do about the problems that people meet most.
    fileprivate static func advice(for problem: String) -> String {
        if problem.contains("cannot start any token") {
            return "; a tab can't indent, and a value that begins with @ ` or % needs quotes"
        }
        if problem.contains("tab character") { return "; indent with spaces" }
        if problem.contains("unexpected end of stream") { return "; a quote or bracket opened here is never closed" }
        if problem.contains("mapping values are not allowed") {
            return "; put the value in quotes if it holds ': ', or fix the indentation"
        }
        if problem.contains("expected ',' or") {
            return
                "; a bracket opened further up is not closed before this, or a key has more than 1,024 characters or "
                + "its colon on another line"
        }
        if problem.contains("control characters") { return "; remove the character or write it as an escape" }
        return ""
    }
}

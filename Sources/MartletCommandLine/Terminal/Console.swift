// Where the tool's text goes: results to standard output, everything said about them to standard error.

import Foundation
package import MartletSource

package struct Console {
    package enum Verbosity {
        /// Results, warnings and errors alone.
        case quiet
        case usual
        /// Notes too.
        case verbose
    }

    private var verbosity: Verbosity
    /// Nil where nobody looks on.
    private let progress: Progress?

    package init(_ verbosity: Verbosity = .usual) {
        self.verbosity = verbosity
        let isShown = verbosity != .quiet && Terminal.errors.isCapable
        progress = isShown ? Progress { text in Self.write(text, to: .standardError) } : nil
    }

    package var isQuiet: Bool {
        verbosity == .quiet
    }

    /// The same, where only results count.
    package var quiet: Console {
        var console = self
        console.verbosity = .quiet
        return console
    }

    // MARK: Text

    package func print(_ lines: [String]) {
        write(lines, to: .standardOutput)
    }

    package func print(_ line: String) {
        print([line])
    }

    /// What is no result, and left out where quiet is asked for.
    package func say(_ lines: [String]) {
        if !isQuiet { print(lines) }
    }

    package func say(_ line: String) {
        say([line])
    }

    package func report(_ lines: [String]) {
        write(lines, to: .standardError)
    }

    package func report(_ line: String) {
        report([line])
    }

    // MARK: Diagnostics

    /// Warnings and errors, or what `least` says; notes too where they are asked for, and then all of an id, since a
    /// document that slips does so a hundred times.
    package func report(_ diagnostics: Diagnostics, atLeast least: Diagnostic.Severity = .warning) {
        let isVerbose = verbosity == .verbose
        report(
            diagnostics.rendered(
                atLeast: isVerbose ? .note : least, isColoured: Terminal.errors.hasColour, most: isVerbose ? nil : 3))
    }

    /// As a result: notes too, unless quiet is asked for.
    package func print(_ diagnostics: Diagnostics) {
        print(diagnostics.rendered(atLeast: isQuiet ? .warning : .note, isColoured: Terminal.output.hasColour))
    }

    // MARK: Progress

    /// Times the stages of work on `subject`, and shows them where it takes long.
    package func clock(_ subject: String) -> StageClock {
        let name = subject == "-" ? "standard input" : subject
        guard let progress else { return StageClock() }
        return StageClock { stage in progress.enter(stage, of: name) }
    }

    /// Work on `subject` has come to `stage`, which shows where it takes long.
    package func enter(_ stage: String, of subject: String) {
        progress?.enter(stage, of: subject == "-" ? "standard input" : subject)
    }

    /// There is nothing more to do.
    package func end() {
        progress?.end()
    }

    private func write(_ lines: [String], to file: FileHandle) {
        guard !lines.isEmpty else { return }
        progress?.clear()
        Self.write(lines.map { $0 + "\n" }.joined(), to: file)
    }

    private static func write(_ text: String, to file: FileHandle) {
        do {
            try file.write(contentsOf: Data(text.utf8))
        } catch {
            // What is said about a result isn't the result.
            guard file === FileHandle.standardOutput else { return }
            // Half a result must not pass for a whole one.
            let text = "martlet: standard output can't be written: \(error.localizedDescription)\n"
            try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
            exit(ExitCode.failed.rawValue)
        }
    }
}

// Where the tool's text goes: results to standard output, everything said about them to standard error.
import Foundation

struct Console {
    func print(_ lines: [String]) {
        write(lines, to: .standardOutput)
    }

    func print(_ line: String) {
        print([line])
    }

    func report(_ lines: [String]) {
        write(lines, to: .standardError)
    }

    func report(_ line: String) {
        report([line])
    }

    private func write(_ lines: [String], to file: FileHandle) {
        guard !lines.isEmpty else { return }
        do {
            try file.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        } catch {
            // Half a result must not pass for a whole one; there may be nowhere left to say why.
            exit(ExitCode.failed.rawValue)
        }
    }
}

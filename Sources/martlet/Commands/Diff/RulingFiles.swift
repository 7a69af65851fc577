// The files that say which findings are known, and how much rules matter.

import Foundation
import MartletCommandLine
import MartletDiff
import MartletSource

struct RulingFiles {
    private let arguments: Arguments
    private let disk: FileAccess

    init(_ arguments: Arguments, _ limits: Limits) {
        self.arguments = arguments
        disk = .disk(limits: limits)
    }

    func rulings(_ diagnostics: inout Diagnostics) -> Rulings {
        var rulings = Rulings()
        for path in arguments.values("--ignore") {
            if let text = text(path, &diagnostics) {
                rulings.ignore(text, file: diagnostics.addFile(path), &diagnostics)
            }
        }
        for path in arguments.values("--severity") {
            if let text = text(path, &diagnostics) {
                rulings.severity(text, file: diagnostics.addFile(path), &diagnostics)
            }
        }
        return rulings
    }

    private func text(_ path: String, _ diagnostics: inout Diagnostics) -> String? {
        do throws(FileFault) {
            return String(decoding: try disk.read(path), as: UTF8.self)
        } catch {
            diagnostics.report(Diagnostic(.error, id: error.id, "\(path): \(error.reason)"), at: nil)
            return nil
        }
    }
}

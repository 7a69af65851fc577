// The sources that configurations in one folder name, which share a lock.

import Foundation
import MartletCommandLine
import MartletConfiguration
import MartletSource

struct NamedSources {
    /// Nil where a file can't be read, which may be a configuration with any source.
    let names: Set<String>?

    /// - Parameter path: that of a configuration.
    init(beside path: String) {
        let folder = PathName.folder(of: path)
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        var names: Set<String> = []
        for file in files where PathName.isDataFile(file) {
            var unheard = Diagnostics()
            guard let configuration = Input(folder + file, overlays: []).configuration(&unheard) else {
                self.names = nil
                return
            }
            if let source = configuration.source { names.insert(source.name) }
        }
        self.names = names
    }
}

// The files of one folder, as the writer needs them: read, staged under another name, put in place, removed.

internal import Foundation

/// A text that is written, but not in its place yet.
struct StagedFile {
    var temporary: String
    var name: String
}

struct OutputFolder: Sendable {
    enum Entry {
        case missing
        case folder
        case file(Data)
    }

    let path: String
    /// What messages call the folder.
    let name: String

    /// Whether the folder is there; a fault where a file has its name.
    func exists() throws(OutputFault) -> Bool {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return false }
        guard isDirectory.boolValue else { throw .fileForFolder(name) }
        return true
    }

    /// Makes the folder, and those on the way to it.
    func create() throws(OutputFault) {
        if try exists() { return }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .noFolder(name, obstacle: obstacle)
        }
    }

    func entry(_ name: String) throws(OutputFault) -> Entry {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: location(name), isDirectory: &isDirectory) else {
            return .missing
        }
        if isDirectory.boolValue { return .folder }
        do {
            return .file(try Data(contentsOf: URL(fileURLWithPath: location(name))))
        } catch {
            throw .unreadable(title(of: name))
        }
    }

    func title(of name: String) -> String {
        self.name + "/" + name
    }

    /// Writes `text` beside where it belongs.
    func stage(_ text: String, number: Int, for name: String) throws(OutputFault) -> StagedFile {
        let temporary = LeftoverFiles.name(number)
        let code = DescriptorFile.write(text, to: location(temporary))
        guard code == 0 else {
            unlink(location(temporary))
            throw .notWritten(title(of: name), code)
        }
        return StagedFile(temporary: temporary, name: name)
    }

    /// Gives a staged file its name, in one step: whoever reads that name sees the old text or the new one.
    func put(_ file: StagedFile) throws(OutputFault) {
        guard rename(location(file.temporary), location(file.name)) == 0 else {
            throw .notWritten(title(of: file.name), errno)
        }
    }

    /// Removes a staged file that didn't get its name.
    func discard(_ file: StagedFile) {
        unlink(location(file.temporary))
    }

    func remove(_ name: String) throws(OutputFault) {
        guard unlink(location(name)) == 0 || errno == ENOENT else { throw .notRemoved(title(of: name), errno) }
    }

    /// Removes what killed runs left behind.
    func removeLeftovers() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names where LeftoverFiles.isLeftover(name) { unlink(location(name)) }
    }

    /// Whether `name` is another spelling of one of `others`, where the disk takes upper and lower case for the same.
    func isSameFile(_ name: String, asOneOf others: [String]) -> Bool {
        others.contains { other in
            guard other.lowercased() == name.lowercased(), let number = number(of: name) else { return false }
            return number == self.number(of: other)
        }
    }

    private func number(of name: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: location(name)))?[.systemFileNumber] as? Int
    }

    private func location(_ name: String) -> String {
        path + "/" + name
    }

    /// The file that stands where a folder on the way to this one should, if any.
    private var obstacle: String? {
        var steps = path.split(separator: "/", omittingEmptySubsequences: false)
        while !steps.isEmpty {
            let ancestor = steps.joined(separator: "/")
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: ancestor, isDirectory: &isDirectory) {
                return isDirectory.boolValue ? nil : ancestor
            }
            steps.removeLast()
        }
        return nil
    }
}

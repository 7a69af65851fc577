// Why generated files can't be written, in words for their user.

internal import Foundation

package struct OutputFault: Error, Hashable {
    package var reason: String

    private init(_ reason: String) {
        self.reason = reason
    }
}

extension OutputFault {
    static func foreign(_ file: String) -> OutputFault {
        OutputFault("\(file) is in the way, and martlet didn't make it; move it away, or choose another output folder")
    }

    static func folderInTheWay(_ file: String) -> OutputFault {
        OutputFault("\(file) is a folder, where a file is to be written; move it away, or choose another output folder")
    }

    static func notPlain(_ name: String) -> OutputFault {
        OutputFault(
            "'\(name)' can't be the name of a generated file; use one without '/' that doesn't begin with '.' or '#'")
    }

    static func fileForFolder(_ folder: String) -> OutputFault {
        OutputFault(
            "\(folder) is a file, where the output folder should be; move it away, or choose another output folder")
    }

    static func noFolder(_ folder: String, obstacle: String?) -> OutputFault {
        guard let obstacle else {
            return OutputFault("the folder \(folder) can't be made; check the permissions of the folder above it")
        }
        return OutputFault(
            "the folder \(folder) can't be made, since \(obstacle) is a file; move it away, or choose another folder"
        )
    }

    static func unreadable(_ file: String) -> OutputFault {
        OutputFault("\(file) can't be read; check its permissions")
    }

    static func notWritten(_ file: String, _ code: Int32) -> OutputFault {
        OutputFault("\(file) can't be written: \(cause(code))")
    }

    static func notRemoved(_ file: String, _ code: Int32) -> OutputFault {
        OutputFault("\(file) is no longer generated, but can't be removed: \(cause(code))")
    }

    private static func cause(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "its folder is read-only for you; change the permissions of the folder"
        case EROFS: "its disk is read-only; choose another output folder"
        case ENOSPC: "the disk is full; make room and run again"
        case EFBIG: "it is larger than files may be here; raise that with 'ulimit -f'"
        case EDQUOT: "your disk quota is used up; make room and run again"
        case EISDIR, ENOTDIR, EEXIST, ENOTEMPTY: "a folder has its name; move that away"
        default: String(cString: strerror(code))
        }
    }
}

// What is fuzzed: bytes go in, and a property of what comes out must hold. `Scripts/fuzz` builds and runs it.

import Foundation

/// One kind of input that strangers write.
enum FuzzTarget: String, CaseIterable {
    case yaml, jsonpath, document, mustache, sse, multipart, dates, jsonvalue

    func run(_ bytes: [UInt8]) {
        switch self {
        case .yaml: fuzzYAML(bytes)
        case .jsonpath: fuzzJSONPath(bytes)
        case .document: fuzzDocument(bytes)
        case .mustache: fuzzMustache(bytes)
        case .sse: fuzzEventStream(bytes)
        case .multipart: fuzzMultipart(bytes)
        case .dates: fuzzDates(bytes)
        case .jsonvalue: fuzzJSONValue(bytes)
        }
    }

    /// What the environment names: libFuzzer keeps the command line to itself.
    static let current: FuzzTarget? = ProcessInfo.processInfo.environment["MARTLET_FUZZ_TARGET"].flatMap(Self.init)
}

/// The `argv` of C.
public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's loop, which reads the command line.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM takes the entry of an executable by this name, which libFuzzer's own would not have.
@_cdecl("martlet_fuzz_main")
public func run(_ count: CInt, _ arguments: Arguments) -> CInt {
    guard FuzzTarget.current != nil else {
        fatalError("MARTLET_FUZZ_TARGET names none of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { start, size in
        FuzzTarget.current?.run(Array(UnsafeBufferPointer(start: start, count: size)))
        return 0
    }
}

/// Ends the run with an input that breaks a property.
func require(_ isTrue: Bool, _ property: @autoclosure () -> String) {
    if !isTrue { fatalError(property()) }
}

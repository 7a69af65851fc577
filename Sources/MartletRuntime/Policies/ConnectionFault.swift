// Which errors of a transport mean that the connection failed, so that another may do better.

import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Whether a request may be sent again after this error. Faults of TLS are none: they would only repeat.
func isConnectionFault(_ error: any Error) -> Bool {
    if let fault = error as? TimeoutFault { return fault.limit == .connect }
    guard let error = error as? URLError else { return false }
    let faults: Set<URLError.Code> = [
        .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .networkConnectionLost, .notConnectedToInternet,
        .timedOut,
    ]
    if faults.contains(error.code) { return true }
    #if canImport(FoundationNetworking)
        // An empty reply has this code here, and what has no code of its own is told by the words of curl alone, TLS too.
        if error.code == .badServerResponse { return true }
        let words = ["Recv failure", "Send failure", "Failed to connect", "Could not connect", "Couldn't connect"]
        let text = error.localizedDescription
        let isSecurity = ["SSL", "TLS", "certificate"].contains { text.contains($0) }
        return error.code == .unknown && !isSecurity && words.contains { text.hasPrefix($0) }
    #else
        return false
    #endif
}

/// An error of a transport without the address that failed, which may hold a secret.
func withoutAddress(_ error: any Error) -> any Error {
    guard let error = error as? URLError else { return error }
    return URLError(error.code, userInfo: [NSLocalizedDescriptionKey: error.localizedDescription])
}

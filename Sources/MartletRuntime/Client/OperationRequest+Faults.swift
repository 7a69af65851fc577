// What is said of requests that can't be sent.

import Foundation

extension OperationRequest {
    func invalid(_ why: String) -> ClientError {
        ClientError(operation, .invalidRequest(why))
    }

    func unencodable(_ what: String, _ error: any Error) -> ClientError {
        guard case EncodingError.invalidValue(_, let context) = error else {
            return invalid("\(what) can't be encoded: \(error)")
        }
        let place = context.codingPath.isEmpty ? "" : " at \(jsonPath(context.codingPath))"
        return invalid("\(what) can't be encoded\(place): \(context.debugDescription)")
    }
}

/// For a field that would break out of its line, or has no valid name (RFC 9110, section 5).
func malformedHeader(_ name: String) -> String {
    "the header field \(name.debugDescription) has a character in its name or value that HTTP doesn't allow, "
        + "such as a line break"
}

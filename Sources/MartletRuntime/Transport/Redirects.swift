// Where a response sends its request on to: Foundation loses the body there on Linux, and misreads relative addresses.

import Foundation

extension TransportRequest {
    /// More redirects than this end a call.
    static let mostRedirects = 20

    /// What a response asks for in place of this request (RFC 9110, section 15.4); nil where it is an answer itself, which
    /// one without an address is too, or with one that isn't HTTP.
    ///
    /// - Throws: ``ExplainedFault`` where the request may not be repeated there.
    func redirected(by head: TransportHead) throws -> TransportRequest? {
        guard [301, 302, 303, 307, 308].contains(head.status),
            let target = head.headers["Location"].flatMap(address), target.host?.isEmpty == false
        else { return nil }
        var next = self
        next.url = target
        if becomesGet(after: head.status) {
            (next.method, next.body) = (.get, nil)
            for name in ["Content-Type", "Content-Encoding", "Content-Language", "Content-Location"] {
                next.headers[name] = nil
            }
        }
        if !isSameOrigin(url, target) {
            if next.body != nil, bodyHasCredentials {
                throw ExplainedFault(
                    "The server redirects to another one, which must not see the credentials in the body")
            }
            let secrets = headers.fields.map(\.name).filter(Redaction.isSecret)
            for name in secrets + credentialHeaders + ["Host"] { next.headers[name] = nil }
        }
        return next
    }

    /// The address of HTTP that `location` is; Foundation takes schemes in small letters only.
    private func address(_ location: String) -> URL? {
        guard let target = URL(string: location, relativeTo: url)?.absoluteURL,
            var parts = URLComponents(url: target, resolvingAgainstBaseURL: true)
        else { return nil }
        parts.scheme = parts.scheme?.lowercased()
        return ["http", "https"].contains(parts.scheme) ? parts.url : nil
    }

    /// As browsers have it (WHATWG Fetch, section 4.4): what was sent isn't sent again.
    private func becomesGet(after status: Int) -> Bool {
        switch status {
        case 301, 302: method == .post
        case 303: method != .get && method != .head
        default: false
        }
    }
}

/// Whether two addresses share scheme, host and port (RFC 6454, section 4).
func isSameOrigin(_ a: URL?, _ b: URL?) -> Bool {
    guard let a, let b, let host = a.host?.lowercased() else { return false }
    let scheme = a.scheme?.lowercased()
    let port = { (url: URL) in url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80) }
    return host == b.host?.lowercased() && scheme == b.scheme?.lowercased() && port(a) == port(b)
}

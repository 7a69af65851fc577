// What a server says of a document: its content, or that it is what was sent before.

/// What tells versions of a document apart on its server (RFC 9110, section 8.8); a request with them is conditional.
package struct RemoteValidators: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool {
        etag == nil && lastModified == nil
    }
}

package enum RemoteAnswer: Hashable, Sendable {
    case content([UInt8], RemoteValidators)
    /// Status 304, which only a conditional request has.
    case notModified
}

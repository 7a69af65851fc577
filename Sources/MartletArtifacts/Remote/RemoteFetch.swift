// Fetches one document over http or https, within limits: it knows neither lock nor cache.

internal import Foundation
internal import MartletSource

/// How far a fetch goes.
package struct RemoteLimits: Sendable {
    /// In bytes, after any decompression.
    package var size = 64 << 20
    /// In seconds, with all redirects.
    package var time = 30.0
    package var redirects = 5
    /// Documents in one run: a server may make up ever new ones.
    package var documents = 1000

    package init() {}
}

struct RemoteFetch: Sendable {
    let limits: RemoteLimits
    let allowsPrivateNetwork: Bool

    /// The content at `text`.
    func fetch(_ text: String) throws(FileFault) -> [UInt8] {
        guard case .content(let bytes, _) = try answer(text, known: .init()) else { throw .notModified }
        return bytes
    }

    /// The content at `text`, unless that is what `known` names.
    func answer(_ text: String, known: RemoteValidators) throws(FileFault) -> RemoteAnswer {
        guard var url = Self.url(text) else { throw .notAnAddress }
        let deadline = Date(timeIntervalSinceNow: limits.time)
        for _ in 0...limits.redirects {
            try check(url)
            switch RemoteExchange(limits: limits).run(url, known, until: deadline) {
            case .answer(let answer): return answer
            case .failure(let fault): throw fault
            case .redirect(let next):
                guard Self.mayFollow(from: url, to: next) else { throw .badRedirect(next.absoluteString) }
                url = next
            }
        }
        throw .tooManyRedirects(limits.redirects)
    }

    /// References may have characters that a URL must encode, such as the braces of `pets_{id}.yaml`.
    private static func url(_ text: String) -> URL? {
        let whole = text.prefix { $0 != "#" }
        return URL(string: String(whole))
            ?? whole.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed).flatMap { URL(string: $0) }
    }

    /// To the same scheme, or from http to https.
    private static func mayFollow(from url: URL, to next: URL) -> Bool {
        switch (url.scheme?.lowercased(), next.scheme?.lowercased()) {
        case ("http", "http"), ("http", "https"), ("https", "https"): true
        default: false
        }
    }

    /// Every address of the host must be a public one. The session resolves the name once more: a name server that
    /// answers otherwise in between isn't caught.
    private func check(_ url: URL) throws(FileFault) {
        guard ["http", "https"].contains(url.scheme?.lowercased()), let host = url.host, !host.isEmpty else {
            throw .notAnAddress
        }
        if url.user != nil || url.password != nil { throw .credentials }
        if allowsPrivateNetwork { return }
        let addresses = NetworkAddress.addresses(of: host.trimmingCharacters(in: ["[", "]"]))
        if addresses.isEmpty { throw .unknownHost(host) }
        if !addresses.allSatisfy(\.isPublic) { throw .privateHost(host) }
    }
}

extension FileFault {
    fileprivate static let notAnAddress = FileFault(
        "it isn't an http or https URL with a host; fix it", id: "remote-reference")

    fileprivate static let notModified = FileFault(
        "the server says that it hasn't changed, though nobody asked; check the URL", id: "remote-reference")

    fileprivate static let credentials = FileFault(
        "it holds a user name or a password, which would be written to martlet.lock; leave them out, and save what "
            + "needs them as a file", id: "remote-reference")

    fileprivate static func badRedirect(_ url: String) -> FileFault {
        FileFault(
            "it redirects to '\(url)', and that redirect isn't followed; refer to where the document is, over https",
            id: "remote-reference")
    }

    fileprivate static func tooManyRedirects(_ count: Int) -> FileFault {
        FileFault(
            "it redirects more than \(count) times; refer to where the document is", id: "remote-reference")
    }

    fileprivate static func unknownHost(_ host: String) -> FileFault {
        FileFault(
            "the host '\(host)' isn't found; check the name and the connection", id: "remote-reference")
    }

    fileprivate static func privateHost(_ host: String) -> FileFault {
        FileFault(
            "the host '\(host)' is this machine or on a private network; add --allow-private-network if that is meant",
            id: "remote-reference")
    }
}

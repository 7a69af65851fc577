// What a response of an operation stands under (OpenAPI 3.2.0, section 4.16).

/// `200`, `4XX` or `default`.
package enum ResponseStatus: Hashable, Sendable {
    case code(Int)
    /// The first digit: 4 for `4XX`.
    case range(Int)
    /// `default`: all statuses that no other response is for.
    case rest

    /// Nil where `text` is none. Ranges are often written in small letters.
    package init?(_ text: String) {
        let letters = text.filter { !$0.isWhitespace }.uppercased()
        if letters == "DEFAULT" {
            self = .rest
            return
        }
        let first = letters.first?.wholeNumberValue ?? 0
        guard letters.utf8.count == 3, (1...5).contains(first) else { return nil }
        if letters.hasSuffix("XX") {
            self = .range(first)
        } else if letters.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let code = Int(letters)
        {
            self = .code(code)
        } else {
            return nil
        }
    }

    /// Those that a response to `code` may stand under, the one that counts before all others first.
    package static func naming(_ code: Int) -> [ResponseStatus] {
        [.code(code), .range(code / 100), .rest]
    }

    package var isSuccess: Bool { firstDigit == 2 }

    /// Whether it is the client's or the server's fault; of the rest, it isn't said.
    package var isFailure: Bool { firstDigit == 4 || firstDigit == 5 }

    /// Whether nothing follows the header, whatever the document says (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
    package var hasNoBody: Bool {
        switch self {
        case .code(204), .code(205), .code(304): true
        default: false
        }
    }

    /// Whether it is the range that a code is in.
    package func covers(_ other: ResponseStatus) -> Bool {
        if case .range = self, case .code = other { firstDigit == other.firstDigit } else { false }
    }

    private var firstDigit: Int? {
        switch self {
        case .code(let code): code / 100
        case .range(let digit): digit
        case .rest: nil
        }
    }
}

extension ResponseStatus: CustomStringConvertible {
    /// As documents have it.
    package var description: String {
        switch self {
        case .code(let code): String(code)
        case .range(let digit): "\(digit)XX"
        case .rest: "default"
        }
    }
}

extension [Response] {
    /// The documented successes; `default` counts where none is named.
    package var successes: [Response] {
        let successes = filter(\.status.isSuccess)
        return successes.isEmpty ? filter { $0.status == .rest } : successes
    }
}

extension Operation {
    /// What is said of answers with that status code.
    package func response(to code: Int) -> Response? {
        ResponseStatus.naming(code).lazy.compactMap { status in responses.first { $0.status == status } }.first
    }
}

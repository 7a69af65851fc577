// Responses that come without a body, whatever the document says of their content.

import MartletOpenAPI
import MartletSource

extension MartletOpenAPI.Operation {
    /// Its responses as they come: without content where HTTP has none.
    var answers: [Response] {
        responses.map { response in
            var answer = response
            if comesWithoutBody(response) { answer.content = [] }
            return answer
        }
    }

    /// Nothing follows the header of an answer to HEAD (RFC 9110, section 9.3.2), nor of some statuses.
    private func comesWithoutBody(_ response: Response) -> Bool {
        method == "HEAD" || response.status.hasNoBody
    }

    /// Whether all that it answers beside a stream says by its status that there is nothing: others without content say that
    /// something was done or begun.
    var saysNothingElse: Bool {
        let others = answers.successes.filter { $0.content.isEmpty || MediaChoice($0.content).preferred != nil }
        return !others.isEmpty && others.allSatisfy { $0.content.isEmpty && $0.status.hasNoBody }
    }

    /// Of failures that many operations share, HEAD among them, nothing is said.
    func reportBodiless(_ diagnostics: inout Diagnostics) {
        for response in responses where comesWithoutBody(response) && !response.content.isEmpty {
            guard response.status.isSuccess || response.status == .code(304) else { continue }
            diagnostics.report(
                .bodiless(method == "HEAD" ? method : response.status.description), at: response.position)
        }
    }
}

extension Diagnostic {
    fileprivate static func bodiless(_ what: String) -> Diagnostic {
        Diagnostic(
            .note, id: "bodiless-response",
            "an answer \(what == "HEAD" ? "to HEAD" : "with \(what)") has no body; its content is left out")
    }
}

// Credentials in what is recorded, wherever the chunks are cut.

import Foundation
import Testing

@testable import MartletRuntime

@Suite struct SecretFilterTests {
    /// What is written for each chunk, and then for the end.
    private func written(_ chunks: [String], _ secrets: [String]) -> [String] {
        var filter = SecretFilter(secrets.map { Data($0.utf8) })
        let texts = chunks.map { filter.text(after: Data($0.utf8)) } + [filter.rest()]
        return texts.map { String(decoding: $0, as: UTF8.self) }
    }

    /// One secret may begin another, or end with the beginning of one.
    @Test func cutsAnywhere() {
        let text = Array("a secret, secrets are secret: cretin, secre")
        for first in 0...text.count {
            for second in first...text.count {
                let chunks = [text[..<first], text[first..<second], text[second...]].map { String($0) }
                #expect(
                    written(chunks, ["secret", "secrets are", "cretin"]).joined()
                        == "a xxxxxx, xxxxxxxxxxx xxxxxx: xxxxxx, secre", "\(chunks)")
            }
        }
    }

    /// Only what may be the beginning of a credential waits for more.
    @Test(arguments: [
        (["abc", "def"], ["abc", "def", ""]),
        (["ab12", "3", "45c"], ["ab", "", "xxxxxc", ""]),
        (["ab12", "x"], ["ab", "12x", ""]),
        (["ab1234"], ["ab", "1234"]),
        (["", ""], ["", "", ""]),
    ]) func waitsForAsLittleAsPossible(_ chunks: [String], _ texts: [String]) {
        #expect(written(chunks, ["12345"]) == texts)
    }
}

// Texts of documents stay texts in every format.

import Testing

@testable import MartletDiff

@Suite struct ReportEscapingTests {
    private static let hostile = "</script><img src=x onerror=alert(1)>\u{1B}[31m\u{202E}`*_|\n::error::x"

    @Test func pages() {
        #expect(
            ReportText.html(Self.hostile)
                == "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;\u{FFFD}[31m\u{FFFD}`*_| ::error::x")
    }

    @Test func terminals() {
        #expect(
            ReportText.plain(Self.hostile)
                == "</script><img src=x onerror=alert(1)>\u{FFFD}[31m\u{FFFD}`*_| ::error::x")
    }

    @Test func markdown() {
        #expect(
            ReportText.markdown("<b>`*_|[x](y)@me #1") == "\\<b\\>\\`\\*\\_\\|\\[x\\](y)\\@me \\#1")
        #expect(ReportText.markdownCode("a`b``c") == "``` a`b``c ```")
    }

    @Test func commands() {
        #expect(ReportText.command("a%b\nc:d,e") == "a%25b%0Ac:d,e")
        #expect(ReportText.commandProperty("a:b,c\n") == "a%3Ab%2Cc%0A")
    }
}

// The report as one page: no network, readable without its script, and safe whatever the documents say.

internal import Foundation
internal import MartletSource

package struct HTMLReport {
    private var lines: SourceLines

    package init(lines: SourceLines) {
        self.lines = lines
    }

    package mutating func text(_ reports: [DiffReport]) -> String {
        let title = reports.count == 1 ? reports[0].title : "\(reports.count) documents"
        var body = ""
        for report in reports { body += self.body(report) }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <meta name="referrer" content="no-referrer">
            <title>\(ReportText.html(title))</title>
            <style>\(HTMLStyle.text)</style>
            </head>
            <body>
            <main>
            \(filter(reports))\(body)</main>
            <script>\(HTMLStyle.script)</script>
            </body>
            </html>

            """
    }

    /// Only the style and the script of this page count, by their digests (Content Security Policy Level 3, section 2.3.1).
    private static var policy: String {
        "default-src 'none'; style-src 'sha256-\(digest(HTMLStyle.text))'; script-src 'sha256-\(digest(HTMLStyle.script))'; "
            + "base-uri 'none'; form-action 'none'"
    }

    private static func digest(_ text: String) -> String {
        let digits = Array(SHA256.digest(Array(text.utf8)))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }

    // MARK: Parts

    private func filter(_ reports: [DiffReport]) -> String {
        var operations: [String] = []
        var known: Set<String> = []
        for title in reports.flatMap(\.entries).flatMap(\.operations) where known.insert(title).inserted {
            operations.append(title)
        }
        let levels = ["breaking", "warning", "conditional", "info", "compatible"]
        return """
            <form id="filter" hidden>
            <label>Verdict <select name="verdict"><option value="">Both</option><option value="wire">Wire</option><option value="source">Swift source</option></select></label>
            <label>Level <select name="level"><option value="">All</option>\(options(levels))</select></label>
            <label>Direction <select name="direction"><option value="">All</option>\(options(["request", "response", "both"]))</select></label>
            <label>Operation <input name="operation" list="operations" placeholder="GET /pets" autocomplete="off"></label>
            <datalist id="operations">\(operations.map { "<option value=\"\(ReportText.html($0))\"></option>" }.joined())</datalist>
            <span id="shown" class="soft" role="status"></span>
            </form>

            """
    }

    private func options(_ values: [String]) -> String {
        values.map { "<option>\($0)</option>" }.joined()
    }

    private mutating func body(_ report: DiffReport) -> String {
        var html = "<section>\n<h1>\(ReportText.html(report.title))</h1>\n"
        if !report.name.isEmpty { html += "<p class=\"soft\">\(ReportText.html(report.name))</p>\n" }
        html += "<p>\(ReportText.html(report.summary))</p>\n"
        if let advice = report.advice {
            html += "<div class=\"advice\">\n" + card("Wire", advice.wire) + card("Swift source", advice.source)
            html +=
                "<div><strong\(advice.isEnough ? "" : " class=\"breaking\"")>info.version</strong>"
                + "\(ReportText.html(advice.check))</div>\n</div>\n"
        }
        for entry in report.entries { html += article(entry) }
        return html + "</section>\n"
    }

    private func card(_ name: String, _ reason: VersionAdvice.Reason) -> String {
        "<div><strong class=\"\(reason.bump.rawValue)\">\(name): \(reason.bump.rawValue)</strong>"
            + "\(ReportText.html(reason.text))</div>\n"
    }

    private mutating func article(_ entry: Entry) -> String {
        let operations = ReportText.html(entry.operations.joined(separator: "; "))
        var html =
            "<article class=\"rank\(entry.rank)\" data-wire=\"\(entry.wireLevel?.rawValue ?? "")\" "
            + "data-source=\"\(entry.sourceLevel?.rawValue ?? "")\" "
            + "data-directions=\"\(entry.directions.map(\.rawValue).joined(separator: " "))\" "
            + "data-operations=\"\(operations)\">\n"
        html +=
            "<header class=\"entry\"><h2>\(ReportText.html(entry.title))</h2>"
            + "<code class=\"soft\">\(entry.fingerprint)</code></header>\n<ul>\n"
        for finding in entry.wire { html += item("wire", finding.level.rawValue, finding.text, finding.id) }
        for finding in entry.source { html += item("source", finding.level.rawValue, finding.text, finding.id) }
        html += "</ul>\n"
        if !entry.reach.isEmpty { html += "<p class=\"soft\">\(ReportText.html(entry.reach))</p>\n" }
        let excerpts = lines.excerpts(entry.old, entry.new).map(source).joined()
        if !excerpts.isEmpty { html += "<details><summary>Source</summary>\n\(excerpts)</details>\n" }
        return html + "</article>\n"
    }

    private func item(_ verdict: String, _ level: String, _ message: String, _ id: String) -> String {
        "<li><span class=\"tag \(level)\">\(verdict): \(level)</span> \(ReportText.html(message)) "
            + "<code class=\"soft\">\(ReportText.html(id))</code></li>\n"
    }

    private func source(_ excerpt: Excerpt) -> String {
        let places = excerpt.places.map { "\(ReportText.html($0.file)):\($0.line):\($0.column)" }
        let name = "<p class=\"where\">\(excerpt.side.rawValue): \(places.joined(separator: ", "))</p>\n"
        let rows = excerpt.rows.map { ReportText.html("\($0.number)  \($0.text)") }
        return rows.isEmpty
            ? name : name + "<pre class=\"\(excerpt.side.rawValue)\">\(rows.joined(separator: "\n"))</pre>\n"
    }
}

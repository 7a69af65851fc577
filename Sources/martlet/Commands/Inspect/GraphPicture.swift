// A picture of types and operations, as SVG: what is folded opens by a click where scripts run, and stays folded elsewhere.

import MartletCommandLine
import MartletIR
import MartletSource

struct GraphPicture {
    /// Of one line, and where the columns stand, in pixels.
    enum Size {
        static let line = 22
        static let top = 64
        static let indent = 16
        static let width = 380
        static let operations = 24
        static let types = 580
        static let whole = 1180
    }

    let text: String

    init(_ api: API) {
        let tree = GraphTree(api)
        let lines = Self.lines(tree)
        let height = Size.top + Size.line * (Self.longest(lines, tree) + 1)
        var parts = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Size.whole)" height="\(height)" \
            viewBox="0 0 \(Size.whole) \(height)" font-family="ui-sans-serif, system-ui, sans-serif" font-size="13">
            """,
            "<title>\(Self.escaped("\(api.title) \(api.version)"))</title>",
            "<style>\(GraphScript.style)</style>",
            """
            <defs><marker id="tip" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" \
            markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 6 3 0 6Z" fill="#7a8794"/></marker></defs>
            """,
            "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>",
            "<text class=\"title\" x=\"24\" y=\"30\">\(Self.escaped("\(api.title) \(api.version)"))</text>",
            "<text class=\"note\" id=\"help\" x=\"24\" y=\"50\">\(Self.summary(api, tree))</text>",
        ]
        parts.append("<g id=\"edges\">")
        for (edge, weight) in Self.visible(tree, lines) { parts.append(Self.path(edge, weight, tree, lines)) }
        parts.append("</g><g id=\"nodes\">")
        for index in tree.nodes.indices { parts.append(Self.node(index, tree, lines)) }
        parts.append("</g>")
        let edges = tree.edges.map { "\($0.from) \($0.to)" }.joined(separator: ",")
        parts.append("<desc id=\"data\">\(edges)</desc>")
        parts.append("<script><![CDATA[\n\(GraphScript.script)]]></script>")
        parts.append("</svg>")
        text = parts.joined(separator: "\n") + "\n"
    }

    // MARK: Layout

    /// The line of each node that shows, from 0.
    private static func lines(_ tree: GraphTree) -> [Int: Int] {
        var lines: [Int: Int] = [:]
        var next: [GraphTree.Column: Int] = [:]
        func place(_ index: Int) {
            let node = tree.nodes[index]
            lines[index] = next[node.column, default: 0]
            next[node.column, default: 0] += 1
            if node.isOpen { for child in node.children { place(child) } }
        }
        for root in tree.roots { place(root) }
        return lines
    }

    private static func longest(_ lines: [Int: Int], _ tree: GraphTree) -> Int {
        lines.values.max().map { $0 + 1 } ?? 1
    }

    private static func depth(_ index: Int, _ tree: GraphTree) -> Int {
        tree.nodes[index].parent.map { depth($0, tree) + 1 } ?? 0
    }

    /// Edges between what shows, each with how many it stands for.
    private static func visible(_ tree: GraphTree, _ lines: [Int: Int]) -> [(edge: GraphTree.Edge, weight: Int)] {
        func shown(_ index: Int) -> Int {
            var index = index
            while lines[index] == nil, let parent = tree.nodes[index].parent { index = parent }
            return index
        }
        var order: [GraphTree.Edge] = []
        var weights: [GraphTree.Edge: Int] = [:]
        for edge in tree.edges {
            let joined = GraphTree.Edge(from: shown(edge.from), to: shown(edge.to))
            guard joined.from != joined.to else { continue }
            if weights[joined] == nil { order.append(joined) }
            weights[joined, default: 0] += 1
        }
        return order.map { ($0, weights[$0] ?? 0) }
    }

    // MARK: Drawing

    private static func y(_ index: Int, _ lines: [Int: Int]) -> Int {
        Size.top + Size.line * (lines[index] ?? 0)
    }

    private static func x(_ column: GraphTree.Column) -> Int {
        switch column {
        case .operations: Size.operations
        case .types: Size.types
        }
    }

    private static func path(
        _ edge: GraphTree.Edge, _ weight: Int, _ tree: GraphTree, _ lines: [Int: Int]
    ) -> String {
        let (start, end) = (y(edge.from, lines) + 10, y(edge.to, lines) + 10)
        let right = x(.types) + Size.width
        let curve: String
        if tree.nodes[edge.from].column == .operations {
            let left = x(.operations) + Size.width
            curve = "M\(left) \(start)C\(left + 80) \(start) \(x(.types) - 80) \(end) \(x(.types) - 4) \(end)"
        } else {
            let out = right + min(20 + abs(end - start) / 4, 190)
            curve = "M\(right) \(start)C\(out) \(start) \(out) \(end) \(right + 4) \(end)"
        }
        return """
            <path class="edge" data-from="\(edge.from)" data-to="\(edge.to)" stroke-width="\(width(weight))" d="\(curve)"/>
            """
    }

    /// Wider for more, at most six pixels.
    private static func width(_ weight: Int) -> String {
        let steps = Int.bitWidth - max(weight, 1).leadingZeroBitCount
        return String(min(steps, 6))
    }

    private static func node(_ index: Int, _ tree: GraphTree, _ lines: [Int: Int]) -> String {
        let node = tree.nodes[index]
        let depth = depth(index, tree)
        let isShown = lines[index] != nil
        let place = "transform=\"translate(\(x(node.column)) \(y(index, lines)))\""
        let fold = node.children.isEmpty ? "" : node.isOpen ? "▾" : "▸"
        let inset = 8 + depth * Size.indent
        let parent = node.parent.map { " data-parent=\"\($0)\"" } ?? ""
        let open = node.children.isEmpty ? "" : " data-open=\"\(node.isOpen)\""
        let dot =
            node.kind.isEmpty || node.kind == "operation"
            ? "" : "<circle class=\"\(node.kind)\" cx=\"\(inset + 18)\" cy=\"10\" r=\"4\"/>"
        let label = inset + (dot.isEmpty ? 14 : 28)
        return """
            <g class="node\(node.kind.isEmpty ? " group" : "")" id="n\(index)" data-column="\(x(node.column))"\(parent)\(open) \
            \(place)\(isShown ? "" : " display=\"none\"")><title>\(escaped(node.label + ": " + node.note))</title>\
            <rect class="line" width="\(Size.width)" height="20" rx="4"/>\
            <text class="fold" x="\(inset)" y="15">\(fold)</text>\(dot)\
            <text x="\(label)" y="15">\(escaped(shortened(node.label, 46 - depth * 3)))</text>\
            <text class="note" x="\(Size.width - 8)" y="15" text-anchor="end">\(escaped(note(node)))</text></g>
            """
    }

    /// Operations have their own words in the label.
    private static func note(_ node: GraphTree.Node) -> String {
        node.kind == "operation" ? "" : node.note
    }

    private static func summary(_ api: API, _ tree: GraphTree) -> String {
        let types = tree.nodes.count { $0.column == .types && !$0.kind.isEmpty }
        return "\(CountedNoun.text(api.client.operations.count, "operation")), \(CountedNoun.text(types, "type"))"
    }

    private static func shortened(_ text: String, _ limit: Int) -> String {
        text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    /// For text and for attributes; what XML can't have at all is left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += " "
            case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

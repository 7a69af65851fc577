// What the picture of a graph looks like, and how it folds in a browser.

enum GraphScript {
    private typealias Size = GraphPicture.Size

    static let style = """
        .paper { fill: #fff } text { fill: #1d2733 } .title { font-size: 17px; font-weight: 600 } \
        .note { fill: #6b7783; font-size: 11px } .fold { fill: #6b7783 } .group text { font-weight: 600 } \
        .group .note { font-weight: 400 } .line { fill: #f4f6f8 } .group .line { fill: #e4eaf0 } \
        .node { cursor: default } .node[data-open] { cursor: pointer } .node:hover .line { fill: #d3e4f7 } \
        .edge { fill: none; stroke: #7a8794; opacity: .35; marker-end: url(#tip) } \
        .lit { stroke: #0b6bcb; opacity: .9 } .faint { opacity: .06 } .near .line { fill: #d3e4f7 } \
        .struct { fill: #2f7fd6 } .enum { fill: #c98a1b } .union { fill: #b0418f } .typealias { fill: #8a94a0 } \
        .choice { fill: #3a9a63 } .headers { fill: #5f6bd0 }
        """

    static let script = """
        const TOP = \(Size.top), LINE = \(Size.line), WIDTH = \(Size.width), LEFT = \(Size.operations), RIGHT = \(Size.types);
        const svg = document.documentElement, layer = document.getElementById('edges');
        const nodes = [...document.querySelectorAll('.node')].map(g => ({
          g, id: +g.id.slice(1), column: +g.dataset.column, children: [],
          parent: 'parent' in g.dataset ? +g.dataset.parent : null, open: g.dataset.open === 'true'}));
        const byId = new Map(nodes.map(n => [n.id, n]));
        nodes.forEach(n => { if (n.parent !== null) byId.get(n.parent).children.push(n); });
        const edges = document.getElementById('data').textContent.split(',').filter(Boolean).map(e => e.split(' ').map(Number));
        document.getElementById('help').textContent += ' · click to unfold, point to see what uses what';

        function layout() {
          const next = new Map([[LEFT, 0], [RIGHT, 0]]);
          const place = (n, shown) => {
            n.line = shown ? next.get(n.column) : null;
            if (shown) next.set(n.column, n.line + 1);
            n.children.forEach(c => place(c, shown && n.open));
          };
          nodes.filter(n => n.parent === null).forEach(n => place(n, true));
          for (const n of nodes) {
            if (n.line === null) { n.g.setAttribute('display', 'none'); continue; }
            n.g.removeAttribute('display');
            n.g.setAttribute('transform', `translate(${n.column} ${TOP + LINE * n.line})`);
            if (n.children.length) n.g.querySelector('.fold').textContent = n.open ? '▾' : '▸';
          }
          const height = TOP + LINE * (Math.max(...next.values()) + 1);
          svg.setAttribute('height', height);
          svg.setAttribute('viewBox', `0 0 \(Size.whole) ${height}`);
          draw();
        }

        function draw() {
          const shown = n => { while (n.line === null) n = byId.get(n.parent); return n; };
          const weights = new Map();
          for (const [from, to] of edges) {
            const a = shown(byId.get(from)), b = shown(byId.get(to));
            if (a !== b) weights.set(`${a.id} ${b.id}`, (weights.get(`${a.id} ${b.id}`) || 0) + 1);
          }
          layer.replaceChildren(...[...weights].map(([key, weight]) => {
            const [a, b] = key.split(' ').map(id => byId.get(+id));
            const y1 = TOP + LINE * a.line + 10, y2 = TOP + LINE * b.line + 10, end = RIGHT + WIDTH;
            const out = end + Math.min(20 + Math.abs(y2 - y1) / 4, 190), start = LEFT + WIDTH;
            const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
            path.setAttribute('class', 'edge');
            path.setAttribute('d', a.column === LEFT
              ? `M${start} ${y1}C${start + 80} ${y1} ${RIGHT - 80} ${y2} ${RIGHT - 4} ${y2}`
              : `M${end} ${y1}C${out} ${y1} ${out} ${y2} ${end + 4} ${y2}`);
            path.setAttribute('stroke-width', Math.min(1 + Math.floor(Math.log2(weight)), 6));
            path.dataset.from = a.id;
            path.dataset.to = b.id;
            return path;
          }));
        }

        function light(id) {
          nodes.forEach(n => n.g.classList.remove('near'));
          for (const path of layer.children) {
            const isNear = id !== null && (+path.dataset.from === id || +path.dataset.to === id);
            path.classList.toggle('lit', isNear);
            path.classList.toggle('faint', id !== null && !isNear);
            if (isNear) [path.dataset.from, path.dataset.to].forEach(n => byId.get(+n).g.classList.add('near'));
          }
        }

        for (const n of nodes) {
          n.g.addEventListener('click', () => { if (n.children.length) { n.open = !n.open; layout(); light(n.id); } });
          n.g.addEventListener('mouseenter', () => light(n.id));
          n.g.addEventListener('mouseleave', () => light(null));
        }

        """
}

// How the page of a report looks: light and dark, on narrow and wide screens.

enum HTMLStyle {
    static let text = """
        :root {
          color-scheme: light dark;
          --ground: #fbfbfa; --card: #ffffff; --ink: #1d1f21; --soft: #5d646b; --line: #dcdfe2; --code: #f3f4f4;
          --breaking: #b3261e; --warning: #8a5a00; --conditional: #00639b; --good: #2b6b2f;
          --minus: #fdecea; --plus: #e8f5e9;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #16181a; --card: #1f2225; --ink: #e6e8ea; --soft: #a0a7ae; --line: #353a3f; --code: #282c30;
            --breaking: #ff8a80; --warning: #ffc14d; --conditional: #7cc7ff; --good: #8fd694;
            --minus: #3a2322; --plus: #20331f;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; }
        p { margin: .25rem 0; overflow-wrap: anywhere; }
        .soft, .where { color: var(--soft); font-size: .875rem; }
        .advice { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .75rem; margin: 1rem 0; }
        .advice > div, article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
        .advice strong { display: block; }
        article { margin: .75rem 0; border-left: .3rem solid var(--line); }
        article.rank0 { border-left-color: var(--breaking); }
        article.rank1 { border-left-color: var(--warning); }
        article.rank2 { border-left-color: var(--conditional); }
        article.rank3 { border-left-color: var(--good); }
        header.entry { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; justify-content: space-between; }
        ul { list-style: none; margin: .5rem 0; padding: 0; }
        li { margin: .35rem 0; overflow-wrap: anywhere; }
        .tag { display: inline-block; font-size: .75rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; white-space: nowrap; }
        .breaking, .major { color: var(--breaking); }
        .warning { color: var(--warning); }
        .conditional, .minor { color: var(--conditional); }
        .info, .compatible, .patch { color: var(--good); }
        code, pre { font: .8125rem/1.45 ui-monospace, monospace; }
        pre { margin: .25rem 0 .5rem; padding: .5rem; overflow-x: auto; background: var(--code); border-radius: .25rem; }
        pre.old { background: var(--minus); }
        pre.new { background: var(--plus); }
        summary { cursor: pointer; color: var(--soft); font-size: .875rem; }
        form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: 1rem 0; }
        form[hidden] { display: none; }
        label { font-size: .875rem; color: var(--soft); display: flex; flex-direction: column; flex: 1 1 9rem; min-width: 0; }
        select, input { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: .25rem; padding: .35rem .5rem; width: 100%; height: 2.25rem; }
        article[hidden] { display: none; }
        :focus-visible { outline: 2px solid var(--conditional); outline-offset: 2px; }
        """

    /// Filters what the page holds already; without it everything is there to be read.
    static let script = """
        "use strict";
        (function () {
          var form = document.getElementById("filter");
          var shown = document.getElementById("shown");
          var entries = Array.prototype.slice.call(document.querySelectorAll("article"));
          function fits(entry) {
            var wire = entry.dataset.wire, source = entry.dataset.source;
            var verdict = form.elements.verdict.value, level = form.elements.level.value;
            var direction = form.elements.direction.value;
            var operation = form.elements.operation.value.trim().toLowerCase();
            var levels = verdict === "wire" ? [wire] : verdict === "source" ? [source] : [wire, source];
            levels = levels.filter(function (one) { return one !== ""; });
            if (levels.length === 0) { return false; }
            if (level !== "" && levels.indexOf(level) < 0) { return false; }
            if (direction !== "" && entry.dataset.directions.split(" ").indexOf(direction) < 0) { return false; }
            return operation === "" || entry.dataset.operations.toLowerCase().indexOf(operation) >= 0;
          }
          function apply() {
            var count = 0;
            entries.forEach(function (entry) {
              var isShown = fits(entry);
              entry.hidden = !isShown;
              if (isShown) { count += 1; }
            });
            shown.textContent = count + " of " + entries.length + " shown";
          }
          form.hidden = false;
          form.addEventListener("input", apply);
          form.addEventListener("submit", function (event) { event.preventDefault(); });
          apply();
        })();
        """
}

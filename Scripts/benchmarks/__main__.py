"""Runs the rows of Scripts/benchmarks/rows and prints what they measured.

A row is a module with `measure()`, which gives a dict: `value`, its `unit`, the `goal` that it may not exceed (or None), and
`detail`, a dict of the figures that it comes from. Ratios are taken in one run, since machines differ.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path

_FOLDER = Path(__file__).parent


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description="Measures what the goals give figures for.")
    parser.add_argument("--json", action="store_true", help="print one JSON object, a member for each row")
    parser.add_argument("rows", nargs="*", help="rows to run; all where none is named")
    options = parser.parse_args()
    known = sorted(path.stem for path in (_FOLDER / "rows").glob("*.py"))
    unknown = [row for row in options.rows if row not in known]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}; there are {', '.join(known)}")
    sys.path.insert(0, str(_FOLDER / "rows"))
    results = {}
    for row in options.rows or known:
        results[row] = importlib.import_module(row).measure()
        if not options.json:
            print(line(row, results[row]), flush=True)
    if options.json:
        print(json.dumps(results, indent=2))
    return 0 if all(map(is_met, results.values())) else 1


def is_met(result):
    return result["goal"] is None or result["value"] <= result["goal"]


def line(row, result):
    goal = "" if result["goal"] is None else f"goal {result['goal']:g}: {'met' if is_met(result) else 'missed'}"
    detail = ", ".join(f"{key} {value:g}" for key, value in result["detail"].items())
    return f"{row:<16} {result['value']:8.3f} {result['unit']:<6} {goal:<18} ({detail})"


sys.exit(main())

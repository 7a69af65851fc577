"""Runs the rows of Scripts/benchmarks/rows and prints what they measured.

A row is a module with `measure()`, which gives a list of `Measure`. Rows run in the order of `_ORDER`: what an early row
builds, later ones use.
"""

import argparse
import importlib
import json
import os
import sys
import time
from pathlib import Path

from measuring import BenchError

_FOLDER = Path(__file__).parent
_ORDER = (
    "build_debug build_release generate_openai generate_stripe generate_debug growth code_size "
    "compile_responses compile_openai events sse decode_response cold_path"
).split()


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description="Measures what the goals give figures for.")
    parser.add_argument("--json", action="store_true", help="print one JSON object, a member for each row")
    parser.add_argument("--list", action="store_true", help="print the names of the rows")
    parser.add_argument("rows", nargs="*", help="rows to run; all where none is named")
    options = parser.parse_args()
    known = sorted((path.stem for path in (_FOLDER / "rows").glob("*.py")), key=_ORDER.index)
    unknown = [row for row in options.rows if row not in known]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}; there are {', '.join(known)}")
    if options.list:
        print("\n".join(known))
        return 0
    sys.path.insert(0, str(_FOLDER / "rows"))
    start, results, load = time.monotonic(), {}, os.getloadavg()[0]
    if load > 0.5:
        print(f"The machine is busy (load {load:.1f}): times say little now, ratios more.", file=sys.stderr)
    for row in [row for row in known if row in options.rows or not options.rows]:
        print(f"{row} …", end="\r", file=sys.stderr, flush=True)
        results[row] = importlib.import_module(row).measure()
        if not options.json:
            print("\n".join(map(line, results[row])), flush=True)
    seconds = time.monotonic() - start
    measures = [measure for row in results.values() for measure in row]
    missed = sum(not measure.is_met for measure in measures)
    if options.json:
        rows = {row: [measure.json() for measure in found] for row, found in results.items()}
        print(json.dumps({"rows": rows, "seconds": round(seconds, 1), "load": load}, indent=2))
    else:
        print(f"{len(measures) - missed} met, {missed} missed; {seconds:.0f} s")
    return 1 if missed else 0


def line(measure):
    verdict = "no goal" if measure.goal is None else "met" if measure.is_met else f"missed by {measure.excess:.0%}"
    goal = "" if measure.goal is None else f"{'≥' if measure.at_least else '≤'} {measure.goal:,g}"
    ratio = "" if measure.ratio is None else f"{measure.ratio:,.3g} × {measure.baseline}"
    detail = ", ".join(f"{key} {value:,.4g}" for key, value in measure.detail.items())
    value = f"{measure.value:,.0f}" if measure.value >= 1000 else f"{measure.value:.4g}"
    return f"{measure.name:<38} {value:>10} {measure.unit:<9} {goal:<10} {verdict:<14} {ratio:<44} {detail}".rstrip()


try:
    sys.exit(main())
except BenchError as error:
    sys.exit(f"bench: {error}")

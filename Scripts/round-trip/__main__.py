"""Measures how many of the examples in documents are the same JSON after decoding into generated types and encoding again.

    round-trip MARTLET BUILD WORK < lines of name, path and more, separated by tabs
"""

import json
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from client import Client, Failure, build_harness
from documents import difference
from schemas import Schemas

_REQUIRED = 0.99
_ROW = "{:<24} {:>8} {:>8} {:>8} {:>8} {:>9} {:>7}  {}"


class Figures(NamedTuple):
    """`tolerated` are those that came back as they were, but for which some member's type was no help."""

    found: int
    fitting: int
    failures: list
    tolerated: int


def plain(value):
    """With floats where there are decimals, as JSON Schema is checked on."""
    return json.loads(text(value))


def text(value):
    """As JSON on one line; numbers have all the digits that they had."""
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(key) + ":" + text(item) for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def measure(client, path, folder):
    """What became of the examples of the document at `path`; the lists of them are left in `folder`."""
    examples = client.examples()
    schemas = Schemas(path)
    fitting, unfit = [], []
    for example in examples:
        fault = schemas.fault(plain(example["example"]), example["schema"])
        if fault is None:
            fitting.append(example)
        else:
            unfit.append(f"{example['place']}: {example['type']}: {fault}")
    write(folder, unfit=unfit)
    if not fitting:
        return Figures(len(examples), 0, [], 0)
    client.generate()
    types = sorted({example["type"] for example in fitting})
    client.compile(types)
    numbers = {type: number for number, type in enumerate(types)}
    results = client.again([(numbers[example["type"]], text(example["example"])) for example in fitting])
    failures, tolerated = [], []
    for example, (verdict, said) in zip(fitting, results):
        where = f"{example['place']}: {example['type']}"
        if verdict == "failed":
            failures.append(f"{where}: {said}")
            continue
        encoded, issue = said.split("\t")
        if lost := difference(example["example"], json.loads(encoded, parse_float=Decimal)[0]):
            failures.append(f"{where}: {lost}")
        elif issue:
            tolerated.append(f"{where}: {issue}")
    write(folder, failed=failures, tolerated=tolerated)
    return Figures(len(examples), len(fitting), failures, len(tolerated))


def write(folder, **lists):
    for name, lines in lists.items():
        (folder / name).write_text("".join(line + "\n" for line in lines))


def row(name, figures, seconds, verdict):
    columns = ["-"] * 5
    if figures:
        failed = len(figures.failures)
        columns = [figures.found, figures.fitting, figures.fitting - failed, failed, figures.tolerated]
    return _ROW.format(name, *columns, f"{seconds:.0f}", verdict).rstrip()


def main(martlet, build, work):
    work = Path(work).resolve()
    harness = work / "harness"
    build_harness(build, harness)
    print(_ROW.format("name", "examples", "fitting", "passed", "failed", "tolerated", "seconds", ""))
    fitting, listed, faults = 0, [], 0
    for line in sys.stdin:
        name, path = line.rstrip("\n").split("\t")[:2]
        start = time.monotonic()
        folder = work / name.replace("/", "-")
        verdict, figures = "", None
        try:
            figures = measure(Client(martlet, build, harness, path, folder), path, folder)
        except Failure as failure:
            faults += 1
            verdict = str(failure)[:160]
        print(row(name, figures, time.monotonic() - start, verdict), flush=True)
        if figures:
            fitting += figures.fitting
            listed += figures.failures
    print("", *listed, *[""][: len(listed)], sep="\n")
    passed = fitting - len(listed)
    share = passed / fitting if fitting else 0
    print(f"{passed} of {fitting} examples round-trip ({int(share * 1000) / 10} %)")
    return 0 if share >= _REQUIRED and not faults else 1


sys.exit(main(*sys.argv[1:]))

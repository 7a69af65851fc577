"""Measures how many of the examples in documents are the same JSON after decoding into generated types and encoding again.

    round-trip MARTLET BUILD WORK < lines of name, path and more, separated by tabs
"""

import json
import sys
import time
from decimal import Decimal
from pathlib import Path

from client import Client, Failure, build_harness
from documents import difference
from schemas import Schemas

_REQUIRED = 0.99
_ROW = "{:<24} {:>8} {:>8} {:>8} {:>8} {:>7}  {}"


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
    """The number of examples, those that fit, and the failures."""
    examples = client.examples()
    schemas = Schemas(path)
    fitting, unfit = [], []
    for example in examples:
        fault = schemas.fault(plain(example["example"]), example["schema"])
        if fault is None:
            fitting.append(example)
        else:
            unfit.append(f"{example['place']}: {example['type']}: {fault}")
    (folder / "unfit").write_text("".join(line + "\n" for line in unfit))
    if not fitting:
        return len(examples), 0, []
    client.generate()
    types = sorted({example["type"] for example in fitting})
    client.compile(types)
    numbers = {type: number for number, type in enumerate(types)}
    results = client.again([(numbers[example["type"]], text(example["example"])) for example in fitting])
    failures = []
    for example, (verdict, said) in zip(fitting, results):
        reason = said
        if verdict == "again":
            reason = difference(example["example"], json.loads(said, parse_float=Decimal)[0])
        if reason:
            failures.append(f"{example['place']}: {example['type']}: {reason}")
    return len(examples), len(fitting), failures


def main(martlet, build, work):
    work = Path(work).resolve()
    harness = work / "harness"
    build_harness(harness)
    print(_ROW.format("name", "examples", "fitting", "passed", "failed", "seconds", ""))
    fitting, listed, faults = 0, [], 0
    for line in sys.stdin:
        name, path = line.rstrip("\n").split("\t")[:2]
        start = time.monotonic()
        folder = work / name.replace("/", "-")
        try:
            found, fit, failures = measure(Client(martlet, build, harness, path, folder), path, folder)
            row = (name, found, fit, fit - len(failures), len(failures), f"{time.monotonic() - start:.0f}", "")
        except Failure as failure:
            faults += 1
            fit, failures = 0, []
            row = (name, "-", "-", "-", "-", f"{time.monotonic() - start:.0f}", str(failure)[:160])
        print(_ROW.format(*row).rstrip(), flush=True)
        fitting += fit
        listed += failures
    print("", *listed, "", sep="\n")
    passed = fitting - len(listed)
    share = passed / fitting if fitting else 1
    print(f"{passed} of {fitting} examples round-trip ({int(share * 1000) / 10} %)")
    return 0 if share >= _REQUIRED and not faults else 1


sys.exit(main(*sys.argv[1:]))

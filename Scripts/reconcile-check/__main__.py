"""Measures what a reconciled overlay is worth: how many events of recorded streams a client generated with it types.

    python3 Scripts/reconcile-check DOCUMENT TRAFFIC [WORK] [--overlay FILE]...

Reconciles the document, with the overlays that are named, with the traffic, checks that the overlay leaves nothing to say,
generates a client of the operations that the streams belong to with and without the overlay, and reads every stream
through both. Where the events add up (`x-martlet-stream`), the text that came in pieces, and that of the value before the
last event, are held against the text of the terminal event, which is read from the recording by this script itself;
recordings that lack events by their numbers are left out of that. Ends with 1 where fewer than 97 % of the events are typed
with the overlay, a stream breaks off otherwise than by an error that its server sent, or a text differs.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_BUILD = _HERE.parent.parent / ".build" / "debug"
_MARTLET = _BUILD / "martlet"
_REQUIRED = 0.97


def run(command, expected=(0,)):
    """What `command` prints; its own words go through."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode not in expected:
        sys.exit(f"reconcile-check: {' '.join(map(str, command[:2]))} ended with exit code {done.returncode}; what it said stands above")
    return done.stdout


def reconcile(document, traffic, given, overlay):
    """What disagrees and what belongs where; the overlay is written where there is something to put right."""
    command = [_MARTLET, "reconcile", "--json", document, traffic]
    for path in given:
        command += ["--overlay", path]
    found = json.loads(run([*command, "-o", overlay], expected=(0, 1)))
    if found["disagreements"]:
        rest = json.loads(run([*command, "--overlay", overlay], expected=(0, 1)))
        print(f"{len(found['disagreements'])} disagreements, {len(rest['disagreements'])} with the overlay")
        for row in rest["disagreements"]:
            print(f"  {row['file']}:{row['line']}: {row['message']}")
    return found


def client(document, overlays, operations, folder):
    """Generates and describes a client of the operations."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "martlet.yaml"
    settings = {
        "spec": str(document),
        "overlays": [str(path) for path in overlays],
        "include": {"operations": operations},
        "output": "client",
    }
    configuration.write_text(json.dumps(settings))
    # The configuration lies in a folder of its own, far from what it names.
    os.environ["MARTLET_ALLOW_OUTSIDE"] = ":".join(str(Path(path).resolve().parent) for path in [document, *overlays])
    run([_MARTLET, "generate", "--quiet", configuration])
    return json.loads(run([_MARTLET, "inspect", configuration]))


def event_type(api, operation):
    stream = next(row["stream"] for row in api["client"]["operations"] if row["id"] == operation)
    return ".".join(stream["event"]["path"])


def counted(api, streams, folder):
    """The rows of the harness, by operation."""
    calls = []
    for operation, paths in streams.items():
        calls.append(f'print("operation", {json.dumps(operation)}, separator: "\\t")')
        calls.append(f"await count({json.dumps(paths)}, as: {event_type(api, operation)}.self)")
    (folder / "main.swift").write_text("\n".join(calls) + "\n")
    sources = [*sorted((folder / "client").glob("*.swift")), folder / "main.swift", _HERE / "Harness.swift"]
    objects = sorted((_BUILD / "MartletRuntime.build").glob("*.o"))
    program = folder / "count"
    run(["swiftc", "-Onone", "-swift-version", "6", "-module-name", "Check", "-I", _BUILD / "Modules"]
        + [*sources, *objects, "-o", program])
    rows, operation = {}, None
    for line in run([program]).splitlines():
        fields = line.split("\t")
        if fields[0] == "operation":
            operation = fields[1]
        else:
            sums = [json.loads(field) for field in fields[6:]]
            rows.setdefault(operation, []).append([fields[0], *map(int, fields[1:5]), fields[5], sums])
    return rows


def text_of(response):
    """The text of a response's output; None where it has no output."""
    if not isinstance(response, dict) or not response.get("output"):
        return None
    parts = [part for item in response["output"] for part in item.get("content") or []]
    return "".join(part.get("text") or "" for part in parts if part.get("type") == "output_text")


def terminal_text(path):
    """The text of the response in a transcript's terminal event; None where there is none."""
    for block in reversed(path.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n\n")):
        data = "\n".join(line[5:].removeprefix(" ") for line in block.split("\n") if line.startswith("data:"))
        if '"response' not in data:
            continue
        event = json.loads(data)
        is_terminal = event.get("type") in ("response.completed", "response.incomplete", "response.failed")
        return text_of(event.get("response")) if is_terminal else None
    return None


def texts(rows, paths):
    """How many streams have both texts, and what is wrong with those that differ."""
    both, faults = 0, []
    for name, *_, sums in rows:
        expected = terminal_text(paths[name])
        if not sums or not sums[0] or not expected:
            continue
        text, value, is_unbroken = sums
        if not is_unbroken:
            print(f"  {name} lacks events, by their numbers: its text isn't compared")
            continue
        both += 1
        for what, text in [("pieces", text), ("value", text_of(value))]:
            if text != expected:
                faults.append(f"{name}: the text of its {what} is {text!r}, that of its end {expected!r}")
    return both, faults


def main(document, traffic, given, work):
    run(["swift", "build", "-Xswiftc", "-warnings-as-errors"])
    overlay = work / "fixes.overlay.yaml"
    found = reconcile(document, traffic, given, overlay)
    streams = {}
    for match in found["matches"]:
        if match["place"].endswith(" stream"):
            streams[match["place"].removesuffix(" stream")] = match["recordings"]
    paths = {Path(path).name: Path(path) for group in streams.values() for path in group}
    reconciled = [overlay] if found["disagreements"] else []
    share, faults = 1, []
    for name, overlays in [("as published", given), ("reconciled", [*given, *reconciled])]:
        folder = work / name.split()[-1]
        rows = counted(client(document, overlays, list(streams), folder), streams, folder)
        share, faults = report(name, rows, paths)
    sys.exit(0 if share >= _REQUIRED and not faults else 1)


def report(name, rows, paths):
    """Prints one line an operation, and what is wrong; the share of events that are typed, and the faults."""
    heads = ("streams", "at end", "events", "typed", "unknown", "undec.", "tolerated", "texts")
    print(f"\n{name:<24}" + "".join(f"{head:>10}" for head in heads))
    total, faults = [0, 0], []
    for operation, streams in rows.items():
        typed, unknown, undecodable, tolerated = (sum(row[place] for row in streams) for place in range(1, 5))
        events = typed + unknown + undecodable
        total = [total[0] + typed, total[1] + events]
        ended = sum(row[5] == "end" for row in streams)
        both, differing = texts(streams, paths)
        figures = (len(streams), ended, events, typed, unknown, undecodable, tolerated, both)
        print(f"{operation:<24}" + "".join(f"{figure:>10}" for figure in figures))
        for row in streams:
            if row[5] != "end":
                print(f"  {row[0]} ended with {row[5]}")
        faults += differing + [row[0] for row in streams if row[5] != "end" and not row[5].startswith("streamError")]
        for fault in differing:
            print(f"  {fault}")
    share = total[0] / max(total[1], 1)
    print(f"{share:.2%} of all events are typed")
    return share, faults


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document", type=Path)
    parser.add_argument("traffic", type=Path)
    parser.add_argument("work", type=Path, nargs="?")
    parser.add_argument("--overlay", type=Path, action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = (options.work or Path(scratch)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        given = [path.resolve() for path in options.overlay]
        main(options.document.resolve(), options.traffic.resolve(), given, work)

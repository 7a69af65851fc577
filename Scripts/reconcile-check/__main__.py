"""Measures what a reconciled overlay is worth: how many events of recorded streams a client generated with it types.

    python3 Scripts/reconcile-check DOCUMENT TRAFFIC [WORK]

Reconciles the document with the traffic, checks that the overlay leaves nothing to say, generates a client of the
operations that the streams belong to with and without the overlay, and reads every stream through both. Ends with 1
where fewer than 97 % of the events are typed with the overlay.
"""

import json
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
        sys.exit(f"{' '.join(map(str, command[:2]))} ended with {done.returncode}")
    return done.stdout


def reconcile(document, traffic, overlay):
    """What disagrees and what belongs where; the overlay is written where there is something to put right."""
    found = json.loads(run([_MARTLET, "reconcile", "--json", document, traffic, "-o", overlay], expected=(0, 1)))
    if found["disagreements"]:
        rest = json.loads(
            run([_MARTLET, "reconcile", "--json", document, traffic, "--overlay", overlay], expected=(0, 1))
        )
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
    run([_MARTLET, "generate", "--quiet", configuration])
    return json.loads(run([_MARTLET, "inspect", configuration]))


def event_type(api, operation):
    stream = next(row["stream"] for row in api["client"]["operations"] if row["id"] == operation)
    return ".".join(stream["event"]["declared"]["_0"])


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
            rows.setdefault(operation, []).append([fields[0], *map(int, fields[1:5]), fields[5]])
    return rows


def main(document, traffic, work):
    run(["swift", "build", "-Xswiftc", "-warnings-as-errors"])
    overlay = work / "fixes.overlay.yaml"
    found = reconcile(document, traffic, overlay)
    streams = {}
    for match in found["matches"]:
        if match["place"].endswith(" stream"):
            streams[match["place"].removesuffix(" stream")] = match["recordings"]
    share = 1
    for name, overlays in [("as published", []), ("reconciled", [overlay] if found["disagreements"] else [])]:
        folder = work / name.split()[-1]
        rows = counted(client(document, overlays, list(streams), folder), streams, folder)
        share = report(name, rows)
    sys.exit(0 if share >= _REQUIRED else 1)


def report(name, rows):
    """Prints one line an operation, and the streams that broke off; the share of events that are typed."""
    print(f"\n{name:<28} {'streams':>8} {'events':>8} {'typed':>8} {'unknown':>8} {'undec.':>8} {'tolerated':>10}")
    total = [0, 0]
    for operation, streams in rows.items():
        typed, unknown, undecodable, tolerated = (sum(row[place] for row in streams) for place in range(1, 5))
        events = typed + unknown + undecodable
        total = [total[0] + typed, total[1] + events]
        print(f"{operation:<28} {len(streams):>8} {events:>8} {typed:>8} {unknown:>8} {undecodable:>8} {tolerated:>10}")
        for row in streams:
            if row[5] != "end":
                print(f"  {row[0]} ended with {row[5]}")
    share = total[0] / max(total[1], 1)
    print(f"{share:.2%} of all events are typed")
    return share


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(sys.argv[3] if len(sys.argv) > 3 else scratch).resolve()
        work.mkdir(parents=True, exist_ok=True)
        main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), work)

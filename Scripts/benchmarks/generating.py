"""How long martlet takes for a document, beside what libyaml takes to scan the same bytes."""

import functools
import subprocess
from pathlib import Path

from measuring import BenchError, Cost, Measure, in_turns
from places import WORK, document, generate

_SOURCE = Path(__file__).with_name("scan.c")


@functools.cache
def _scanner():
    program = WORK / "scan"
    WORK.mkdir(parents=True, exist_ok=True)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1"], capture_output=True, text=True)
    libraries = flags.stdout.split() or ["-lyaml"]
    built = subprocess.run(["cc", "-O2", _SOURCE, "-o", program, *libraries], capture_output=True, text=True)
    if built.returncode != 0:
        raise BenchError(f"scan.c doesn't compile:\n{built.stderr}")
    return program


def scan(name):
    """The time that libyaml takes to scan a document, in seconds."""
    done = subprocess.run([_scanner(), document(name), "10"], check=True, capture_output=True, text=True)
    return Cost(float(done.stdout), 0, 0)


def generation(name, configuration, title, rounds):
    """The time and memory of generating a client, and the time of a scan, in turns."""
    output = WORK / f"{title}-{configuration}"
    generated, scanned = in_turns(rounds, lambda: generate(configuration, name, output), lambda: scan(name))
    return generated, scanned.seconds


def scans(name, title):
    """The row of a release build: at most ten times the scan."""
    generated, scanned = generation(name, "release", title, 7)
    ratio = generated.seconds / scanned
    detail = {"seconds": generated.seconds, "scan_seconds": scanned, "memory_mb": generated.memory}
    time = Measure(f"{title}, generate", ratio, "scans", 10, ratio, "libyaml's scan", detail=detail)
    return time, generated

"""Ten copies of a document in one, under other names: time and memory may grow as the document does."""

import subprocess
import sys
from pathlib import Path

from measuring import Measure, in_turns
from places import WORK, document, generate

_NAME = "box/openapi.json"
_COPIES = 10


def measure():
    WORK.mkdir(parents=True, exist_ok=True)
    single, grown = WORK / "copy.json", WORK / "copies.json"
    for target, count in ((single, 1), (grown, _COPIES)):
        command = [sys.executable, Path(__file__).parent.parent / "copies.py", document(_NAME), str(count), target]
        subprocess.run(command, check=True)
    one, ten = in_turns(
        3,
        lambda: generate("release", single, WORK / "growth-1"),
        lambda: generate("release", grown, WORK / "growth-10"),
    )
    bytes_ratio = grown.stat().st_size / single.stat().st_size
    baseline = "one copy"
    time, memory = ten.seconds / one.seconds, ten.memory / one.memory
    detail = {"seconds": ten.seconds, "one_seconds": one.seconds, "bytes_ratio": bytes_ratio}
    return [
        Measure("growth of time, 10 copies", time, "x", 11, time, baseline, detail=detail),
        Measure("growth of memory, 10 copies", memory, "x", 11, memory, baseline, detail={"mb": ten.memory}),
    ]

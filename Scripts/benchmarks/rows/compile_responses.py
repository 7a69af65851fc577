"""Compiling the closure of `/responses` of the OpenAI document, types and client."""

from compiling import baseline, compile
from measuring import Measure
from places import OPENAI, RESPONSES, WORK, generate

_GOALS = {"debug": 8, "release": 25}


def measure():
    folder = WORK / "OpenAI-responses"
    generate("release", OPENAI, folder, shards=8, **RESPONSES)
    lines = sum(len(path.read_text().splitlines()) for path in folder.glob("*.swift"))
    found = []
    for configuration, goal in _GOALS.items():
        fixed, cost = baseline(configuration), compile(folder, configuration)
        detail = {"cpu_seconds": cost.cpu, "memory_mb": cost.memory, "lines": lines}
        ratio = cost.seconds / fixed.seconds
        name = f"/responses, compile {configuration}"
        found.append(Measure(name, cost.seconds, "s", goal, ratio, "40 synthesised structs", detail=detail))
    return found

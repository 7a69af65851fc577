"""Compiling the client of the whole OpenAI document for debugging, on two cores: it compiles, in time and memory."""

from compiling import baseline, compile
from measuring import Measure
from places import OPENAI, WORK, generate


def measure():
    folder = WORK / "OpenAI-whole"
    generate("release", OPENAI, folder, shards=8)
    fixed, cost = baseline("debug"), compile(folder, "debug")
    kind = "40 synthesised structs"
    time = cost.seconds / fixed.seconds
    detail = {"cpu_seconds": cost.cpu}
    return [
        Measure("OpenAI, compile debug", cost.seconds, "s", 90, time, kind, detail=detail),
        Measure("OpenAI, compile debug, memory", cost.memory, "MB", 3000, cost.memory / fixed.memory, kind),
    ]

"""A clean build of the tool, as `swift build -c debug --product martlet`."""

from compiling import baseline
from measuring import Measure
from places import build


def measure():
    cost = build("debug", clean=True)[1]
    ratio = cost.seconds / baseline("debug").seconds
    detail = {"cpu_seconds": cost.cpu}
    name = "clean build of martlet, debug"
    return [Measure(name, cost.seconds, "s", 30, ratio, "40 synthesised structs", detail=detail)]

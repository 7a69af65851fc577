"""A clean build of the tool, as `swift build -c release --product martlet`."""

from compiling import baseline
from measuring import Measure
from places import build


def measure():
    cost = build("release", clean=True)[1]
    ratio = cost.seconds / baseline("release").seconds
    detail = {"cpu_seconds": cost.cpu}
    name = "clean build of martlet, release"
    return [Measure(name, cost.seconds, "s", 75, ratio, "40 synthesised structs", detail=detail)]

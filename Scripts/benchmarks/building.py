"""What compiling Martlet takes: the tool that a package with the plugin compiles, and the whole command line."""

from compiling import baseline
from measuring import Measure
from places import clean_builds


def rows(configuration, goal):
    """Two rows; the goal is that of a tool that generates, as peers have."""
    tool, rest = clean_builds(configuration)
    simple = baseline(configuration).seconds
    return [
        Measure(
            f"clean build of {name}, {configuration}", seconds, "s", goal, seconds / simple, "40 synthesised structs",
            detail={"cpu_seconds": cpu})
        for name, seconds, cpu in [
            ("martlet-build", tool.seconds, tool.cpu),
            ("martlet", tool.seconds + rest.seconds, tool.cpu + rest.cpu),
        ]
    ]

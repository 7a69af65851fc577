"""The parser of event streams alone, in chunks of 1 kB, beside a search for the ends of lines in the same bytes."""

from harness_run import figures
from measuring import Measure


def measure():
    found = figures("sse")
    baseline = "a search for line ends"
    return [Measure("raw SSE", found["parser"], "MB/s", 300, found["ratio"], baseline, True)]

"""Generating the whole OpenAI document: the time, as a multiple of libyaml's scan, and the peak memory."""

from generating import scans
from measuring import Measure
from places import OPENAI, document


def measure():
    time, cost = scans(OPENAI, "OpenAI")
    size = document(OPENAI).stat().st_size / 1e6
    memory = Measure("OpenAI, peak memory", cost.memory, "MB", 120, cost.memory / size, "the document's bytes")
    return [time, memory]

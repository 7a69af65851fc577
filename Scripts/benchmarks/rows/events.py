"""Typed events through the union of the OpenAI document, from chunks of 1 kB, beside one JSONDecoder on the bare payloads."""

from harness_run import figures
from measuring import Measure


def measure():
    found = figures("events")
    detail = {"jsondecoder": found["bare"]}
    baseline = "JSONDecoder on bare payloads"
    rate = Measure("typed events", found["events"], "/s", 100_000, found["ratio"], baseline, True, detail)
    share = Measure("typed events, share", found["ratio"], "x", 0.85, found["ratio"], baseline, True)
    return [rate, share]

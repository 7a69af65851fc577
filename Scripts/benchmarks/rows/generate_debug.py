"""Generating with a tool that was built for debugging, as a build plugin does in a debug build."""

from generating import generation
from measuring import Measure
from places import OPENAI


def measure():
    generated, scanned = generation(OPENAI, "debug", "OpenAI", 2)
    ratio = generated.seconds / scanned
    return [Measure("OpenAI, debug-built tool", generated.seconds, "s", 3, ratio, "libyaml's scan")]

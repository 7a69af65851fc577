"""Reading a whole `Response` with 50 output items, beside types written by hand."""

from harness_run import figures
from measuring import Measure


def measure():
    found = figures("response")
    detail = {"us": found["generated"], "handwritten_us": found["handwritten"]}
    ratio = found["ratio"]
    return [Measure("Response of 50 items", ratio, "x", 1.3, ratio, "hand-written Codable", detail=detail)]

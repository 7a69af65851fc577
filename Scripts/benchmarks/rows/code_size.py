"""The lines of the client of the whole OpenAI document, comments in."""

from measuring import Measure
from places import OPENAI, WORK, document, generate


def measure():
    output = WORK / "OpenAI-lines"
    generate("release", OPENAI, output)
    lines = [line for path in output.glob("*.swift") for line in path.read_text().splitlines()]
    comments = sum(line.lstrip().startswith("//") for line in lines)
    blank = sum(not line.strip() for line in lines)
    size = sum(path.stat().st_size for path in output.glob("*.swift"))
    ratio = len(lines) / len(document(OPENAI).read_text().splitlines())
    detail = {"comments": comments, "blank": blank, "code": len(lines) - comments - blank, "mb": size / 1e6}
    return [Measure("OpenAI, code", len(lines), "lines", 70_000, ratio, "the document's lines", detail=detail)]

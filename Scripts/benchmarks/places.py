"""Where things are, and what is built of them: each once in a run, however many rows use it."""

import functools
import json
import os
import shutil
import subprocess
from pathlib import Path

from measuring import BenchError, run

_HERE = Path(__file__).resolve().parent
ROOT = _HERE.parent.parent
WORK = ROOT / ".build" / "bench"
HARNESS = _HERE / "harness"


def document(name):
    """A published document, from the folder beside the project."""
    shared = Path(os.environ.get("MARTLET_SHARED", ROOT.parent / "shared"))
    path = shared / "specs" / name
    if not path.exists():
        raise BenchError(f"{path} is missing; set MARTLET_SHARED to the folder that has specs/{name}")
    return path


def tool(configuration):
    """The folder of martlet and of the runtime's modules, as `debug` or `release`."""
    return build(configuration)[0]


def clean_builds(configuration):
    """What it takes to build the plugin's tool from nothing, and then what else the whole command line has."""
    shutil.rmtree(WORK / configuration, ignore_errors=True)
    return [build(configuration, product)[1] for product in ("martlet-build", "martlet")]


@functools.cache
def build(configuration, product="martlet"):
    """Builds a tool in a folder of its own; gives where it is and what that took."""
    scratch = WORK / configuration
    build = ["swift", "build", "--package-path", ROOT, "--scratch-path", scratch, "-c", configuration]
    cost = run([*build, "--product", product])
    folder = subprocess.run([*map(str, build), "--show-bin-path"], check=True, capture_output=True, text=True)
    return Path(folder.stdout.strip()), cost


def generate(configuration, name, output, shards=1, **settings):
    """Generates the client of a document into an empty folder; gives what that took."""
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / f"{output.name}.martlet.yaml"
    spec = document(name)
    path.write_text(json.dumps({"spec": str(spec), "shards": shards, **settings}))
    command = [tool(configuration) / "martlet", "generate", "--quiet", path, "-o", output]
    # The published documents lie beside the project.
    return run([*command, "--allow-outside", spec.parent])


RESPONSES = {"include": {"paths": ["/responses"]}}
OPENAI = "openai/openapi.yaml"


@functools.cache
def harness(product):
    """The program of the harness, with the closure of `/responses` in it."""
    generate("release", OPENAI, HARNESS / "Sources/OpenAI", shards=8, **RESPONSES)
    scratch = WORK / "harness"
    command = ["swift", "build", "-c", "release", "--package-path", HARNESS, "--scratch-path", scratch]
    run([*command, "--product", product])
    folder = subprocess.run([*map(str, command), "--show-bin-path"], check=True, capture_output=True, text=True)
    return Path(folder.stdout.strip()) / product

"""Generates the types of a document, compiles them together with a program that decodes and encodes, and runs that."""

import json
import os
import subprocess
from decimal import Decimal
from pathlib import Path

_HERE = Path(__file__).parent

# The type checker is slow with long literals; a function has so many types.
_CHUNK = 200


class Failure(Exception):
    """A document that can't be measured, and why."""


def run(command, name, folder):
    """What `command` prints; what it says beside that is kept in the folder."""
    done = subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", cwd=folder)
    (folder / f"{name}.said").write_text(done.stderr)
    if done.returncode != 0:
        errors = [line for line in done.stderr.splitlines() if "error:" in line]
        raise Failure(f"{name} failed: {(errors or ['no reason given'])[0]}")
    return done.stdout


def build_harness(build, folder):
    """Builds the module `RoundTripHarness` in `folder`; `build` is where MartletRuntime was built, to be tested."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["swiftc", "-parse-as-library", "-module-name", "RoundTripHarness", "-emit-module", "-emit-object"]
    command += ["-I", Path(build) / "Modules"]
    run([*command, "-o", "RoundTripHarness.o", _HERE / "Harness.swift"], "harness", folder)


class Client:
    """The types of one document; `build` is where MartletRuntime was built, `harness` where the harness was."""

    def __init__(self, martlet, build, harness, document, folder):
        self._martlet = martlet
        self._build = Path(build)
        self._harness = harness
        self._folder = Path(folder).resolve()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._configuration = self._folder / "martlet.yaml"
        settings = {"spec": str(Path(document).resolve()), "output": "client", "unknownMembers": "keep", "shards": 8}
        self._configuration.write_text(json.dumps(settings))
        # The configuration lies in a folder of its own, far from the document and what that refers to.
        os.environ["MARTLET_ALLOW_OUTSIDE"] = str(Path(document).resolve().parent)

    def examples(self):
        """What `martlet inspect --examples` says, without what it says twice."""
        text = self._run([self._martlet, "inspect", "--examples", str(self._configuration)], "inspect")
        return json.loads(text, parse_float=Decimal)

    def generate(self):
        self._run([self._martlet, "generate", "--quiet", str(self._configuration)], "generate")

    def compile(self, types):
        """`types` in the order of their numbers."""
        chunks = [types[start : start + _CHUNK] for start in range(0, len(types), _CHUNK)]
        lines = ["import MartletRuntime", "import RoundTripHarness", ""]
        lines.append("roundTrip(" + " + ".join(f"types{number}()" for number in range(len(chunks))) + ")")
        for number, chunk in enumerate(chunks):
            lines += ["", f"func types{number}() -> [any Swift.Codable.Type] {{"]
            lines += ["    var types: [any Swift.Codable.Type] = []"]
            lines += [f"    types.append(({type}).self)" for type in chunk]
            lines += ["    return types", "}"]
        table = self._folder / "main.swift"
        table.write_text("\n".join(lines) + "\n")
        # Operations need the types, but no type needs them.
        sources = [path for path in sorted((self._folder / "client").glob("*.swift")) if path.name != "Client.swift"]
        objects = [self._harness / "RoundTripHarness.o", *sorted((self._build / "MartletRuntime.build").glob("*.o"))]
        command = ["swiftc", "-Onone", "-swift-version", "6", "-module-name", "RoundTrip"]
        command += ["-I", self._build / "Modules", "-I", self._harness]
        self._run([*command, *sources, table, *objects, "-o", self._folder / "round-trip"], "compile")

    def again(self, rows):
        """For each number of a type and JSON text, what the harness says."""
        results = []
        while len(results) < len(rows):
            text = "".join(f"{number}\t[{json_text}]\n" for number, json_text in rows[len(results) :])
            run = subprocess.run([self._folder / "round-trip"], input=text, capture_output=True, encoding="utf-8")
            lines = run.stdout.splitlines()
            results += [line.split(" ", 1) for line in lines]
            if run.returncode != 0:
                results.append(["failed", f"the program ends with {run.returncode}"])
            elif not lines:
                raise Failure("the program that decodes examples ended without an answer")
        return results

    def _run(self, command, name):
        return run(command, name, self._folder)

"""How long the compiler takes for a client, beside what it takes for a fixed piece of hand-written code."""

import functools
import shutil

from measuring import run
from places import WORK, tool

_FLAGS = {
    # As SwiftPM compiles for debugging, and for release.
    "debug": ["-Onone", "-g", "-enable-testing", "-enable-batch-mode", "-j2"],
    "release": ["-O", "-g", "-whole-module-optimization", "-num-threads", "2"],
}


def compile(folder, configuration, name="Client"):
    """Compiles a folder of Swift files as one module, against the runtime built alike; gives what that took."""
    work = WORK / f"{folder.name}-objects"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    modules = tool(configuration) / "Modules"
    command = ["swiftc", "-swift-version", "6", "-parse-as-library", "-module-name", name, "-I", modules]
    command += [*_FLAGS[configuration], "-emit-module", "-emit-module-path", work / f"{name}.swiftmodule", "-c"]
    return run([*command, *sorted(folder.resolve().glob("*.swift"))], folder=work)


@functools.cache
def baseline(configuration):
    """What the compiler takes for 40 public structs of ten members, with all conformances synthesised."""
    folder = WORK / "Baseline"
    folder.mkdir(parents=True, exist_ok=True)
    for part in range(2):
        types = [_structure(f"Item{part}x{number}") for number in range(20)]
        (folder / f"Types{part}.swift").write_text("\n".join(types))
    return compile(folder, configuration, "Baseline")


def _structure(name):
    kinds = ["Swift.String", "Swift.Int", "Swift.Double?", "[Swift.String]", "Swift.Bool?"]
    members = [(f"member{index}", kinds[index % len(kinds)]) for index in range(10)]
    lines = [f"public struct {name}: Codable, Hashable, Sendable {{"]
    lines += [f"    public var {member}: {kind}" for member, kind in members]
    lines += [f"    public init({', '.join(f'{member}: {kind}' for member, kind in members)}) {{"]
    lines += [f"        self.{member} = {member}" for member, _ in members]
    return "\n".join([*lines, "    }", "}", ""])

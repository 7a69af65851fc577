"""What rows measure with: the figures of a row, and programs with their time and memory."""

import os
import subprocess
import time
from dataclasses import dataclass, field


class BenchError(Exception):
    """Why a row could not be measured."""


@dataclass
class Measure:
    """One figure, the goal that it is held against, and its ratio to a baseline of the same run.

    Ratios are for comparing revisions: machines differ, and so does one machine from hour to hour.
    """

    name: str
    value: float
    unit: str
    goal: float | None
    ratio: float | None = None
    baseline: str = ""
    at_least: bool = False
    detail: dict = field(default_factory=dict)

    @property
    def is_met(self):
        if self.goal is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    @property
    def excess(self):
        """The share by which the goal is missed."""
        return 1 - self.value / self.goal if self.at_least else self.value / self.goal - 1

    def json(self):
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "goal": self.goal,
            "bound": "at least" if self.at_least else "at most",
            "met": self.is_met,
            "ratio": self.ratio,
            "baseline": self.baseline,
            "detail": self.detail,
        }


@dataclass
class Cost:
    """What a program took: the seconds that passed, those of its processors, and its peak memory in MB."""

    seconds: float
    cpu: float
    memory: float


def run(command, folder=None):
    """Runs a program to its end; the memory is that of its largest process.

    - Raises BenchError with what it said where it fails.
    """
    command = [str(part) for part in command]
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = said.decode(errors="replace")[-2000:]
        raise BenchError(f"{' '.join(command)[:200]} ended with {process.returncode}:\n{tail}")
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 if os.uname().sysname == "Linux" else 1024 * 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def in_turns(count, *actions):
    """Runs each of the actions `count` times, one after the other, and gives for each its quickest run.

    In turns, so that what else the machine does falls on all alike; the quickest, since nothing makes a run quicker than
    it is.
    """
    costs = [[] for _ in actions]
    for _ in range(count):
        for action, found in zip(actions, costs):
            found.append(action())
    return [min(found, key=lambda cost: cost.seconds) for found in costs]

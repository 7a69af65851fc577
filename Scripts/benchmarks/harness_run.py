"""What the harness measures of the runtime."""

import json
import subprocess

from places import harness


def figures(what):
    done = subprocess.run([harness("Throughput"), what], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)

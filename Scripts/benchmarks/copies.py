"""Writes a document that has the paths and schemas of another several times, under other names.

    python3 copies.py DOCUMENT COUNT TARGET

A program of its own: on Linux, what a program needs of memory is said to be at least what the one that starts it needed.
"""

import json
import sys
from pathlib import Path


def main(document, count, target):
    # Written alike whatever the count, so that all are read alike.
    text = json.dumps(copies(json.loads(Path(document).read_text()), int(count)), indent=2)
    Path(target).write_text(text)


def copies(original, count):
    """The document with all its paths, operations, tags and schemas, `count` times."""
    paths, schemas = {}, {}
    for number in range(count):
        suffix = f"Copy{number}"

        def renamed(node):
            if isinstance(node, list):
                return [renamed(item) for item in node]
            if not isinstance(node, dict):
                return node
            copy = {key: renamed(value) for key, value in node.items()}
            if isinstance(copy.get("$ref"), str) and copy["$ref"].startswith("#/components/schemas/"):
                copy["$ref"] += suffix
            if isinstance(copy.get("operationId"), str):
                copy["operationId"] += suffix
            mapping = node.get("mapping")
            if isinstance(mapping, dict):
                copy["mapping"] = {tag: f"{target}{suffix}" for tag, target in mapping.items()}
            return copy

        paths.update({f"/copy{number}{path}": renamed(item) for path, item in original["paths"].items()})
        found = original["components"]["schemas"].items()
        schemas.update({f"{name}{suffix}": renamed(schema) for name, schema in found})
    return {**original, "paths": paths, "components": {**original["components"], "schemas": schemas}}


main(*sys.argv[1:])

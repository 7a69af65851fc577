"""Says whether an example fits its schema, by the rules of JSON Schema that the document's version of OpenAPI has."""

import re
from pathlib import Path
from urllib.parse import quote, unquote, urlparse

from jsonschema import Draft4Validator, Draft202012Validator
from jsonschema.validators import extend
from referencing import Registry, Resource, Specification
from referencing.jsonschema import DRAFT202012

from documents import Document


def _nullable_type(validator, types, instance, schema):
    """`nullable` of OpenAPI 3.0 (section 4.7.24), `x-nullable` as it was written before that."""
    if instance is None and (schema.get("nullable") is True or schema.get("x-nullable") is True):
        return
    if types == "file":
        types = "string"
    yield from Draft4Validator.VALIDATORS["type"](validator, types, instance, schema)


def _pattern(validator, pattern, instance, schema):
    """A pattern that only ECMA 262 knows isn't asserted."""
    if not isinstance(instance, str):
        return
    try:
        fits = re.search(pattern, instance) is not None
    except re.error:
        return
    if not fits:
        yield from Draft4Validator.VALIDATORS["pattern"](validator, pattern, instance, schema)


def _required(validator, names, instance, schema):
    """Draft 3's `required: true` says nothing of the schema that it stands in."""
    if isinstance(names, list):
        yield from Draft202012Validator.VALIDATORS["required"](validator, names, instance, schema)


_OLD = extend(Draft4Validator, {"type": _nullable_type, "pattern": _pattern, "required": _required})
_NEW = extend(Draft202012Validator, {"pattern": _pattern, "required": _required})


class Schemas:
    """Formats aren't asserted, and neither are `readOnly` and `writeOnly`: an example may show either side."""

    def __init__(self, path):
        self._documents = {}
        root = self._document(path).value
        version = str(root.get("openapi") or root.get("swagger"))
        is_old = version.startswith(("2.", "3.0"))
        self._validator = _OLD if is_old else _NEW
        # Before 3.1 there are no identifiers and no anchors: only pointers.
        self._specification = Specification.OPAQUE if is_old else DRAFT202012
        uri = Path(path).resolve().as_uri()
        self._registry = Registry(retrieve=self._retrieve).with_resource(uri, self._retrieve(uri)).crawl()

    def _document(self, path):
        path = Path(path).resolve()
        if path not in self._documents:
            self._documents[path] = Document(path)
        return self._documents[path]

    def _retrieve(self, uri):
        contents = self._document(unquote(urlparse(uri).path)).value
        return Resource(contents, specification=self._specification)

    def fault(self, example, place):
        """Why `example` doesn't fit the schema at `place` (`file:line:column`); None where it does."""
        path, line, column = place.rsplit(":", 2)
        pointer = self._document(path).pointers.get((int(line), int(column)))
        if pointer is None:
            return "no schema was found there"
        schema = {"$ref": f"{Path(path).resolve().as_uri()}#{quote(pointer)}"}
        try:
            errors = self._validator(schema, registry=self._registry).iter_errors(example)
            first = next(errors, None)
        except Exception as error:
            return f"the schema can't be applied: {type(error).__name__}: {error}".split("\n")[0]
        return None if first is None else f"{first.json_path}: {first.message}"

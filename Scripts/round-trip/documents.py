"""Reads documents a second time, apart from Martlet, with the place of every mapping and scalar in them."""

import re
from decimal import Decimal

import yaml

_NULLS = {"", "~", "null", "Null", "NULL"}
_TRUES = {"true", "True", "TRUE"}
_FALSES = {"false", "False", "FALSE"}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

# JSON writes what is beyond 16 bits as a pair, for which YAML has no word.
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


class Document:
    """`value` is the document's; `pointers` has the JSON pointer of each node by its line and column, from 1."""

    def __init__(self, path):
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        if "\\ud" in text.lower():
            text = _PAIR.sub(_joined, text)
        self.pointers = {}
        self._made = {}
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self.value = None if root is None else self._read(root, "")

    def _read(self, node, pointer):
        mark = node.start_mark
        self.pointers.setdefault((mark.line + 1, mark.column + 1), pointer)
        if id(node) in self._made:
            return self._made[id(node)]
        if isinstance(node, yaml.ScalarNode):
            value = _scalar(node)
        elif isinstance(node, yaml.SequenceNode):
            value = [self._read(item, f"{pointer}/{place}") for place, item in enumerate(node.value)]
        else:
            value = {key.value: self._read(item, f"{pointer}/{_escaped(key.value)}") for key, item in node.value}
        self._made[id(node)] = value
        return value


def _joined(match):
    high, low = (int(half, 16) for half in match.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08x}"


def _escaped(key):
    return key.replace("~", "~0").replace("/", "~1")


def _scalar(node):
    """YAML 1.2's core schema (section 10.3.2): no dates, and `no` is a word."""
    text = node.value
    if node.style:
        return text
    if text in _NULLS:
        return None
    if text in _TRUES or text in _FALSES:
        return text in _TRUES
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text, 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(text, 16)
    return float(text) if _NUMBER.fullmatch(text) else text


def difference(left, right, path="$"):
    """The first place where two JSON values differ, in words; None where they don't. Numbers are equal by value."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key, value in left.items():
            if key not in right:
                return f"{path}.{key} is lost"
            if found := difference(value, right[key], f"{path}.{key}"):
                return found
        extra = [key for key in right if key not in left]
        return f"{path}.{extra[0]} is added: {short(right[extra[0]])}" if extra else None
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        pairs = enumerate(zip(left, right))
        return next((found for place, (a, b) in pairs if (found := difference(a, b, f"{path}[{place}]"))), None)
    is_number = [isinstance(value, (int, Decimal)) and not isinstance(value, bool) for value in (left, right)]
    if type(left) is type(right) or all(is_number):
        if left == right:
            return None
    return f"{path} was {short(left)}, is {short(right)}"


def short(value):
    text = str(value) if isinstance(value, Decimal) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."

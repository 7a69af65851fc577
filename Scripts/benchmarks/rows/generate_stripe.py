"""Generating the whole Stripe document: the time, as a multiple of libyaml's scan."""

from generating import scans


def measure():
    return [scans("stripe/spec3.yaml", "Stripe")[0]]

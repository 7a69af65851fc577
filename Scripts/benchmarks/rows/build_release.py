"""Clean builds of the plugin's tool, as `swift build -c release --product martlet-build`, and of the whole command line."""

from building import rows


def measure():
    return rows("release", goal=75)

"""Clean builds of the plugin's tool, as `swift build -c debug --product martlet-build`, and of the whole command line."""

from building import rows


def measure():
    return rows("debug", goal=30)

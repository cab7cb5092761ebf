"""Where Piccolo finds the engine and the rooms that have tables."""

from piccolo.conf.apps import AppRegistry

from zukunftsparlament.kernel.database import engine

DB = engine()

ROOMS = (
    "journal",
    "search",
    "procedure",
    "people",
    "concerns",
    "proposals",
    "sittings",
    "polls",
    "handovers",
    "minutes",
)

APP_REGISTRY = AppRegistry(apps=[f"zukunftsparlament.{room}.piccolo_app" for room in ROOMS])

"""For Piccolo's own command line; everything stands in the package."""

from zukunftsparlament.piccolo_conf import APP_REGISTRY, DB

__all__ = ["APP_REGISTRY", "DB"]

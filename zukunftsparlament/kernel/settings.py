"""What the environment says, read once: ZP_DATA, ZP_PORT, ZP_DATABASE_URL, ZP_BASE_URL, ZP_BEHIND_PROXY (README)."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Settings:
    data: Path
    port: int
    database_url: str
    base_url: str
    behind_proxy: bool

    @property
    def keys(self) -> Path:
        return self.data / "keys"

    @property
    def deletions(self) -> Path:
        return self.data / "deletions.jsonl"

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite:")

    @property
    def sqlite_path(self) -> Path:
        return Path(self.database_url.removeprefix("sqlite:///"))

    @property
    def origin(self) -> str:
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https:")


class WrongSettings(Exception):
    """A variable cannot be understood; the text says which and why."""


@cache
def settings() -> Settings:
    data = Path(os.environ.get("ZP_DATA", "data")).resolve()
    port = os.environ.get("ZP_PORT", "8000")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise WrongSettings(f"ZP_PORT muss eine Zahl von 1 bis 65535 sein, nicht „{port}“.")
    url = os.environ.get("ZP_DATABASE_URL", f"sqlite:///{data}/zukunftsparlament.sqlite")
    if not url.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise WrongSettings("ZP_DATABASE_URL muss mit sqlite:/// oder postgresql:// anfangen.")
    base = os.environ.get("ZP_BASE_URL", f"http://127.0.0.1:{port}").rstrip("/")
    if urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).netloc:
        raise WrongSettings("ZP_BASE_URL muss wie https://beispiel.de aussehen.")
    return Settings(
        data=data,
        port=int(port),
        database_url=url,
        base_url=base,
        behind_proxy=os.environ.get("ZP_BEHIND_PROXY") == "1",
    )

"""The four ways to say no. Each has an answer in INTERFACE.md and a sentence for the person."""

from enum import Enum


class Refused(Exception):
    """A rule speaks against it (409). `reason` is an enum member that has a sentence."""

    def __init__(self, reason: Enum) -> None:
        super().__init__(f"{type(reason).__name__}.{reason.name}")
        self.reason = reason


class Missing(Exception):
    """It does not exist, or is not yours: nobody can tell which (404). `reason`: where more may be said, with words."""

    def __init__(self, reason: Enum | None = None) -> None:
        super().__init__(reason.name if reason else "")
        self.reason = reason


class Wrong(Exception):
    """A form cannot be taken as it is (422): a sentence for each field that needs mending."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class TooOften(Exception):
    """Too many tries (429); `seconds` until the next one is worth it."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"again in {seconds} s")
        self.seconds = seconds

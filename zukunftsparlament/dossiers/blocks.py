"""What a written document is made of, whatever program will open it. Texts are plain: nothing in them is markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int
    new_page: bool = False
    link: str = ""  # where a page on the screen leads from here


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; line breaks in it are kept. `lead` stands before it in bold."""

    text: str
    lead: str = ""
    link: str = ""
    style: str = "plain"  # plain, lead, small; code: small, and compared letter by letter


@dataclass(frozen=True, slots=True)
class Points:
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Its header row is repeated on each page; without one its first column is the header."""

    title: str  # what it shows, for who hears the document
    widths: Sequence[int]  # millimetres
    rows: Sequence[Sequence[str]]
    header: Sequence[str] = ()
    tall: bool = False  # room to write into


@dataclass(frozen=True, slots=True)
class Drawing:
    png: bytes
    alt: str
    width: float  # millimetres, as the height
    height: float


Block = Heading | Words | Points | Grid | Drawing


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    author: str
    foot: str
    made_on: datetime
    blocks: Sequence[Block]

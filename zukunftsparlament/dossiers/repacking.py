"""Zip files that are the same bytes whenever and wherever they are made.

Office files are zips too, and the libraries write the time of making into them.
"""

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

FIRST = ("mimetype", "[Content_Types].xml")  # where OpenDocument and Office look first
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no day before
READABLE = 0o100644 << 16
UNIX = 3


def packed(files: Mapping[str, bytes], *, made_on: datetime) -> bytes:
    """`files` by name, in the order of their names. `made_on` stands at each of them."""
    buffer = BytesIO()
    day = max((made_on.year, made_on.month, made_on.day, 0, 0, 0), EARLIEST)
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files, key=lambda name: (name not in FIRST, name)):
            entry = zipfile.ZipInfo(name, day)
            entry.external_attr, entry.create_system = READABLE, UNIX
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=6)
    return buffer.getvalue()


def repacked(archive: bytes, *, made_on: datetime) -> bytes:
    with zipfile.ZipFile(BytesIO(archive)) as found:
        return packed({name: found.read(name) for name in found.namelist()}, made_on=made_on)

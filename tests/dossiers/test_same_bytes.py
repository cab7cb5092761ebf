"""The same hand-over gives the same bytes: tomorrow, on another machine, in another process."""

import hashlib
import os
import subprocess
import sys

MAKE = """
import hashlib
from datetime import date
from tests.dossiers.example import every_kind
from tests.dossiers.test_leaflets import leaflet
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.dossiers.leaflets import FILES, printed
for ending, document in DOCUMENTS.items():
    first, again = (hashlib.sha256(document.write(every_kind())).hexdigest() for _ in range(2))
    assert first == again, ending
    print(ending, first)
for name in FILES:
    print(name, hashlib.sha256(printed(name, leaflet(3))).hexdigest())
"""


def made(when: str, seed: str) -> list[str]:
    command = ["faketime", when, sys.executable, "-W", "ignore", "-c", MAKE]
    told = subprocess.run(
        command,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.splitlines()


def test_neither_the_clock_nor_the_order_of_hashes_changes_a_byte() -> None:
    first, second = made("2027-03-01 10:00:00", "1"), made("2031-12-31 23:59:59", "7")

    assert len(first) == 9 and first == second
    assert all(len(line.split()[1]) == hashlib.sha256().digest_size * 2 for line in first)

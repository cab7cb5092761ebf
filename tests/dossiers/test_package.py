"""The zip: everything in it, checkable with what every machine has."""

import json
import subprocess
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import frictionless
import jsonschema
import pytest

from tests.dossiers.example import every_kind
from tests.dossiers.hostile import all_in_one, made
from zukunftsparlament.dossiers.documents import DOCUMENTS, SMALL, sizes
from zukunftsparlament.dossiers.handover_zip import WRITERS, handover_zip
from zukunftsparlament.dossiers.repacking import packed
from zukunftsparlament.dossiers.shape import Handover

BESIDES = {"datapackage.json", "handover.schema.json", "LIESMICH.txt", "SHA256SUMS"}


def unpacked(file: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        archive.extractall(folder)
    return folder


def test_it_holds_every_document_as_it_is_alone(tmp_path: Path) -> None:
    folder = unpacked(handover_zip(every_kind()), tmp_path)

    assert {file.name for file in folder.iterdir()} == {f"uebergabe-4.{ending}" for ending in WRITERS} | BESIDES
    for ending, write in WRITERS.items():
        assert (folder / f"uebergabe-4.{ending}").read_bytes() == write(every_kind())


def test_its_checksums_are_right_and_a_changed_byte_is_found(tmp_path: Path) -> None:
    folder = unpacked(handover_zip(every_kind()), tmp_path)
    check = ["sha256sum", "--quiet", "-c", "SHA256SUMS"]
    assert subprocess.run(check, cwd=folder, check=False).returncode == 0

    (folder / "uebergabe-4.csv").write_bytes(b"x")

    assert subprocess.run(check, cwd=folder, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize("frozen", [every_kind(), all_in_one()], ids=["every kind", "hostile"])
def test_its_table_is_a_valid_data_package(frozen: Handover, tmp_path: Path) -> None:
    file = made("zip") if len(frozen["decisions"]) > SMALL else handover_zip(frozen)
    report = frictionless.validate(str(unpacked(file, tmp_path) / "datapackage.json"))

    assert report.valid, report.flatten()
    assert report.tasks[0].stats["rows"] == len(frozen["decisions"])


def test_its_schema_fits_its_data(tmp_path: Path) -> None:
    folder = unpacked(handover_zip(every_kind()), tmp_path)
    schema = json.loads((folder / "handover.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.validate(json.loads((folder / "uebergabe-4.json").read_text(encoding="utf-8")), schema)


def test_a_zip_knows_no_day_before_1980() -> None:
    with zipfile.ZipFile(BytesIO(packed({"a": b"a"}, made_on=datetime(1970, 1, 2, tzinfo=UTC)))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_sizes_are_those_of_the_documents_and_a_large_hand_over_has_none() -> None:
    assert sizes(every_kind()) == {ending: len(found.write(every_kind())) for ending, found in DOCUMENTS.items()}
    assert len(all_in_one()["decisions"]) > SMALL and sizes(all_in_one()) == {}

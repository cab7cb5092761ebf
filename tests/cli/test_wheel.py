import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.cli.place import ROOT
from zukunftsparlament import __version__


def test_installed_from_a_wheel_it_finds_all_its_files(tmp_path: Path) -> None:
    source, wheels, installed = tmp_path / "source", tmp_path / "wheels", tmp_path / "installed"
    source.mkdir()
    shutil.copytree(
        ROOT / "zukunftsparlament", source / "zukunftsparlament", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", source)
    build = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation", "-w", str(wheels), "."]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = wheels.iterdir()
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(installed)

    def run(*words: str) -> str:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ZP_")}
        environment = kept | {"PYTHONPATH": str(installed), "ZP_DATA": str(tmp_path / "data")}
        ended = subprocess.run(
            [sys.executable, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    assert run("-m", "zukunftsparlament.cli", "--version") == f"{__version__}\n"
    run("-m", "zukunftsparlament.cli", "seed")
    assert "alles stimmt" in run("-m", "zukunftsparlament.cli", "verify")
    here = {path.relative_to(ROOT) for path in (ROOT / "zukunftsparlament").rglob("*") if path.is_file()}
    wanted = {str(path) for path in here if "__pycache__" not in path.parts and not path.name.endswith(".pot")}
    assert sorted(path for path in wanted if not (installed / path).is_file()) == []

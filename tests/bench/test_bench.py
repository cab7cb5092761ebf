"""That it measures and tells. Never how fast: a busy machine must not break a build."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from zukunftsparlament.bench import report
from zukunftsparlament.bench.first_visit import FirstVisit
from zukunftsparlament.bench.live import report as live_report
from zukunftsparlament.bench.live.measure import FanOut, Live
from zukunftsparlament.bench.live.phones import jitter_on
from zukunftsparlament.bench.measure import Measured
from zukunftsparlament.bench.pages import Cost

COMMAND = (sys.executable, "-m", "zukunftsparlament.cli", "bench")
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
PAGES = {"wall", "wall_signed_in", "proposal_signed_in", "ballot"}


def measured(cpu_us: float) -> Measured:
    return Measured(
        hello=Cost(40_000, 20),
        pages=dict.fromkeys(PAGES, Cost(1_000, cpu_us)),
        votes_over_http=Cost(1_000, 500),
        votes=3_000,
        bare_votes=4_000,
        seconds_to_start=0.8,
        memory_mib=100,
        first_visits={"/": FirstVisit(50_000, 6)},
        growth=1.0,
        statements={"ballot": 3},
    )


def test_a_share_is_what_hello_costs_by_what_the_page_costs() -> None:
    found = measured(200)

    assert found.share("wall") == 0.1
    assert report.as_json(found, seconds=1)["shares"]["wall"] == 0.1
    assert report.as_json(found, seconds=1)["votes_ratio"] == 0.75


def test_the_table_says_which_goals_are_missed() -> None:
    def missed(cpu_us: float) -> list[str]:
        return [line.name for line in report.lines(measured(cpu_us)) if not line.is_reached]

    assert missed(20) == []
    assert missed(500) == ["Wand, nicht angemeldet", "Wand, angemeldet"]
    assert "verfehlt" in report.table(report.lines(measured(500)))


def test_a_page_of_few_says_that_its_phones_need_not_wait_long() -> None:
    assert jitter_on('<div class="live-room" data-jitter="100">') == 0.1
    assert jitter_on('<div class="live-room">') == 0.8


def test_only_a_thousand_streams_have_a_goal_beside_the_bare_loop() -> None:
    fan_out = {30: FanOut(3, 1), 1_000: FanOut(30, 10)}
    found = Live(fan_out, 1.2, 1.2, room_jitter=0.3, hall_jitter=0.8, phones=30, spectators=1_000)

    assert [line.name for line in live_report.lines(found) if not line.is_reached] == [
        "Letzter von 1000 Strömen, mal Schleife",
        "Tipp bis zum letzten von 30 Telefonen, s",
    ]
    assert live_report.as_json(found)["ratios"] == {30: 3, 1_000: 3}


@on_linux
def test_the_whole_run_writes_its_figures_and_leaves_nothing(tmp_path: Path) -> None:
    found = run(tmp_path, "--seconds", "0.2")

    assert set(found["shares"]) == PAGES
    assert set(found["first_visits"]) == {"/", "/vorschlaege"}
    assert min(found["votes"], found["bare_votes"], found["memory_mib"], found["growth"]) > 0
    assert found["statements"]["ballot"] >= 1


@on_linux
def test_the_live_run_reaches_every_phone_and_leaves_nothing(tmp_path: Path) -> None:
    """That the phones fetch what is new, and nothing older, it looks at itself."""
    found = run(tmp_path, "--live", "--streams", "5", "40", "--taps", "2")

    assert set(found["ratios"]) == {"5", "40"}
    assert min(found["ratios"].values()) > 0
    assert (found["phones"], found["spectators"]) == (30, 40)
    assert min(found["room_seconds"], found["hall_seconds"]) > 0


def run(folder: Path, *words: str) -> dict[str, Any]:
    told = folder / "bench.json"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZP_")}
    environment = kept | {"TMPDIR": str(folder)}
    subprocess.run(
        [*COMMAND, *words, "--json", str(told)], env=environment, check=True, timeout=300, stdout=subprocess.DEVNULL
    )
    assert [path.name for path in folder.iterdir()] == ["bench.json"]
    return dict(json.loads(told.read_text()))

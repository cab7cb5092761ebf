"""What can be measured on the screen that a phone shows now."""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.phone import OPEN_ALL

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 1280)
BUTTON_PX = 48

# Runs before the page's own scripts, past its policy: the policy itself stays in force.
COUNT_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({type: "layout-shift", buffered: true});
"""
BRING_AXE = f"window.bringAxe = () => {{ {AXE.read_text(encoding='utf-8')} }};"
RUN_AXE = """(only) => {
  if (!('axe' in window)) bringAxe();
  return axe.run(document, {runOnly: only, resultTypes: ['violations']});
}"""
# In the dark nothing but colours differs (tests/test_styles.py), so only what axe says about colours can.
ASKED = {
    "light": {"type": "tag", "values": STANDARD},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest('.table-wrap'))
    .slice(0, 4).map((e) => e.outerHTML.slice(0, 120));
}"""
SMALL_TARGETS = """(least) => {
  const all = 'button, .button, .tabs a, .chip, input:not([type=hidden]), select, textarea, summary';
  const seen = (e) => e.checkVisibility({checkVisibilityCSS: true}) && !e.closest('.skip, .unseen');
  const place = (e) => ['checkbox', 'radio'].includes(e.type) ? e.closest('label') ?? e : e;
  return [...document.querySelectorAll(all)]
    .filter(seen).map((e) => [e, place(e).getBoundingClientRect()])
    .filter(([e, box]) => box.width > 1 && (box.height < least - 0.5 || box.width < least - 0.5))
    .map(([e, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 100)}`);
}"""

# What a tap in the middle of a control would not reach; what stays at the foot may lie over what scrolls.
COVERED = """() => {
  window.scrollTo(0, 0);
  return [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')].map((e) => {
    const box = e.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    if (box.width < 2 || y < 0 || y > innerHeight - 90 || !e.checkVisibility({checkVisibilityCSS: true})) return null;
    const top = document.elementFromPoint(x, y);
    if (!top || top.closest('.acts--stay')) return null;
    const fine = e.contains(top) || top.contains(e) || [...e.labels ?? []].some((one) => one.contains(top));
    return fine ? null : `${e.outerHTML.slice(0, 80)} under ${top.outerHTML.slice(0, 80)}`;
  }).filter(Boolean);
}"""


def bring_axe(context: BrowserContext) -> None:
    """To all pages from now on. Sent to each by itself, half a megabyte takes longer than what axe does there."""
    context.add_init_script(BRING_AXE)


def violations(page: Page, scheme: Any) -> list[str]:
    """What axe finds (WCAG 2.2 AA and best practices) in this colour scheme, everything unfolded. After `bring_axe`."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(OPEN_ALL)
    found = page.evaluate(RUN_AXE, ASKED[scheme])
    return [
        f"{one['id']}: " + " | ".join(f"{node['target'][-1]} {node['html'][:160]}" for node in one["nodes"][:4])
        for one in found["violations"]
    ]


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways at one of the widths; empty if it does not."""
    before, found = page.viewport_size, list[str]()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(OPEN_ALL)
        found += page.evaluate(TOO_WIDE)
    if before is not None:
        page.set_viewport_size(before)
    return found


def small_targets(page: Page) -> list[str]:
    """Buttons, fields and tabs under 48 px in either direction. axe minds the 24 px of everything else."""
    page.evaluate(OPEN_ALL)
    found: list[str] = page.evaluate(SMALL_TARGETS, BUTTON_PX)
    return found


def covered(page: Page) -> list[str]:
    """Links, buttons and fields of the first screen that lie under something else: a tap there does another thing."""
    found: list[str] = page.evaluate(COVERED)
    return found


def layout_shift(page: Page) -> float:
    return float(page.evaluate("() => window.shifts.reduce((sum, one) => sum + one, 0)"))

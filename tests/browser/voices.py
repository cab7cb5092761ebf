"""Voices made up for a device: Chromium under test has none. What is said is kept; a sentence ends when we say so."""

from playwright.sync_api import Page

FAKE = """(local) => {
  window.said = [];
  const voice = { name: "Anna", lang: "de-DE", localService: local, default: true };
  const fake = new EventTarget();
  fake.getVoices = () => [voice, { name: "Ann", lang: "en-GB", localService: true, default: false }];
  fake.speak = (one) => { window.said.push(one.text); fake.now = one; };
  fake.cancel = () => {
    const cut = fake.now;
    fake.now = null;
    if (cut) setTimeout(() => cut.dispatchEvent(new Event("end")));  // as browsers do: later
  };
  fake.finish = () => { const done = fake.now; fake.now = null; done.dispatchEvent(new Event("end")); };
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
}"""


def give_voices(page: Page, *, local: bool) -> None:
    """From the next page on. Not local: the German voice would send the text to another company."""
    page.add_init_script(f"({FAKE})({str(local).lower()})")


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.said")
    return found


def finish(page: Page) -> None:
    page.evaluate("speechSynthesis.finish()")


def is_speaking(page: Page) -> bool:
    return bool(page.evaluate("Boolean(speechSynthesis.now)"))

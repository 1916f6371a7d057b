#!/usr/bin/env python3
"""A real browser shows the page that `zoomc report` writes."""
import base64
import contextlib
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
from browser import Browser  # noqa: E402

ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve()
CHROMIUM = os.environ["CHROMIUM"]
WIDTHS = (400, 900, 1400)
SCHEMES = ("light", "dark")

HOSTILE = r"""
zoomc: 1
app:
  name: "<script>alert(1)</script><img src=x onerror=alert(2)>"
  summary: "\"'><svg onload=alert(3)> \e[31m \u202e"
  purpose: "a \"quote\" & <b>bold</b> `tick`"
  links:
    website: "https://a.test/?x=%22onmouseover=alert(4)//\"' onmouseover='alert(5)"
    privacy: "javascript:alert(6)"
region: eu
managed_by: admin
features: {users: [read], meetings: [read, write]}
extra_scopes: ["<script>alert(7)</script>", "x' onclick='alert(8)"]
justify:
  meetings.read: "</p><script>alert(9)</script>"
test_plan:
  meetings.read: "</li></ol><iframe src=https://evil.test>"
accounts:
  - {name: "</div><style>*{display:none}</style>", email: "<i>@evil.test", authorizer: admin}
oauth:
  redirect_url: "https://evil.test/<script>"
"""
LONG = """
zoomc: 1
app: {name: "%s", summary: "%s"}
region: us
features: {meetings: read}
extra_scopes: ["%s"]
""" % ("W" * 300, "w" * 2000, "x:" + "y" * 400)


def big_app():
    """Every feature, and single operations up to 60 scopes and more."""
    catalog = (ROOT / "schemas" / "catalog" / "operations.tsv").read_text().splitlines()
    rows = [line.split("\t") for line in catalog if not line.startswith("#")]
    operations = [f"{row[1]} {row[2]}" for row in rows
                  if row[0] == "phone" and any(scope.endswith(":admin") for scope in row[5].split(","))]
    lines = "".join(f'  - "{operation}"\n' for operation in operations[:45])
    return ("zoomc: 1\napp: {name: Everything, purpose: sales operations}\nregion: [eu, us, au]\n"
            "features:\n  users: [read, write]\n  groups: [read, write]\n  meetings: [read, write]\n"
            "  webinars: [read, manage]\n  phone: [users, call_history, recordings]\n"
            "optional: [webinars.manage]\n"
            "operations:\n" + lines +
            "events: [{name: A, types: [meeting.started, recording.completed], url: https://h.test/z}]\n")


APPS = {
    "crm": (ROOT / "examples" / "crm-sync.zoom.yaml").read_text(),
    "custom": (ROOT / "examples" / "custom-platform.zoom.yaml").read_text(),
    "guide": (ROOT / "examples" / "guide-verbatim.zoom.yaml").read_text(),
    "hostile": HOSTILE,
    "long": LONG,
    "big": big_app(),
}


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.directory.cleanup)
        cls.pages = {}
        for name, text in APPS.items():
            source = pathlib.Path(cls.directory.name) / f"{name}.zoom.yaml"
            source.write_text(text)
            cls.pages[name] = source.with_suffix(".html")
            done = subprocess.run([ZOOMC, "report", source, "-o", cls.pages[name]], check=False)
            assert done.returncode == (1 if name in ("hostile", "long") else 0), (name, done.returncode)
        cls.browser = cls.enterClassContext(Browser(CHROMIUM)) if hasattr(cls, "enterClassContext") else None
        if cls.browser is None:
            cls.browser = Browser(CHROMIUM).__enter__()
            cls.addClassCleanup(cls.browser.__exit__)

    @contextlib.contextmanager
    def view(self, name, width, scheme):
        with self.subTest(page=name, width=width, scheme=scheme):
            self.browser.open(self.pages[name], width, scheme)
            yield self.pages[name]

    def views(self):
        for name in self.pages:
            for width in WIDTHS:
                for scheme in SCHEMES:
                    yield self.view(name, width, scheme)

    def count(self, selector):
        return self.browser.evaluate(f"document.querySelectorAll({selector!r}).length")

    def test_nothing_is_loaded_and_nobody_complains(self):
        for view in self.views():
            with view as page:
                self.assertEqual(self.browser.complaints(), [])
                self.assertEqual(self.browser.requests(), [page.as_uri()])

    def test_the_page_is_never_wider_than_the_window(self):
        for view in self.views():
            with view:
                self.assertEqual(self.browser.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0)
                # No cell, name or text reaches out of the page either, where it would be cut off.
                self.assertEqual(self.browser.evaluate("""
                    Array.from(document.querySelectorAll('body *'))
                      .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                                   && getComputedStyle(e).position !== 'absolute')
                      .map(e => e.outerHTML.slice(0, 80))"""), [])

    def test_what_the_page_has(self):
        for view in self.views():
            with view:
                self.assertEqual(self.browser.evaluate(
                    "Array.from(document.querySelectorAll('main > section')).map(s => s.id)"),
                    ["app", "scopes", "authority", "tests", "findings", "checklist"])
                self.assertEqual(self.count("script, iframe, img, link, object, embed, form"), 0)
                self.assertEqual(self.count("style"), 1)
                scopes = self.count("#tests article")
                self.assertEqual(self.count("#scopes tbody tr"), scopes)
                self.assertEqual(self.count("#authority .bars > li"), scopes)
                self.assertEqual(self.browser.evaluate(
                    "Array.from(document.querySelectorAll('a[href^=\"#\"]'))"
                    ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"), 0)
                self.assertEqual(self.browser.evaluate(
                    "document.querySelectorAll('[id]').length - "
                    "new Set(Array.from(document.querySelectorAll('[id]'), e => e.id)).size"), 0)

    def test_every_dot_of_the_matrix_says_its_feature(self):
        for view in self.views():
            with view:
                dots = self.browser.evaluate("""
                    Array.from(document.querySelectorAll('#scopes .mark'))
                      .map(d => [d.title, d.textContent, d.getClientRects().length])""")
                self.assertGreater(len(dots), 0)
                for title, text, boxes in dots:
                    self.assertEqual(title, text)
                    self.assertEqual(boxes, 1)

    def test_a_dot_stands_below_its_feature(self):
        self.browser.open(self.pages["big"], 1400, "light")
        self.assertEqual(self.browser.evaluate("""
            Array.from(document.querySelectorAll('#scopes .mark')).filter(d => {
              const column = document.querySelectorAll('#scopes thead th')[d.cellIndex];
              return column.textContent !== d.title;
            }).length"""), 0)
        self.assertGreaterEqual(self.count("#scopes tbody tr"), 60)
        self.assertGreaterEqual(self.count("#scopes thead th"), 25)
        # In a narrow window the columns are gone and the names are there.
        self.browser.open(self.pages["big"], 900, "light")
        self.assertEqual(self.browser.evaluate(
            "document.querySelector('#scopes thead').getClientRects().length"), 0)
        self.assertGreater(self.browser.evaluate(
            "document.querySelector('#scopes .mark span').getBoundingClientRect().width"), 20)

    def test_everything_of_the_file_is_text(self):
        self.browser.open(self.pages["hostile"], 900, "light")
        self.assertEqual(self.browser.evaluate("document.querySelector('h1').textContent"),
                         "<script>alert(1)</script><img src=x onerror=alert(2)>")
        self.assertEqual(self.browser.evaluate("document.querySelector('.summary').textContent"),
                         "\"'><svg onload=alert(3)> \\x1b[31m \\u202e")
        self.assertEqual(self.count("[onload], [onerror], [onclick], [onmouseover], main b > b, i"), 0)
        self.assertEqual(self.browser.evaluate(
            "Array.from(document.querySelectorAll('a:not([href^=\"#\"])'), a => new URL(a.href).protocol)"),
            ["https:"])
        text = self.browser.evaluate("document.body.textContent")
        for piece in ("</p><script>alert(9)</script>", "</li></ol><iframe src=https://evil.test>",
                      "</div><style>*{display:none}</style>", "javascript:alert(6)",
                      "x' onclick='alert(8)"):
            self.assertIn(piece, text)

    def test_the_style_is_the_one_that_the_policy_names(self):
        for name, page in self.pages.items():
            text = page.read_text()
            style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
            digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
            self.assertIn(f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">", text, name)
            self.browser.open(page, 900, "light")
            self.assertEqual(self.browser.evaluate("getComputedStyle(document.body).maxWidth"), "1312px")

    def test_text_can_be_read_on_light_and_on_dark(self):
        grounds = set()
        for view in self.views():
            with view:
                grounds.add(self.browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                self.assertEqual(self.browser.evaluate(CONTRAST), [])
        self.assertEqual(grounds, {"rgb(255, 255, 255)", "rgb(16, 20, 26)"})

    def test_the_bars_are_as_long_as_what_they_say(self):
        self.browser.open(self.pages["crm"], 1400, "light")
        bars = self.browser.evaluate("""
            Array.from(document.querySelectorAll('.bars li'), l => [
              l.querySelector('code').textContent, l.querySelector('.figures').textContent,
              Math.round(l.querySelector('.needed').getBoundingClientRect().width /
                         l.querySelector('.track').getBoundingClientRect().width * 1000),
              Math.round(l.querySelector('.excess').getBoundingClientRect().width /
                         l.querySelector('.track').getBoundingClientRect().width * 1000)])""")
        self.assertEqual(bars[0], ["phone:read:list_call_logs:admin", "1 needed, 7 beyond", 125, 875])
        self.assertEqual(bars[-1], ["user:read:user:admin", "1 needed", 125, 0])

    def test_it_prints(self):
        for name in ("crm", "big"):
            self.browser.open(self.pages[name], 900, "light")
            pdf = self.browser.pdf()
            self.assertEqual(pdf[:5], b"%PDF-")
            self.assertGreater(pdf.count(b"/Type /Page\n"), 1 if name == "crm" else 5)


# What is written with less contrast than WCAG's AA wants, 4.5 to 1.
CONTRAST = """
(() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => {
    const [r, g, b] = channels(colour).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = e => {
    for (; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if ((channels(colour)[3] ?? 1) > 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return Array.from(document.querySelectorAll('body *'))
    .filter(e => !e.closest('svg') &&
                 Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => {
      const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
    })
    .map(e => e.outerHTML.slice(0, 80));
})()
"""

if __name__ == "__main__":
    unittest.main()

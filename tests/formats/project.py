"""A project full of findings, what `zoomc lint` says of it in a format, and an independent count of
lines and columns."""
import json
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ZOOMC = os.environ["ZOOMC"]
# The `node_modules` with what others published about the formats.
PEERS = pathlib.Path(os.environ["ZOOMC_PEERS"])
BOM = b"\xef\xbb\xbf"
# Not the one on the rule's page, which SARIF has in it.
SECRET = "pX8wN4tRk1LcV6zQ"

BAD = f"""\
zoomc: 1
app: {{name: "日本 é 😀 and a name that is far too long for the Marketplace of Zoom"}}
managed_by: user
region: eu
features:
  meetings: [read, raed]
  telephone: [users]
operations: ["GET /users/{{id}}/meetings", GET /nowhere, users]
extra_scopes: [meeting:read:sumary, 'meeting:read:<x> & "y"']
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code/
  allow_list: [https://api.unified.to/oauth/code]
credentials: {{client_secret: {SECRET}}}
"""
GOOD = """\
zoomc: 1
app: {name: Acme CRM Sync, purpose: CRM logging}
region: us
features: {meetings: read}
"""
FILES = {
    "apps/bad.zoom.yaml": BAD.encode(),
    "apps/bom.zoom.yaml": BOM + BAD.encode(),
    "apps/good.zoom.yml": GOOD.encode(),
    "apps/empty.zoom.yaml": b"",
    "apps/not utf-8.zoom.yaml": b"zoomc: 1\r\napp: {name: \"\xc3\xa9 \xff\"}\r\n",
    "apps/quote.zoom.yaml": b"zoomc: 1\napp:\n\tname: \"never\n  closed\n",
    "odd, 100% [né:w]\n&<'\"#?.zoom.yaml": BAD.replace("\n", "\r\n").encode(),
}


class Project:
    """The files above in a directory of their own, or `files` instead."""

    def __init__(self, files=None):
        self.directory = tempfile.TemporaryDirectory()
        self.files = FILES if files is None else files
        for name, data in self.files.items():
            path = pathlib.Path(self.directory.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def close(self):
        self.directory.cleanup()

    def lint(self, report_format, *paths, stdin=b"", notes=True):
        """The report, as text; `.` and standard input when no path is given."""
        command = [ZOOMC, "lint", "--format", report_format, *(["--notes"] if notes else []),
                   *(paths or (".", "-"))]
        done = subprocess.run(command, cwd=self.directory.name, input=stdin, capture_output=True,
                              timeout=120, check=False)
        assert done.returncode in (0, 1) and not done.stderr, done.stderr
        return done.stdout.decode()

    def findings(self):
        """[(path, finding)] of the JSON report, the measure for all others."""
        report = json.loads(self.lint("json"))
        return [(file["path"], found) for file in report["files"] for found in file["findings"]]


def position(data, offset):
    """(line, column) of a byte of a file: 1-based, in code points, a BOM not counted."""
    before = data[:offset]
    before = before[len(BOM):] if before.startswith(BOM) else before
    lines = re.split("\r\n|\n|\r", before.decode("utf-8", "surrogateescape"))
    return len(lines), len(lines[-1]) + 1


def severities(words):
    """From zoomc's words to those of a format."""
    return dict(zip(("error", "warning", "note"), words))

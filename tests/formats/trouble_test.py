#!/usr/bin/env python3
"""What cannot be read is in the report of every format, so that none passes for one of files without findings:
each is valid by what its readers published, and says the path, the kind and the severity."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree

import jsonschema

from github_test import read
from gitlab_test import type_errors
from junit_test import complaints
from project import PEERS, ROOT, ZOOMC

SARIF = PEERS / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
GOOD = "zoomc: 1\napp: {name: Acme CRM Sync, purpose: CRM logging}\nregion: us\nfeatures: {meetings: read}\n"
CATALOG = "# source: x\n# date: 2026-08\nscope\tbecause_of\n"
SOMEBODY = 65534

# The arguments, the exit code, and (path, id, message) of each trouble.
CASES = {
    "missing path": (["lint", "no.zoom.yaml", "good.zoom.yaml"], 3,
                     [("no.zoom.yaml", "cannot-read-file", "cannot read `no.zoom.yaml`: no such file or directory")]),
    "unreadable file": (["lint", "closed.zoom.yaml", "good.zoom.yaml"], 3,
                        [("closed.zoom.yaml", "cannot-read-file", "cannot read `closed.zoom.yaml`: permission denied")]),
    "unreadable directory": (["lint", "closed"], 3,
                             [("closed", "cannot-read-file", "cannot read the directory `closed`: permission denied")]),
    "unreadable directory of a checkout": (["lint", "."], 3, [
        ("closed", "cannot-read-file", "cannot read the directory `closed`: permission denied")]),
    "unreadable settings": (["lint", "shut/good.zoom.yaml", "good.zoom.yaml"], 3, [
        ("shut/.zoomc.yaml", "cannot-read-settings", "cannot read `shut/.zoomc.yaml`: permission denied")]),
    "standard input": (["lint", "-"], 3,
                       [("<stdin>", "cannot-read-file", "cannot read standard input: is a directory")]),
    "missing catalog": (["--catalog", "no", "lint", "good.zoom.yaml"], 3,
                        [("no", "cannot-read-file", "cannot read the directory `no`: no such file or directory")]),
    "missing manifest": (["check", "no.json"], 3,
                         [("no.json", "cannot-read-file", "cannot read `no.json`: no such file or directory")]),
    "manifest and a missing catalog": (["--catalog", "no", "check", "no.json"], 3, [
        ("no", "cannot-read-file", "cannot read the directory `no`: no such file or directory")]),
    "broken settings": (["lint", "broken/good.zoom.yaml", "good.zoom.yaml"], 1, [
        ("broken/.zoomc.yaml", "unknown-rule", "unknown rule `no-such-rule`")]),
    "broken settings that are named": (["lint", "broken/.zoomc.yaml"], 1, [
        ("broken/.zoomc.yaml", "unknown-rule", "unknown rule `no-such-rule`")]),
    "broken catalog": (["--catalog", "tables", "lint", "good.zoom.yaml"], 1,
                       [
        ("tables/implied_scopes.tsv", "catalog-empty-table", "the table has a header line and no rows")]),
}


class Trouble(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.directory)
        files = {"good.zoom.yaml": GOOD, "closed.zoom.yaml": GOOD, "closed/a.zoom.yaml": GOOD,
                 "checkout/closed/a.zoom.yaml": GOOD, "broken/good.zoom.yaml": GOOD,
                 "broken/.zoomc.yaml": "lint: {rules: {no-such-rule: error}}\n", "shut/good.zoom.yaml": GOOD,
                 "shut/.zoomc.yaml": "", "tables/implied_scopes.tsv": CATALOG}
        for name, text in files.items():
            path = cls.directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        subprocess.run(["git", "init", "-q", cls.directory / "checkout"], check=True)
        cls.options = {}
        cls.program = ZOOMC
        if os.getuid() == 0:
            # Nothing is closed to root, so root becomes somebody else.
            cls.options = {"user": SOMEBODY, "group": SOMEBODY, "extra_groups": []}
            cls.program = shutil.copy(ZOOMC, cls.directory / "zoomc")
            subprocess.run(["chown", "-R", str(SOMEBODY), cls.directory], check=True)
        closed = ["closed.zoom.yaml", "closed", "checkout/closed", "shut/.zoomc.yaml"]
        for name in closed:
            os.chmod(cls.directory / name, 0)
            cls.addClassCleanup(os.chmod, cls.directory / name, 0o755)

    def run_case(self, name, report_format):
        """(exit code, standard output, standard error), with a directory for standard input."""
        directory = os.open(self.directory, os.O_RDONLY)
        self.addCleanup(os.close, directory)
        folder = self.directory / ("checkout" if name.endswith("checkout") else ".")
        done = subprocess.run([self.program, *CASES[name][0], "--format", report_format], cwd=folder, text=True,
                              stdin=directory, capture_output=True, timeout=120, check=False, **self.options)
        return done.returncode, done.stdout, done.stderr

    def each(self, report_format):
        """(report, [(path, id, message)]) of each case; what is said beside the report is the same in all formats."""
        for name, (_, code, troubles) in CASES.items():
            with self.subTest(name):
                found, out, err = self.run_case(name, report_format)
                self.assertEqual((found, err), (code, self.run_case(name, "text")[2]))
                for _, id, message in troubles:
                    self.assertIn(message, err)
                yield out, troubles

    def test_terminal(self):
        for report_format in ("text", "concise"):
            for out, _ in self.each(report_format):
                self.assertEqual(out, "")

    def test_json(self):
        validator = jsonschema.Draft4Validator(json.loads((ROOT / "schemas/findings.schema.json").read_text()))
        for out, troubles in self.each("json"):
            report = json.loads(out)
            validator.validate(report)
            self.assertEqual([(file["path"], found["id"], found["message"]) for file in report["files"]
                              for found in file["findings"] if found["severity"] == "error"], troubles)

    def test_sarif(self):
        validator = jsonschema.Draft4Validator(json.loads(SARIF.read_text()))
        for out, troubles in self.each("sarif"):
            log = json.loads(out)
            validator.validate(log)
            (run,) = log["runs"]
            (invocation,) = run["invocations"]
            self.assertIs(invocation["executionSuccessful"], False)
            told = invocation["toolExecutionNotifications"]
            descriptors = run["tool"]["driver"]["notifications"]
            for notification in told:
                descriptor = descriptors[notification["descriptor"]["index"]]
                self.assertEqual(descriptor["id"], notification["descriptor"]["id"])
                self.assertIn("## Instead", descriptor["help"]["text"])
            for kind, entries in (("descriptor", told), ("ruleId", run["results"])):
                seen = []
                for entry in entries:
                    self.assertEqual(entry["level"], "error")
                    id = entry[kind] if kind == "ruleId" else entry[kind]["id"]
                    uri = entry["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                    seen.append((urllib.parse.unquote(uri), id, entry["message"]["text"].split("\n")[0]))
                self.assertEqual(seen, troubles)

    def test_github(self):
        for out, troubles in self.each("github"):
            commands = [read(line) for line in out.splitlines()]
            self.assertEqual([(values["file"], values["title"], message.split("\n")[0])
                              for command, values, message in commands], troubles)
            self.assertEqual({command for command, _, _ in commands}, {"error"})

    def test_gitlab(self):
        issues = []
        for out, troubles in self.each("gitlab"):
            issues += json.loads(out)
            self.assertEqual([(issue["location"]["path"], issue["check_name"], issue["description"])
                              for issue in json.loads(out)], troubles)
        self.assertEqual({issue["severity"] for issue in issues}, {"blocker"})
        self.assertEqual(type_errors(issues), "")

    def test_junit(self):
        for out, troubles in self.each("junit"):
            self.assertEqual(complaints(out), "")
            suites = xml.etree.ElementTree.fromstring(out.encode()).findall("testsuite")
            self.assertEqual([(suite.get("name"), case.get("name"), error.get("message")) for suite in suites
                              for case in suite.findall("testcase") for error in case.findall("error")], troubles)
            self.assertEqual([suite.get("errors") for suite in suites if suite.findall("testcase/error")],
                             ["1"] * len(troubles))
            self.assertEqual([suite.get("failures") for suite in suites], ["0"] * len(suites))

    def test_checkstyle(self):
        for out, troubles in self.each("checkstyle"):
            root = xml.etree.ElementTree.fromstring(out.encode())
            self.assertEqual([(file.get("name"), error.get("source"), error.get("message")) for file in root
                              for error in file], [(path, "zoomc." + id, message) for path, id, message in troubles])


if __name__ == "__main__":
    unittest.main()

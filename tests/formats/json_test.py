#!/usr/bin/env python3
"""`--format json` is what schemas/findings.schema.json says, and its places are where they say."""
import copy
import json
import unittest

import jsonschema

from project import BAD, GOOD, ROOT, SECRET, Project, position


def spans_of(finding):
    yield finding["span"]
    for label in finding["labels"]:
        yield label["span"]
    for fix in finding["fixes"]:
        for edit in fix["edits"]:
            yield edit["span"]


class Json(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)
        schema = json.loads((ROOT / "schemas/findings.schema.json").read_text())
        jsonschema.Draft4Validator.check_schema(schema)
        self.validator = jsonschema.Draft4Validator(schema)

    def test_schema(self):
        report = json.loads(self.project.lint("json"))
        self.validator.validate(report)
        found = [finding for file in report["files"] for finding in file["findings"]]
        for key in ("labels", "hints", "fixes", "zoom"):
            self.assertTrue(any(finding[key] for finding in found), key)
        self.validator.validate(json.loads(self.project.lint("json", "apps/good.zoom.yml", notes=False)))

    def test_schema_refuses_another_shape(self):
        report = json.loads(self.project.lint("json", "apps/bad.zoom.yaml"))
        for change in (lambda found: found.pop("zoom"), lambda found: found.update(extra=1),
                       lambda found: found.update(severity="fatal"),
                       lambda found: found["span"]["end"].update(line=0)):
            broken = copy.deepcopy(report)
            change(broken["files"][0]["findings"][0])
            self.assertFalse(self.validator.is_valid(broken))

    def test_files(self):
        report = json.loads(self.project.lint("json", notes=False))
        self.assertEqual({file["path"] for file in report["files"]},
                         {*self.project.files, "<stdin>"})
        by_path = {file["path"]: file["findings"] for file in report["files"]}
        self.assertEqual(by_path["apps/good.zoom.yml"], [])

    def test_places(self):
        count = 0
        for path, finding in self.project.findings():
            data = self.project.files.get(path, b"")
            for span in spans_of(finding):
                for place in (span["start"], span["end"]):
                    self.assertLessEqual(place["offset"], len(data))
                    self.assertEqual((place["line"], place["column"]),
                                     position(data, place["offset"]), (path, finding))
                    count += 1
                self.assertLessEqual(span["start"]["offset"], span["end"]["offset"])
        self.assertGreater(count, 100)

    def test_secret(self):
        self.assertIn(SECRET, BAD)
        self.assertFalse(SECRET in self.project.lint("json"))

    def test_standard_input(self):
        report = json.loads(self.project.lint("json", "-", stdin=GOOD.encode(), notes=False))
        self.assertEqual(report, {"version": 1, "files": [{"path": "<stdin>", "findings": []}]})


if __name__ == "__main__":
    unittest.main()

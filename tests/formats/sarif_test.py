#!/usr/bin/env python3
"""`--format sarif` is SARIF 2.1.0 by its published schema, and what it says can be acted on: its
regions are where they say, its fixes fix, and its fingerprints outlive edits elsewhere."""
import copy
import json
import re
import unittest
import urllib.parse

import jsonschema

from project import BAD, BOM, PEERS, SECRET, Project, position

SCHEMA = PEERS / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def path_of(location):
    return urllib.parse.unquote(location["artifactLocation"]["uri"])


def offset(data, line, column):
    """The byte offset of a line and a column."""
    for at in range(len(data) + 1):
        if position(data, at) == (line, column):
            return at
    raise AssertionError(f"no place {line}:{column}")


def regions(node):
    """[region] of everything below `node`."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("region", "deletedRegion"):
                yield value
            yield from regions(value)
    elif isinstance(node, list):
        for value in node:
            yield from regions(value)


def texts(node):
    """The text of every SARIF message below `node`; content of files is none."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("message", "description"):
                yield value["text"]
            elif key != "insertedContent":
                yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def fingerprint(result):
    return result["partialFingerprints"]["zoomcFinding/v1"]


class Sarif(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)
        self.text = self.project.lint("sarif")
        self.log = json.loads(self.text)
        self.results = self.log["runs"][0]["results"]
        self.assertGreater(len(self.results), 20)

    def test_schema(self):
        validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text()))
        validator.validate(self.log)
        validator.validate(json.loads(self.project.lint("sarif", "apps/good.zoom.yml", notes=False)))
        for change in (lambda run: run["results"][0].update(level="fatal"),
                       lambda run: run["results"][0].update(extra=1),
                       lambda run: run.pop("tool"),
                       lambda run: next(regions(run)).update(startLine=0)):
            broken = copy.deepcopy(self.log)
            change(broken["runs"][0])
            self.assertFalse(validator.is_valid(broken))

    def test_agrees_with_json(self):
        def place(region):
            return [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]
        seen = []
        for result in self.results:
            location = result["locations"][0]["physicalLocation"]
            seen.append((path_of(location), result["ruleId"], result["level"],
                         place(location["region"]), result.get("properties", {}).get("zoom"),
                         len(result.get("fixes", []))))
        expected = []
        for path, found in self.project.findings():
            start, end = found["span"]["start"], found["span"]["end"]
            verdict = (found["zoom"] or {}).get("verdict")
            expected.append((path, found["id"], found["severity"],
                             [start["line"], start["column"], end["line"], end["column"]],
                             None if verdict == "unknown" else verdict, len(found["fixes"])))
        self.assertEqual(seen, expected)

    def test_rules(self):
        rules = self.log["runs"][0]["tool"]["driver"]["rules"]
        self.assertEqual(len({rule["id"] for rule in rules}), len(rules))
        for result in self.results:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
        for rule in rules:
            self.assertLessEqual({"shortDescription", "fullDescription", "help",
                                  "defaultConfiguration"}, set(rule), rule["id"])
        page = next(rule for rule in rules if rule["id"] == "redirect-url-mismatch")["help"]
        self.assertIn("\n## Why\n", page["markdown"])
        self.assertNotIn("\n## Cases\n", page["markdown"])

    def test_regions(self):
        self.assertEqual(self.log["runs"][0]["columnKind"], "unicodeCodePoints")
        for result in self.results:
            path = path_of(result["locations"][0]["physicalLocation"])
            data = self.project.files.get(path, b"")
            for region in regions(result):
                begin = region["byteOffset"]
                end = begin + region["byteLength"]
                self.assertLessEqual(end, len(data))
                self.assertEqual((region["startLine"], region["startColumn"]),
                                 position(data, begin))
                self.assertEqual((region["endLine"], region["endColumn"]), position(data, end))

    def test_messages_have_no_placeholder(self):
        seen = list(texts(self.results))
        self.assertTrue(any("{{" in text for text in seen))
        for text in seen:
            self.assertIsNone(re.search(r"[{}]", re.sub(r"{{|}}", "", text)), text)

    def test_fixes(self):
        fixed = 0
        for result in self.results:
            path = path_of(result["locations"][0]["physicalLocation"])
            for fix in result.get("fixes", []):
                with self.subTest(path=path, rule=result["ruleId"]):
                    after = self.applied(path, fix)
                    self.assertNotIn(fingerprint(result), self.fingerprints(path, after))
                    fixed += 1
        self.assertGreater(fixed, 10)

    def applied(self, path, fix):
        """The file after a fix, made by bytes and by lines and columns alike."""
        data = self.project.files[path]
        (change,) = fix["artifactChanges"]
        self.assertEqual(path_of(change), path)
        edits = sorted(change["replacements"], key=lambda edit: edit["deletedRegion"]["byteOffset"],
                       reverse=True)
        by_bytes = by_lines = data
        for edit in edits:
            region = edit["deletedRegion"]
            new = edit["insertedContent"]["text"].encode()
            begin = region["byteOffset"]
            by_bytes = by_bytes[:begin] + new + by_bytes[begin + region["byteLength"]:]
            start = offset(data, region["startLine"], region["startColumn"])
            end = offset(data, region["endLine"], region["endColumn"])
            start = len(BOM) if start == 0 and data.startswith(BOM) else start
            by_lines = by_lines[:start] + new + by_lines[end:]
        self.assertEqual(by_bytes, by_lines)
        return by_bytes

    def fingerprints(self, path, data):
        project = Project({path: data})
        self.addCleanup(project.close)
        log = json.loads(project.lint("sarif", path))
        return [fingerprint(result) for result in log["runs"][0]["results"]]

    def test_fingerprints(self):
        everything = [fingerprint(result) for result in self.results]
        self.assertEqual(len(set(everything)), len(everything))
        path = "apps/bad.zoom.yaml"
        before = self.fingerprints(path, BAD.encode())
        self.assertGreater(len(before), 5)
        self.assertEqual(self.fingerprints(path, b"# moved\n\n" + BAD.encode()), before)
        self.assertEqual(self.fingerprints(path, BAD.replace("\n", "\r\n").encode()), before)
        self.assertNotEqual(self.fingerprints(path, BAD.replace("raed", "raad").encode()), before)

    def test_secret(self):
        self.assertTrue("inline-secret" in self.text)
        self.assertFalse(SECRET in self.text)


if __name__ == "__main__":
    unittest.main()

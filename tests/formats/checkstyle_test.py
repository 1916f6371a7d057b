#!/usr/bin/env python3
"""`--format checkstyle` is XML that says what the JSON says."""
import unittest
import xml.etree.ElementTree

from project import SECRET, Project, severities

WORDS = severities(("error", "warning", "info"))


class Checkstyle(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)
        self.text = self.project.lint("checkstyle")
        self.root = xml.etree.ElementTree.fromstring(self.text.encode())

    def test_agrees_with_json(self):
        self.assertEqual(self.root.tag, "checkstyle")
        seen = [(file.get("name"), int(error.get("line")), int(error.get("column")),
                 error.get("severity"), error.get("source"), error.get("message"))
                for file in self.root.findall("file") for error in file.findall("error")]
        expected = []
        for path, found in self.project.findings():
            start = found["span"]["start"]
            expected.append((path, start["line"], start["column"], WORDS[found["severity"]],
                             "zoomc." + found["id"], found["message"]))
        self.assertEqual(seen, expected)

    def test_files(self):
        self.assertEqual({file.get("name") for file in self.root.findall("file")},
                         {*self.project.files, "<stdin>"})

    def test_secret(self):
        self.assertFalse(SECRET in self.text)


if __name__ == "__main__":
    unittest.main()

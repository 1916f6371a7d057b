#!/usr/bin/env python3
"""What the benchmarks stand on: a corpus that is what it is said to be, and the judgement of growth. Asserts no time."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema
import yaml

from suite import corpus, grown
from suite.app_text import LINES, MISTAKES
from suite.growth import per_unit, slope
from suite.setting import REPOSITORY
from suite.tables import Tables

ZOOMC = os.environ["ZOOMC"]
COUNT = 140  # each mistake at least once


def findings(*paths):
    """`{name: [id]}` of what the linter finds, without notes."""
    done = subprocess.run([ZOOMC, "lint", "--format", "json", *paths], capture_output=True, text=True, check=False)
    return {pathlib.Path(file["path"]).name: [found["id"] for found in file["findings"]]
            for file in json.loads(done.stdout)["files"]}


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tables = Tables()
        cls.texts = [corpus.app_file(cls.tables, number) for number in range(COUNT)]

    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.directory = pathlib.Path(made.name)
        self.validator = jsonschema.Draft4Validator(json.loads((REPOSITORY / "schemas/app.schema.json").read_text()))

    def validate(self, text):
        self.assertEqual([error.message for error in self.validator.iter_errors(yaml.load(text, Loader=yaml.CSafeLoader))], [])

    def test_corpus_has_the_mistakes_that_it_is_said_to_have(self):
        corpus.write_files(self.directory, self.tables, COUNT)
        found = {name: set(ids) for name, ids in findings(self.directory).items()}
        self.assertEqual(len(found), COUNT)
        self.assertEqual({name: ids for name, ids in found.items() if ids},
                         {f"app-{number:05}.zoom.yaml": {MISTAKES[number // 20 % len(MISTAKES)]}
                          for number in range(7, COUNT, 20)})

    def test_corpus_is_right_by_the_schema_and_has_its_size(self):
        for text in self.texts:
            self.assertEqual(text.count("\n"), LINES)
            self.validate(text)
        self.assertTrue(3000 < sum(map(len, self.texts)) / COUNT < 3500)
        self.assertTrue(any("*mail" in text for text in self.texts))
        self.assertEqual(len(set(self.texts)), COUNT)

    def test_corpus_is_always_the_same(self):
        self.assertEqual([corpus.app_file(Tables(), number) for number in (0, 7, 139)],
                         [self.texts[number] for number in (0, 7, 139)])

    def test_grown_files_are_right(self):
        texts = {f"size-{size}": grown.with_size(size) for size in (1024, 100_000)}
        for size in (1024, 100_000):
            self.assertTrue(size - 100 < len(texts[f"size-{size}"]) <= size)
        for vocabulary in ("granular", "classic"):
            counts = grown.operation_counts(self.tables, vocabulary)
            texts[vocabulary] = grown.with_operations(self.tables, vocabulary, counts[-1])
            self.assertIsNone(grown.with_operations(self.tables, vocabulary, counts[-1] + 1))
        for name, text in texts.items():
            self.validate(text)
            (self.directory / f"{name}.zoom.yaml").write_text(text)
        self.assertEqual(set(map(tuple, findings(self.directory).values())), {()})

    def test_scaled_catalogs_are_taken(self):
        (self.directory / "app.zoom.yaml").write_text(corpus.app_file(self.tables, 0))
        catalog = grown.scaled_catalog(self.directory / "catalog", 3)
        listed = [subprocess.run([ZOOMC, "catalog", "operations", *words], capture_output=True, text=True,
                                 check=True).stdout.count("\n") for words in ((), ("--catalog", catalog))]
        self.assertEqual(listed[1], 3 * listed[0])
        self.assertEqual(findings("--catalog", catalog, self.directory / "app.zoom.yaml"), {"app.zoom.yaml": []})


class Slope(unittest.TestCase):
    XS = (1, 10, 100, 1000)

    def points(self, value):
        return [{"x": x, "value": value(x)} for x in self.XS]

    def test_what_a_run_costs_anyway_does_not_count(self):
        for power in (1, 2):
            found = slope(self.points(lambda x, power=power: 5 + (x - 1) ** power), "value")
            self.assertAlmostEqual(found, power)

    def test_of_what_hardly_grows_there_is_none(self):
        self.assertIsNone(slope(self.points(lambda x: 5 + x / 1000), "value"))

    def test_what_one_more_costs_at_the_end(self):
        self.assertAlmostEqual(per_unit(self.points(lambda x: 5 + 3 * x), "value"), 3)


if __name__ == "__main__":
    unittest.main()

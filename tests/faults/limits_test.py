#!/usr/bin/env python3
"""Limits of the system: memory, the size of files, threads, the stack. A run that cannot be finished says why,
ends with 3 and leaves nothing behind."""
import json
import unittest

from world import APP, FIXABLE, FIXED, IS_SANITIZED, MANIFEST, WRITERS, World

NO_MEMORY = "zoomc: out of memory: allow more (`ulimit -v`), or take fewer `--jobs` or smaller files\n"


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def temporaries(self):
        return [name for name in self.world.listing() if ".zoomc-" in name]


class FileSize(Case):
    """`ulimit -f`: to write more is an error like any other, and no signal."""

    def test_every_writer(self):
        (self.world / "disk").mkdir()
        for writer in WRITERS:
            for name, text in (("app", APP), ("fixable", FIXABLE)):
                self.world.put(f"disk/{name}.zoom.yaml", text)
            if writer.before is not None:
                self.world.put(writer.target, writer.before)
            # The lock is written last.
            (self.world / "out.json").unlink(missing_ok=True)
            before = self.world.listing()
            with self.subTest(arguments=writer.arguments):
                done = self.world.shell('ulimit -f 0; exec "$zoomc" "$@"', arguments=writer.arguments)
                self.assertEqual(done.code, 3, done.err)
                self.assertIn(": file too large\n", done.err)
                self.assertEqual(self.world.listing(), before)

    def test_nothing_is_said_to_be_fixed(self):
        """What could not be written is in the file still, and so it is told."""
        for arguments in (["--fix"], ["--add-allowances=before zoomc"]):
            plain = self.world.run("lint", "fixable.zoom.yaml")
            done = self.world.shell('ulimit -f 0; exec "$zoomc" lint "$@" fixable.zoom.yaml', arguments=arguments)
            self.assertEqual((done.code, done.out, done.err),
                             (3, plain.out, "zoomc: cannot write `fixable.zoom.yaml`: file too large\n"))
            self.assertEqual((self.world / "fixable.zoom.yaml").read_text(), FIXABLE)

    def test_standard_output(self):
        done = self.world.shell('ulimit -f 0; "$zoomc" compile app.zoom.yaml >out')
        self.assertEqual(done.code, 3)
        self.assertTrue(done.err.endswith("zoomc: cannot write standard output: file too large\n"), done.err)


@unittest.skipIf(IS_SANITIZED, "a sanitizer has its own idea of memory")
class Memory(Case):
    def fill(self):
        """Large inputs of each kind that is read."""
        lines = "".join(f"  k{number}: some text {number}\n" for number in range(60_000))
        self.world.put("large.zoom.yaml", APP + "justify:\n" + lines)
        made = json.loads(json.dumps(MANIFEST))
        made["more"] = list(range(150_000))
        self.world.put("large.json", json.dumps(made))

    def run_within(self, mebibytes, *arguments):
        return self.world.shell(f'ulimit -v {mebibytes * 1024}; exec "$zoomc" "$@"', arguments=arguments)

    def test_too_little(self):
        """Wherever memory ends, also on the way, and in the libraries that read JSON and YAML."""
        self.fill()
        ended = 0
        for command in (["lint", "large.zoom.yaml"], ["compile", "large.zoom.yaml", "-o", "out.json"],
                        ["lint", "--fix", "large.zoom.yaml", "fixable.zoom.yaml"], ["check", "large.json"],
                        ["import", "large.json"], ["diff", "large.json", "manifest.json"],
                        ["drift", "app.zoom.yaml", "large.json"], ["report", "large.zoom.yaml", "-o", "out.html"]):
            plain = self.world.run(*command)
            self.world.put("fixable.zoom.yaml", FIXABLE)
            for mebibytes in (12, 16, 20, 28):
                with self.subTest(command=command, mebibytes=mebibytes):
                    done = self.run_within(mebibytes, *command)
                    if done.code != plain.code or done.out != plain.out:
                        self.assertEqual((done.code, done.err[-len(NO_MEMORY):]), (3, NO_MEMORY))
                        ended += 1
                    self.assertEqual(self.temporaries(), [])
        self.assertGreater(ended, 16)

    def test_on_any_thread(self):
        """While others write: a file is the old or the new one, and nothing stands beside it."""
        lines = "".join(f"  k{number}: some text {number}\n" for number in range(60_000))
        names = [f"many/{number:02}.zoom.yaml" for number in range(60)]
        self.world.put("many/large.zoom.yaml", FIXABLE + "justify:\n" + lines)
        ended = 0
        for mebibytes in range(30, 110, 10):
            for name in names:
                self.world.put(name, FIXABLE)
            done = self.run_within(mebibytes, "lint", "--fix", "--jobs", "8", "many")
            if done.code == 3:
                self.assertEqual(done.err[-len(NO_MEMORY):], NO_MEMORY)
                ended += 1
            self.assertEqual(self.temporaries(), [])
            self.assertEqual({(self.world / name).read_text() for name in names} - {FIXABLE, FIXED}, set())
        self.assertGreater(ended, 0)

    def test_import_is_in_proportion(self):
        """It takes little more than reading the manifest, or says that it is too large."""
        made = {"display_information": {"display_name": "Acme"}, "x": [1] * 950_000}
        self.world.put("large.json", json.dumps(made, separators=(",", ":")))
        done = self.run_within(150, "import", "large.json")
        self.assertEqual((done.code, done.out), (1, ""))
        self.assertIn("error[file-too-large]: the manifest has more than 100000 values, too many for an app file: remove "
                      "what Zoom does not know, which `zoomc check` lists\n", done.err)
        made["x"] = [1] * 99_000
        self.world.put("large.json", json.dumps(made, separators=(",", ":")))
        done = self.run_within(150, "import", "large.json")
        self.assertEqual(done.code, 1)
        self.assertEqual(done.out.count("\n    - 1"), 99_000)

    def test_long_keys(self):
        """The name of a list is not held once for each of its items."""
        made = {"display_information": {"display_name": "Acme"}, "k" * 400_000: [{"a": 1}] * 20_000}
        self.world.put("large.json", json.dumps(made))
        for command in ("check", "import"):
            self.assertEqual(self.run_within(150, command, "large.json").code, 1, command)
        key = "k" * 900
        self.world.put("large.zoom.yaml", APP + f"manifest_extra:\n  {key}:\n" + "    - 1\n" * 100_000)
        self.assertEqual(self.run_within(150, "compile", "large.zoom.yaml").code, 0)


class Stack(Case):
    def test_deepest_inputs(self):
        """What is nested as deep as it may be needs no more than a small stack, on every thread."""
        nested = "[" * 58 + "]" * 58
        self.world.put("many/deep.zoom.yaml", APP + f"manifest_extra: {{x: {nested}}}\n")
        self.world.put("many/other.zoom.yaml", APP + f"manifest_extra: {{x: {nested}}}\n")
        self.world.put("deep.json", '{"display_information":{"display_name":"A"},"x":' + nested + "}")
        for arguments in (["lint", "--jobs", "2", "many"], ["compile", "many/deep.zoom.yaml"], ["check", "deep.json"],
                          ["import", "deep.json"], ["report", "many/deep.zoom.yaml"]):
            with self.subTest(arguments=arguments):
                plain = self.world.run(*arguments)
                self.assertIn(plain.code, (0, 1))
                self.assertEqual(self.world.shell('ulimit -s 256; exec "$zoomc" "$@"', arguments=arguments), plain)


if __name__ == "__main__":
    unittest.main()

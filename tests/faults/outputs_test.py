#!/usr/bin/env python3
"""An output that is an input, under whatever name, is refused and the input stays as it is."""
import os
import shutil
import unittest

from world import APP, World

LOST = ", which would be lost: write to another file"


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World(tables=True)
        self.addCleanup(self.world.close)
        os.symlink("app.zoom.yaml", self.world / "symbolic")
        os.link(self.world / "app.zoom.yaml", self.world / "hard")
        os.symlink(".", self.world / "here")

    def refuse(self, message, *arguments):
        before = self.world.listing()
        done = self.world.run(*arguments)
        # Findings may stand above.
        said = done.err[done.err.rfind("zoomc: "):]
        self.assertEqual((done.code, done.out, said), (2, "", f"zoomc: {message}\n"))
        self.assertEqual(self.world.listing(), before)

    def refuse_in_shell(self, message, script, *arguments):
        before = self.world.listing()
        done = self.world.shell(script, arguments=arguments)
        self.assertEqual((done.code, done.err), (2, f"zoomc: {message}\n"))
        self.assertEqual(self.world.listing(), before)


class Inputs(Case):
    def test_same_name(self):
        for command in ("compile", "report"):
            self.refuse("the output `app.zoom.yaml` is the input", command, "app.zoom.yaml", "-o", "app.zoom.yaml")
        self.refuse("the output `manifest.json` is the input", "import", "manifest.json", "--force", "-o", "manifest.json")

    def test_other_name(self):
        names = ["./app.zoom.yaml", "src/../app.zoom.yaml", "here/app.zoom.yaml", str(self.world / "app.zoom.yaml"),
                 "symbolic", "here/symbolic", "hard"]
        for command in ("compile", "report"):
            for name in names:
                with self.subTest(command=command, name=name):
                    self.refuse(f"the output `{name}` is the input `app.zoom.yaml`{LOST}", command, "app.zoom.yaml", "-o", name)
                    self.refuse(f"the output `app.zoom.yaml` is the input `{name}`{LOST}", command, name, "-o", "app.zoom.yaml")

    def test_import(self):
        for force in ([], ["--force"]):
            self.refuse(f"the output `./manifest.json` is the input `manifest.json`{LOST}",
                        "import", "manifest.json", *force, "-o", "./manifest.json")

    def test_standard_streams(self):
        """What the shell opened may be a file too."""
        for command in ("compile", "report"):
            self.refuse_in_shell(f"the output `hard` is the input standard input{LOST}",
                                 'exec "$zoomc" "$1" - -o hard <app.zoom.yaml', command)
            self.refuse_in_shell(f"the output standard output is the input `app.zoom.yaml`{LOST}",
                                 'exec "$zoomc" "$1" app.zoom.yaml 1<>hard', command)
            self.refuse_in_shell(f"the output `/dev/stdout` is the input `app.zoom.yaml`{LOST}",
                                 'exec "$zoomc" "$1" app.zoom.yaml -o /dev/stdout 1<>hard', command)
        self.refuse_in_shell(f"the output standard output is the input `manifest.json`{LOST}",
                             'exec "$zoomc" import manifest.json >>manifest.json')

    def test_a_terminal_or_a_device_is_no_file(self):
        done = self.world.shell('exec "$zoomc" compile /dev/null -o /dev/null')
        self.assertEqual(done.code, 1)
        self.assertIn("the file is empty", done.err)


class ManyFiles(Case):
    def test_out_dir(self):
        """The name that an output gets may be that of another input."""
        self.world.put("made/keep", "")
        os.link(self.world / "other.zoom.yaml", self.world / "made" / "app.manifest.json")
        self.refuse(f"the output `made/app.manifest.json` is the input `other.zoom.yaml`{LOST}",
                    "compile", "app.zoom.yaml", "other.zoom.yaml", "--out-dir", "made")

    def test_two_outputs(self):
        self.world.put("sub/app.zoom.yaml", APP)
        for directory in ("made", "src"):
            self.refuse(f"two files have the same output `{directory}/app.manifest.json`",
                        "compile", "app.zoom.yaml", "sub/app.zoom.yaml", "--out-dir", directory)

    def test_two_outputs_under_two_names(self):
        self.world.put("made/app.manifest.json", "old")
        for link in (os.link, os.symlink):
            with self.subTest(link=link):
                (self.world / "made" / "other.manifest.json").unlink(missing_ok=True)
                link(self.world / "made" / "app.manifest.json", self.world / "made" / "other.manifest.json")
                self.refuse("the outputs `made/app.manifest.json` and `made/other.manifest.json` are the same file: write to two files",
                            "compile", "app.zoom.yaml", "other.zoom.yaml", "--out-dir", "made")

    def test_a_link_to_a_file_that_is_not_there(self):
        os.mkdir(self.world / "made")
        os.symlink("app.manifest.json", self.world / "made" / "other.manifest.json")
        self.refuse("the outputs `made/app.manifest.json` and `made/other.manifest.json` are the same file: write to two files",
                    "compile", "app.zoom.yaml", "other.zoom.yaml", "--out-dir", "made")


class Others(Case):
    """What is read without being named as an input."""

    def test_settings(self):
        self.world.put(".zoomc.yaml", "lint: {rules: {placeholder-text: warning}}\n")
        for command in ("compile", "report"):
            self.refuse(f"the output `here/.zoomc.yaml` is the input `.zoomc.yaml`{LOST}",
                        command, "app.zoom.yaml", "-o", "here/.zoomc.yaml")

    def test_tables(self):
        for command in ("compile", "report"):
            self.refuse(f"the output `here/tables/scopes.tsv` is the input `tables/scopes.tsv`{LOST}",
                        "--catalog", "tables", command, "app.zoom.yaml", "-o", "here/tables/scopes.tsv")
        self.refuse(f"the output `here/tables/scopes.tsv` is the input `tables/scopes.tsv`{LOST}",
                    "--catalog", "tables", "import", "manifest.json", "--force", "-o", "here/tables/scopes.tsv")

    def test_lock(self):
        self.refuse("the outputs `zoomc.lock` and `./zoomc.lock` are the same file: write to two files",
                    "compile", "app.zoom.yaml", "--lock", "-o", "./zoomc.lock")
        os.link(self.world / "app.zoom.yaml", self.world / "zoomc.lock")
        self.refuse(f"the output `zoomc.lock` is the input `app.zoom.yaml`{LOST}",
                    "compile", "app.zoom.yaml", "--lock", "-o", "made.json")
        (self.world / "zoomc.lock").unlink()
        self.assertEqual(self.world.run("compile", "app.zoom.yaml", "--lock", "-o", "made.json").code, 0)
        self.refuse(f"the output `./zoomc.lock` is the input `zoomc.lock`{LOST}",
                    "compile", "app.zoom.yaml", "--locked", "-o", "./zoomc.lock")

    def test_init(self):
        os.symlink(".zoomc.yaml", self.world / "new.zoom.yaml")
        self.refuse("the outputs `new.zoom.yaml` and `.zoomc.yaml` are the same file: write to two files",
                    "init", "new.zoom.yaml", "--name", "Acme", "--region", "eu", "--config")
        self.assertFalse((self.world / ".zoomc.yaml").exists())

    def test_catalog_update(self):
        """A catalog is renewed in place under any name; into another directory that has its files it is not."""
        update = ["catalog", "update", "api.json", "--date", "2026-11", "-o"]
        done = self.world.run("--catalog", "tables", *update, "here/tables")
        self.assertEqual((done.code, done.err), (0, ""))
        shutil.copytree(self.world / "tables", self.world / "more")
        (self.world / "more" / "operations.tsv").unlink()
        os.link(self.world / "tables" / "operations.tsv", self.world / "more" / "operations.tsv")
        self.refuse(f"the output `more/operations.tsv` is the input `tables/operations.tsv`{LOST}",
                    "--catalog", "tables", *update, "more")
        os.mkdir(self.world / "fresh")
        os.symlink("../api.json", self.world / "fresh" / "scopes.tsv")
        before = self.world.listing()
        done = self.world.run(*update, "fresh")
        self.assertNotEqual(done.code, 0)
        self.assertEqual(self.world.listing(), before)


if __name__ == "__main__":
    unittest.main()

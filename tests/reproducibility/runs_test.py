#!/usr/bin/env python3
"""The same input gives the same bytes: in every language and time zone, with any number of jobs, whatever the
environment says, and in whatever order the directories have their files."""
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults"))
from world import APP, CODE, COMMANDS, FIXABLE, FORMATS, OTHER, OUTPUTS, WRITERS, World, environment

# A comma in numbers, an `i` that has no dot, other messages. To make a locale takes longer than all its runs.
LOCALES = ("tr_TR",)
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")


class Runs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World(tables=True)
        cls.addClassCleanup(cls.world.close)
        cls.plain = {tuple(arguments): cls.world.run(*arguments) for arguments in OUTPUTS}

    def assert_same(self, commands=COMMANDS, **variables):
        for arguments in commands:
            with self.subTest(arguments=arguments, variables=variables):
                self.assertEqual(self.world.run(*arguments, env=environment(**variables)), self.plain[tuple(arguments)])

    def test_again(self):
        self.assert_same(OUTPUTS, LC_ALL="C", MALLOC_PERTURB_="85")

    def test_languages(self):
        locales = self.world / "locales"
        locales.mkdir(exist_ok=True)
        for locale in LOCALES:
            if not pathlib.Path("/usr/share/i18n/locales", locale).exists():
                self.skipTest(f"the package `locales` is not installed: there is no {locale}")
            subprocess.run(["localedef", "-c", "-i", locale, "-f", "UTF-8", locales / f"{locale}.UTF-8"], check=False,
                           capture_output=True)
            with self.subTest(locale=locale):
                # It is there, and programs that ask for it speak it.
                said = self.world.run("-c", "locale charmap", program="/bin/sh", env=environment(
                    LOCPATH=str(locales), LC_ALL=f"{locale}.UTF-8"))
                self.assertEqual((said.out, said.err), ("UTF-8\n", ""))
                self.assert_same(LOCPATH=str(locales), LC_ALL=f"{locale}.UTF-8", LANGUAGE=locale)

    def test_time_zones_and_the_rest_of_the_environment(self):
        for zone in ZONES[1:]:
            # Freed and new memory is filled with this, so that what is read of it differs.
            self.assert_same(TZ=zone, MALLOC_PERTURB_=str(len(zone) * 7), HOME="/", TERM="xterm-256color", COLUMNS="40",
                             LINES="5", USER=zone, PWD="/elsewhere", GIT_DIR="/nowhere", FORCE_COLOR="1", CLICOLOR_FORCE="1",
                             DEBUG="1", XDG_CONFIG_HOME="/nowhere", SOURCE_DATE_EPOCH="0", POSIXLY_CORRECT="1")

    def test_written_files(self):
        seen = []
        for number in range(2):
            made = {}
            for writer in WRITERS:
                shutil.rmtree(self.world / "disk", ignore_errors=True)
                (self.world / "disk").mkdir()
                for name in ("app.zoom.yaml", "fixable.zoom.yaml"):
                    shutil.copy(self.world / name, self.world / "disk")
                done = self.world.run(*writer.arguments, env=environment(
                    TZ=ZONES[number], LC_ALL=("C", "C.UTF-8")[number], MALLOC_PERTURB_=str(number)))
                made[" ".join(writer.arguments)] = (done, self.world.listing("disk"))
            seen.append(made)
        self.assertEqual(*seen)

    def tree(self, name, order):
        """Many files, made in some order, so that the directory has them in another."""
        names = [f"{chr(97 + number % 26)}/{number * 7919 % 1000:03}-{'ßéİı日'[number % 5]}" for number in range(40)]
        contents = (APP, FIXABLE, OTHER, APP.replace("region: eu", "region: mars"))
        for number in order(range(40)):
            self.world.put(f"{name}/tree/{names[number]}.zoom.yaml", contents[number % 4])
            self.world.put(f"{name}/tree/{names[number]}.ts", CODE)
        return self.world / name

    def test_jobs_and_the_order_of_directories(self):
        one = self.tree("one", list)
        other = self.tree("other", lambda numbers: list(reversed(numbers)))
        checkout = self.tree("checkout", lambda numbers: sorted(numbers, key=lambda number: number * 31 % 40))
        self.world.shell("git init -q . && git add tree/a tree/c", cwd=checkout)
        commands = [*(["lint", "--notes", "--format", form, "tree"] for form in FORMATS), ["lint", "--diff", "tree"],
                    *(["infer", "--notes", "--format", form, "tree"] for form in ("text", "json", "sarif", "markdown"))]
        for arguments in commands:
            with self.subTest(arguments=arguments):
                plain = self.world.run(*arguments, "--jobs", "1", cwd=one)
                self.assertTrue(plain.out)
                for place, jobs in ((one, "16"), (other, "2"), (checkout, "16")):
                    self.assertEqual(self.world.run(*arguments, "--jobs", jobs, cwd=place), plain)

    def test_fixes_with_many_jobs(self):
        listings = []
        for jobs in ("1", "16"):
            place = self.tree(f"mended{jobs}", list)
            done = self.world.run("lint", "--fix", "--unsafe", "--jobs", jobs, "tree", cwd=place)
            listings.append((done, self.world.listing(place)))
        self.assertEqual(*listings)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Ctrl-C and kill in the middle of the work: the program ends by the signal, every file is the old or the
new one, and nothing else is left."""
import os
import signal
import subprocess
import time
import unittest

from world import APP, FIXABLE, FIXED, PATIENCE, World

MANY = 500
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Signals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.names = [f"{number:04}.zoom.yaml" for number in range(MANY)]
        for name in cls.names:
            cls.world.put("many/" + name, FIXABLE)

    def interrupt(self, process, number, ready):
        """Sends the signal once `ready()` holds; the exit code."""
        end = time.monotonic() + PATIENCE
        while not ready() and process.poll() is None:
            self.assertLess(time.monotonic(), end)
        process.send_signal(number)
        return process.wait(PATIENCE)

    def ends_by_signal(self, arguments, ready, number, **options):
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
        with self.world.start(*arguments, **streams) as process:
            self.assertEqual(self.interrupt(process, number, ready), -number)

    def test_fix(self):
        old, new = FIXABLE.encode(), FIXED.encode()
        # A signal comes at another point of a file each time. A few files on, so that some are done.
        for turn in range(15):
            number = SIGNALS[turn % len(SIGNALS)]
            watched = self.world / "many" / self.names[10 + turn]
            inode = watched.stat().st_ino
            with self.subTest(turn=turn, signal=number):
                self.ends_by_signal(["lint", "--fix", "--jobs", "2", "many"],
                                    lambda: watched.stat().st_ino != inode, number)
                found = self.world.listing("many")
                self.assertEqual(sorted(found), self.names)
                self.assertEqual(set(found.values()), {old, new})
                for name, data in found.items():
                    if data == new:
                        self.world.put("many/" + name, FIXABLE)

    def test_compile(self):
        arguments = ["compile", *(f"apps/{name}" for name in self.names), "--out-dir", "made"]
        for name in self.names:
            self.world.put(f"apps/{name}", APP)
        new = self.world.run("compile", "app.zoom.yaml").out.encode()
        made = self.world / "made"
        for turn in range(6):
            number = SIGNALS[turn % len(SIGNALS)]
            with self.subTest(turn=turn, signal=number):
                # Only the last ones are there already, as something else.
                for name in self.names:
                    path = made / name.replace(".zoom.yaml", ".manifest.json")
                    path.unlink(missing_ok=True)
                    if name >= self.names[MANY // 2]:
                        self.world.put(f"made/{path.name}", "old")
                watched = made / f"{turn:04}.manifest.json"
                self.ends_by_signal(arguments, watched.exists, number)
                found = self.world.listing("made")
                self.assertEqual(set(found.values()), {new, b"old"})
                self.assertEqual({name.removesuffix(".manifest.json") for name in found} -
                                 {name.removesuffix(".zoom.yaml") for name in self.names}, set())

    def test_report(self):
        """The output is cut anywhere, and nobody is told anything."""
        for number in SIGNALS:
            end, start = os.pipe()
            process = self.world.start("lint", "--jobs", "4", "--format", "json", "many", stdout=start)
            os.close(start)
            with process, os.fdopen(end, "rb") as reader:
                begin = reader.read(100)
                process.send_signal(number)
                self.assertEqual(process.wait(PATIENCE), -number)
                self.assertEqual((begin[:24], process.stderr.read()), (b'{"version":1,"files":[\n{', b""))

    def test_waiting(self):
        """For a writer at a pipe that was named, for a person, for a client."""
        os.mkfifo(self.world / "pipe.zoom.yaml")
        reader, writer = os.pipe()
        for arguments in (["lint", "pipe.zoom.yaml"], ["compile", "-"], ["infer", "-"], ["lsp"]):
            for number in SIGNALS:
                with self.subTest(arguments=arguments, signal=number):
                    # Once it waits, it uses no time any more.
                    with self.world.start(*arguments, stdin=reader, stdout=subprocess.DEVNULL) as process:
                        state = f"/proc/{process.pid}/status"
                        self.assertEqual(self.interrupt(process, number, lambda: "S (sleeping)" in open(state).read()),
                                         -number)
        os.close(reader)
        os.close(writer)

    def test_who_ignores_a_signal_is_left_alone(self):
        """As under nohup."""
        done = self.world.shell('trap "" HUP INT; "$zoomc" lint --jobs 2 --format json many >out & '
                                'kill -HUP $!; kill -INT $!; wait $!; echo $?; tail -n 1 out')
        self.assertEqual((done.out, done.err), ("1\n]}\n", ""))


if __name__ == "__main__":
    unittest.main()

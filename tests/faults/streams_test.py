#!/usr/bin/env python3
"""Readers who go away, streams that are closed, pipes that do not block, terminals that know nothing."""
import os
import pty
import subprocess
import threading
import unittest

from world import COMMANDS, FIXABLE, FORMATS, OUTPUTS, PATIENCE, World, environment


class Streams(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World(tables=True)
        cls.addClassCleanup(cls.world.close)
        cls.plain = {tuple(arguments): cls.world.run(*arguments) for arguments in OUTPUTS}

    def test_every_command_has_something_to_say(self):
        for arguments, plain in self.plain.items():
            with self.subTest(arguments=arguments):
                self.assertTrue(plain.out)
                self.assertIn(plain.code, (0, 1))

    def test_a_reader_who_has_gone(self):
        for arguments, plain in self.plain.items():
            with self.subTest(arguments=arguments):
                end, start = os.pipe()
                os.close(end)
                done = self.world.run(*arguments, stdout=start)
                os.close(start)
                complaint = "zoomc: cannot write `/dev/stdout`: broken pipe\n" if "/dev/stdout" in arguments else ""
                self.assertEqual((done.code, done.err), (3, plain.err + complaint))

    def closed(self, streams):
        """Each command where these are closed, and as it is where they are open."""
        for arguments in [*COMMANDS, ["compile", "app.zoom.yaml", "-o", "/dev/stdout"]]:
            yield (arguments, self.plain[tuple(arguments)],
                   self.world.shell(f'exec "$zoomc" "$@" {streams}', arguments=arguments))

    def test_closed_output(self):
        for arguments, plain, done in self.closed(">&-"):
            with self.subTest(arguments=arguments):
                where = "`/dev/stdout`" if "/dev/stdout" in arguments else "standard output"
                complaint = f"zoomc: cannot write {where}: bad file descriptor\n"
                self.assertEqual((done.code, done.out, done.err.count(complaint)), (3, "", 1))
                self.assertEqual(done.err.replace(complaint, ""), plain.err)

    def test_closed_input(self):
        for arguments, plain, done in self.closed("<&-"):
            with self.subTest(arguments=arguments):
                self.assertEqual(done, plain)

    def test_closed_errors(self):
        for arguments, plain, done in self.closed("2>&-"):
            with self.subTest(arguments=arguments):
                self.assertEqual((done.code, done.out), (plain.code, plain.out))

    def test_all_closed(self):
        for arguments, _, done in self.closed("<&- >&- 2>&-"):
            with self.subTest(arguments=arguments):
                self.assertEqual((done.code, done.out, done.err), (3, "", ""))

    def test_input_that_is_closed_is_no_file(self):
        """With a descriptor free for it, a file that is read would be taken for standard input."""
        for arguments in (["compile", "-"], ["check", "-"], ["import", "-"], ["infer", "-"], ["why", "-"]):
            with self.subTest(arguments=arguments):
                done = self.world.shell('exec "$zoomc" "$@" <&-', arguments=arguments)
                name = "`<stdin>`" if arguments[0] == "infer" else "standard input"
                said = "0 operations\n" if arguments[0] == "infer" else ""
                self.assertEqual((done.code, done.out, done.err),
                                 (3, said, f"zoomc: cannot read {name}: bad file descriptor\n"))
        done = self.world.shell('exec "$zoomc" lint --jobs 4 app.zoom.yaml - other.zoom.yaml <&-')
        self.assertEqual((done.code, done.out, done.err), (
            3, self.world.run("lint", "app.zoom.yaml", "other.zoom.yaml").out,
            "zoomc: cannot read standard input: bad file descriptor\n"))
        done = self.world.shell('exec "$zoomc" lsp <&-')
        self.assertEqual((done.code, done.out, done.err), (1, "", ""))

    def test_no_report_lands_in_a_file(self):
        """The first file that is opened would get the number of the stream that is closed."""
        for closed in (">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"):
            with self.subTest(closed=closed):
                self.world.put("mended/one.zoom.yaml", FIXABLE)
                self.world.put("mended/two.zoom.yaml", FIXABLE)
                expected = dict.fromkeys(("one.zoom.yaml", "two.zoom.yaml"), FIXABLE.replace("/code/", "/code").encode())
                done = self.world.shell(f'exec "$zoomc" lint --fix --jobs 4 mended {closed}')
                self.assertEqual(done.code, 3 if ">&-" in closed.replace("2>&-", "") else 0)
                self.assertEqual(self.world.listing("mended"), expected)
                manifest = self.plain[("compile", "app.zoom.yaml")].out.encode()
                done = self.world.shell(f'exec "$zoomc" compile app.zoom.yaml --out-dir made {closed}')
                self.assertEqual(done.code, 0)
                self.assertEqual(self.world.listing("made"), {"app.manifest.json": manifest})

    def test_git_where_streams_are_closed(self):
        self.world.shell("git init -q checkout; cp app.zoom.yaml checkout; cd checkout; git add .; "
                         "git -c user.name=n -c user.email=n@x commit -qm x; cp ../other.zoom.yaml app.zoom.yaml")
        for arguments in (["lint", "--notes", "."], ["diff", "--against", "HEAD", "app.zoom.yaml"]):
            plain = self.world.run(*arguments, cwd=self.world / "checkout")
            self.assertTrue(plain.out)
            for closed in ("<&-", "2>&-", "<&- 2>&-"):
                done = self.world.shell(f'exec "$zoomc" "$@" {closed}', arguments=arguments,
                                        cwd=self.world / "checkout")
                self.assertEqual((done.code, done.out), (plain.code, plain.out))

    def test_head(self):
        """More output than a pipe holds, of which somebody reads a line."""
        for number in range(300):
            self.world.put(f"many/{number:03}.zoom.yaml", "zoomc: 1\nregion: eu\nextra_scopes: [a, b, c, d]\n")
        for form in FORMATS:
            with self.subTest(format=form):
                whole = self.world.run("lint", "--format", form, "many")
                self.assertGreater(len(whole.out), 70_000)
                done = self.world.shell('"$zoomc" lint --format "$1" many | head -n 1; echo "${PIPESTATUS[0]}"',
                                        arguments=[form])
                self.assertEqual((done.out, done.err), (whole.out.split("\n")[0] + "\n3\n", ""))

    def test_a_pipe_that_does_not_block(self):
        """As what Node.js gives its children: a write that finds it full must wait."""
        whole = self.world.run("catalog", "operations")
        self.assertGreater(len(whole.out), 140_000)
        end, start = os.pipe()
        os.set_blocking(start, False)
        process = self.world.start("catalog", "operations", stdout=start)
        os.close(start)
        with os.fdopen(end, "rb") as reader:
            out = reader.read()
        self.assertEqual((process.wait(PATIENCE), process.stderr.read()), (0, b""))
        process.stderr.close()
        self.assertEqual(out.decode(), whole.out)

    def test_input_that_does_not_block(self):
        end, start = os.pipe()
        os.set_blocking(end, False)
        process = self.world.start("compile", "-", stdin=end)
        os.close(end)
        text = (self.world / "app.zoom.yaml").read_bytes()
        # Asleep in a wait for what is not there yet, or in one before it: either must end well.
        timer = threading.Timer(0.1, lambda: (os.write(start, text), os.close(start)))
        timer.start()
        out, _ = process.communicate(timeout=PATIENCE)
        timer.join()
        self.assertEqual(process.returncode, 0)
        self.assertEqual(out.decode(), self.plain[("compile", "app.zoom.yaml")].out)


class Terminals(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def on_terminal(self, *arguments, **variables):
        """What a person sees of both streams."""
        primary, secondary = pty.openpty()
        with self.world.start(*arguments, stdin=secondary, stdout=secondary, stderr=secondary,
                              env=environment(**variables)) as process:
            os.close(secondary)
            seen = b""
            try:
                while piece := os.read(primary, 65536):
                    seen += piece
            except OSError:  # Linux says so when the other side has gone.
                pass
            process.wait(PATIENCE)
        os.close(primary)
        return seen.decode().replace("\r\n", "\n")

    def test_colour(self):
        plain = self.world.run("lint", "--notes", "app.zoom.yaml").out
        self.assertTrue(plain)
        for variables, coloured in (({"TERM": "xterm"}, True), ({}, True), ({"TERM": "xterm", "NO_COLOR": ""}, True),
                                    ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)):
            with self.subTest(variables=variables):
                seen = self.on_terminal("lint", "--notes", "app.zoom.yaml", **variables)
                self.assertEqual("\x1b[" in seen, coloured)
                self.assertEqual(subprocess.run(["sed", r"s/\x1b\[[0-9;]*m//g"], input=seen, capture_output=True,
                                                text=True, check=True).stdout, plain)
        seen = self.on_terminal("lint", "--color", "always", "--notes", "app.zoom.yaml", TERM="dumb", NO_COLOR="1")
        self.assertIn("\x1b[", seen)

    def test_other_formats_have_no_colour(self):
        for form in FORMATS[1:]:
            seen = self.on_terminal("lint", "--notes", "--format", form, "app.zoom.yaml", TERM="xterm")
            self.assertEqual(seen, self.world.run("lint", "--notes", "--format", form, "app.zoom.yaml").out)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Files that change under the program, that are no files, that cannot be reached, with names that no person
would choose, and more of them than may be open."""
import array
import fcntl
import json
import os
import pathlib
import shutil
import socket
import subprocess
import termios
import time
import unittest
import urllib.parse

from world import APP, CODE, FIXABLE, FIXED, FORMATS, IS_SANITIZED, OTHER, PATIENCE, World, environment, shown

SOMEBODY = 65534


def is_unread(file):
    return [found["id"] for found in file["findings"]] == ["cannot-read-file"]


def paths_of(report):
    """The files that were linted."""
    return [file["path"] for file in json.loads(report)["files"] if not is_unread(file)]


def unread_of(report):
    return [file["path"] for file in json.loads(report)["files"] if is_unread(file)]


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)


class Changes(Case):
    """Between the listing of a directory and the reading of its files. A pipe that is named first, and read
    first, tells when that is."""

    def lint(self, change, *arguments, text=APP):
        """Runs `change` once all files are listed and none is read."""
        pipe = self.world / "first.zoom.yaml"
        os.mkfifo(pipe)
        process = self.world.start("lint", "--jobs", "1", "--format", "json", *arguments, pipe.name, "many")
        with open(pipe, "wb", buffering=0) as writer:
            change()
            writer.write(text.encode())
        out, err = process.communicate(timeout=PATIENCE)
        return process.returncode, shown(out), shown(err)

    def setUp(self):
        super().setUp()
        for name in "abc":
            self.world.put(f"many/{name}.zoom.yaml", APP)
        self.b = self.world / "many" / "b.zoom.yaml"

    def test_vanished(self):
        code, out, err = self.lint(self.b.unlink)
        self.assertEqual((code, err), (3, "zoomc: cannot read `many/b.zoom.yaml`: no such file or directory\n"))
        self.assertEqual(paths_of(out), ["first.zoom.yaml", "many/a.zoom.yaml", "many/c.zoom.yaml"])
        self.assertEqual(unread_of(out), ["many/b.zoom.yaml"])

    def test_vanished_directory(self):
        code, out, err = self.lint(lambda: shutil.rmtree(self.world / "many"))
        self.assertEqual(code, 3)
        self.assertEqual(err, "".join(f"zoomc: cannot read `many/{name}.zoom.yaml`: no such file or directory\n"
                                      for name in "abc"))
        self.assertEqual(paths_of(out), ["first.zoom.yaml"])
        self.assertEqual(unread_of(out), [f"many/{name}.zoom.yaml" for name in "abc"])

    def test_truncated(self):
        code, out, err = self.lint(lambda: os.truncate(self.b, 0))
        self.assertEqual((code, err), (1, ""))
        found = json.loads(out)["files"][2]
        self.assertEqual((found["path"], [finding["message"] for finding in found["findings"]]),
                         ("many/b.zoom.yaml", ["the file is empty; an app file begins with `zoomc: 1`, then `app:` with a `name`"]))

    def test_grown_beyond_measure(self):
        code, out, err = self.lint(lambda: os.truncate(self.b, 9_000_000))
        self.assertEqual((code, err), (1, ""))
        self.assertEqual([finding["id"] for finding in json.loads(out)["files"][2]["findings"]], ["file-too-large"])

    def test_a_directory_now(self):
        def change():
            self.b.unlink()
            self.b.mkdir()
        code, out, err = self.lint(change)
        self.assertEqual((code, err), (3, "zoomc: cannot read `many/b.zoom.yaml`: is a directory\n"))
        self.assertEqual(paths_of(out), ["first.zoom.yaml", "many/a.zoom.yaml", "many/c.zoom.yaml"])

    def test_source_files(self):
        self.world.put("calls/a.ts", CODE)
        self.world.put("calls/b.ts", CODE)
        os.mkfifo(self.world / "first.ts")
        process = self.world.start("infer", "--jobs", "1", "--format", "json", "first.ts", "calls")
        with open(self.world / "first.ts", "wb") as writer:
            (self.world / "calls" / "a.ts").unlink()
            writer.write(CODE.encode())
        out, err = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 3)
        self.assertTrue(shown(err).startswith("zoomc: cannot read `calls/a.ts`: no such file or directory\n"), err)
        self.assertEqual(sorted({call["path"] for operation in json.loads(out)["operations"]
                                 for call in operation["places"]}), ["calls/b.ts", "first.ts"])

    def test_somebody_else_wrote_it(self):
        """What was written between the reading and the mending of a file is not lost."""
        for name in "abc":
            self.world.put(f"many/{name}.zoom.yaml", FIXABLE)
        end, start = os.pipe()
        # Nobody reads, so the program waits with what it knows of the files behind.
        filler = self.world.put("filler.zoom.yaml", "zoomc: 1\nregion: eu\nextra_scopes: [%s]\n" % ", ".join(
            f"scope{number}" for number in range(900)))
        process = self.world.start("lint", "--fix", "--jobs", "2", "--format", "json", filler.name, "many", stdout=start)
        os.close(start)
        wait_until_full(end)
        wait_until_asleep(process.pid)
        written = FIXABLE.replace("Acme", "Bcme")
        (self.world / "many" / "b.zoom.yaml").write_text(written)
        with os.fdopen(end, "rb") as reader:
            reader.read()
        err = process.stderr.read()
        process.stderr.close()
        self.assertEqual(shown(err), "zoomc: cannot write `many/b.zoom.yaml`: somebody changed it after it was read; "
                                     "run again\n")
        self.assertEqual(process.wait(PATIENCE), 3)
        self.assertEqual(self.world.listing("many"), {"a.zoom.yaml": FIXED.encode(), "b.zoom.yaml": written.encode(),
                                                      "c.zoom.yaml": FIXED.encode()})

    def test_one_file_under_two_names(self):
        os.symlink("a.zoom.yaml", self.world / "many" / "link.zoom.yaml")
        self.world.put("many/a.zoom.yaml", FIXABLE)
        done = self.world.run("lint", "--fix", "--jobs", "4", "many")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertEqual((self.world / "many" / "a.zoom.yaml").read_text(), FIXED)
        self.assertTrue((self.world / "many" / "link.zoom.yaml").is_symlink())


def wait_until_full(pipe):
    """Until whoever writes to the pipe has to wait."""
    size = fcntl.fcntl(pipe, fcntl.F_GETPIPE_SZ)
    waiting = array.array("i", [0])
    end = time.monotonic() + PATIENCE
    while waiting[0] < size - 4096:
        assert time.monotonic() < end
        time.sleep(0.01)
        fcntl.ioctl(pipe, termios.FIONREAD, waiting)


def wait_until_asleep(pid):
    """Until all threads wait for something, or are done."""
    tasks = pathlib.Path(f"/proc/{pid}/task")
    still = 0
    end = time.monotonic() + PATIENCE
    while still < 20:
        assert time.monotonic() < end
        time.sleep(0.01)
        states = {(task / "stat").read_text().rsplit(")", 1)[1].split()[0] for task in tasks.iterdir()}
        still = still + 1 if states == {"S"} else 0


class Endless(Case):
    """Inputs that never end are refused at the limit."""

    def test_pipes(self):
        for command in ("lint", "compile", "check", "import"):
            with self.subTest(command=command):
                done = self.world.shell('yes "a: b # filling" | "$zoomc" "$1" -; exit "${PIPESTATUS[1]}"',
                                        arguments=[command])
                self.assertEqual(done.code, 1)
                self.assertIn("[file-too-large]", done.out + done.err)

    def test_devices(self):
        for arguments in (["lint"], ["check"]):
            done = self.world.run(*arguments, "/dev/zero")
            self.assertEqual(done.code, 1)
            self.assertIn("[file-too-large]", done.out + done.err)
        done = self.world.run("infer", "/dev/zero")
        self.assertEqual((done.code, done.err), (1, "zoomc: `/dev/zero` is not source code or a known log format; logs are HAR, access logs, JSON lines and CSV\n"))

    def test_it_is_written_while_it_is_read(self):
        """More and more of it, from a pipe that has a name: as much as there is until it is closed."""
        os.mkfifo(self.world / "slow.zoom.yaml")
        process = self.world.start("compile", "slow.zoom.yaml")
        with open(self.world / "slow.zoom.yaml", "wb", buffering=0) as writer:
            for byte in APP.encode():
                writer.write(bytes([byte]))
        out, _ = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, shown(out)), (0, self.world.run("compile", "app.zoom.yaml").out))


class NoFiles(Case):
    """Pipes, sockets and devices. Whoever names one means it; what a directory has is passed over."""

    def fill(self, directory):
        """Things that are called like files and are none; the sockets that keep them open."""
        folder = self.world / directory
        folder.mkdir(exist_ok=True)
        for ending in (".zoom.yaml", ".ts", ".json"):
            os.mkfifo(folder / f"pipe{ending}")
            (folder / f"folder{ending}").mkdir()
            os.symlink("nowhere", folder / f".#dangling{ending}")
            os.symlink(f"pipe{ending}", folder / f"link{ending}")
            os.symlink("/dev/zero", folder / f"device{ending}")
            end = socket.socket(socket.AF_UNIX)
            self.addCleanup(end.close)
            end.bind(os.path.relpath(folder / f"socket{ending}"))

    def setUp(self):
        super().setUp()
        # The path of a socket is short.
        before = pathlib.Path.cwd()
        os.chdir(self.world.path)
        self.addCleanup(os.chdir, before)
        self.fill("odd")
        self.world.put("odd/app.zoom.yaml", APP)
        self.world.put("odd/sync.ts", CODE)

    def check_directory(self):
        done = self.world.run("lint", "--format", "json", "odd")
        self.assertEqual((done.code, done.err, paths_of(done.out)), (0, "", ["odd/app.zoom.yaml"]))
        done = self.world.run("infer", "odd", "--format", "json")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertEqual({call["path"] for operation in json.loads(done.out)["operations"]
                          for call in operation["places"]}, {"odd/sync.ts"})

    def test_directory(self):
        self.check_directory()

    def test_checkout(self):
        self.world.shell("git init -q .; git add odd/app.zoom.yaml odd/sync.ts")
        self.check_directory()
        # In the index still, but another thing now.
        for name in ("app.zoom.yaml", "sync.ts"):
            (self.world / "odd" / name).unlink()
            os.mkfifo(self.world / "odd" / name)
        done = self.world.run("lint", "--format", "json", "odd")
        self.assertEqual((done.code, done.err, paths_of(done.out)),
                         (0, "zoomc: warning: no app file in `odd`; app files are named `NAME.zoom.yaml`, and those that "
                             "git ignores are left out\n", []))
        done = self.world.run("infer", "odd")
        self.assertEqual((done.code, done.err), (0, ""))

    def refuse(self, path, *arguments, what="read"):
        done = self.world.run(*arguments)
        complaints = [line for line in done.err.splitlines() if line.startswith("zoomc: ")]
        self.assertEqual((done.code, complaints), (3, [f"zoomc: cannot {what} `{path}`: it is not a file"]))

    def test_settings(self):
        """Nobody named them, and without them the project's policies would not be kept."""
        kinds = {"pipe": os.mkfifo, "device": lambda path: os.symlink("/dev/zero", path),
                 "link": lambda path: os.symlink(self.world / "odd" / "pipe.json", path)}
        for kind, make in kinds.items():
            for directory in ("odd/", ""):
                make(self.world / directory / ".zoomc.yaml")
                for arguments in (["lint", "odd"], *([command, "odd/app.zoom.yaml"] for command in
                                  ("lint", "compile", "why", "report", "justify", "checklist"))):
                    with self.subTest(kind=kind, arguments=arguments):
                        self.refuse(f"{directory}.zoomc.yaml", *arguments)
                (self.world / directory / ".zoomc.yaml").unlink()

    def test_lock(self):
        os.mkfifo(self.world / "odd" / "zoomc.lock")
        for option in ("--locked", "--lock"):
            self.refuse("odd/zoomc.lock", "compile", option, "odd/app.zoom.yaml")

    def test_manifest_beside_the_app(self):
        os.mkfifo(self.world / "odd" / "app.manifest.json")
        self.refuse("odd/app.manifest.json", "compile", "--check", "odd/app.zoom.yaml")
        self.refuse("odd/app.manifest.json", "compile", "--check", "odd/app.zoom.yaml", "--out-dir", "odd")
        self.refuse("odd/app.manifest.json", "compile", "odd/app.zoom.yaml", "--out-dir", "odd", what="write")
        # Who names it means it.
        done = self.world.shell('cp app.zoom.yaml plain.zoom.yaml; "$zoomc" compile plain.zoom.yaml -o plain.json; '
                                'cat plain.json >odd/app.manifest.json & '
                                '"$zoomc" compile --check plain.zoom.yaml -o odd/app.manifest.json; code=$?; wait; exit $code')
        self.assertEqual(done.code, 0)

    def test_what_init_finds(self):
        os.mkfifo(self.world / ".pre-commit-config.yaml")
        self.refuse(".pre-commit-config.yaml", "init", "new.zoom.yaml", "--name", "Acme", "--region", "eu", "--pre-commit")

    def test_tables_that_are_there(self):
        os.mkdir(self.world / "made")
        os.mkfifo(self.world / "made" / "operations.tsv")
        self.refuse("made/operations.tsv", "catalog", "update", "api.json", "--date", "2026-11", "-o", "made")

    def test_a_pipe_is_read_once(self):
        """What came through a named one cannot be asked for again: to be fixed, or for an excerpt."""
        os.mkfifo(self.world / "fix.zoom.yaml")
        done = self.world.shell('cat fixable.zoom.yaml >fix.zoom.yaml & "$zoomc" lint --fix fix.zoom.yaml; code=$?; wait; exit $code')
        self.assertEqual((done.code, done.err), (3, "zoomc: cannot read `fix.zoom.yaml`: it is not a file\n"))
        os.mkfifo(self.world / "calls.ts")
        done = self.world.shell('cat src/sync.ts >calls.ts & "$zoomc" infer --notes calls.ts; code=$?; wait; exit $code')
        plain = self.world.shell('cp src/sync.ts copy.ts; "$zoomc" infer --notes copy.ts')
        self.assertEqual((done.code, done.out, done.err),
                         (plain.code, plain.out.replace("copy.ts", "calls.ts"), plain.err.replace("copy.ts", "calls.ts")))

    def test_documents(self):
        done = self.world.run("catalog", "update", "odd", "--date", "2026-11", "-o", "made")
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: there is no OpenAPI document (`*.json`) in `odd`\n"))

    def test_tables(self):
        self.assertEqual(self.world.run("catalog", "update", "api.json", "--date", "2026-11", "-o", "made").code, 0)
        (self.world / "made" / "scopes.tsv").unlink()
        os.mkfifo(self.world / "made" / "scopes.tsv")
        done = self.world.run("--catalog", "made", "catalog", "scopes")
        self.assertEqual((done.code, done.out, done.err),
                         (3, "", "zoomc: cannot read `made/scopes.tsv`: it is not a file\n"))

    def test_named(self):
        for command in ("lint", "compile", "check", "import", "why"):
            with self.subTest(command=command):
                done = self.world.run(command, "odd/socket.zoom.yaml")
                self.assertEqual((done.code, done.err),
                                 (3, "zoomc: cannot read `odd/socket.zoom.yaml`: no such device or address\n"))
                done = self.world.run(command, "odd/folder.zoom.yaml")
                if command != "lint":
                    self.assertEqual((done.code, done.err),
                                     (3, "zoomc: cannot read `odd/folder.zoom.yaml`: is a directory\n"))
                done = self.world.run(command, "odd/.#dangling.zoom.yaml")
                self.assertEqual((done.code, done.err),
                                 (3, "zoomc: cannot read `odd/.#dangling.zoom.yaml`: no such file or directory\n"))

    def test_substitution(self):
        done = self.world.shell('"$zoomc" compile <(cat app.zoom.yaml)')
        self.assertEqual((done.code, done.out), (0, self.world.run("compile", "app.zoom.yaml").out))


class Loops(Case):
    def test_files(self):
        os.symlink("loop.zoom.yaml", self.world / "loop.zoom.yaml")
        done = self.world.run("lint", "loop.zoom.yaml")
        self.assertEqual((done.code, done.out, done.err),
                         (3, "", "zoomc: cannot read `loop.zoom.yaml`: too many levels of symbolic links\n"))
        done = self.world.run("compile", "app.zoom.yaml", "-o", "loop.zoom.yaml")
        self.assertEqual((done.code, done.out), (3, ""))
        self.assertTrue(done.err.endswith("zoomc: cannot write `loop.zoom.yaml`: too many levels of symbolic links\n"))

    def tree(self):
        for path in ("tree/a.zoom.yaml", "tree/deep/b.zoom.yaml", "outside/c.zoom.yaml"):
            self.world.put(path, APP)
        for path, target in (("tree/self", "."), ("tree/deep/up", ".."), ("tree/out", "../outside"),
                             ("tree/one", "two"), ("tree/two", "one"), ("tree/dir.zoom.yaml", ".")):
            os.symlink(target, self.world / path)

    def test_directories(self):
        self.tree()
        for checkout in (False, True):
            if checkout:
                self.world.shell("git init -q .; git add tree")
            done = self.world.run("lint", "--format", "json", "tree")
            self.assertEqual((done.code, done.err), (0, ""))
            self.assertEqual(paths_of(done.out), ["tree/a.zoom.yaml", "tree/deep/b.zoom.yaml"])

    def test_a_file_that_leads_in_circles(self):
        self.tree()
        os.symlink("loop.zoom.yaml", self.world / "tree" / "loop.zoom.yaml")
        for checkout in (False, True):
            if checkout:
                self.world.shell("git init -q .; git add tree")
            done = self.world.run("lint", "--format", "json", "tree")
            self.assertEqual((done.code, done.err),
                             (3, "zoomc: cannot read `tree/loop.zoom.yaml`: too many levels of symbolic links\n"))
            self.assertEqual(paths_of(done.out), ["tree/a.zoom.yaml", "tree/deep/b.zoom.yaml"])
            self.assertEqual(unread_of(done.out), ["tree/loop.zoom.yaml"])


class Unreadable(Case):
    """A directory in the middle that nobody may look into: the others are looked at, and it is named."""

    def setUp(self):
        super().setUp()
        for path in ("tree/a", "tree/closed/b", "tree/closed/deep/c", "tree/z/d"):
            self.world.put(path + ".zoom.yaml", APP)
            self.world.put(path + ".ts", CODE)
        self.user = {}
        if os.getuid() == 0:
            # Nothing is closed to root, so root becomes somebody else.
            self.user = {"user": SOMEBODY, "group": SOMEBODY, "extra_groups": [], "program": self.world / "zoomc"}
            shutil.copy(os.environ["ZOOMC"], self.world / "zoomc")
            subprocess.run(["chown", "-R", str(SOMEBODY), self.world.path], check=True)
        self.addCleanup(os.chmod, self.world / "tree" / "closed", 0o755)

    def run_as_user(self, *arguments, **options):
        return self.world.run(*arguments, **self.user, **options)

    def close(self, directory, mode=0):
        os.chmod(self.world / "tree" / directory, mode)

    def in_git(self, names):
        options = {**self.user, "program": "/bin/sh"}
        done = self.world.run("-c", f"git init -q . && git add {names}", **options)
        self.assertEqual((done.code, done.err), (0, ""))

    def test_outside_of_git(self):
        self.close("closed")
        done = self.run_as_user("lint", "--format", "json", "tree")
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: cannot read the directory `tree/closed`: permission denied\n"))
        self.assertEqual(paths_of(done.out), ["tree/a.zoom.yaml", "tree/z/d.zoom.yaml"])
        self.assertEqual(unread_of(done.out), ["tree/closed"])
        done = self.run_as_user("infer", "--format", "json", "tree")
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: cannot read the directory `tree/closed`: permission denied\n"))

    def test_it_may_be_read_and_not_entered(self):
        self.close("closed", 0o444)
        done = self.run_as_user("lint", "--format", "json", "tree")
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: cannot read the directory `tree/closed/deep`: permission denied\n"
                             "zoomc: cannot read `tree/closed/b.zoom.yaml`: permission denied\n"))

    def test_in_git(self):
        """What git tracks is missed by name; what it does not know yet it cannot see."""
        self.in_git("tree/a.zoom.yaml tree/closed/b.zoom.yaml tree/z")
        self.close("closed")
        done = self.run_as_user("lint", "--format", "json", "tree")
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: cannot read the directory `tree/closed`: permission denied\n"
                             "zoomc: cannot read `tree/closed/b.zoom.yaml`: permission denied\n"))
        self.assertEqual(paths_of(done.out), ["tree/a.zoom.yaml", "tree/z/d.zoom.yaml"])
        self.assertEqual(unread_of(done.out), ["tree/closed", "tree/closed/b.zoom.yaml"])

    def test_any_name_in_git(self):
        for name in ("a\nb", "it's", "x/': y", "a\nwarning: could not open directory 'b"):
            self.world.put(f"tree/{name}/c.zoom.yaml", APP)
        subprocess.run(["chown", "-R", str(SOMEBODY if self.user else os.getuid()), self.world.path], check=True)
        self.in_git("tree/a.zoom.yaml")
        for name, shown_name in (("a\nb", "a\\nb"), ("it's", "it's"), ("x/': y", "x/': y"),
                                 ("a\nwarning: could not open directory 'b", None)):
            with self.subTest(name=name):
                self.close(name)
                done = self.run_as_user("lint", "tree")
                os.chmod(self.world / "tree" / name, 0o755)
                self.assertEqual(done.code, 3)
                if shown_name:
                    self.assertEqual(done.err, f"zoomc: cannot read the directory `tree/{shown_name}`: permission denied\n")

    def test_what_git_ignores_may_be_closed(self):
        self.in_git("tree/a.zoom.yaml")
        self.world.put(".gitignore", "closed/\n")
        self.close("closed")
        done = self.run_as_user("lint", "--format", "json", "tree")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertEqual(paths_of(done.out), ["tree/a.zoom.yaml", "tree/z/d.zoom.yaml"])

    def test_the_language_of_git_is_no_matter(self):
        self.in_git("tree/a.zoom.yaml")
        self.close("closed")
        done = self.run_as_user("lint", "tree", env=environment(LANGUAGE="de", LC_ALL="de_DE.UTF-8"))
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: cannot read the directory `tree/closed`: permission denied\n"))


class Descriptors(Case):
    def test_few_may_be_open(self):
        names = [f"many/{number:03}.zoom.yaml" for number in range(200)]
        for name in names:
            self.world.put(name, APP)
            self.world.put(name.replace(".zoom.yaml", ".ts"), CODE)
        plain = self.world.run("lint", "--notes", "--format", "json", "many")
        inferred = self.world.run("infer", "many")
        self.assertEqual(paths_of(plain.out), names)
        for limit in (10, 12, 16):
            with self.subTest(limit=limit):
                for jobs in ("1", "16", "256"):
                    limited = f'ulimit -n {limit}; exec "$zoomc" "$@"'
                    self.assertEqual(plain, self.world.shell(limited, arguments=[
                        "lint", "--jobs", jobs, "--notes", "--format", "json", "many"]))
                    self.assertEqual(inferred, self.world.shell(limited, arguments=["infer", "--jobs", jobs, "many"]))
                for name in names:
                    self.world.put(name, FIXABLE)
                done = self.world.shell(f'ulimit -n {limit}; exec "$zoomc" lint --fix --jobs 16 many')
                self.assertEqual((done.code, done.err), (0, ""))
                self.assertEqual({(self.world / name).read_text() for name in names}, {FIXED})
                for name in names:
                    self.world.put(name, APP)
                done = self.world.shell(f'ulimit -n {limit}; exec "$zoomc" compile --out-dir made "$@"',
                                        arguments=names)
                self.assertEqual(done.code, 0)
                self.assertEqual(len(self.world.listing("made")), 200)
                shutil.rmtree(self.world / "made")

    def test_a_deep_tree(self):
        deep = "/".join(["many"] + ["d"] * 60)
        self.world.put(f"{deep}/app.zoom.yaml", APP)
        self.world.put(f"{deep}/sync.ts", CODE)
        done = self.world.shell('ulimit -n 10; "$zoomc" lint --format json many; "$zoomc" infer many')
        self.assertEqual(done.code, 0)
        self.assertNotIn("zoomc: ", done.err)
        self.assertIn(f'"{deep}/app.zoom.yaml"', done.out)
        self.assertIn("GET /groups", done.out)

    @unittest.skipIf(IS_SANITIZED, "looking for leaks takes a thread")
    def test_no_threads(self):
        for number in range(50):
            self.world.put(f"many/{number:02}.zoom.yaml", APP)
        plain = self.world.run("lint", "--notes", "many")
        options = {"user": SOMEBODY, "group": SOMEBODY, "extra_groups": []} if os.getuid() == 0 else {}
        os.chmod(self.world.path, 0o755)
        shutil.copy(os.environ["ZOOMC"], self.world / "zoomc")
        # The limit counts all processes of a user, so that none is left whatever it is.
        done = self.world.run("-c", 'ulimit -u 1; exec ./zoomc lint --jobs 16 --notes many', program="/bin/bash", **options)
        self.assertEqual(done, plain)


class Names(Case):
    """Names with line breaks, controls, markup and bytes that are not UTF-8, in every format."""

    NAMES = [
        b"line\nbreak", b"return\rback", b"tab\there", b"red\x1b[31mtext", b"bell\x07", b"c1\xc2\x9b31m", b"bidi\xe2\x80\xaegnp",
        b"zero\xe2\x80\x8bwidth", b"not\xffutf-8", b"cut\xe2\x82", b"surrogate\xed\xa0\x80", b"]]>", b"</failure><x>&amp;'\"",
        b"::error::pwned", b"%0A%25", b"a,line=1,title=x", b"|pipe`tick`", b"$(touch pwned)", b"\xef\xbf\xbe", b"-o", b"\xf0\x9f\x98\x80",
    ]
    # What may stand raw in no output: controls but for line breaks and tabs, C1, bidirectional and invisible ones.
    RAW = [*range(0, 9), *range(11, 32), *range(0x7F, 0xA0), 0x200B, *range(0x200E, 0x2010), *range(0x2028, 0x202F),
           *range(0x2060, 0x2070), 0xFEFF]

    def setUp(self):
        super().setUp()
        for name in self.NAMES:
            path = os.path.join(os.fsencode(self.world.path), b"names", name + b".zoom.yaml")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: [raed]}\n")

    def lint(self, form, *arguments):
        with self.world.start("lint", "--format", form, *(arguments or ["names"])) as process:
            out, err = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, err), (1, b""))
        return out.decode("utf-8")

    def test_nothing_raw(self):
        for checkout in (False, True):
            if checkout:
                self.world.shell("git init -q .; git add names")
            for form in FORMATS:
                with self.subTest(format=form, checkout=checkout):
                    text = self.lint(form)
                    self.assertEqual([hex(ord(c)) for c in text if ord(c) in self.RAW], [])

    def test_lines(self):
        """One finding, one line; a name adds none."""
        self.assertEqual(self.lint("concise").count("error[unknown-feature]"), len(self.NAMES))
        commands = self.lint("github").splitlines()
        self.assertEqual([line for line in commands if not line.startswith("::error file=names/")], [])
        self.assertEqual(len(commands), len(self.NAMES))
        self.assertEqual(self.lint("text").count("error["), len(self.NAMES))

    def test_parsers(self):
        names = sorted(b"names/" + name + b".zoom.yaml" for name in self.NAMES)
        # JSON cannot say bytes that are not UTF-8.
        decoded = sorted(replaced(name) for name in names)
        self.assertEqual(sorted(paths_of(self.lint("json"))), decoded)
        self.assertEqual(sorted(issue["location"]["path"] for issue in json.loads(self.lint("gitlab"))), decoded)
        results = json.loads(self.lint("sarif"))["runs"][0]["results"]
        uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
        self.assertEqual(sorted(urllib.parse.unquote_to_bytes(uri) for uri in uris), names)
        for form in ("junit", "checkstyle"):
            with self.subTest(format=form):
                done = subprocess.run(["xmllint", "--noout", "-"], input=self.lint(form).encode(), capture_output=True,
                                      check=False)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertNotIn("<x>", self.lint(form))

    def test_messages(self):
        """Of commands that refuse them."""
        for name in (b" ".join(self.NAMES[:9]), b" ".join(self.NAMES[9:])):
            path = b"missing/" + name
            for arguments in ([b"lint", path], [b"compile", path], [b"check", path], [b"import", path], [b"infer", path],
                              [b"why", path], [b"diff", path, path], [b"drift", path, path], [b"--catalog", path, b"catalog", b"scopes"],
                              [b"catalog", path], [b"explain", path], [b"lint", b"--select", path], [b"lint", b"--format", path],
                              [b"compile", b"app.zoom.yaml", b"-o", path], [b"--" + path], [path],
                              [b"compile", b"app.zoom.yaml", b"--lock", b"--out-dir", b"app.zoom.yaml/" + name],
                              [b"catalog", b"update", path, b"-o", path], [b"init", path], [b"init", b"-", b"--name", path],
                              [b"init", b"-", b"--name", b"x", b"--region", path]):
                with self.subTest(arguments=arguments):
                    with self.world.start(*arguments) as process:
                        out, err = process.communicate(timeout=PATIENCE)
                    text = (out + err).decode("utf-8")
                    self.assertIn(process.returncode, (1, 2, 3))
                    self.assertEqual([hex(ord(c)) for c in text if ord(c) in self.RAW], [])


def replaced(name):
    """As JSON has a name: a mark for each byte that is not UTF-8."""
    text, out = name.decode("utf-8", "surrogateescape"), ""
    for character in text:
        out += "\ufffd" if 0xDC80 <= ord(character) <= 0xDCFF else character
    return out


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""A disk that is full, that cannot be written, a directory of somebody else: the old file stays as it was,
nothing is left beside it, and the message names the path and the reason."""
import os
import pathlib
import shutil
import struct
import unittest

from world import APP, COMMANDS, FIXABLE, WRITERS, ZOOMC, CannotHere, Mounts, World

SOMEBODY = 65534


class FullOutput(unittest.TestCase):
    """`/dev/full`, which every system has."""

    def setUp(self):
        self.world = World(tables=True)
        self.addCleanup(self.world.close)

    def test_standard_output(self):
        for arguments in [*COMMANDS, ["compile", "app.zoom.yaml", "-o", "/dev/stdout"]]:
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                plain = self.world.run(*arguments)
                done = self.world.run(*arguments, stdout=full)
                if "/dev/stdout" in arguments:
                    complaint = "zoomc: cannot write `/dev/stdout`: no space left on device\n"
                else:
                    complaint = "zoomc: cannot write standard output: no space left on device\n"
                self.assertEqual(done.code, 3)
                self.assertEqual(done.err.count(complaint), 1)
                self.assertEqual(done.err.replace(complaint, ""), plain.err)

    def test_it_is_said_once_for_many_files(self):
        for number in range(50):
            self.world.put(f"many/{number}.zoom.yaml", APP)
        with open("/dev/full", "wb") as full:
            done = self.world.run("lint", "--format", "json", "--jobs", "4", "many", stdout=full)
        self.assertEqual((done.code, done.err),
                         (3, "zoomc: cannot write standard output: no space left on device\n"))

    def test_files_are_mended_though_nobody_hears_of_it(self):
        for number in range(50):
            self.world.put(f"many/{number}.zoom.yaml", FIXABLE)
        with open("/dev/full", "wb") as full:
            done = self.world.run("lint", "--fix", "--format", "json", "many", stdout=full)
        self.assertEqual(done.code, 3)
        self.assertNotIn(FIXABLE.encode(), self.world.listing("many").values())


class Disk(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def writers(self):
        """Each with the file that it writes to in the state before."""
        for writer in WRITERS:
            for path in (self.world / "disk").iterdir():
                path.unlink()
            (self.world / "out.json").unlink(missing_ok=True)
            for name in ("app.zoom.yaml", "fixable.zoom.yaml"):
                shutil.copy(self.world / name, self.world / "disk")
            if writer.before is not None:
                self.world.put(writer.target, writer.before)
            yield writer

    def refuse(self, writer, reason):
        """Runs it where writing fails."""
        before = self.world.listing("disk")
        done = self.world.run(*writer.arguments)
        complaint = f"zoomc: cannot write `{writer.target}`: {reason}\n"
        self.assertEqual(done.err.count("zoomc: "), 1, done.err)
        self.assertTrue(complaint in done.err, done.err)
        self.assertEqual(done.code, 3)
        self.assertEqual(self.world.listing("disk"), before)

    def mounted(self, options):
        try:
            Mounts.tmpfs(self.world / "disk", options)
        except (CannotHere, OSError) as reason:
            self.skipTest(f"the system mounts nothing for this user: {reason}")
        self.addCleanup(Mounts.unmount, self.world / "disk")

    def test_full(self):
        self.mounted("size=64k")
        for writer in self.writers():
            with self.subTest(arguments=writer.arguments):
                ballast = self.world / "disk" / "ballast"
                with open(ballast, "wb", buffering=0) as file, self.assertRaises(OSError):
                    while True:
                        file.write(b"x" * 4096)
                self.refuse(writer, "no space left on device")

    def test_no_room_for_one_more_file(self):
        self.mounted("nr_inodes=8")
        for writer in self.writers():
            with self.subTest(arguments=writer.arguments):
                with self.assertRaises(OSError):
                    for number in range(8):
                        (self.world / "disk" / f"ballast{number}").touch()
                self.refuse(writer, "no space left on device")

    def test_read_only(self):
        self.mounted("size=1m")
        for writer in self.writers():
            with self.subTest(arguments=writer.arguments):
                Mounts.make_read_only(self.world / "disk")
                self.refuse(writer, "read-only file system")
                Mounts.unmount(self.world / "disk")
                (self.world / "disk").rmdir()
                Mounts.tmpfs(self.world / "disk", "size=1m")

    def test_what_fits_is_kept_of_many(self):
        """A disk that fills up on the way: each file is the old or the new one."""
        self.mounted("size=64k")
        new = self.world.run("compile", "app.zoom.yaml").out.encode()
        names = [f"{number:02}.zoom.yaml" for number in range(60)]
        for name in names:
            self.world.put("many/" + name, APP)
        done = self.world.run("compile", *("many/" + name for name in names), "--out-dir", "disk")
        written = self.world.listing("disk")
        self.assertEqual(done.code, 3)
        self.assertEqual(set(written.values()), {new})
        missing = [name.replace(".zoom.yaml", ".manifest.json") for name in names]
        missing = [name for name in missing if name not in written]
        self.assertTrue(0 < len(missing) < 60, len(missing))
        for name in missing:
            self.assertEqual(done.err.count(f"zoomc: cannot write `disk/{name}`: no space left on device\n"), 1)

    def test_a_directory_that_cannot_be_made(self):
        self.mounted("size=64k")
        Mounts.make_read_only(self.world / "disk")
        for arguments in (["compile", "app.zoom.yaml", "--out-dir", "disk/deep/er"],
                          ["catalog", "update", "api.json", "--date", "2026-11", "-o", "disk/deep/er"]):
            done = self.world.run(*arguments)
            self.assertEqual(done.code, 3)
            of = "`disk/deep/er`" if arguments[0] == "compile" else "of `disk/deep/er/call_errors.tsv`"
            self.assertTrue(done.err.endswith(f"zoomc: cannot make the directory {of}: read-only file system\n"), done.err)


class Irreplaceable(unittest.TestCase):
    """Files for which no other can stand, and what a file has beside its bytes."""

    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        (self.world / "disk").mkdir()

    def writers(self):
        """Those that write to a file that is there, and that file."""
        for writer in WRITERS:
            if writer.before is None:
                continue
            for path in (self.world / "disk").iterdir():
                path.unlink()
            for name in ("app.zoom.yaml", "fixable.zoom.yaml"):
                shutil.copy(self.world / name, self.world / "disk")
            self.world.put(writer.target, writer.before)
            with self.subTest(arguments=writer.arguments):
                yield writer, self.world / writer.target

    def expected(self, writer):
        """What is there after a run on a file like all others; the state before is made again."""
        self.world.run(*writer.arguments)
        made = (self.world / writer.target).read_bytes()
        self.world.put(writer.target, writer.before)
        self.assertNotEqual(made, writer.before.encode())
        return made

    def names(self):
        return sorted(os.listdir(self.world / "disk"))

    def test_hard_links(self):
        """Both names stay names of one file."""
        for writer, target in self.writers():
            made = self.expected(writer)
            os.link(target, self.world / "disk" / "second")
            os.chmod(target, 0o640)
            before = target.stat()
            names = self.names()
            self.world.run(*writer.arguments)
            self.assertEqual((self.world / "disk" / "second").read_bytes(), made)
            after = target.stat()
            self.assertEqual((after.st_ino, after.st_nlink, after.st_mode), (before.st_ino, 2, before.st_mode))
            self.assertEqual(self.names(), names)

    def test_hard_links_where_there_is_no_room(self):
        for writer, target in self.writers():
            os.link(target, self.world / "disk" / "second")
            before = self.world.listing("disk")
            done = self.world.shell('ulimit -f 0; exec "$zoomc" "$@"', arguments=writer.arguments)
            self.assertEqual(done.code, 3)
            self.assertIn(f"zoomc: cannot write `{writer.target}`: file too large\n", done.err)
            self.assertEqual(self.world.listing("disk"), before)

    def test_mount_point(self):
        """As files are given to containers."""
        for writer, target in self.writers():
            made = self.expected(writer)
            outside = self.world.put("outside", writer.before)
            try:
                Mounts.bind(outside, target)
            except (CannotHere, OSError) as reason:
                self.skipTest(f"the system mounts nothing for this user: {reason}")
            try:
                names = self.names()
                done = self.world.run(*writer.arguments)
                self.assertNotEqual(done.code, 3, done.err)
                self.assertEqual(self.names(), names)
            finally:
                Mounts.unmount(target)
            self.assertEqual(outside.read_bytes(), made)

    def keep(self, name, value):
        """An extended attribute."""
        for writer, target in self.writers():
            made = self.expected(writer)
            try:
                os.setxattr(target, name, value)
            except OSError as reason:
                self.skipTest(f"the file system has no {name}: {reason}")
            before = target.stat()
            names = self.names()
            self.world.run(*writer.arguments)
            self.assertEqual(target.read_bytes(), made)
            self.assertEqual(os.getxattr(target, name), value)
            after = target.stat()
            self.assertEqual((after.st_mode, after.st_uid, after.st_gid), (before.st_mode, before.st_uid, before.st_gid))
            self.assertEqual(self.names(), names)

    def test_notes(self):
        self.keep("user.note", b"mine\0and yours")

    def test_access_list(self):
        """The owner, one more user, the group, the most that both may, others."""
        entries = [(1, 6, 0xFFFFFFFF), (2, 4, SOMEBODY), (4, 4, 0xFFFFFFFF), (16, 4, 0xFFFFFFFF), (32, 0, 0xFFFFFFFF)]
        self.keep("system.posix_acl_access", struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries))

    def test_a_list_of_the_directory_is_not_taken(self):
        """A new file would get it; an old one that lacks it stays without it."""
        entries = [(1, 7, 0xFFFFFFFF), (2, 7, SOMEBODY), (4, 7, 0xFFFFFFFF), (16, 7, 0xFFFFFFFF), (32, 0, 0xFFFFFFFF)]
        default = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
        for writer, target in self.writers():
            try:
                os.setxattr(self.world / "disk", "system.posix_acl_default", default)
            except OSError as reason:
                self.skipTest(f"the file system has no access lists: {reason}")
            before = target.stat().st_mode
            self.world.run(*writer.arguments)
            os.removexattr(self.world / "disk", "system.posix_acl_default")
            self.assertEqual((os.listxattr(target), target.stat().st_mode), ([], before))


class SomebodyElses(Disk):
    """A directory in which this user may change nothing. To root nothing is forbidden, so root becomes
    somebody else."""

    # Only what is below.
    test_full = test_no_room_for_one_more_file = test_read_only = None
    test_what_fits_is_kept_of_many = test_a_directory_that_cannot_be_made = None

    def setUp(self):
        super().setUp()
        (self.world / "disk").mkdir()
        self.user = {"user": SOMEBODY, "group": SOMEBODY, "extra_groups": []} if os.getuid() == 0 else {}
        if self.user:
            # Out of a home that only root may enter.
            self.program = pathlib.Path(shutil.copy(ZOOMC, self.world / "zoomc"))
            os.chmod(self.world.path, 0o755)

    def run_as_user(self, *arguments):
        options = {**self.user, "program": self.program} if self.user else {}
        return self.world.run(*arguments, **options)

    def refuse(self, writer, reason):
        os.chmod(self.world / "disk", 0o555)
        before = self.world.listing("disk")
        done = self.run_as_user(*writer.arguments)
        os.chmod(self.world / "disk", 0o755)
        self.assertTrue(f"zoomc: cannot write `{writer.target}`: {reason}\n" in done.err, done.err)
        self.assertEqual(done.code, 3)
        self.assertEqual(self.world.listing("disk"), before)

    def test_directory(self):
        if self.user:
            os.chown(self.world.path, SOMEBODY, SOMEBODY)
        for writer in self.writers():
            with self.subTest(arguments=writer.arguments):
                if self.user:
                    for path in (self.world / "disk").iterdir():
                        os.chown(path, SOMEBODY, SOMEBODY)
                self.refuse(writer, "permission denied")

    def test_file(self):
        """In a directory of one's own, a file that is not to be written."""
        if self.user:
            for path in (self.world.path, self.world / "disk"):
                os.chown(path, SOMEBODY, SOMEBODY)
        for writer in self.writers():
            if writer.before is None:
                continue
            with self.subTest(arguments=writer.arguments):
                os.chmod(self.world / writer.target, 0o444)
                before = self.world.listing("disk")
                done = self.run_as_user(*writer.arguments)
                self.assertTrue(f"zoomc: cannot write `{writer.target}`: permission denied\n" in done.err, done.err)
                self.assertEqual(done.code, 3)
                self.assertEqual(self.world.listing("disk"), before)


if __name__ == "__main__":
    unittest.main()

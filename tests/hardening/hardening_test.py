#!/usr/bin/env python3
"""What cmake/Hardening.cmake promises, read off the binaries that people install."""
import os
import pathlib
import platform
import re
import subprocess
import unittest

BUILD = pathlib.Path(os.environ["ZOOMC_BUILD"])


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


class Binary:
    def __init__(self, name):
        self.path = BUILD / name
        # [(type, flags)]
        self.segments = [(words[0], " ".join(words[6:-1])) for words in
                         (line.split() for line in run("readelf", "-lW", self.path).splitlines())
                         if len(words) > 7 and words[1].startswith("0x")]
        self.dynamic = run("readelf", "-dW", self.path)
        self.sections = {found[1]: int(found[2], 16) for found in re.finditer(
            r"^ +\[ *\d+\] (\S+) +\S+ +[0-9a-f]{16} [0-9a-f]+ ([0-9a-f]+)", run("readelf", "-SW", self.path), re.M)}

    def flags(self, segment):
        return [flags for kind, flags in self.segments if kind == segment]

    def code_of(self, function):
        """The instructions of the function whose name ends so."""
        code = run("objdump", "-dC", "--no-show-raw-insn", self.path)
        found = re.search(rf"^[0-9a-f]+ <[^>\n]*{re.escape(function)}[^\n]*>:\n(.*?)\n\n", code, re.M | re.S)
        assert found, function
        return found[1]


class Hardening(unittest.TestCase):
    BINARIES = [Binary("zoomc"), Binary("zoomc-static")]

    def each(self):
        for binary in self.BINARIES:
            with self.subTest(binary=binary.path.name):
                yield binary

    def test_one_needs_the_dynamic_linker_and_one_does_not(self):
        self.assertEqual([len(binary.flags("INTERP")) for binary in self.BINARIES], [1, 0])

    def test_another_address_in_each_run(self):
        for binary in self.each():
            self.assertRegex(binary.dynamic, r"\(FLAGS_1\) +Flags: NOW PIE\n")
            # No code is changed for it.
            self.assertNotIn("TEXTREL", binary.dynamic)

    def test_what_is_filled_in_at_the_start_is_read_only_later(self):
        for binary in self.each():
            self.assertEqual(binary.flags("GNU_RELRO"), ["R"])
            self.assertRegex(binary.dynamic, r"\(FLAGS\) +BIND_NOW\n")

    def test_nothing_is_both_written_and_run(self):
        for binary in self.each():
            self.assertEqual(binary.flags("GNU_STACK"), ["RW"])
            self.assertEqual(sorted(binary.flags("LOAD")), ["R", "R", "R E", "RW"])

    def test_an_array_that_overflows_ends_the_program(self):
        for binary in self.each():
            # It has an array of 64 KiB on the stack.
            reader = binary.code_of("zoomc::Disk::read(")
            self.assertIn("__stack_chk_fail", reader)

    def test_a_large_frame_touches_each_of_its_pages(self):
        for binary in self.each():
            self.assertRegex(binary.code_of("zoomc::Disk::read("), r"or[ql] +\$0x0,\(%rsp\)")

    def test_calls_of_the_c_library_know_the_size_of_their_buffers(self):
        # Only a call that could overflow becomes a checked one. The static library's own code has them too, so
        # that only the dynamic binary tells.
        imported = set(re.findall(r" (__\w+_chk)@", run("readelf", "--dyn-syms", "-W", self.BINARIES[0].path)))
        self.assertIn("__stack_chk_fail", run("readelf", "--dyn-syms", "-W", self.BINARIES[0].path))
        print(imported)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""What cmake/Hardening.cmake promises, read off the binaries that people install."""
import os
import pathlib
import platform
import re
import subprocess
import unittest

BUILD = pathlib.Path(os.environ["ZOOMC_BUILD"])
# A function of ours with an array of 64 KiB on the stack.
HAS_LARGE_ARRAY = "zoomc::(anonymous namespace)::read_all("


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

    def flags(self, segment):
        return [flags for kind, flags in self.segments if kind == segment]

    def imports(self):
        return set(re.findall(r" (\w+)@", run("readelf", "--dyn-syms", "-W", self.path)))

    def code_of(self, function):
        """The instructions of a function, of all the parts that the compiler made of it."""
        parts = re.findall(rf"^([0-9a-f]+) ([0-9a-f]+) [tT] {re.escape(function)}", run("nm", "-CS", self.path), re.M)
        assert parts, function
        ranges = [(int(begin, 16), int(begin, 16) + int(size, 16)) for begin, size in parts]
        return "".join(run("objdump", "-dC", "--no-show-raw-insn", f"--start-address={begin}",
                           f"--stop-address={end}", self.path) for begin, end in ranges)


class Hardening:
    """What holds of both."""

    def test_another_address_in_each_run(self):
        self.assertRegex(self.binary.dynamic, r"\(FLAGS_1\) +Flags: NOW PIE\n")
        # No code is changed for it.
        self.assertNotIn("TEXTREL", self.binary.dynamic)

    def test_what_is_filled_in_at_the_start_is_read_only_later(self):
        self.assertEqual(self.binary.flags("GNU_RELRO"), ["R"])
        self.assertRegex(self.binary.dynamic, r"\(FLAGS\) +BIND_NOW\n")

    def test_nothing_is_both_written_and_run(self):
        self.assertEqual(self.binary.flags("GNU_STACK"), ["RW"])
        self.assertEqual(sorted(self.binary.flags("LOAD")), ["R", "R", "R E", "RW"])

    def test_an_array_that_overflows_ends_the_program(self):
        self.assertTrue(re.search(r"call.*<__stack_chk_fail(@plt)?>", self.binary.code_of(HAS_LARGE_ARRAY)))

    @unittest.skipUnless(platform.machine() == "x86_64", "other processors touch pages in other words")
    def test_a_large_frame_touches_each_of_its_pages(self):
        self.assertTrue(re.search(r"or[ql] +\$0x0,\(%rsp\)", self.binary.code_of(HAS_LARGE_ARRAY)))


class DynamicBinary(Hardening, unittest.TestCase):
    binary = Binary("zoomc")

    def test_it_needs_the_dynamic_linker(self):
        self.assertEqual(len(self.binary.flags("INTERP")), 1)

    def test_calls_of_the_c_library_know_the_size_of_their_buffers(self):
        # Only our own code asks for these: the libraries that are linked in are built without. In the static
        # binary they are the C library's too, and say nothing.
        self.assertIn("__memcpy_chk", self.binary.imports())


class StaticBinary(Hardening, unittest.TestCase):
    binary = Binary("zoomc-static")

    def test_it_does_not(self):
        self.assertEqual(self.binary.flags("INTERP"), [])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Holds every file of the compiler and the rules to including, itself or through its headers, what declares the names
of the project that it uses. A build that joins several files as one compiles where that is forgotten."""
import collections
import functools
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
# What a header declares at the margin: types with their bodies, constants, functions.
TYPE = re.compile(r"^(?:class|struct|enum class|enum|using) (?:\[\[\w+\]\] )?([A-Z]\w+)\b(?!\w*;)", re.MULTILINE)
CONSTANT = re.compile(r"^(?:inline |constexpr |extern |const )+[\w:<>,&* ]+?[ &*](k[A-Z]\w+)\b", re.MULTILINE)
FUNCTION = re.compile(r"^(?:\[\[nodiscard\]\] )?[A-Za-z][\w:<>,&* ]*[ &*](\w+)\(", re.MULTILINE)
# Not what belongs to an object or is told apart by its namespace.
NAME = re.compile(r"(?<![\w.:>])([A-Za-z]\w+)\b")
CALL = re.compile(r"(?<![\w.:>])([a-z]\w+)\(")
# A name that the file gives a meaning of its own.
OWN = r"(?:class|struct|enum|using|typename|auto|\.\.\.) {0}\b|\(\*{0}\)|[\w>&*\])] [&*]?{0}(?:\(|\b *[=,:;){{\[(])|\[{0}\b"


def read_all():
    for folder, base in ((ROOT / "compiler", ROOT / "compiler"), (ROOT / "rules", ROOT)):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield path.relative_to(base).as_posix(), path.read_text()


def main():
    files = dict(read_all())
    includes = {name: [used for used in INCLUDE.findall(text) if used in files] for name, text in files.items()}
    code = {name: NOT_CODE.sub(" ", text) for name, text in files.items()}

    @functools.cache
    def reach(name):
        seen, open_files = set(), [name]
        while open_files:
            one = open_files.pop()
            if one not in seen:
                seen.add(one)
                open_files += includes[one]
        return seen

    homes = collections.defaultdict(set)
    for name, text in code.items():
        for pattern in (TYPE, CONSTANT, FUNCTION) if name.endswith(".h") else ():
            for one in pattern.findall(text):
                homes[one].add(name)
    failed = 0
    for name, text in code.items():
        upper = {one for one in NAME.findall(text) if one[0].isupper() or re.match("k[A-Z]", one)}
        for one in sorted((upper | set(CALL.findall(text))) & set(homes)):
            own = re.compile(OWN.format(one))
            if not homes[one] & reach(name) and not any(own.search(code[other]) for other in reach(name)):
                print(f"{name}: uses `{one}` and does not include {' or '.join(sorted(homes[one]))}")
                failed += 1
    return 1 if failed else 0


sys.exit(main())

#!/usr/bin/env python3
"""Holds every `#include "library/..."` of the compiler and the rules to the allowed dependencies."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Each library and the libraries it may use; a library may always use itself.
FOUNDATION = {"text", "source", "diagnostics"}
APP = FOUNDATION | {"syntax", "edit", "model", "catalog", "resolve", "secrets"}
ALLOWED = {
    "text": set(),
    "json": {"text"},
    "source": {"text"},
    "diagnostics": {"source"},
    "syntax": FOUNDATION,
    "edit": FOUNDATION | {"syntax"},
    "model": FOUNDATION | {"syntax", "edit"},
    "config": FOUNDATION | {"syntax", "edit", "model"},
    "catalog": set(),
    "secrets": FOUNDATION | {"catalog"},
    "catalog_source": FOUNDATION | {"syntax", "catalog"},
    "explain": FOUNDATION | {"catalog"},
    "shell": {"text"},
    "schema": set(),
    "resolve": FOUNDATION | {"syntax", "edit", "model", "catalog"},
    "catalog_tools": APP | {"catalog_source"},
    "manifest": APP | {"json"},
    "lint": APP | {"config"},
    "audit": APP | {"config", "json", "manifest", "lint"},
    "rules": APP | {"config", "lint"},
    "review": APP | {"config", "json", "lint", "manifest"},
    "render": FOUNDATION | {"json", "secrets"},
    "driver": APP | {"config", "manifest", "lint"},
    "author": APP | {"config", "json", "manifest", "lint", "driver"},
    "infer": APP | {"config", "json", "lint", "review"},
    "lsp": APP | {"json", "config", "manifest", "lint", "rules", "review", "render", "driver", "explain", "schema"},
    "cli": APP | {"infer", "json", "author", "audit", "config", "manifest", "lint", "rules", "review", "render",
                  "driver", "catalog_source", "catalog_tools", "explain", "shell", "schema", "lsp"},
}
# Libraries that only some libraries may see, so that what they throw and how they think stays there.
LIBRARY_ROOMS = {
    "yaml-cpp/": {"syntax"},
    "rapidjson/": {"infer", "catalog_tools", "json", "manifest", "lsp"},
    "CLI/": {"cli"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)


def mistakes_of(path, library):
    for include in INCLUDE.findall(path.read_text()):
        used = include.split("/")[0]
        for prefix, owners in LIBRARY_ROOMS.items():
            if include.startswith(prefix) and library not in owners:
                yield f"{path.relative_to(ROOT)}: <{include}> belongs to {' and '.join(sorted(owners))}"
        if used in ALLOWED and used != library and used not in ALLOWED[library]:
            yield f"{path.relative_to(ROOT)}: {library} may not use {used}"


def main():
    libraries = [path for path in (ROOT / "compiler").iterdir() if path.is_dir()] + [ROOT / "rules"]
    mistakes = [f"{library.name}: not in the list of libraries" for library in libraries if library.name not in ALLOWED]
    files = 0
    for library in libraries:
        for path in sorted(library.rglob("*")):
            if path.suffix in (".h", ".cpp", ".def") and library.name in ALLOWED:
                files += 1
                mistakes += mistakes_of(path, library.name)
    print("\n".join(mistakes) if mistakes else f"{files} files, every include allowed")
    sys.exit(1 if mistakes or files == 0 else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs the transcripts of tests/cli against a zoomc binary.

A transcript is a text file of sections, each opened by a line `=== ...`:

    === file NAME          the lines below are written to NAME in an empty directory
    === run COMMAND        a line for bash; the lines below are its whole standard output
    === stderr             the whole standard error of the command above (empty without this section)
    === exit N             the exit code of the command above (0 without this section)

What stands before the first section is prose. All sections of a transcript share one directory.
`zoomc` is on the PATH; $ROOT is the checkout. Output that does not end with a line break is shown
with a final line `\\ no line break`. `--update` rewrites the expected output in place.
"""
import argparse
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

NO_BREAK = "\\ no line break\n"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def parse(text):
    """[(header, body)], the prose first under the header None."""
    sections = [(None, "")]
    for line in text.splitlines(keepends=True):
        if line.startswith("=== "):
            sections.append((line[4:].rstrip("\n"), ""))
        else:
            header, body = sections[-1]
            sections[-1] = (header, body + line)
    return sections


def shown(data):
    text = data.decode("utf-8", "backslashreplace")
    return text if not text or text.endswith("\n") else text + "\n" + NO_BREAK


def write_file(directory, name, body):
    path = directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if body.endswith(NO_BREAK):
        body = body[: -len(NO_BREAK) - 1]
    path.write_bytes(body.encode())


def run(command, directory, environment):
    done = subprocess.run(["bash", "-c", command], cwd=directory, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    sections = [("run " + command, shown(done.stdout))]
    if done.stderr:
        sections.append(("stderr", shown(done.stderr)))
    if done.returncode:
        sections.append((f"exit {done.returncode}", ""))
    return sections


def replay(sections, directory, environment):
    """The sections as they come out now."""
    real = []
    for header, body in sections:
        if header is None:
            real.append((None, body))
        elif header.startswith("file "):
            write_file(directory, header[5:], body)
            real.append((header, body))
        elif header.startswith("run "):
            real += run(header[4:], directory, environment)
        elif header != "stderr" and not header.startswith("exit "):
            raise SystemExit(f"unknown section `=== {header}`")
    return real


def text_of(sections):
    return "".join(body if header is None else f"=== {header}\n{body}" for header, body in sections)


def check(path, zoomc, update):
    expected = path.read_text()
    environment = {
        "PATH": f"{zoomc.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": "/nonexistent",
        "LANG": "C.UTF-8",
        "ROOT": str(ROOT),
    }
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    with tempfile.TemporaryDirectory() as directory:
        real = text_of(replay(parse(expected), pathlib.Path(directory), environment))
    if real == expected:
        return True
    if update:
        path.write_text(real)
        print(f"updated {path.relative_to(ROOT)}")
        return True
    sys.stdout.writelines(difflib.unified_diff(
        expected.splitlines(keepends=True), real.splitlines(keepends=True),
        f"{path.name} (expected)", f"{path.name} (now)"))
    return False


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--zoomc", required=True, type=pathlib.Path)
    options.add_argument("--update", action="store_true")
    options.add_argument("transcripts", nargs="+", type=pathlib.Path)
    chosen = options.parse_args()
    results = [check(path.resolve(), chosen.zoomc.resolve(), chosen.update)
               for path in chosen.transcripts]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()

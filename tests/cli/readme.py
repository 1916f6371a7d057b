#!/usr/bin/env python3
"""The runs that the README and docs/getting-started.md show are what zoomc really prints, to the byte, and
docs/commands.md has the commands, options and formats of the program."""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
START = (ROOT / "docs/getting-started.md").read_text()
COMMANDS = (ROOT / "docs/commands.md").read_text()


def block(behind, page=README):
    """The first fenced block behind a text of a page."""
    fenced = page.split(behind, 1)[1].split("```", 1)[1]
    return fenced.split("\n", 1)[1].split("```", 1)[0]


def mistakes_in_commands(zoomc):
    """What docs/commands.md has and the program does not, or the other way round."""
    def help_of(*command):
        return subprocess.run([zoomc, *command, "--help"], check=True, capture_output=True, text=True).stdout

    known = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  ", help_of(), re.M)
    shown = {}
    for row in re.findall(r"^\| (`zoomc .*)", COMMANDS, re.M):
        usages, _, _ = row.partition(" | ")
        for words in re.findall(r"`zoomc ([^`]*)`", usages):
            name = re.match(r"[a-z]+(?: (?:update|diff)\b)?", words)[0]
            shown[name] = row
    yield from (f"docs/commands.md does not have `{name}`" for name in known if name not in shown)
    for name, row in shown.items():
        if name not in known:
            yield f"docs/commands.md has `{name}`, which is no command"
            continue
        told = help_of(*name.split())
        options = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", row))
        yield from (f"docs/commands.md has `{name} {option}`, which is no option"
                    for option in options if not re.search(rf"{option}\b", told))
    formats, _, last = re.search(r"take `--format (.*)\.$", COMMANDS, re.M)[1].replace("`", "").partition(" or ")
    for command in ("lint", "check"):
        lists = re.search(r"--format FORMAT\s+([^-]*?)(?= {2,}--|\n\n)", help_of(command))[1]
        if set(re.findall(r"[a-z]+", lists)) - {"default", "or"} != {*formats.split(", "), last}:
            yield f"docs/commands.md does not have the formats of `{command}`: {lists}"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--zoomc", required=True)
    zoomc = options.parse_args().zoomc
    app = block("## A run")
    without_redirect = "".join(app.splitlines(keepends=True)[:-2])
    runs = [
        (app, ["lint"], block("`zoomc lint\ncrm.zoom.yaml`:")),
        (block("With this file", START), ["compile"], block("`zoomc compile crm.zoom.yaml` writes:", START)),
        (without_redirect, ["why", "phone:read:list_call_logs:admin"],
         block("phone:read:list_call_logs:admin`:")),
    ]
    mistakes = list(mistakes_in_commands(zoomc))
    print("\n".join(mistakes))
    failed = bool(mistakes)
    for text, (command, *rest), shown in runs:
        with tempfile.TemporaryDirectory() as directory:
            pathlib.Path(directory, "crm.zoom.yaml").write_text(text)
            real = subprocess.run([zoomc, command, "crm.zoom.yaml", *rest], cwd=directory,
                                  capture_output=True, text=True).stdout
        if real != shown:
            failed = True
            print(f"the pages show for `zoomc {command}`:\n{shown}\nbut it says:\n{real}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

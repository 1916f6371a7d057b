#!/usr/bin/env python3
"""The runs that the README and docs/getting-started.md show are what zoomc really prints, to the byte."""
import argparse
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
START = (ROOT / "docs/getting-started.md").read_text()


def block(behind, page=README):
    """The first fenced block behind a text of a page."""
    fenced = page.split(behind, 1)[1].split("```", 1)[1]
    return fenced.split("\n", 1)[1].split("```", 1)[0]


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
    failed = False
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

#!/usr/bin/env python3
"""Installs what a package-lock.json pins into a directory outside the checkout, once for each lock."""
import argparse
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--npm", required=True)
    options.add_argument("--pins", type=pathlib.Path, default=HERE, help="where package-lock.json is")
    options.add_argument("directory", type=pathlib.Path)
    chosen = options.parse_args()
    lock = (chosen.pins / "package-lock.json").read_text()
    stamp = chosen.directory / "installed-lock.json"
    if stamp.exists() and stamp.read_text() == lock:
        print("already installed")
        return 0
    chosen.directory.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(chosen.pins / name, chosen.directory)
    # No script of a package runs, and none of what they would like to stand beside is fetched.
    done = subprocess.run([chosen.npm, "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit",
                           "--no-fund", "--prefix", chosen.directory], check=False)
    if done.returncode == 0:
        stamp.write_text(lock)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

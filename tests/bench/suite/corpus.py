"""Repositories of app files: as many as asked for, always the same for a seed."""
import pathlib
import shutil
import subprocess
import sys

from .app_text import MISTAKES, AppText
from .tables import Tables

SEED = 2026
# Of so many files one has a mistake that only the linter sees.
ONE_MISTAKE_IN = 20
FILES_IN_A_FOLDER = 100


def mistake_of(number):
    return MISTAKES[number // ONE_MISTAKE_IN % len(MISTAKES)] if number % ONE_MISTAKE_IN == 7 else None


def app_file(tables, number):
    """File `number` of every corpus. The mistakes of a corpus are in fixed files."""
    for attempt in range(100):
        try:
            return AppText(tables, f"{SEED}/{number}/{attempt}", mistake_of(number)).text()
        except ValueError:
            continue
    raise AssertionError(f"no app {number} fits its lines")


def path_of(number):
    return pathlib.PurePath(f"team-{number // FILES_IN_A_FOLDER:03}/app-{number:05}.zoom.yaml")


def write_files(directory, tables, count):
    for number in range(count):
        path = directory / path_of(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(app_file(tables, number))


def make_repository(directory, tables, count):
    """`count` files below `directory`/apps, in a git checkout of its own as app files have it."""
    stamp = directory / f"made-{count}"
    if stamp.exists():
        return directory
    shutil.rmtree(directory, ignore_errors=True)
    write_files(directory / "apps", tables, count)
    for words in (["init", "-q"], ["add", "-A"],
                  ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q", "-m", "Apps"]):
        subprocess.run(["git", "-C", directory, *words], check=True)
    stamp.touch()
    return directory


if __name__ == "__main__":
    write_files(pathlib.Path(sys.argv[1]), Tables(), int(sys.argv[2]))

"""Repositories of app files: as many as asked for, always the same for a seed."""
import functools
import hashlib
import pathlib
import shutil
import subprocess
import sys

from .app_text import MISTAKES, AppText
from .tables import CATALOG, Tables

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


def check_in(directory):
    """Makes a git checkout of the folder, as app files have it. Below the build they would else be ignored files."""
    for words in (["init", "-q"], ["add", "-A"],
                  ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q", "-m", "Apps"]):
        subprocess.run(["git", "-C", directory, *words], check=True)


def make_repository(directory, tables, count):
    """`count` files below `directory`/apps, checked in. The file `made` says by which generator."""
    stamp = directory / "made"
    if stamp.exists() and stamp.read_text() == generator_hash():
        return
    shutil.rmtree(directory, ignore_errors=True)
    write_files(directory / "apps", tables, count)
    check_in(directory)
    stamp.write_text(generator_hash())


@functools.cache
def generator_hash():
    """Of the sources and tables that decide what is in a corpus."""
    digest = hashlib.sha256()
    for path in sorted([*pathlib.Path(__file__).parent.glob("*.py"), *CATALOG.glob("*.tsv")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    write_files(pathlib.Path(sys.argv[1]), Tables(), int(sys.argv[2]))

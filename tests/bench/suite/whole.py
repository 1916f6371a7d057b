"""Whole commands against what people would use instead, on the same files."""
import shutil

from . import corpus
from .commands import commands
from .measure import can_drop_caches, in_rounds, run_once

# Of a command that would take longer for all of a case, the case is left out and the table says so.
TOO_LONG = 120
# `runs` in a call of hyperfine, at most so many rounds, about so many seconds for a command in the whole case.
CASES = {
    1: {"runs": 10, "rounds": 7, "seconds": 6},
    1000: {"runs": 1, "rounds": 11, "seconds": 8},
    10000: {"runs": 1, "rounds": 7, "seconds": 16},
}
QUICK_CASES = {1: {"runs": 1, "rounds": 2, "seconds": 2}, 100: {"runs": 1, "rounds": 2, "seconds": 2}}


def repository(setting, tables, count):
    directory = setting.work / f"repository-{count}"
    corpus.make_repository(directory, tables, count)
    return directory / "apps"


def path_of_case(setting, tables, count):
    """A single file is one of a larger repository, so that there is nothing to find."""
    return repository(setting, tables, count) if count > 1 else repository(setting, tables, 100) / corpus.path_of(0)


MISTAKES = {"schema": "platform: zoom\n", "style": "region: eu\nregion: eu\n"}


def with_bad_last(setting, good, kind):
    """A copy of the repository whose last file has a mistake; and the name of that file."""
    bad = setting.work / f"bad-{kind}"
    shutil.rmtree(bad, ignore_errors=True)
    shutil.copytree(good, bad)
    last = max(bad.rglob("*.zoom.yaml"))
    last.write_text(last.read_text() + MISTAKES[kind])
    corpus.check_in(bad)
    return bad, last.name


def prove(setting, tables):
    """Holds every command to it that it reads the files, each of them: it must tell a bad one, the last."""
    good = repository(setting, tables, 20)
    bad = {kind: with_bad_last(setting, good, kind) for kind in MISTAKES}
    for command in commands(setting):
        on_good = run_once(command.line(good), keep_output=True)
        if not command.sees:
            if on_good.exit_code != 0:
                raise SystemExit(f"{command.name} does not read the corpus:\n{on_good.output}")
            continue
        path, name = bad[command.sees]
        on_bad = run_once(command.line(path), keep_output=True)
        # Mistakes that only a linter sees are in other files of both; some name the good files too.
        fails_by_it = on_good.exit_code == 0 and on_bad.exit_code != 0
        names_it = name in on_bad.output and name not in on_good.output
        if not (fails_by_it or names_it):
            raise SystemExit(f"{command.name} does not see what is wrong with {name}:\n{on_bad.output}")


def measure_case(chosen, path, case, cold):
    """The rows of one table by the names of the commands. Who takes longer than the case has time for runs once."""
    firsts = {command.name: run_once(command.line(path), cold=cold) for command in chosen}
    rows = {name: first.as_json() for name, first in firsts.items() if first.seconds > case["seconds"]}
    lines = {command.name: command.line(path) for command in chosen if command.name not in rows}
    rounds = {name: max(1, min(case["rounds"], int(case["seconds"] / (firsts[name].seconds * case["runs"] or 1e-3))))
              for name in lines}
    rows.update(in_rounds(lines, rounds, case["runs"], cold))
    for name, row in rows.items():
        row["peak_kib"], row["exit_code"] = firsts[name].peak_kib, firsts[name].exit_code
    return rows


def measure(setting, tables, quick, say):
    """`{"cases": [{"files", "cold", "rows", "left_out"}], "cold": whether caches could be dropped}`."""
    say("proving that every command reads every file")
    prove(setting, tables)
    cases, slow = [], {}
    cold_works = can_drop_caches()
    for count, case in (QUICK_CASES if quick else CASES).items():
        path = path_of_case(setting, tables, count)
        left_out = {name: seconds for name, seconds in slow.items() if seconds * count > TOO_LONG}
        chosen = [command for command in commands(setting) if command.name not in left_out]
        for cold in ((False, True) if cold_works else (False,)):
            say(f"{count} file(s), {'cold' if cold else 'warm'}: {', '.join(command.name for command in chosen)}")
            plan = {**case, "runs": 1, "rounds": (case["rounds"] + 1) // 2, "seconds": case["seconds"] / 2} \
                if cold else case
            rows = measure_case(chosen, path, plan, cold)
            cases.append({"files": count, "cold": cold, "rows": rows, "left_out": left_out})
            if count >= 100 and not cold:
                slow = {name: row["wall"] / count for name, row in rows.items()}
    return {"cases": cases, "cold": cold_works}

#!/usr/bin/python3
"""Measures zoomc and what people would use in its place, and writes RESULTS.md and the plots.

`./dev bench` installs what this needs, builds and calls it. Without --quick, --only and --against the results go beside this
file, else into the working folder.
"""
import argparse
import json
import pathlib
import shlex
import sys

from suite import growth, parts, whole
from suite.commands import commands, write_settings
from suite.results import results_text
from suite.setting import HERE, REPOSITORY, Setting, install_peers, machine, versions
from suite.tables import Tables

PARTS = ("parts", "whole", "growth")


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def command_rows(setting, tables):
    """How each command is called, for people: without the folders of this machine."""
    path = whole.repository(setting, tables, 20)
    shorter = [(str(path / "**/*.zoom.yaml"), "FILES"), (str(path), "FILES"), (str(setting.modules) + "/", ""),
               (str(setting.work) + "/", ""), (str(setting.build) + "/", ""), (str(HERE) + "/", ""),
               (str(REPOSITORY) + "/", ""), (str(setting.node), "node")]
    rows = {}
    for command in commands(setting):
        words = []
        for word in map(str, command.line(path)):
            for long, short in shorter:
                word = word.replace(long, short)
            words.append(word)
        rows[command.name] = {"work": command.work, "line": shlex.join(words)}
    return rows


def measure(setting, chosen):
    say("installing the peers")
    install_peers(setting)
    write_settings(setting)
    tables = Tables()
    results = {"machine": machine(), "versions": versions(setting), "commands": command_rows(setting, tables)}
    if "parts" in chosen.only:
        say("the parts")
        results["parts"] = parts.measure(setting, chosen.quick)
    if "whole" in chosen.only:
        results["whole"] = whole.measure(setting, tables, chosen.quick, say)
    if "growth" in chosen.only:
        results["growth"] = growth.measure(setting, tables, chosen.quick, say)
    return results


def write(results, directory):
    if "growth" in results:
        from suite import plot  # only now, since it takes as long to load as some things to measure
        for one in results["growth"]:
            plot.draw(one, directory / f"plots/{one['name']}.svg")
    (directory / "RESULTS.md").write_text(results_text(results))
    say(f"wrote {directory / 'RESULTS.md'}")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--build", type=pathlib.Path, default=REPOSITORY / "build/release")
    options.add_argument("--work", type=pathlib.Path, default=REPOSITORY / "build/bench", help="for all that is made")
    options.add_argument("--quick", action="store_true", help="few files and runs: to see that it works")
    options.add_argument("--only", action="append", choices=PARTS, help="may be given several times")
    options.add_argument("--against", action="append", metavar="COMMAND",
                         help="compare zoomc with this one alone; may be given several times")
    options.add_argument("--from", type=pathlib.Path, dest="source", metavar="FILE",
                         help="write the results of a run again from its results.json, measuring nothing")
    chosen = options.parse_args()
    whole_run = not (chosen.quick or chosen.only or chosen.against)
    chosen.only = chosen.only or PARTS
    setting = Setting(chosen.build.resolve(), chosen.work.resolve(), tuple(chosen.against or ()))
    setting.work.mkdir(parents=True, exist_ok=True)
    if chosen.source:
        results = json.loads(chosen.source.read_text())
        whole_run = results["whole_run"]
    else:
        results = {"whole_run": whole_run, **measure(setting, chosen)}
        (setting.work / "results.json").write_text(json.dumps(results, indent=1))
    write(results, HERE if whole_run else setting.work)


if __name__ == "__main__":
    main()

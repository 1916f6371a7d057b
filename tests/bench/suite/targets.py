"""What was set out to be reached, and whether it is."""
import dataclasses

from .commands import JSONSCHEMA, ZOOMC

# Microseconds a file, and those of the machine on which that was set: its speed changes by half within minutes.
OWN_WORK, LIBRARY_EVENTS_THEN = 60, 269
MEMORY_FLAT = 1.25  # 10,000 files may take so many times the memory of 1,000


@dataclasses.dataclass(frozen=True)
class Target:
    text: str
    measured: str
    met: bool


def warm(results, files):
    return next(case["rows"] for case in results["whole"]["cases"] if case["files"] == files and not case["cold"])


def ratio(rows, key):
    return rows[JSONSCHEMA][key] / rows[ZOOMC][key]


def at_least(text, value, least):
    return Target(text, f"{value:.2f}×", value >= least)


def whole_targets(results):
    targets = [at_least(f"one file: at least 4× faster than {JSONSCHEMA}", ratio(warm(results, 1), "wall"), 4)]
    for files in (1000, 10000):
        rows = warm(results, files)
        targets.append(at_least(f"{files:,} files: at least 2× faster than it", ratio(rows, "wall"), 2))
        targets.append(at_least(f"{files:,} files: no more processor time than it (1× or more)", ratio(rows, "cpu"), 1))
    small, large = (warm(results, files)[ZOOMC]["peak_kib"] / 1024 for files in (1000, 10000))
    targets.append(Target(f"memory flat in the number of files: 10,000 take at most {MEMORY_FLAT}× what 1,000 take",
                          f"{large / small:.2f}× ({small:.1f} MiB, {large:.1f} MiB)", large <= MEMORY_FLAT * small))
    return targets


def part_targets(results):
    parts = results["parts"]
    own, events = (parts[f"{part}/corpus"]["us"] for part in ("own_work", "library_events"))
    targets = [Target(f"model, resolve and all rules: at most {OWN_WORK} µs a file where yaml-cpp's events take "
                      f"{LIBRARY_EVENTS_THEN} µs ({OWN_WORK / LIBRARY_EVENTS_THEN:.3f} of them)",
                      f"{own:.1f} µs of {events:.1f} µs ({own / events:.3f})",
                      own / events <= OWN_WORK / LIBRARY_EVENTS_THEN)]
    for vocabulary in ("granular", "classic", "guide"):
        spent = parts[f"resolve/every_operation_{vocabulary}"]["us"] / 1000
        targets.append(Target(f"every operation with an admin alternative resolved at once, `{vocabulary}`: under 100 ms",
                              f"{spent:.1f} ms", spent < 100))
    return targets


def targets(results):
    """Those of the parts that were measured."""
    found = []
    if "whole" in results and any(case["files"] == 10000 for case in results["whole"]["cases"]):
        found += whole_targets(results)
    if "parts" in results:
        found += part_targets(results)
    return found

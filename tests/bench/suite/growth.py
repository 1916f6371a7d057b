"""How time and memory grow with what there is to do."""
import dataclasses
import math
from collections.abc import Callable

from . import grown, whole
from .commands import JSONSCHEMA, ZOOMC, commands
from .measure import in_rounds, run_once


@dataclasses.dataclass(frozen=True)
class Growth:
    """One plot. `lines(x)` gives the commands to measure there by the name of their curve."""
    name: str
    title: str
    axis: str
    xs: list
    lines: Callable


def file_growth(setting, tables, quick):
    compared = [command for command in commands(setting) if command.name in (ZOOMC, JSONSCHEMA)]

    def lines(count):
        path = whole.path_of_case(setting, tables, count)
        return {command.name: command.line(path) for command in compared}
    xs = [1, 10, 100] if quick else [1, 10, 30, 100, 300, 1000, 3000, 10000]
    return Growth("files", "Number of files", "files of 84 lines", xs, lines)


def written(setting, name, text):
    path = setting.work / f"grown/{name}.zoom.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def size_growth(setting, _tables, quick):
    def lines(kib):
        path = written(setting, f"size-{kib}", grown.with_size(kib * 1024))
        return {ZOOMC: [setting.zoomc, "lint", path]}
    xs = [1, 64, 1024] if quick else [1, 4, 16, 64, 256, 1024, 2048, 4096, 8192]
    return Growth("size", "Size of a file", "KiB in one file", xs, lines)


def operation_growth(setting, tables, quick):
    vocabularies = ("granular", "classic")

    def lines(count):
        return {name: [setting.zoomc, "lint",
                       written(setting, f"{name}-{count}", grown.with_operations(tables, name, count))]
                for name in vocabularies}
    # As far as both go.
    counts = min((grown.operation_counts(tables, name) for name in vocabularies), key=max)
    xs = [1, 100, 1000] if quick else counts
    return Growth("operations", "Operations in a file", "operations, each with its justification", xs, lines)


def catalog_growth(setting, tables, quick):
    path = whole.path_of_case(setting, tables, 1)

    def lines(factor):
        directory = grown.scaled_catalog(setting.work / f"grown/catalog-{factor}", factor)
        return {"lint --catalog DIR": [setting.zoomc, "lint", "--catalog", directory, path]}
    xs = [1, 4] if quick else [1, 2, 4, 8, 16]
    return Growth("catalog", "Size of the catalog", "times the tables of schemas/catalog", xs, lines)


GROWTHS = (file_growth, size_growth, operation_growth, catalog_growth)


def curves(growth, quick):
    """`{curve: [{"x", "wall", "wall_min", "wall_max", "cpu", "peak_kib"}]}`."""
    found = {}
    for x in growth.xs:
        lines = growth.lines(x)
        first = {name: run_once(line) for name, line in lines.items()}
        seconds = max(one.seconds for one in first.values())
        rounds = 1 if quick else max(3, min(15, int(5 / max(seconds, 1e-3))))
        for name, sample in in_rounds(lines, dict.fromkeys(lines, rounds), 1 if seconds > 0.05 else 5).items():
            found.setdefault(name, []).append({"x": x, **sample, "peak_kib": first[name].peak_kib})
    return found


def measure(setting, tables, quick, say):
    found = []
    for make in GROWTHS:
        growth = make(setting, tables, quick)
        say(f"growth: {growth.title.lower()}")
        found.append({"name": growth.name, "title": growth.title, "axis": growth.axis,
                      "curves": curves(growth, quick)})
    return found


def standing_out(points, key):
    """Those that have left behind what a run costs with next to nothing to do, the first point."""
    return [point for point in points[1:] if point[key] > 1.5 * points[0][key]]


def slope(points, key):
    """How the logarithm of `key` grows with that of x, the first point taken off both; None of a single point."""
    found = standing_out(points, key)
    if len(found) < 2:
        return None
    logs = [(math.log(point["x"] - points[0]["x"]), math.log(point[key] - points[0][key])) for point in found]
    mean_x, mean_y = (sum(values) / len(logs) for values in zip(*logs))
    over = sum((x - mean_x) ** 2 for x, _ in logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / over


def per_unit(points, key):
    """What one more costs at the end: between the middle and the last point."""
    first, last = points[(len(points) - 1) // 2], points[-1]
    return (last[key] - first[key]) / (last["x"] - first["x"])

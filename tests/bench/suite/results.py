"""RESULTS.md: results.template.md with the tables of what was measured and what follows from them."""
from .commands import ZOOMC
from .growth import per_unit, slope, standing_out
from .setting import HERE
from .targets import targets

TEMPLATE = HERE / "results.template.md"
RULE, REPORT, EVERYTHING = "rule/", "render/", "every_operation_"


def table(header, rows, numbers=True):
    """In Markdown; all columns but the first hold `numbers`, or texts."""
    rule = "|---" + ("|--:" if numbers else "|---") * (len(header) - 1) + "|"
    return "\n".join(["| " + " | ".join(header) + " |", rule] + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def duration(seconds):
    if seconds < 1:
        return f"{seconds * 1000:.1f} ms"
    return f"{seconds:.2f} s"


def mebibytes(kib):
    return f"{kib / 1024:.1f} MiB"


def target_table(results):
    return table(["target", "measured", ""],
                 [[one.text, one.measured, "**met**" if one.met else "not met"] for one in targets(results)])


def machine_text(results):
    on = results["machine"]
    text = (f"{on['processor']}, {on['cores']} cores, {on['memory']} of memory, Linux {on['kernel']}; load "
            f"{on['load']:.1f} before the run.\n\n")
    return text + table(["program", "version"], results["versions"].items(), numbers=False)


def command_table(results):
    return table(["command", "what it does", "command line"],
                 [[name, row["work"], f"`{row['line']}`"] for name, row in results["commands"].items()], numbers=False)


def case_title(case):
    files = f"{case['files']:,} files" if case["files"] > 1 else "One file"
    return f"### {files}, {'cold' if case['cold'] else 'warm'}\n"


def case_rows(case):
    zoomc = case["rows"][ZOOMC]
    for name, row in sorted(case["rows"].items(), key=lambda item: item[1]["wall"]):
        yield [f"**{name}**" if name == ZOOMC else name, duration(row["wall"]),
               f"{duration(row['wall_min'])} – {duration(row['wall_max'])}", f"{row['wall'] / zoomc['wall']:.2f}",
               duration(row["cpu"]), f"{row['cpu'] / zoomc['cpu']:.2f}", mebibytes(row["peak_kib"]), str(row["runs"])]


def case_text(case):
    text = case_title(case) + "\n" + table(
        ["command", "time", "least – most", "÷ zoomc", "processor", "÷ zoomc", "peak memory", "runs"], case_rows(case))
    for name, seconds in case["left_out"].items():
        text += (f"\nNot measured with {case['files']:,} files: {name}, which took {seconds * 1000:.1f} ms a file "
                 "with fewer.\n")
    return text


def cases_text(results):
    whole = results["whole"]
    note = "" if whole["cold"] else "Caches could not be dropped on this machine, so there is no cold run.\n\n"
    return note + "\n".join(case_text(case) for case in whole["cases"])


def part_table(results):
    parts = results["parts"]
    names = list(dict.fromkeys(name.split("/")[0] for name in parts
                               if not name.startswith((RULE, REPORT)) and EVERYTHING not in name))
    inputs = list(dict.fromkeys(name.split("/")[-1] for name in parts if name.startswith("check/")))
    rows = []
    for name in names:
        cells = [parts.get(f"{name}/{one}") for one in inputs]
        rows.append([f"`{name}`"] + [f"{cell['us']:.1f} ({cell['mb']:,.0f})" if cell else "" for cell in cells])
    return table(["part"] + [f"`{one}`" for one in inputs], rows)


def everything_table(results):
    return table(["vocabulary", "time"], [[f"`{name.split(EVERYTHING)[1]}`", f"{part['us'] / 1000:.2f} ms"]
                                          for name, part in results["parts"].items() if EVERYTHING in name])


def rule_table(results):
    rules = sorted(((part["us"], name.split("/")[1]) for name, part in results["parts"].items()
                    if name.startswith(RULE)), reverse=True)
    rows = [[f"`{name}`", f"{spent:.3f}"] for spent, name in rules]
    return table(["rule", "µs a file"], rows + [["all of them", f"{sum(spent for spent, _ in rules):.3f}"]])


def report_table(results):
    parts = results["parts"]
    formats = list(dict.fromkeys(name.split("/")[1] for name in parts if name.startswith(REPORT)))
    return table(["format", "`corpus`", "`mistakes`"],
                 [[f"`{one}`"] + [f"{parts[f'{REPORT}{one}/{on}']['us']:.2f}" for on in ("corpus", "mistakes")]
                  for one in formats])


def verdict(points, key):
    if not standing_out(points, key):
        return "hardly grows over what a run costs anyway"
    found = slope(points, key)
    if found is None:
        return "grows, at too few points to say how"
    if found < 0.85:
        return f"grows slower than in proportion (slope {found:.2f})"
    if found <= 1.15:
        return f"is linear (slope {found:.2f})"
    return f"**grows faster than in proportion** (slope {found:.2f})"


UNITS = {"files": "file", "size": "KiB", "operations": "operation", "catalog": "copy of the tables"}


def growth_text(one):
    lines = []
    for curve, points in one["curves"].items():
        unit, last = UNITS[one["name"]], points[-1]
        lines.append(
            f"- `{curve}`: processor time {verdict(points, 'cpu')}, at the end {per_unit(points, 'cpu') * 1e6:,.1f} µs for "
            f"one more {unit}; memory {verdict(points, 'peak_kib')}, at the end {per_unit(points, 'peak_kib'):.2f} KiB for "
            f"one more, {mebibytes(last['peak_kib'])} at {last['x']:,}.")
    return "\n".join(lines) + "\n"


def fillings(results):
    """What stands in the template for each of its `{names}`, by what it is taken from."""
    growths = {one["name"]: one for one in results.get("growth", ())}
    return {
        "targets": (target_table, "whole" in results or "parts" in results),
        "machine": (machine_text, True),
        "commands": (command_table, "whole" in results),
        "cases": (cases_text, "whole" in results),
        "parts": (part_table, "parts" in results),
        "everything": (everything_table, "parts" in results),
        "rules": (rule_table, "parts" in results),
        "reports": (report_table, "parts" in results),
        **{f"growth_{name}": (lambda _, name=name: growth_text(growths[name]), name in growths) for name in UNITS},
    }


def results_text(results):
    text = TEMPLATE.read_text()
    for name, (make, is_measured) in fillings(results).items():
        text = text.replace(f"{{{name}}}", (make(results) if is_measured else "Not measured in this run.\n").rstrip())
    return text

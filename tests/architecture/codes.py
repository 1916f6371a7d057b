#!/usr/bin/env python3
"""Holds every kind of finding to what the project promises of it: a page that explains it, a test that
shows its exact text, and a row in `zoomc catalog rules`. The rules that the catalog names must exist.

The kinds are read from the sources, so that a new one cannot be forgotten: the codes of codes.def and the
rules of rules.def. What another phase reports under the id of a rule must be a rule.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = re.compile(r'^ZOOMC_CODE\(\w+, k\w+, "([a-z-]+)"', re.MULTILINE)
RULE_CODE = re.compile(r'^ZOOMC_RULE_CODE\(\w+, k\w+, "([a-z-]+)"', re.MULTILINE)
RULE = re.compile(r"ZOOMC_RULE\((\w+)\)")
ID = "([a-z]+(?:-[a-z]+)+)"
# How tests show a finding: "error[id]: text", "3:1-3:4 id [what is pointed at] text", " id: text".
SHOWN = re.compile(rf'(?:error|warning|note)\[{ID}\]:? \S|\d {ID}:? (?:\[.*?\] )?[^\s\]]|" {ID}: \S')
SECTIONS = ("\n## Why\n", "\n## Instead\n")


def ids_in(paths, pattern):
    return {id for path in paths for id in pattern.findall(path.read_text())}


def page_mistakes(rules, codes):
    """A page for each kind and a kind for each page: rules/ for rules, rules/phases/ for the rest."""
    for folder, ids in ((ROOT / "rules", rules), (ROOT / "rules" / "phases", codes - rules)):
        pages = {path.stem.replace("_", "-"): path for path in folder.glob("*.md")
                 if path.name != "README.md"}
        for id in sorted(ids - pages.keys()):
            yield f"{id}: has no page {folder.relative_to(ROOT)}/{id.replace('-', '_')}.md"
        for id in sorted(pages.keys() - ids):
            yield f"{pages[id].relative_to(ROOT)}: explains a finding that there is not"
        for id in sorted(ids & pages.keys()):
            text = pages[id].read_text()
            if not text.startswith(f"# {id}\n"):
                yield f"{pages[id].relative_to(ROOT)}: does not begin with `# {id}`"
            for section in SECTIONS:
                if section not in text:
                    yield f"{pages[id].relative_to(ROOT)}: has no section `{section.strip()}`"


def shown_ids():
    """The ids behind which an exact text stands in a test."""
    tests = [path for kind in ("*.test", "*.cpp", "*.txt") for path in (ROOT / "tests").rglob(kind)]
    pages = [path for path in (ROOT / "rules").glob("*.md") if path.name != "README.md"]
    return {id for path in tests + pages for ids in SHOWN.findall(path.read_text()) for id in ids if id}


def named_rules(table):
    """The rules that the rows of a catalog table name."""
    lines = [line for line in table.read_text().splitlines() if line and not line.startswith("#")]
    column = lines[0].split("\t").index("rules")
    return {rule.strip() for line in lines[1:] for rule in line.split("\t")[column].split(",") if rule}


def listed_ids(zoomc):
    listed = subprocess.run([zoomc, "catalog", "rules", "--format", "json"], check=True,
                            capture_output=True)
    return {row["id"] for row in json.loads(listed.stdout)}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--zoomc", required=True)
    chosen = options.parse_args()
    rules = {name.replace("_", "-") for name in ids_in([ROOT / "rules" / "rules.def"], RULE)}
    codes_def = ROOT / "compiler" / "diagnostics" / "codes.def"
    codes = ids_in([codes_def], CODE)
    kinds = rules | codes
    shown = shown_ids()
    listed = listed_ids(chosen.zoomc)
    mistakes = list(page_mistakes(rules, codes))
    mistakes += [f"{id}: no test shows the exact text of such a finding" for id in sorted(kinds - shown)]
    mistakes += [f"{id}: `zoomc catalog rules` does not list it" for id in sorted(kinds - listed)]
    mistakes += [f"{id}: `zoomc catalog rules` lists it, and no source has it"
                 for id in sorted(listed - kinds)]
    mistakes += [f"{id}: codes.def says it is a rule, and there is none"
                 for id in sorted(ids_in([codes_def], RULE_CODE) - rules)]
    for table in ("errors.tsv", "symptoms.tsv"):
        named = named_rules(ROOT / "schemas" / "catalog" / table)
        mistakes += [f"{table}: there is no rule `{id}`" for id in sorted(named - rules)]
    print("\n".join(mistakes) if mistakes else f"{len(kinds)} kinds of findings, all explained and shown")
    sys.exit(1 if mistakes or not kinds else 0)


if __name__ == "__main__":
    main()

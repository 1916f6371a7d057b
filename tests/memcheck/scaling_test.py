#!/usr/bin/env python3
"""What is twice as large takes twice the instructions, by Valgrind's count and not by a clock: of every list that
an app or a manifest has, full of findings or without any."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ZOOMC = os.environ["ZOOMC"]
# The words that are nearest to an unknown one are looked for only so often: from there on the counts are even. An
# import is compiled many times, and from some size on its file is read by the slower of the two readers.
FEW = {"import": 40}
MANY = 150
# What is added to a linear run doubles (2.0), to a quadratic one it grows fourfold; sorting takes a little more.
BOUND = 2.6

URL = "https://acme.example/callback"


def manifest(count, word):
    """Entries that zoomc knows, or none of which it knows."""
    numbers = range(count)
    scopes = [f"{word}:read:thing{number}" for number in numbers]
    return json.dumps({
        "display_information": {"display_name": "Acme", "long_description": "Logs calls in the CRM. " * count},
        "oauth_information": {
            "usage": "USER_OPERATION", "development_redirect_uri": URL, "production_redirect_uri": URL,
            "oauth_allow_list": [URL, *(f"{URL}/{word}{number}" for number in numbers)], "strict_mode": True,
            "subdomain_strict_mode": True, "scopes": [{"scope": scope, "optional": False} for scope in scopes],
            "scope_description": "It reads. " * count},
        "features": {
            "products": ["ZOOM_CLIENT", *(f"{word}{number}" for number in numbers)],
            "domain_allow_list": [{"domain": f"{word}{number}.example", "explanation": "hosts"} for number in numbers],
            "event_subscription": {"enable": True, "events": [
                {"subscription_name": "all", "development_webhook_url": URL, "production_webhook_url": URL,
                 "event_types": [f"{word}.event{number}" for number in numbers]},
                *({"subscription_name": f"{word}{number}", "development_webhook_url": f"http://{word}{number}.example",
                   "production_webhook_url": URL, "event_types": ["meeting.started", "meeting.started"]}
                  for number in numbers)]},
            **{f"{word}{number}": {"deep": 1} for number in numbers}},
        **{f"{word}{number}": [{"deep": number}] for number in numbers},
    }, indent=1)


def app(count, word):
    numbers = range(count)
    lines = ["zoomc: 1", "app: {name: Acme, purpose: CRM logging}", "region: eu", "features: {meetings: [read]}"]

    def add(key, entries):
        lines.append(f"{key}:")
        lines.extend("  " + entry for entry in entries)

    add("operations", (f"- GET /{word}/{number}" for number in numbers))
    add("extra_scopes", (f"- {word}:read:thing{number}" for number in numbers))
    add("optional", (f"- {word}.thing{number}" for number in numbers))
    add("justify", (f"{word}.thing{number}: it needs that" for number in numbers))
    add("events", (f"- {{name: {word}{number}, types: [meeting.started, {word}.event{number}], url: '{URL}{number}'}}"
                   for number in numbers))
    add("oauth", ["allow_list:", *(f"  - HTTP://{word}{number}.example/" for number in numbers)])
    add("manifest_extra", (f"{word}{number}: {{deep: {{deep: 1}}}}" for number in numbers))
    lines.extend(f"{word}{number}: unknown" for number in numbers)
    return "\n".join(lines) + "\n"


def long_key(count, word):
    return json.dumps({"display_information": {"display_name": "Acme"}, word * 20 * count: [{"deep": 1}] * count})


COMMANDS = {
    "check": [("check large.json", manifest), ("check --format json large.json", manifest), ("check large.json", long_key)],
    "import": [("import large.json", manifest), ("import large.json", long_key)],
    "diff": [("diff large.json small.json", manifest), ("diff large.json large.json", manifest)],
    "drift": [("drift small.zoom.yaml large.json", manifest)],
    "lint": [("lint large.zoom.yaml", app), ("lint --format sarif large.zoom.yaml", app),
             ("lint --diff --unsafe large.zoom.yaml", app)],
}


def instructions(words, folder):
    counted = pathlib.Path(folder, "counted")
    subprocess.run([os.environ["VALGRIND"], "--tool=callgrind", f"--callgrind-out-file={counted}", ZOOMC, *words.split()],
                   cwd=folder, capture_output=True, check=False)
    return int(re.search(r"^(?:summary|totals): (\d+)", counted.read_text(), re.M)[1])


def growth(words, make, few, folder):
    """How the second doubling compares with the first."""
    counts = []
    for count in (few, 2 * few, 4 * few):
        large = pathlib.Path(folder, "large.json" if make is not app else "large.zoom.yaml")
        large.write_text(make(count, "word"))
        counts.append(instructions(words, folder))
    return (counts[2] - counts[1]) / (counts[1] - counts[0])


def main():
    name, = sys.argv[1:]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "small.json").write_text(manifest(2, "other"))
        pathlib.Path(folder, "small.zoom.yaml").write_text(
            "zoomc: 1\napp: {name: Acme, purpose: CRM logging}\nregion: eu\nfeatures: {meetings: [read]}\n")
        for words, make in COMMANDS[name]:
            found = growth(words, make, FEW.get(name, MANY), folder)
            print(f"zoomc {words} ({make.__name__}): {found:.2f}")
            failed = failed or found > BOUND
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

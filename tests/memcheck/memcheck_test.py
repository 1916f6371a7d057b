#!/usr/bin/env python3
"""`zoomc` under valgrind: `memcheck_test.py COMMAND` runs what COMMANDS has for it (`others`: the help of those that
COMMANDS does not have), in a folder with the files below. An access that is not allowed, a decision on what was never written or a block that nobody frees is a
failure, and so is another exit code than the one that stands there."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "peers"))
from lsp_client import ZOOMC, frame  # noqa: E402

MISTAKE = 99
VALGRIND = [os.environ.get("VALGRIND", "valgrind"), "--quiet", f"--error-exitcode={MISTAKE}", "--leak-check=full",
            "--errors-for-leak-kinds=definite,possible", "--show-leak-kinds=definite,possible"]

GOOD = """\
zoomc: 1
app: {name: Acme CRM Sync, purpose: CRM logging, summary: Logs calls}
region: eu
managed_by: admin
features:
  users: [read]
  phone: [call_history, recordings]
optional: [phone.recordings]
events:
  - {name: Recordings, types: [recording.completed], url: https://hooks.acme.example/zoom}
extra_scopes: [meeting:read:summary:admin]
justify: {meeting:read:summary:admin: Show the meeting summary on the CRM contact}
"""
# A finding of most kinds, anchors, block texts and what only the YAML library reads.
BAD = """\
zoomc: 1
app: &app
  name: "日本 é and a name that is far too long for the Marketplace of Zoom, official"
  description: >-
    TODO

    later
? managed_by
: user
region: eu
features: {meetings: [read, raed], telephone: [users]}
operations: ["GET /users/{id}/meetings", GET /nowhere, users]
extra_scopes: [meeting:read:sumary, user:read:admin]
oauth: {redirect_url: HTTPS://api-eu.unified.to/oauth/code/, allow_list: [https://api.unified.to/oauth/code]}
credentials: {client_secret: pX8wN4tRk1LcV6zQ}
justify: {users.read: needed, nothing: *app}
"""
FILES = {
    "good.zoom.yaml": GOOD,
    "classic.zoom.yaml": GOOD.replace("extra_scopes", "scope_names: classic\nextra_scopes"),
    "bad.zoom.yaml": BAD,
    "slip.zoom.yaml": GOOD + "oauth: {redirect_url: https://api-eu.unified.to/oauth/code/}\n",
    "broken.zoom.yaml": "zoomc: 1\napp:\n\tname: \"never\n  closed\n",
    ".zoomc.yaml": "policy: [{id: eu-only, allow: {regions: [eu]}, message: no}]\n",
    "manifest.json": json.dumps({
        "display_information": {"display_name": "A", "unknown": None},
        "oauth_information": {
            "usage": "USER_OPERATION", "development_redirect_uri": "https://a.example/x", "production_redirect_uri": "http://",
            "oauth_allow_list": ["https://a.example"], "scopes": [
                {"scope": "user:read:user", "optional": False}, {"scope": "user:reed:user"}, 7]},
        "features": {"products": ["ZOOM_MEETING"]}}),
    "sound.json": json.dumps({
        "display_information": {"display_name": "A"},
        "oauth_information": {
            "usage": "USER_OPERATION", "development_redirect_uri": "https://api.unified.to/oauth/code",
            "production_redirect_uri": "https://api.unified.to/oauth/code",
            "oauth_allow_list": ["https://api.unified.to/oauth/code"], "scopes": [
                {"scope": "user:read:user", "optional": False}, {"scope": "meeting:read:list_meetings", "optional": True}]}}),
    "src/sync.ts": "axios.get(`https://api.zoom.us/v2/users/${user}/meetings`);\nfetch('https://api.zoom.us/v2/odd');\n",
    "docs/users.json": json.dumps({"openapi": "3.0.0", "info": {"title": "Users"}, "paths": {"/users/{userId}/mood": {
        "get": {"operationId": "mood", "x-extensions": {"x-granular-scopes": ["user:read:mood:admin"]}}}}}),
}


def session_of_an_editor():
    """The messages of one that opens a file, asks all there is to ask of a place, changes it and leaves."""
    uri = "file:///apps/bad.zoom.yaml"
    document = {"uri": uri}
    place = {"textDocument": document, "position": {"line": 10, "character": 22}}
    messages = [("initialize", 1, {"capabilities": {}}), ("initialized", None, {}),
                ("textDocument/didOpen", None, {"textDocument": {**document, "languageId": "yaml", "version": 1, "text": BAD}})]
    requests = ["hover", "definition", "completion", "documentSymbol", "documentLink"]
    messages += [(f"textDocument/{method}", 10 + number, place) for number, method in enumerate(requests)]
    messages += [("textDocument/codeAction", 30, {"textDocument": document, "range": {
                      "start": {"line": 0, "character": 0}, "end": {"line": 20, "character": 0}}, "context": {"diagnostics": []}}),
                 ("textDocument/didChange", None, {"textDocument": {**document, "version": 2}, "contentChanges": [
                     {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}, "text": "é: 2\n"}]}),
                 ("shutdown", 31, None), ("exit", None, None)]
    return b"".join(frame({"jsonrpc": "2.0", "method": method, **({} if number is None else {"id": number}),
                           **({} if params is None else {"params": params})}) for method, number, params in messages)


# What runs for each command of `zoomc --help`: words after `zoomc`, and the exit code that is no failure.
COMMANDS = {
    "catalog": [("catalog operations phone --format json", 0), ("catalog update docs -o tables --date 2026-11", 0),
                ("catalog diff built-in tables good.zoom.yaml", 0)],
    "check": [("check manifest.json", 1), ("check --format json manifest.json", 1), ("check --as-zoom sound.json", 0)],
    "checklist": [("checklist good.zoom.yaml", 0), ("checklist bad.zoom.yaml --format json", 1)],
    "compile": [("compile good.zoom.yaml --wrap --lock", 0), ("compile classic.zoom.yaml good.zoom.yaml --out-dir out", 0),
                ("compile bad.zoom.yaml", 1)],
    "completions": [("completions bash", 0)],
    "diff": [("diff good.zoom.yaml classic.zoom.yaml", 0), ("diff sound.json good.zoom.yaml --format json", 0)],
    "drift": [("drift good.zoom.yaml sound.json", 1)],
    "explain": [("explain user:read:user unknown-scope phone.recordings", 0), ("explain connected but no data", 0)],
    "import": [("import sound.json", 0)],
    "infer": [("infer src", 0), ("infer --app good.zoom.yaml src --format json", 1)],
    "init": [("init - --name App --region eu --feature meetings.read", 0)],
    "justify": [("justify good.zoom.yaml", 0), ("justify good.zoom.yaml --format csv", 0)],
    "lint": [("lint --jobs 3 --notes", 1), ("lint --format sarif", 1), ("lint --diff --unsafe slip.zoom.yaml", 1),
             ("lint --fix --unsafe slip.zoom.yaml", 0)],
    "lsp": [("lsp", 0)],
    "man": [("man", 0)],
    "report": [("report good.zoom.yaml -o page.html", 0)],
    "schema": [("schema app", 0)],
    "why": [("why good.zoom.yaml", 0), ("why classic.zoom.yaml", 0)],
}
STDIN = {"lsp": session_of_an_editor()}


def commands_of_help():
    told = subprocess.run([ZOOMC, "--help"], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"^  ([a-z]+)  ", told, re.M))


def run(words, expected, stdin, folder):
    """What is wrong; nothing when all is well."""
    done = subprocess.run([*VALGRIND, ZOOMC, *words.split()], cwd=folder, input=stdin, capture_output=True, check=False)
    if done.returncode == expected:
        return ""
    return f"zoomc {words}: exit code {done.returncode}, not {expected}\n{done.stderr.decode(errors='replace')}"


def main():
    name, = sys.argv[1:]
    if name == "--list":
        print(";".join([*COMMANDS, "others"]), end="")
        return 0
    others = commands_of_help() - set(COMMANDS)
    assert commands_of_help() >= set(COMMANDS), set(COMMANDS) - commands_of_help()
    COMMANDS["others"] = [(f"{other} --help", 0) for other in others]
    with tempfile.TemporaryDirectory() as folder:
        for path, text in FILES.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
        found = [run(words, code, STDIN.get(name, b""), folder) for words, code in COMMANDS[name]]
    print("\n".join(filter(None, found)))
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Inputs by people who mean harm: escape sequences, markup, secrets, paths that lead out of a directory, and
more of everything than anybody writes."""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import unittest

from world import APP, CODE, FIXABLE, FORMATS, IS_SANITIZED, MANIFEST, ZOOMC, World, without_colour

# Controls but for line breaks and tabs, C1, bidirectional and invisible characters.
RAW = frozenset(map(chr, [*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F),
                          *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)]))
# Colours, a title, an OSC 8 link, a bell, C1's CSI, a carriage return; what turns the text, what nobody sees.
ESCAPES = ("\x1b[31mred", "\x1b]0;title\x07", "\x1b]8;;https://evil.test\x1b\\link", "\x9b31mc1", "over\rwritten",
           "gnp.\u202excod", "\u2066isolated\u2069", "in\u200bvisible", "line\u2028break", "\u0085next", "del\x7f")
MARKUP = ("]]></failure><x a='1' b=\"2\">&amp;", "</script><script>alert(1)</script>", "::error file=x::pwned", "%0A::error::pwned",
          "a|b", "`tick` ``two``", "[link](javascript:alert(1))", "![image](https://evil.test/x.png)", "<img src=x onerror=alert(1)>",
          "@everyone #1", "{0} {{1}}", "=cmd|' /C calc'!A0", "\\", "-->", "${HOME}$(id)`id`")


def quoted(text):
    """As a double-quoted scalar of YAML, controls raw where YAML lets them be so."""
    return json.dumps(text)


def app(text):
    """The text wherever an app has text of its own, and where it has no business to be."""
    one = quoted(text)
    return f"""\
zoomc: 1
app:
  name: {one}
  summary: {one}
  purpose: {one}
  company: {one}
  contact: {{name: {one}, email: {one}}}
  links: {{website: {one}, privacy: {one}}}
managed_by: admin
region: eu
features:
  meetings: [read, {one}]
  {one}: [read]
operations: ["GET /users", {one}]
events: [{{name: {one}, id: {one}, types: [recording.completed, {one}], url: {one}}}]
extra_scopes: [{one}, meeting:read:summary:admin]
optional: [{one}]
justify: {{{one}: {one}, meetings.read: {one}}}
test_plan: {{meetings.read: {one}}}
oauth: {{redirect_url: {one}, allow_list: [{one}]}}
accounts: [{{name: {one}, email: {one}}}]
manifest_extra: {{{one}: {one}, display_information: {{display_name: {one}}}}}
{one}: {one}
"""


def mild_app(text):
    """The same where it stops no command."""
    one = quoted(text)
    return f"""\
zoomc: 1
app: {{name: {quoted(text[:49])}, summary: {one}, purpose: {one}, company: {one}, contact: {{name: {one}}}}}
managed_by: admin
region: eu
features: {{meetings: [read]}}
events: [{{name: {one}, types: [recording.completed], url: "https://hooks.acme.test/"}}]
extra_scopes: [meeting:read:summary:admin]
justify: {{meetings.read: {one}}}
test_plan: {{meetings.read: {one}}}
accounts: [{{name: {one}, email: {one}}}]
manifest_extra: {{display_information: {{icon: {one}}}}}
"""


def manifest(text):
    def replace(value):
        if isinstance(value, dict):
            return {key: replace(inner) for key, inner in value.items()} | {text: text}
        if isinstance(value, list):
            return [replace(inner) for inner in value] + [text]
        return text if isinstance(value, str) else value
    return json.dumps(replace(MANIFEST), ensure_ascii=False)


def har(text):
    return json.dumps({"log": {"version": "1.2", "entries": [{"startedDateTime": text, "pageref": text, "request": {
        "method": method, "url": url + text}} for method in ("GET", text) for url in
        ("https://api.zoom.us/v2/users", "https://api.zoom.us/v2/nowhere/", "")]}}, ensure_ascii=False)


# Every command that looks into the files of `hostile_files`.
COMMANDS = [
    *(["lint", "--notes", "--format", form, "."] for form in FORMATS), ["lint", "--color", "always", "."],
    ["lint", "--diff", "--unsafe", "."], ["compile", "mild.zoom.yaml"], ["compile", "app.zoom.yaml"],
    ["compile", "--compare-managed-by", "mild.zoom.yaml"], ["why", "mild.zoom.yaml"], ["why", "app.zoom.yaml"],
    *([command, "--format", form, "mild.zoom.yaml"] for command in ("justify", "checklist")
      for form in ("markdown", "text", "json")), ["justify", "--format", "csv", "mild.zoom.yaml"],
    ["checklist", "app.zoom.yaml"], ["report", "mild.zoom.yaml"], ["report", "app.zoom.yaml"],
    *(["check", "--notes", "--format", form, "manifest.json"] for form in FORMATS), ["check", "--as-zoom", "manifest.json"],
    ["import", "manifest.json"], ["import", "mild.json"],
    *(["drift", "--format", form, "mild.zoom.yaml", "manifest.json"] for form in ("text", "markdown", "json")),
    *(["diff", "--format", form, "plain.zoom.yaml", "mild.zoom.yaml"] for form in ("text", "markdown", "json")),
    *(["diff", "--format", form, "mild.zoom.yaml", "manifest.json"] for form in ("text", "markdown", "json")),
    *(["infer", "--notes", "--format", form, "--app", "plain.zoom.yaml", "calls.har", "src"]
      for form in ("text", "json", "sarif", "markdown")), ["infer", "calls.har", "src", "access.log", "calls.jsonl", "calls.csv"],
    ["catalog", "update", "api.json", "-o", "made", "--date", "2026-11"],
    *(["--catalog", "tables", *command] for command in (["catalog", "scopes"], ["catalog", "operations"], ["explain", "users.read"])),
    *(["catalog", "diff", "--format", form, "built-in", "made", "mild.zoom.yaml"] for form in ("text", "markdown", "json")),
    ["compile", "--locked", "plain.zoom.yaml"],
]

# What a path may hold: all but a slash and a NUL.
NAME = "\x1b[31m\x07\x9b\u202e\u2066\u200b\u2028 ::error file=x,a:b::%0A|`<img src=x>`\n=cmd'\"\\"
# Every command with such a name wherever it takes one: files, directories, revisions, words and numbers.
NAMED = [
    *(["lint", "--notes", "--format", form, "."] for form in FORMATS), ["lint", NAME], ["lint", "--diff", NAME],
    *(["lint", "--format", form, NAME + "/no.zoom.yaml", NAME + "/closed.zoom.yaml"] for form in FORMATS),
    ["lint", "--stdin-filename", NAME, "-"], ["lint", "--select", NAME], ["lint", "--ignore", NAME], ["lint", "--format", NAME],
    ["lint", "--jobs", NAME], ["lint", "--add-allowances", NAME, NAME], ["lint", "--fix", NAME], ["lint", "--" + NAME],
    ["lint", "--region", NAME], ["lint", "--stage", NAME], ["lint", "--color", NAME], ["lint", NAME + "/.zoomc.yaml"],
    [NAME], ["--" + NAME], ["-" + NAME], ["--catalog", NAME, "lint"], ["--catalog", NAME, "lint", "--format", "sarif"],
    ["compile", NAME + "/a.zoom.yaml", "-o", NAME + "/a.json"], ["compile", NAME + "/b.zoom.yaml"], ["compile", NAME],
    ["compile", "--check", NAME + "/a.zoom.yaml"], ["compile", "--lock", NAME + "/a.zoom.yaml"], ["compile", NAME + "/a.zoom.yaml", NAME],
    ["compile", "--locked", NAME + "/a.zoom.yaml"], ["compile", NAME + "/a.zoom.yaml", "-o", NAME + "/no/a.json"],
    ["compile", "--compare-managed-by", NAME + "/a.zoom.yaml"], ["why", NAME + "/a.zoom.yaml"], ["why", NAME + "/a.zoom.yaml", NAME],
    *([command, "--format", form, NAME + "/a.zoom.yaml"] for command in ("justify", "checklist")
      for form in ("markdown", "text", "json")), ["justify", "--format", "csv", NAME + "/a.zoom.yaml"],
    ["report", NAME + "/a.zoom.yaml"], ["report", NAME + "/a.zoom.yaml", "-o", NAME + "/no/a.html"],
    *(["check", "--notes", "--format", form, NAME + "/m.json", NAME + "/no.json"] for form in FORMATS),
    ["import", NAME + "/m.json"], ["import", NAME + "/m.json", "-o", NAME + "/a.zoom.yaml"], ["import", NAME],
    *(["drift", "--format", form, NAME + "/a.zoom.yaml", NAME + "/m.json"] for form in ("text", "markdown", "json")),
    *(["diff", "--format", form, NAME + "/a.zoom.yaml", NAME + "/m.json"] for form in ("text", "markdown", "json")),
    *(["diff", "--format", form, "--against", "HEAD", NAME + "/a.zoom.yaml"] for form in ("text", "markdown", "json")),
    ["diff", "--against", NAME, NAME + "/a.zoom.yaml"], ["diff", "--against", "HEAD", NAME + "/no.zoom.yaml"],
    *(["infer", "--notes", "--format", form, "--app", NAME + "/a.zoom.yaml", NAME, NAME + "/c.har"]
      for form in ("text", "json", "sarif", "markdown")), ["infer", NAME + "/m.txt"], ["infer", NAME + "/large.ts"],
    ["infer", "--min-days", NAME, "."], ["infer", "--write", "--app", NAME + "/w.zoom.yaml", NAME],
    ["explain", NAME], ["explain", "users.read", NAME], ["catalog", "scopes", NAME], ["catalog", NAME], ["schema", NAME], ["completions", NAME],
    ["catalog", "diff", NAME, "built-in"], ["catalog", "update", NAME, "-o", NAME + "/t"], ["catalog", "update", "-o", NAME, "--date", NAME, "x"],
    ["init", NAME + "/n.zoom.yaml", "--name", NAME, "--region", "eu"], ["init", "--name", "a", "--region", NAME, "-"],
    ["init", NAME + "/n.zoom.yaml", "--name", "a", "--region", "eu", "--feature", NAME],
    ["init", NAME + "/n.zoom.yaml", "--name", "a", "--region", "eu", "--config", "--pre-commit"],
    ["init", NAME + "/n.zoom.yaml", "--name", "a", "--region", "eu"],
]


def named_files():
    yield NAME + "/a.zoom.yaml", APP
    yield NAME + "/b.zoom.yaml", "zoomc: 1\nregion: [\n"
    yield NAME + "/w.zoom.yaml", APP
    yield NAME + "/m.json", json.dumps(MANIFEST)
    yield NAME + "/m.txt", "nothing"
    yield NAME + "/c.har", har("")
    yield NAME + "/s.ts", CODE
    yield NAME + "/large.ts", " " * (1 << 20) + "//"
    yield NAME + ".zoom.yaml", FIXABLE
    yield "-x, 100%:.zoom.yaml", FIXABLE
    yield NAME + "/deep/.zoomc.yaml", "lint: {rules: {none: error}}\n"
    yield NAME + "/deep/a.zoom.yaml", APP


# The columns of the catalog that are words for people.
WORDS = {"features.tsv": ("note", "phrase"), "composites.tsv": ("phrase",), "operations.tsv": ("name",),
         "operation_phrases.tsv": ("does", "without"), "test_steps.tsv": ("account", "action", "expect"),
         "errors.tsv": ("cause", "ways_out"), "symptoms.tsv": ("cause", "ways_out"), "known_levels.tsv": ("reason",)}
# Every command that takes words from there.
CATALOG_COMMANDS = [
    *(["lint", "--notes", "--format", form, "plain.zoom.yaml", "mild.zoom.yaml"] for form in FORMATS),
    ["why", "plain.zoom.yaml"], *([command, "--format", form, "plain.zoom.yaml"] for command in ("justify", "checklist")
                                  for form in ("markdown", "text", "json")), ["justify", "--format", "csv", "plain.zoom.yaml"],
    ["report", "plain.zoom.yaml"], ["explain", "users.read"], ["explain", "Invalid redirect url"], ["explain", "connected but no data"],
    *(["catalog", "--format", form, table] for form in ("text", "json")
      for table in ("scopes", "operations", "features", "events", "platforms")),
    *(["infer", "--format", form, "--app", "plain.zoom.yaml", "src"] for form in ("text", "json", "sarif", "markdown")),
    *(["catalog", "diff", "--format", form, "built-in", "words", "plain.zoom.yaml"] for form in ("text", "markdown", "json")),
    *(["check", "--notes", "--format", form, "plain.json"] for form in FORMATS),
]


def hostile_catalog(text):
    """The project's own tables with `text` in place of every word for people."""
    for path in (ROOT / "schemas/catalog").rglob("*"):
        if not path.is_file():
            continue
        content = path.read_text()
        if path.name in WORDS:
            lines = content.splitlines()
            head = next(i for i, line in enumerate(lines) if not line.startswith("#"))
            columns = [lines[head].split("\t").index(name) for name in WORDS[path.name]]
            for i in range(head + 1, len(lines)):
                cells = lines[i].split("\t")
                for column in columns:
                    if column < len(cells) and cells[column]:
                        # Phrases are told apart.
                        cells[column] = f"{text} {path.stem} {i}"
                lines[i] = "\t".join(cells)
            content = "\n".join(lines) + "\n"
        if path.name == "unified.yaml":
            content = re.sub("title: .*", lambda _: "title: " + quoted(text), content)
        yield "words/" + str(path.relative_to(ROOT / "schemas/catalog")), content


def hostile_files(text):
    yield "app.zoom.yaml", app(text)
    yield "mild.zoom.yaml", mild_app(text)
    yield "comment.zoom.yaml", f"zoomc: 1 # {text}\n# {text}\napp: {{name: Acme}}\nregion: eu\nfeatures: {{meetings: [raed]}} # {text}\n"
    yield "plain.zoom.yaml", APP
    yield "raw.zoom.yaml", f"zoomc: 1\napp:\n  name: {text}\n  {text}: {text}\nregion: {text}\n{text}\n"
    yield "configured/.zoomc.yaml", f"""\
lint: {{rules: {{{quoted(text)}: error, inline-secret: {quoted(text)}}}, exclude: [{quoted(text)}]}}
policy: [{{id: {quoted(text)}, deny: {{scopes: ["*"]}}, message: {quoted(text)}}}]
{quoted(text)}: 1
"""
    yield "configured/app.zoom.yaml", APP
    yield "policy/.zoomc.yaml", f"policy: [{{id: p, deny: {{scopes: ['*']}}, message: {quoted(text)}}}]\n"
    yield "policy/app.zoom.yaml", APP
    yield "manifest.json", manifest(text)
    yield "mild.json", json.dumps(MANIFEST | {"display_information": {"display_name": text}})
    yield "calls.har", har(text)
    yield "access.log", "".join(f'1.2.3.4 - - [02/Jan/2026:03:04:05 +0000] "GET /v2/{tail} HTTP/1.1" 200 1 "-" "{text}"\n'
                                for tail in ("users", f"nowhere/{text}"))
    yield "calls.jsonl", "".join(json.dumps({"method": "GET", "url": f"https://api.zoom.us/v2/{tail}"}, ensure_ascii=False) + "\n"
                                 for tail in ("users", f"nowhere/{text}"))
    yield "calls.csv", f"method,url\nGET,https://api.zoom.us/v2/users\nGET,\"https://api.zoom.us/v2/nowhere/{text}\"\n"
    line = text.replace("\r", " ").replace('"', "'").replace("\\", "")
    yield "src/a.ts", f'fetch("https://api.zoom.us/v2/userz/{line}"); /* {line} */ fetch("https://api.zoom.us/v2/users"); // {line}\n'
    yield "src/b.py", f'def f{line}(method):\n    requests.request(method, "https://api.zoom.us/v2/users/{line}")\n'
    yield "api.json", json.dumps({"openapi": "3.0.0", "info": {"title": text}, "paths": {
        "/users": {"get": {"operationId": text, "summary": text, "x-extensions": {"x-granular-scopes": ["user:read:x:admin", text]}}},
        f"/{text}": {"get": {"operationId": "x" + text, "summary": text}}}}, ensure_ascii=False)
    flat = re.sub(r"[\t\r\n]", " ", text)
    yield "tables/words.tsv", f"# source: {flat}\n# date: {flat}\nword\tkind\tmeans\n{flat}\t{flat}\t{flat}\n"
    yield "zoomc.lock", f"{text}\ncatalog: {text}\nsha256: {text}\n"


ROOT = pathlib.Path(__file__).resolve().parents[2]


def raw_in(said):
    """The characters that should not come out, each with what is around it."""
    return [(hex(ord(c)), said[max(0, at - 60):at + 20]) for at, c in enumerate(said) if c in RAW]


class Names(unittest.TestCase):
    """Names of files, directories, revisions and all else that is said on a command line."""

    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        for name, content in named_files():
            cls.world.put(name, content)
        # Nobody can read what leads in a circle.
        (cls.world / NAME / "closed.zoom.yaml").symlink_to("closed.zoom.yaml")
        cls.world.shell("git init -q . && git add -A && git -c user.name=n -c user.email=n@x commit -qm x")
        cls.done = [(arguments, cls.world.run(*arguments, stdin=APP.encode())) for arguments in NAMED]

    def each(self, *words):
        for arguments, done in self.done:
            if set(words) <= set(arguments):
                with self.subTest(arguments=arguments):
                    yield done

    def test_nothing_reaches_the_terminal(self):
        for done in self.each():
            self.assertIn(done.code, (0, 1, 2, 3))
            self.assertTrue(done.out or done.err or done.code == 0)
            said = (done.out + done.err).replace("\r\n", "\n")
            # What YAML lets stand raw, in the file's own text.
            self.assertEqual(raw_in(said), [])

    def test_no_line_is_begun(self):
        """A name has a line break, and what follows it is no line of the output."""
        for done in self.each():
            for line in (done.out + done.err).splitlines():
                self.assertFalse(line.startswith("=cmd"), line)

    def test_github(self):
        for done in self.each("github"):
            for line in done.out.splitlines():
                self.assertRegex(line, r"^::(error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+(,col=\d+)?(,endColumn=\d+)?"
                                       r",title=[a-z-]+(/[^,:]*)?::")

    def test_documents(self):
        for form in ("json", "sarif", "gitlab"):
            for done in self.each(form):
                if done.out:
                    json.loads(done.out)
        for form in ("junit", "checkstyle"):
            for done in self.each(form):
                checked = subprocess.run(["xmllint", "--noout", "-"], input=done.out.encode(), capture_output=True, check=False)
                self.assertEqual((checked.returncode, checked.stderr), (0, b""))

    def test_markdown(self):
        for done in self.each("markdown"):
            visible = re.sub(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", done.out)
            self.assertNotRegex(visible, r"(?<!\\)<img")
            for line in done.out.splitlines():
                if line.startswith("|"):
                    self.assertIn(len(re.findall(r"(?<!\\)\|", line)), (4, 5))

    def test_commands_to_copy(self):
        """A shell that is given what is to be run finds the file of that name."""
        for words, pattern in ((["drift", "text"], r"^  zoomc compile --wrap (.*)$"),
                               (["checklist", "text"], r"print them: zoomc justify (.*)$")):
            found = [re.search(pattern, done.out, re.M) for done in self.each(*words)]
            self.assertTrue(found)
            for match in found:
                self.assertTrue(match)
                done = self.world.shell(f"cat {match.group(1)}")
                self.assertEqual((done.code, done.out), (0, APP))


class NoUtf8(unittest.TestCase):
    """A file's name is bytes: reports are UTF-8 all the same, and a URI has the bytes."""

    def test_reports(self):
        world = World()
        self.addCleanup(world.close)
        world.put(os.fsdecode(b"caf\xe9/x.zoom.yaml"), FIXABLE)
        paths = {"json": lambda report: {file["path"] for file in report["files"]},
                 "gitlab": lambda report: {issue["location"]["path"] for issue in report},
                 "sarif": lambda report: {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                                          for result in report["runs"][0]["results"]}}
        for form in FORMATS:
            with world.start("lint", "--format", form, os.fsdecode(b"caf\xe9"), os.fsdecode(b"caf\xe9/no")) as process:
                out, err = process.communicate()
            text = out.decode()
            self.assertEqual(err.decode(), "zoomc: cannot read `caf\\xe9/no`: no such file or directory\n")
            if form in paths:
                name = "caf%E9" if form == "sarif" else "caf\ufffd"
                self.assertEqual(paths[form](json.loads(text)), {name + "/x.zoom.yaml", name + "/no"})
            elif form not in ("text", "concise"):
                self.assertIn("caf\\xe9/no", text)


class Catalog(unittest.TestCase):
    """Tables of somebody else's."""

    def world_with(self, text):
        world = World()
        self.addCleanup(world.close)
        for name, content in [*hostile_catalog(text), *hostile_files("x")]:
            world.put(name, content)
        world.put("plain.json", world.run("compile", "plain.zoom.yaml").out)
        return world

    def test_nothing_reaches_the_terminal(self):
        """What nobody could see in a table, or what drives a terminal, makes it no table."""
        for text in (text for text in ESCAPES if not set("\r\n\t") & set(text)):
            world = self.world_with(text)
            for arguments in (["catalog", "features"], ["lint", "--format", "json", "plain.zoom.yaml"], ["explain", "users.read"]):
                with self.subTest(text=text, arguments=arguments):
                    done = world.run("--catalog", "words", *arguments)
                    self.assertEqual(done.code, 1)
                    self.assertIn("control character", done.err)
                    self.assertEqual(raw_in(done.out + done.err), [])

    def test_markup(self):
        world = self.world_with(" ".join(MARKUP))
        self.assertIn("onerror", world.run("--catalog", "words", "explain", "users.read").out)
        for arguments in CATALOG_COMMANDS:
            with self.subTest(arguments=arguments):
                done = world.run("--catalog", "words", *arguments)
                self.assertIn(done.code, (0, 1))
                self.assertNotIn("catalog-", done.err)
                self.assertTrue(done.out)
                self.check(arguments, done.out)

    def check(self, arguments, out):
        if arguments[0] == "report":
            for piece in ("<script>alert", "<img", "<x "):
                self.assertNotIn(piece, out)
        if "markdown" in arguments:
            visible = re.sub(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", out)
            self.assertNotRegex(visible, r"(?<!\\)!?\[[^\]]*\]\((javascript|https://evil)")
            self.assertNotRegex(visible, r"(?<!\\)<(img|script|x)\b")
        if "csv" in arguments:
            for row in csv.reader(io.StringIO(out)):
                self.assertEqual(len(row), 8)
                for cell in row:
                    self.assertNotRegex(cell, r"^[=+\-@\t\r]")
        if "github" in arguments:
            for line in out.splitlines():
                self.assertRegex(line, r"^::(error|warning|notice) file=")


class Escapes(unittest.TestCase):
    def check(self, text, **options):
        world = World()
        self.addCleanup(world.close)
        for name, content in hostile_files(text):
            world.put(name, content)
        world.shell("git init -q .")
        for arguments in COMMANDS:
            with self.subTest(text=text, arguments=arguments):
                done = world.run(*arguments)
                self.assertIn(done.code, (0, 1, 2, 3))
                said = done.out + done.err
                if "csv" in arguments:
                    said = said.replace("\r\n", "\n")
                if "--diff" in arguments:
                    # The file's own text, which `git apply` compares: YAML has no control characters in it.
                    said = re.sub("[\x85\u200b\u2028\u202e\u2066\u2069]", "", said)
                said = without_colour(said) if "always" in arguments else said
                self.assertEqual(raw_in(said), [])
        return world

    def test_nothing_reaches_the_terminal(self):
        self.check(" ".join(ESCAPES))

    def test_products_have_the_values_all_the_same(self):
        text = "\x1b[31m\x9b\u202e\u200b"
        world = self.check(text)
        made = json.loads(world.run("compile", "mild.zoom.yaml").out)
        self.assertEqual(made["display_information"]["display_name"], text)
        world.put("made.json", json.dumps(made))
        world.put("back.zoom.yaml", world.run("import", "made.json").out)
        self.assertEqual(json.loads(world.run("compile", "back.zoom.yaml").out), made)


class NoList(unittest.TestCase):
    """A text where a manifest has a list: it is no entry, and no line of a report of changes."""

    TEXT = "\x1b[2J\n::error::injected\n# heading <img src=x> " + "long " * 40

    def test_changes(self):
        world = World()
        self.addCleanup(world.close)
        places = [("oauth_information", "scopes"), ("oauth_information", "oauth_allow_list"), ("features", "products"),
                  ("features", "domains"), ("features", "event_subscription"), ("oauth_information", "usage")]
        for section, key in places:
            made = json.loads(json.dumps(MANIFEST))
            for value in (self.TEXT, {"a": self.TEXT}, [self.TEXT], [{"scope": {"a": self.TEXT}}], [{"x": self.TEXT}]):
                made[section][key] = value
                world.put("new.json", json.dumps(made))
                for before, after in (("manifest.json", "new.json"), ("new.json", "manifest.json")):
                    for form in ("text", "markdown"):
                        with self.subTest(key=key, value=value, form=form):
                            out = world.run("diff", "--format", form, before, after).out
                            self.assertEqual(raw_in(out), [])
                            for line in out.splitlines():
                                self.assertFalse(line.startswith(("::", "# ")), line)
                                # Two values of 80 characters, and a name.
                                self.assertLess(len(line), 400)
                            self.assertNotRegex(re.sub("`[^`]*`", "", out), "<img|injected")


class Markup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        for name, content in hostile_files(" ".join(MARKUP)):
            cls.world.put(name, content)
        for number, text in enumerate(MARKUP):
            cls.world.put(f"one{number}.zoom.yaml", app(text))
        cls.world.shell("git init -q .")
        cls.world.run("catalog", "update", "api.json", "-o", "made", "--date", "2026-11")

    def test_xml(self):
        for arguments in (["lint", "--notes", "."], ["check", "--notes", "manifest.json"]):
            for form in ("junit", "checkstyle"):
                out = self.world.run(*arguments, "--format", form).out
                done = subprocess.run(["xmllint", "--noout", "-"], input=out.encode(), capture_output=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                tags = set(re.findall(r"<[/?]?([a-z]+)", out))
                self.assertEqual(tags - {"xml", "checkstyle", "file", "error", "testsuites", "testsuite", "testcase",
                                         "failure", "system"}, set())

    def test_json(self):
        for arguments in (["lint", "--notes", "."], ["check", "--notes", "manifest.json"]):
            for form in ("json", "sarif", "gitlab"):
                json.loads(self.world.run(*arguments, "--format", form).out)
        for arguments in COMMANDS:
            if "json" in arguments or "sarif" in arguments:
                json.loads(self.world.run(*arguments).out)

    def test_github(self):
        """No text adds a command, or a property to one."""
        for arguments in (["lint", "--notes", "."], ["check", "--notes", "manifest.json"]):
            out = self.world.run(*arguments, "--format", "github").out
            for line in out.splitlines():
                self.assertRegex(line, r"^::(error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+(,col=\d+)?(,endColumn=\d+)?"
                                       r",title=[a-z-]+(/[^,:]*)?::")
            self.assertEqual(len(out.splitlines()), len(json.loads(self.world.run(
                *arguments, "--format", "sarif").out)["runs"][0]["results"]))

    def test_sarif_messages_have_no_links(self):
        out = json.loads(self.world.run("lint", "--notes", "--format", "sarif", ".").out)

        def messages(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key in ("message", "description") and isinstance(inner, dict):
                        yield inner["text"]
                    yield from messages(inner)
            if isinstance(value, list):
                for inner in value:
                    yield from messages(inner)
        texts = list(messages(out["runs"][0]["results"]))
        self.assertTrue(any("](" in text.replace("\\", "") for text in texts))
        for text in texts:
            self.assertNotRegex(text, r"(?<!\\)\]\(")
            self.assertNotRegex(re.sub(r"\{\{|\}\}", "", text), r"\{\d+\}")

    def test_markdown(self):
        """Tables keep their columns, and nothing becomes a link, an image, a tag or code."""
        for arguments in COMMANDS:
            if "markdown" not in arguments:
                continue
            with self.subTest(arguments=arguments):
                out = self.world.run(*arguments).out
                self.assertTrue(out)
                visible = re.sub(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", out)
                self.assertNotRegex(visible, r"(?<!\\)!?\[[^\]]*\]\((javascript|https://evil)")
                self.assertNotRegex(visible, r"(?<!\\)<(img|script|x)\b")
                table = []
                for line in out.splitlines() + [""]:
                    if line.startswith("|"):
                        table.append(len(re.findall(r"(?<!\\)\|", line)))
                        continue
                    self.assertLessEqual(len(set(table)), 1, out)
                    table = []

    def test_html(self):
        for name in ("mild.zoom.yaml", "app.zoom.yaml", *(f"one{number}.zoom.yaml" for number in range(len(MARKUP)))):
            out = self.world.run("report", name).out
            for piece in ("<script", "<img", "<x ", "javascript:alert(1)\"", "onerror=alert(1)>"):
                self.assertNotIn(piece, out)

    def test_csv(self):
        rows = list(csv.reader(io.StringIO(self.world.run("justify", "--format", "csv", "mild.zoom.yaml").out)))
        self.assertEqual({len(row) for row in rows}, {8})
        for row in rows:
            for cell in row:
                self.assertNotRegex(cell, r"^[=+\-@\t\r]")


SECRET = "pX8wN4tRk1LcV6zQ"
TOKEN = "tK9vB3mZq7HdY2sW"
# The two where the rule finds them, and mistakes around them so that their lines are shown.
SECRETIVE = {
    "plain": "credentials: {environment: nowhere, client_secret: S, client_id: x}\n",
    "quoted": "credentials: {environment: nowhere, client_secret: \"S\", client_id: x}\n",
    "single": "credentials: {environment: nowhere, client_secret: 'S', client_id: x}\n",
    "block": "credentials:\n  client_secret: |\n    S\n  environment: nowhere\n",
    "folded": "credentials:\n  environment: nowhere\n  client_secret: >-\n    S\n",
    "anchored": "test_plan: {meetings.read: &x S}\ncredentials: {client_secret: *x, environment: nowhere}\n",
    "twice": "credentials: {client_secret: S} # was S\ntest_plan: {meetings.read: S}\n",
    "escaped": "credentials: {client_secret: \"pX8w\\u004e4tRk1LcV6zQ\", environment: nowhere}\n",
    "extra": "manifest_extra: {features: {team_chat_subscription: {verification_token: T, unknown: T, enable: T}}, nothing: [T]}\n",
    "both": "credentials: {client_secret: S}\nmanifest_extra: {oauth_information: {client_secret: T, usage: S}}\n",
    "in url": "credentials: {client_secret: S}\noauth: {redirect_url: \"https://api-eu.unified.to/oauth/code?secret=S\"}\n",
    "allowed": "# zoomc: allow inline-secret -- a test account\ncredentials: {client_secret: S, environment: nowhere}\n",
    "as a name": "credentials: {client_secret: S}\nextra_scopes: [S]\nevents: [{name: S, types: [S], url: S}]\n",
    "beside a fix": "credentials:\n  client_secret: S\noauth:\n  redirect_url: https://api-eu.unified.to/oauth/code/\n",
}


class Secrets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.names = []
        for name, text in SECRETIVE.items():
            text = re.sub(r"\bS\b", SECRET, text)
            text = re.sub(r"\bT\b", TOKEN, text)
            cls.names.append(f"secret/{name}.zoom.yaml")
            cls.world.put(cls.names[-1], "zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: [read, raed]}\n" + text)
            cls.world.put(f"quiet/{name}.zoom.yaml", "zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: [read]}\n" + text)
            cls.names.append(f"quiet/{name}.zoom.yaml")
        cls.world.put("off/.zoomc.yaml", "lint: {rules: {inline-secret: off}}\n")
        for name in list(cls.names):
            cls.world.put("off/" + name, (cls.world / name).read_text())
            cls.names.append("off/" + name)

    def assert_silent(self, *arguments, **options):
        done = self.world.run(*arguments, **options)
        self.assertIn(done.code, (0, 1))
        for secret in (SECRET, TOKEN):
            for stream in (done.out, done.err):
                at = stream.find(secret)
                self.assertEqual(at, -1, stream[max(0, at - 300):at + 60])
        return done

    def test_formats(self):
        for form in FORMATS:
            for options in ([], ["--ignore", "inline-secret"], ["--select", "unknown-scope"]):
                with self.subTest(format=form, options=options):
                    self.assert_silent("lint", "--notes", "--format", form, *options, *self.names)

    def test_diff(self):
        for options in ([], ["--unsafe"]):
            self.assert_silent("lint", "--diff", *options, *self.names)
        done = self.assert_silent("lint", "--diff", "--unsafe", "secret/beside a fix.zoom.yaml")
        self.assertIn("-  client_secret: ****************\n+  client_secret: ${ZOOM_CLIENT_SECRET}\n", done.out)
        done = self.assert_silent("lint", "--diff", "quiet/beside a fix.zoom.yaml")
        self.assertIn("   client_secret: ****************\n", done.out)

    def test_mended_all_the_same(self):
        self.world.put("mend/app.zoom.yaml", (self.world / "secret" / "beside a fix.zoom.yaml").read_text())
        self.assert_silent("lint", "--fix", "--unsafe", "--format", "json", "mend")
        self.assertEqual((self.world / "mend" / "app.zoom.yaml").read_text(),
                         "zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: [read]}\n"
                         "credentials:\n  client_secret: ${ZOOM_CLIENT_SECRET}\noauth:\n"
                         "  redirect_url: https://api-eu.unified.to/oauth/code\n")
        self.world.put("allowed/app.zoom.yaml", (self.world / "secret" / "plain.zoom.yaml").read_text())
        self.assert_silent("lint", "--add-allowances=it was here before", "--format", "json", "allowed")

    def test_other_commands(self):
        """What shows the findings of an app, and what is made of one that has none to show."""
        for name in self.names:
            if "quiet/" not in name:
                continue  # One of the mistakes stops them.
            shows_value = "twice" in name or "as a name" in name or "anchored" in name or "in url" in name or "both" in name
            for arguments in (["why"], ["checklist"], ["report"], ["justify"], ["compile", "-o", "/dev/null"],
                              ["compile", "--compare-managed-by"]):
                if shows_value:
                    continue  # There it is a text like any other, and that is what these are to show.
                with self.subTest(name=name, arguments=arguments):
                    self.assert_silent(*arguments, name)

    def test_comparisons(self):
        old, new = self.world / "old.zoom.yaml", self.world / "new.zoom.yaml"
        plain = "zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: [read]}\n"
        extra = "# zoomc: allow inline-secret -- x\nmanifest_extra: {features: {team_chat_subscription: {verification_token: %s}}}\n"
        old.write_text(plain + extra % SECRET)
        new.write_text(plain + extra % TOKEN)
        for form in ("text", "markdown", "json"):
            self.assert_silent("diff", "--format", form, "old.zoom.yaml", "new.zoom.yaml")
            self.world.run("compile", "new.zoom.yaml", "-o", "new.json")
            self.assert_silent("drift", "--format", form, "old.zoom.yaml", "new.json")
        for form in FORMATS:
            self.assert_silent("check", "--notes", "--format", form, "new.json")

    def test_compact_manifest(self):
        """All on one line, which every excerpt shows."""
        made = json.loads(json.dumps(MANIFEST))
        made["features"]["team_chat_subscription"] = {"enable": 1, "verification_token": SECRET, "x": SECRET}
        self.world.put("compact.json", json.dumps(made))
        for form in FORMATS:
            self.assert_silent("check", "--notes", "--format", form, "compact.json")


class Paths(unittest.TestCase):
    """`--out-dir` cannot be left: not by the app's own name, and not by how its file is called."""

    def test_out_dir(self):
        world = World()
        self.addCleanup(world.close)
        cases = {"../../up.zoom.yaml": None, "a/b/../c.zoom.yaml": None, "..zoom.yaml": None, "...zoom.yaml": None, ".zoom.yaml": None,
                 "x\\..\\y.zoom.yaml": None, "name\n.zoom.yaml": None, "..%2f.zoom.yaml": None, "manifest.json": None, "...": None}
        (world / "in" / "a" / "b").mkdir(parents=True)
        text = APP.replace("Acme CRM Sync", "../../../evil").replace("purpose: CRM logging", "purpose: ../../evil")
        for name in cases:
            world.put(f"in/a/b/{name}", text)
        before = set(world.listing())
        for name in cases:
            with self.subTest(name=name):
                done = world.run("compile", f"in/a/b/{name}", "--out-dir", "out")
                self.assertEqual(done.code, 0, done)
                new = set(world.listing()) - before
                self.assertEqual(len(new), 1)
                path = pathlib.PurePath(new.pop())
                self.assertEqual(path.parent, pathlib.PurePath("out"))
                self.assertTrue(path.name.endswith(".manifest.json"), path)
                (world / str(path)).unlink()


class Sizes(unittest.TestCase):
    """However large, it is answered, and with memory in proportion: there is little more than was measured."""

    MEBIBYTE = 1 << 20

    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)

    def answer(self, *arguments, within):
        """The bytes of the output and of what is said, with so many MiB of memory."""
        limit = f"ulimit -v {within * 1024}; " if not IS_SANITIZED else ""
        done = self.world.shell(f'{limit}"$zoomc" "$@" >output 2>errors', arguments=arguments)
        self.assertEqual((done.code, done.err), (1, ""))
        return (self.world / "output").read_bytes(), (self.world / "errors").read_bytes()

    def test_manifest_with_a_finding_at_every_place(self):
        """Nothing is held twice, in whatever format."""
        made = json.loads(json.dumps(MANIFEST))
        made["oauth_information"]["scopes"] = [1] * 30_000
        self.world.put("many.json", json.dumps(made))
        out, _ = self.answer("check", "--format", "json", "many.json", within=64)
        self.assertGreater(len(out), 10 * self.MEBIBYTE)

    def test_files_at_the_limit(self):
        limit = 8 * self.MEBIBYTE
        fillers = {
            "items": "extra_scopes: [" + "a, " * (limit // 3), "nested": "[" * limit, "bytes": b"\xff" * limit,
        }
        for name, filler in fillers.items():
            filler = filler if isinstance(filler, bytes) else filler.encode()
            self.world.put("large.zoom.yaml", (b"zoomc: 1\nregion: eu\n" + filler)[:limit])
            with self.subTest(name=name):
                self.answer("lint", "--jobs", "1", "large.zoom.yaml", within=130)

    def test_alias_bombs(self):
        bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(12))
        for text in ("zoomc: 1\n" + bomb, "zoomc: 1\nmanifest_extra:\n  " + bomb.replace("\n", "\n  ")):
            self.world.put("bomb.zoom.yaml", text)
            for command in ("lint", "compile", "report"):
                self.assertIn(b"[file-too-large]", b"".join(self.answer(command, "bomb.zoom.yaml", within=60)))


if __name__ == "__main__":
    unittest.main()

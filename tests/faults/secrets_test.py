#!/usr/bin/env python3
"""No output shows a secret: not in any format, not by any command, wherever in a file it stands and whether or not the
file can be read. What is none is neither found nor hidden."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve()
FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle")

HEAD = "zoomc: 1\napp: {name: Acme, purpose: CRM logging}\nregion: eu\nfeatures: {meetings: [read]}\n"
URL = "events:\n  - {{name: E, types: [meeting.started], url: "

# What a secret looks like. Each file has one of its own, told by the two letters that take the place of `~~`. One that
# no name gives away has to look like a key.
SHAPES = {
    "random": "hT4~~R8vN2qLw6XzK9bYc3MfJ5sPd7Gk",
    "base64": "p7QxZ2+mB9/vK4~~tR6wL8nH3cY5sJ0=",
    "hex": "9f3a07c46e1b8d25~~40e7b93c5fa8162d",
    "jwt": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI~~NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
    "service": "xoxb-4921~~7730-8814529-Zq3LmT7vRb",
    "phrase": "hunter2-~~-fishing-boat",
    "signs": "p@ss&w0rd<~~>x_y!9",
}
LOOKS_LIKE_KEY = ("random", "jwt", "service")

# Where a secret stands: the text behind the head of the file, how inline-secret finds it (`line`: there; `-`: it does not,
# the file is not understood there), and whether a name gives it away.
NAMED = {
    "plain": ("credentials:\n  client_secret: {s}\n", 6),
    "quoted": ('credentials: {{client_secret: "{s}"}}\n', 5),
    "single": ("credentials:\n  client_secret: '{s}'\n", 6),
    "camel": ("credentials:\n  clientSecret: {s}\n", 6),
    "upper": ("credentials:\n  CLIENT_SECRET: {s}\n", 6),
    "top": ("client_secret: {s}\n", 5),
    "list": ('credentials:\n  client_secret: ["{s}"]\n', 6),
    "items": ('credentials:\n  client_secret:\n    - "{s}"\n', 7),
    "map": ('credentials:\n  client_secret: {{value: "{s}"}}\n', 6),
    "block-map": ('credentials:\n  client_secret:\n    value: "{s}"\n', 7),
    "twice": ('credentials:\n  client_secret: ${{A}}\n  client_secret: "{s}"\n', 7),
    "merge": ('credentials:\n  <<: {{client_secret: "{s}"}}\n', 6),
    "tag": ("credentials:\n  client_secret: !vault {s}\n", 6),
    "anchor": ('credentials:\n  client_secret: &it "{s}"\nx: *it\n', 6),
    "tab": ("credentials:\n\tclient_secret: {s}\n", 6),
    "unclosed": ('credentials:\n  client_secret: "{s}\n', 6),
    "unclosed-bracket": ('credentials: {{client_secret: "{s}"\n', 5),
    "default": ("credentials:\n  client_secret: ${{SECRET:-{s}}}\n", 6),
    "comment": ("x: 1 # client_secret: {s}\n", None),
    "extra": ('manifest_extra:\n  x: {{api_key: "{s}"}}\n', 6),
    "extra-camel": ('manifest_extra:\n  x: {{clientSecret: "{s}"}}\n', 6),
    "header-map": ('manifest_extra:\n  production_event_custom_header: {{key: X-Auth, value: "{s}"}}\n', 6),
    "header-pair": ('manifest_extra:\n  headers: [{{name: Authorization, value: "Bearer {s}"}}]\n', 6),
    "header": ('manifest_extra:\n  headers: {{Authorization: "Bearer {s}"}}\n', 6),
    "conflict": ('manifest_extra:\n  features: {{event_subscription: {{events: [{{password: "{s}"}}]}}}}\nevents: []\n', 6),
    "folded": ("manifest_extra:\n  password: >-\n    {s}\n", None),
}
KEYLIKE = {
    "typo": ("credentials:\n  client_secert: {s}\n", 6),
    "no-colon": ("credentials:\n  client_secret {s}\n", 6),
    "no-space": ("credentials:\n  client_secret:{s}\n", 6),
    "in-list": ("credentials: [id, {s}]\n", None),
    "stray": ("x: {s}\n", None),
    "stray-line": ("{s}\n", None),
}
IN_URL = {
    "url": (URL + '"https://u:{s}@hooks.acme.io/z"}}\n', 6),
    "url-upper": (URL + '"HTTPS://u:{s}@Hooks.acme.io/z"}}\n', 6),
    "url-http": (URL + '"http://u:{s}@hooks.acme.io/z"}}\n', 6),
    "redirect": ('oauth: {{redirect_url: "https://u:{s}@acme.io/z"}}\n', 5),
    "query": (URL + '"https://hooks.acme.io/z?access_token={s}"}}\n', None),
}

# What is no secret.
HARMLESS = ("custom_header_type: 0", "custom_header_key: X-Api-Key", "token_url: https://idp.acme.io/oauth2/token",
            "access_token_url: https://idp.acme.io/t", "token_type: bearer", "enable_token: true", "secretary: Ann Smith-2024",
            "client_secret: op://vault/zoom/secret", "client_secret: $(ZOOM_CLIENT_SECRET)", "client_secret: $ZOOM_CLIENT_SECRET",
            "client_secret: ${{ secrets.ZOOM_CLIENT_SECRET }}", "client_secret: vault:secret/zoom#client_secret",
            "client_secret: <from Marketplace>", "client_secret: ${ZOOM_CLIENT_SECRET}", "client_secret: ${ZOOM_CLIENT_SECRET:-}",
            'client_secret: "********"', "client_secret: changeme", "client_secret: your-client-secret", "password: ~",
            "password: \"{{ zoom_password }}\"", "authorization: oauth2", "auth: none", "next_page_token: abc123def456",
            "max_tokens: 4096", "client_id: nXw2kQ3vP9xZr7LwT2mBnY", "app_id: nXw2kQ3vP9xZr7LwT2mBnY",
            "webhook_url: https://hooks.acme.io/T024/B7Qx2/hT4R8vN2qLw6XzK9bYc3", "uuid: 1e2bbfe4-8d4b-4c1e-9a37-6d2f0c5b7a19",
            "scope: meeting:read:list_meetings:admin", "event: meeting.participant_joined_breakout_room",
            "operation: GET /meetings/{meetingId}/recordings", "sha: 3f786850e387550fdab836ed7e6dc881de23001b",
            "name: MeetingParticipantJoinedBreakoutRoom2", "site: https://ann@acme.io/",
            "keep: the secret stays out of the file")


class Secrets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.directory.name)
        cls.secrets = {}
        cls.lines = {}
        cases = [(shape, place, *rest) for shape in SHAPES for place, rest in NAMED.items()]
        cases += [(shape, place, *rest) for shape in LOOKS_LIKE_KEY for place, rest in KEYLIKE.items()]
        cases += [(shape, place, *rest) for shape in ("random", "hex", "phrase") for place, rest in IN_URL.items()]
        for number, (shape, place, text, line) in enumerate(cases):
            secret = SHAPES[shape].replace("~~", "abcdefghijklmnopqrstuvwxyz"[number // 26] + "0123456789bcdefhkmpqrstvwx"[number % 26])
            name = f"{place}.{shape}.zoom.yaml"
            cls.secrets[name] = secret
            cls.lines[name] = line
            (cls.root / name).write_text(HEAD + text.format(s=secret))
        assert len(set(cls.secrets.values())) == len(cls.secrets)

    @classmethod
    def tearDownClass(cls):
        cls.directory.cleanup()

    def run_zoomc(self, *arguments, stdin=None):
        done = subprocess.run([ZOOMC, *arguments], cwd=self.root, input=stdin, capture_output=True, text=True, timeout=120,
                              check=False)
        self.assertIn(done.returncode, (0, 1, 2, 3), (arguments, done.stderr))
        return done

    def shown_in(self, output, names):
        """The files whose secret, or what makes most of it, is in the output."""
        output = output.lower()
        return [name for name in names if self.secrets[name].lower() in output or self.secrets[name][:14].lower() in output]

    def test_no_format_of_lint_shows_one(self):
        names = sorted(self.secrets)
        self.assertGreater(len(names) * len(FORMATS), 500)
        for arguments in [("--notes", "--format", one) for one in FORMATS] + [("--diff",), ("--diff", "--unsafe"),
                                                                                 ("--ignore", "inline-secret")]:
            done = self.run_zoomc("lint", *arguments, *names)
            self.assertEqual(self.shown_in(done.stdout + done.stderr, names), [], arguments)
            # Each says much: what says nothing shows nothing.
            self.assertGreater(len(done.stdout), 40 * len(names) if "--diff" not in arguments else 500, arguments)

    def test_no_command_shows_one(self):
        (self.root / "other.zoom.yaml").write_text(HEAD)
        (self.root / "zoom.json").write_text("{}")
        names = [name for name in self.secrets if ".random." in name or ".phrase." in name]
        for name in names:
            for command in (("compile", name), ("why", name), ("justify", name), ("checklist", name),
                            ("checklist", "--format", "json", name), ("report", name), ("diff", "other.zoom.yaml", name),
                            ("diff", "--format", "json", name, "other.zoom.yaml"), ("drift", name, "zoom.json"),
                            ("drift", "--format", "json", name, "zoom.json"), ("check", name), ("import", name)):
                done = self.run_zoomc(*command)
                product = command[0] == "compile" and done.returncode == 0
                output = done.stderr if product else done.stdout + done.stderr
                self.assertEqual(self.shown_in(output, [name]), [], command)

    def test_fixing_shows_none(self):
        with tempfile.TemporaryDirectory(dir=self.root) as copies:
            names = sorted(self.secrets)
            for name in names:
                (pathlib.Path(copies) / name).write_text((self.root / name).read_text())
            done = self.run_zoomc("lint", "--fix", "--unsafe", *(f"{copies}/{name}" for name in names))
            self.assertEqual(self.shown_in(done.stdout + done.stderr, names), [])

    def test_manifests_show_none(self):
        manifest = {"display_information": {"display_name": "A"}, "features": {"event_subscription": {"enable": True, "events": [
            {"subscription_name": "S", "event_types": ["meeting.started", "no.such"], "production_webhook_url": "URL",
             "production_event_custom_header": {"custom_header_type": 3, "custom_header_key": "X-Key", "custom_header_value": "S"}}]}}}
        for shape, pattern in SHAPES.items():
            secret = pattern.replace("~~", "zz")
            text = json.dumps(manifest).replace('"S"}', json.dumps(secret) + "}").replace("URL", "https://u:" + "hunter2-zz" + "@a.io/")
            for broken in (text, text[:-3], text.replace('"display_name"', '"display_name"; "x"')):
                (self.root / "m.json").write_text(broken)
                for one in FORMATS:
                    done = self.run_zoomc("check", "--notes", "--format", one, "m.json")
                    self.assertNotIn(secret, done.stdout + done.stderr, (shape, one))
                    self.assertNotIn("hunter2-zz", done.stdout + done.stderr, (shape, one))
                done = self.run_zoomc("import", "m.json")
                self.assertNotIn(secret, done.stderr, shape)
                comments = [line for line in done.stdout.splitlines() if line.startswith("#")]
                self.assertNotIn("hunter2-zz", done.stderr + "\n".join(comments), shape)
        (self.root / "m.json").write_text(text)
        found = self.run_zoomc("check", "m.json", "--format", "concise").stdout
        self.assertEqual(found.count("[inline-secret]"), 2, found)

    def test_code_and_settings_show_none(self):
        secret = SHAPES["random"].replace("~~", "yy")
        lines = (f'const t = "Bearer {secret}"; fetch("https://api.zoom.us/v2/userz/me", {{headers: {{Authorization: t}}}});',
                 f'fetch("https://api.zoom.us/v2/userz/me?access_token={secret}");',
                 f'fetch("https://ann:{secret}@api.zoom.us/v2/userz/me");',
                 f'axios.get("https://api.zoom.us/v2/userz", {{auth: {{username: "ann", password: "{secret}"}}}});')
        (self.root / "app.js").write_text("\n".join(lines) + "\n")
        for one in ("text", "json", "markdown", "sarif"):
            done = self.run_zoomc("infer", "--format", one, "app.js")
            self.assertIn("userz", done.stdout + done.stderr, one)
            self.assertNotIn(secret, done.stdout + done.stderr, one)
        with tempfile.TemporaryDirectory(dir=self.root) as project:
            project = pathlib.Path(project)
            (project / ".zoomc.yaml").write_text(f"version: 1\nclient_secret: {secret}\nlint: {{x: hunter2}}\n")
            (project / "a.zoom.yaml").write_text(HEAD)
            done = self.run_zoomc("lint", str(project / "a.zoom.yaml"))
            self.assertIn("client_secret", done.stderr)
            self.assertNotIn(secret, done.stdout + done.stderr)
        done = self.run_zoomc("lint", "--tokn", secret, f"--client-secret={secret}")
        self.assertNotIn(secret, done.stdout + done.stderr)

    def test_each_is_found_where_it_stands(self):
        done = self.run_zoomc("lint", "--select", "inline-secret", "--format", "json", *sorted(self.secrets))
        wrong = []
        for file in json.loads(done.stdout)["files"]:
            name = os.path.basename(file["path"])
            found = [one["span"]["start"]["line"] for one in file["findings"] if one["id"] == "inline-secret"]
            expected = self.lines[name]
            if expected is not None and found != [expected]:
                wrong.append((name, found))
        self.assertEqual(wrong, [])

    def test_what_is_none_is_shown_and_not_found(self):
        for number, line in enumerate(HARMLESS):
            (self.root / f"harmless{number}.zoom.yaml").write_text(HEAD + line + "\n")
        for number, line in enumerate(HARMLESS):
            done = self.run_zoomc("lint", f"harmless{number}.zoom.yaml")
            self.assertNotIn("inline-secret", done.stdout)
            self.assertIn("| " + line + "\n", done.stdout)


if __name__ == "__main__":
    unittest.main()

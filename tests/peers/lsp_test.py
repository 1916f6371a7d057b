#!/usr/bin/env python3
"""`zoomc lsp` over real pipes: its manners, its positions, and that nothing makes it stay or fall."""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from lsp_client import PATIENCE, ZOOMC, frame, place_of, units, zoomc_client  # noqa: E402

APP = """\
zoomc: 1
app: {name: Acme CRM Sync, purpose: CRM logging}
region: eu
features: {users: [read], phone: [call_history]}
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code/
"""
INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}
EMOJI = "\U0001F468\u200D\U0001F469\u200D\U0001F467 e\u0301 \U0001F600"


class LspTest(unittest.TestCase):
    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        self.uri = (self.directory / "app.zoom.yaml").as_uri()

    def client(self, *arguments, **options):
        client = zoomc_client(*arguments, cwd=self.directory, **options)
        self.addCleanup(client.close)
        return client

    def running(self, **capabilities):
        client = self.client()
        client.initialize(**capabilities)
        return client

    def position(self, text, index, encoding="utf-16"):
        return {"textDocument": {"uri": self.uri}, "position": place_of(text, index, encoding)}

    def found(self, diagnostics):
        """[(code, severity)] without the hints."""
        return [(one["code"], one["severity"]) for one in diagnostics if one["severity"] < 4]


class Manners(LspTest):
    def test_exit_code_tells_whether_shutdown_came_first(self):
        self.assertEqual(self.running().stop(), 0)
        client = self.running()
        client.notify("exit", None)
        self.assertEqual(client.wait(), 1)
        client = self.client()
        client.send(EXIT)
        self.assertEqual(client.wait(), 1)

    def test_requests_out_of_order(self):
        client = self.client()
        self.assertEqual(client.call("textDocument/hover", {})["error"]["code"], -32002)
        client.initialize()
        self.assertEqual(client.call("initialize", {})["error"]["code"], -32600)
        self.assertEqual(client.call("no/such", {})["error"]["code"], -32601)
        self.assertEqual(client.call("$/no/such", {})["error"]["code"], -32601)
        self.assertEqual(client.call("textDocument/hover", [])["error"]["code"], -32602)
        client.notify("no/such", {})
        client.call("shutdown", None)
        self.assertEqual(client.call("textDocument/hover", {})["error"]["code"], -32600)
        client.notify("exit", None)
        self.assertEqual(client.wait(), 0)

    def test_a_message_that_is_no_json_is_told_and_the_next_one_is_read(self):
        client = self.running()
        for body, code in ((b"{", -32700), (b"", -32700), (b"[]", -32600), (b"\xff\xfe", -32700),
                           (b"[" * 100000, -32700), (b'"' + b"x" * 100000, -32700)):
            client.write(frame(body))
            message = client.next()
            self.assertEqual((message["id"], message["error"]["code"]), (None, code))
        self.assertEqual(client.stop(), 0)

    def test_a_stream_that_is_no_protocol_ends_it(self):
        for stream in (b"\r\n", b"hello\r\n\r\n", b"Content-Type: x\r\n\r\n{}",
                       b"Content-Length: -5\r\n\r\n{}", b"Content-Length: 99999999999999\r\n\r\n{}",
                       b"Content-Length: 18446744073709551617\r\n\r\n{}", b"Content-Length: x\r\n\r\n",
                       b"a" * 10000, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"):
            with self.subTest(stream[:40]):
                client = self.running()
                client.write(stream)
                message = client.next()
                self.assertEqual((message["id"], message["error"]["code"]), (None, -32700))
                self.assertEqual(client.wait(), 1)
                self.assertEqual(client.stray, b"")

    def test_a_client_that_is_gone_ends_it(self):
        for stream in (b"", b"Content-Le", b"Content-Length: 50\r\n\r\n{\"json", frame(INITIALIZE)):
            client = self.client()
            client.write(stream)
            client.process.stdin.close()
            self.assertEqual(client.wait(), 1)
        client = self.client()
        client.send(INITIALIZE, SHUTDOWN)
        client.process.stdin.close()
        self.assertEqual(client.wait(), 0)

    def test_a_killed_client_ends_it(self):
        # The client is a process of its own that starts the server and is killed while it works.
        marker = self.directory / "pid"
        script = ("import subprocess, sys, time\n"
                  f"server = subprocess.Popen([{str(ZOOMC)!r}, 'lsp'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
                  f"server.stdin.write({frame(INITIALIZE)!r})\n"
                  "server.stdin.flush()\n"
                  "server.stdout.read(10)\n"
                  f"open({str(marker)!r}, 'w').write(str(server.pid))\n"
                  "print('ready', flush=True)\n"
                  "time.sleep(600)\n")
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as client:
            self.assertEqual(client.stdout.readline(), b"ready\n")
            pid = int(marker.read_text())
            client.send_signal(signal.SIGKILL)
            client.wait()
        for _ in range(PATIENCE * 100):
            try:
                state = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
            except FileNotFoundError:
                return
            if state == "Z":
                return
            os.sched_yield()
            signal.sigtimedwait([], 0.01)
        self.fail("the server is still there")

    def test_a_reader_who_is_gone_ends_it(self):
        read_end, write_end = os.pipe()
        os.close(read_end)
        with subprocess.Popen([str(ZOOMC), "lsp"], stdin=subprocess.PIPE, stdout=write_end) as server:
            os.close(write_end)
            server.stdin.write(frame(INITIALIZE))
            server.stdin.flush()
            self.assertEqual(server.wait(PATIENCE), 1)

    def test_it_is_silent_on_standard_error_unless_asked(self):
        client = self.running()
        client.open(self.uri, APP)
        client.diagnostics(self.uri)
        self.assertEqual(client.stop(), 0)
        self.assertEqual((client.stray, client.errors), (b"", b""))
        client = self.client("--log", "--stdio")
        client.initialize()
        self.assertEqual(client.stop(), 0)
        self.assertIn(b"zoomc lsp: received ", client.errors)
        self.assertIn(b"initialize", client.errors)

    def test_cancelled_requests(self):
        client = self.running()
        client.open(self.uri, APP)
        client.diagnostics(self.uri)
        links = client.request_message("textDocument/documentLink", {"textDocument": {"uri": self.uri}})
        hover = client.request_message("textDocument/hover", self.position(APP, 2))
        cancel = {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": links["id"]}}
        client.send(links, hover, cancel)
        self.assertEqual(client.reply(links["id"])["error"]["code"], -32800)
        self.assertIn("result", client.reply(hover["id"]))
        client.send(cancel)
        self.assertEqual(client.stop(), 0)

    def test_many_messages_in_small_and_large_pieces(self):
        client = self.running()
        hovers = [client.request_message("textDocument/hover", self.position(APP, 2)) for _ in range(50)]
        client.open(self.uri, APP)
        data = b"".join(frame(hover) for hover in hovers)
        for at in range(0, len(data), 7):
            client.write(data[at:at + 7])
        for hover in hovers:
            self.assertIn("Language version", json.dumps(client.reply(hover["id"])["result"]))
        self.assertEqual(client.stop(), 0)


class Positions(LspTest):
    # An emoji of several code points and a combining accent stand before everything.
    TEXT = (f"# {EMOJI}\nzoomc: 1\napp: {{name: \"{EMOJI}\", purpose: x}}  # {EMOJI}\nregion: eu\n"
            f"justify: {{\"{EMOJI}\": x}} # {EMOJI}\n"
            f"oauth: {{allow_list: [\"https://api-eu.unified.to/oauth/code\", \"{EMOJI}\"], "
            "redirect_url: https://api-eu.unified.to/oauth/code/}\n")

    def check(self, encoding, **capabilities):
        client = self.client()
        self.assertEqual(client.initialize(**capabilities)["capabilities"]["positionEncoding"], encoding)
        client.open(self.uri, self.TEXT)
        found = {one["code"]: one for one in client.diagnostics(self.uri)}
        slash = self.TEXT.rindex("/}")
        self.assertEqual(found["redirect-url-mismatch"]["range"],
                         {"start": place_of(self.TEXT, slash, encoding),
                          "end": place_of(self.TEXT, slash + 1, encoding)})
        orphan = self.TEXT.index(EMOJI, self.TEXT.index("justify")) - 1
        self.assertEqual(found["orphan-justification"]["range"]["start"],
                         place_of(self.TEXT, orphan, encoding))
        key = self.TEXT.index("redirect_url")
        hover = client.result("textDocument/hover", self.position(self.TEXT, key + 3, encoding))
        self.assertIn("Redirect URL", hover["contents"]["value"])
        self.assertEqual(hover["range"], {"start": place_of(self.TEXT, key, encoding),
                                          "end": place_of(self.TEXT, key + 12, encoding)})
        # The fix takes the slash away and leaves all else.
        action = client.result("textDocument/codeAction", {
            "textDocument": {"uri": self.uri}, "range": found["redirect-url-mismatch"]["range"],
            "context": {"diagnostics": [found["redirect-url-mismatch"]], "only": ["quickfix"]}})[0]
        edit = action["edit"]["changes"][self.uri][0]
        self.assertEqual(edit["range"]["end"], place_of(self.TEXT, slash + 1, encoding))
        self.assertEqual(edit["newText"], "https://api-eu.unified.to/oauth/code")
        self.assertEqual(client.stop(), 0)

    def test_utf16_counts_units(self):
        self.assertEqual(units(EMOJI, "utf-16"), 14)
        self.check("utf-16")
        self.check("utf-16", general={"positionEncodings": ["utf-32", "utf-16"]})

    def test_utf8_counts_bytes_where_the_client_can(self):
        self.check("utf-8", general={"positionEncodings": ["utf-16", "utf-8"]})


class Edits(LspTest):
    PIECES = ["a", "name", ": ", "\n", "\r\n", "\r", "- ", "[", "]", "{", "}", "# ", "\"", "é", "e\u0301",
              "\U0001F600", "\u200D", "日本", "  ", "https://x", "\uFEFF", "|", "&a", "*a"]

    def fuzz(self, seed, encoding, capabilities):
        """Edits a document at random, and compares what the server then says with what it says of the
        whole text."""
        rng = random.Random(seed)
        client = self.client()
        client.initialize(**capabilities)
        fresh = (self.directory / "fresh.zoom.yaml").as_uri()
        text = APP
        client.open(self.uri, text, 0)
        for version in range(1, 25):
            changes = []
            for _ in range(rng.randrange(1, 6)):
                begin, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
                end = min(end, begin + rng.randrange(12))
                # An edit at the midst of a CRLF is one at its begin, as a client counts.
                begin, end = (at - 1 if text[at - 1:at + 1] == "\r\n" else at for at in (begin, end))
                new = "".join(rng.choice(self.PIECES) for _ in range(rng.randrange(4)))
                changes.append({"range": {"start": place_of(text, begin, encoding),
                                          "end": place_of(text, end, encoding)}, "text": new})
                text = text[:begin] + new + text[end:]
            client.notify("textDocument/didChange", {
                "textDocument": {"uri": self.uri, "version": version}, "contentChanges": changes})
            client.open(fresh, text, version)
            symbols = [client.result("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
                       for uri in (self.uri, fresh)]
            self.assertEqual(json.dumps(symbols[0]), json.dumps(symbols[1]).replace(fresh, self.uri))
            # Labels would name the other document, so none are asked for.
            self.assertEqual(client.diagnostics(self.uri, version), client.diagnostics(fresh, version),
                             f"seed {seed}, version {version}: {text!r}")
            client.notify("textDocument/didClose", {"textDocument": {"uri": fresh}})
        self.assertEqual(client.stop(), 0)

    def test_incremental_edits_are_the_whole_text(self):
        for seed in range(6):
            self.fuzz(seed, "utf-16", {})
            self.fuzz(seed, "utf-8", {"general": {"positionEncodings": ["utf-8"]}})

    def test_a_change_without_range_is_the_whole_text(self):
        client = self.running()
        client.open(self.uri, "x: [")
        self.assertEqual(self.found(client.diagnostics(self.uri)), [("yaml-syntax", 1)])
        client.notify("textDocument/didChange", {"textDocument": {"uri": self.uri, "version": 2},
                                                 "contentChanges": [{"text": APP}]})
        self.assertEqual(self.found(client.diagnostics(self.uri, 2)), [("redirect-url-mismatch", 1)])
        self.assertEqual(client.stop(), 0)


class Settings(LspTest):
    def test_the_project_settings_count_and_are_read_again(self):
        settings = self.directory / ".zoomc.yaml"
        settings.write_text("lint: {rules: {redirect-url-mismatch: warning}}\n")
        client = self.running(workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
        client.open(self.uri, APP)
        self.assertEqual(self.found(client.diagnostics(self.uri)), [("redirect-url-mismatch", 2)])
        settings.write_text("lint: {rules: {redirect-url-mismatch: off}}\n")
        client.notify("workspace/didChangeWatchedFiles",
                      {"changes": [{"uri": settings.as_uri(), "type": 2}]})
        self.assertEqual(self.found(client.diagnostics(self.uri)), [])
        settings.write_text("lint: {rules: {no-such: off}}\n")
        client.notify("textDocument/didSave", {"textDocument": {"uri": self.uri}})
        self.assertEqual(self.found(client.diagnostics(self.uri)), [("settings", 1)])
        self.assertEqual(self.found(client.diagnostics(settings.as_uri())), [("unknown-rule", 1)])
        self.assertEqual(client.stop(), 0)

    def test_an_allowance_is_respected(self):
        client = self.running()
        text = APP.replace("oauth/code/", "oauth/code/  # zoomc: allow redirect-url-mismatch -- a test")
        client.open(self.uri, text)
        self.assertEqual(self.found(client.diagnostics(self.uri)), [])
        self.assertEqual(client.stop(), 0)


class Hostile(LspTest):
    def test_large_and_odd_texts(self):
        client = self.running()
        texts = ["[" * 100_000, "a: &x [" + "*x, " * 50_000 + "]", "- " * 100_000, "x: |\n" + " y\n" * 200_000,
                 "\0\1\2", "\uFEFF" * 1000, "#" * 1_000_000, "a" * 9_000_000, "{a: " * 50_000]
        for version, text in enumerate(texts):
            client.open(self.uri, text, version)
            for method in ("hover", "completion", "definition"):
                client.call("textDocument/" + method, self.position(text[:1000], min(len(text), 999)))
            client.diagnostics(self.uri, version)
        self.assertEqual(client.stop(), 0)


if __name__ == "__main__":
    unittest.main()

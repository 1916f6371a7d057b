"""A client of language servers, for the tests: one process, its messages, what it publishes."""
import json
import os
import pathlib
import queue
import subprocess
import threading

ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve() if "ZOOMC" in os.environ else None
# No answer takes as long, also where many tests run at once.
PATIENCE = 60


def frame(message):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


class Client:
    def __init__(self, command, **options):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, **options)
        self.messages = queue.Queue()
        self.notifications = []
        self.last_id = 0
        self.stray = b""
        self.errors = b""
        self.threads = [threading.Thread(target=self.read_messages, daemon=True),
                        threading.Thread(target=self.read_errors, daemon=True)]
        for thread in self.threads:
            thread.start()

    def read_errors(self):
        self.errors = self.process.stderr.read()

    def read_messages(self):
        stream = self.process.stdout
        while True:
            length = None
            line = stream.readline()
            while line not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                else:
                    # Nothing but the protocol belongs here.
                    self.stray += line
                line = stream.readline()
            if length is None:
                self.messages.put(None)
                return
            self.messages.put(json.loads(stream.read(length)))

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, *messages):
        """All in one write, so that the server reads them together."""
        self.write(b"".join(frame(message) for message in messages))

    def request_message(self, method, params):
        self.last_id += 1
        return {"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params}

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def next(self):
        """The next message; None when the server has closed its end."""
        return self.messages.get(timeout=PATIENCE)

    def reply(self, request_id):
        """The answer to a request; notifications that come before it are kept."""
        while True:
            message = self.next()
            if message is None:
                raise AssertionError("the server has gone")
            if message.get("id") == request_id and "method" not in message:
                return message
            if "id" in message and "method" in message:
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": self.answer(message)})
            else:
                self.notifications.append(message)

    def answer(self, request):
        """What the client says to a request of the server's."""
        del request
        return None

    def call(self, method, params):
        message = self.request_message(method, params)
        self.send(message)
        return self.reply(message["id"])

    def result(self, method, params):
        answer = self.call(method, params)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer["result"]

    def initialize(self, **capabilities):
        params = {"processId": None, "rootUri": None, "capabilities": capabilities}
        result = self.result("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri, text, version=1, language="yaml"):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": version, "text": text}})

    def diagnostics(self, uri, version=None):
        """The next findings of that document, of that version of it if one is given."""
        while True:
            for index, message in enumerate(self.notifications):
                params = message.get("params") or {}
                if message.get("method") != "textDocument/publishDiagnostics" or params["uri"] != uri:
                    continue
                if version is None or params.get("version") == version:
                    del self.notifications[index]
                    return params["diagnostics"]
            message = self.next()
            if message is None:
                raise AssertionError("the server has gone")
            if "id" in message and "method" in message:
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": self.answer(message)})
            else:
                self.notifications.append(message)

    def stop(self):
        """The exit code after an orderly end."""
        self.call("shutdown", None)
        self.notify("exit", None)
        return self.wait()

    def wait(self):
        code = self.process.wait(PATIENCE)
        for thread in self.threads:
            thread.join(PATIENCE)
        return code

    def close(self):
        """Ends the process if it is still there."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except OSError:
                pass


def zoomc_client(*arguments, **options):
    return Client([str(ZOOMC), "lsp", *arguments], **options)


def units(text, encoding):
    return len(text.encode("utf-16-le")) // 2 if encoding == "utf-16" else len(text.encode())


def place_of(text, index, encoding="utf-16"):
    """The place of character `index` as the protocol counts it; lines end at LF, CRLF or CR."""
    before = text[:index]
    if before.endswith("\r") and text[index:index + 1] == "\n":
        before = before[:-1]
    line = 0
    start = 0
    at = 0
    while at < len(before):
        if before[at] == "\n" or before[at] == "\r":
            at += 2 if before[at:at + 2] == "\r\n" else 1
            line += 1
            start = at
        else:
            at += 1
    return {"line": line, "character": units(before[start:], encoding)}

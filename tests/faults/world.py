"""A directory with one of each kind of input, every command that reads them, and what can be done to the
world that they run in: full disks, disks that cannot be written, other users."""
import ctypes
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve()
# A sanitizer has its own idea of memory and of threads.
IS_SANITIZED = b"__asan_init" in ZOOMC.read_bytes() or b"__tsan_init" in ZOOMC.read_bytes()
# No run takes as long, also where many tests run at once: one that does hangs.
PATIENCE = 120

# It has something of everything that is said about an app, and nothing that stops a command.
APP = """\
zoomc: 1
app: {name: Acme CRM Sync, purpose: CRM logging}
managed_by: admin
region: eu
features:
  users: [read]
  phone: [call_history]
extra_scopes: [meeting:read:summary:admin]
"""
# One safe fix, and nothing else.
FIXABLE = APP.replace("extra_scopes: [meeting:read:summary:admin]\n", """\
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code/
""")
FIXED = FIXABLE.replace("/code/", "/code")
OTHER = APP.replace("users: [read]", "users: [read, write]")
MANIFEST = {
    "display_information": {"display_name": "Acme CRM Sync"},
    "oauth_information": {
        "usage": "ADMIN_MANAGEMENT",
        "development_redirect_uri": "https://api-eu.unified.to/oauth/code/",
        "production_redirect_uri": "https://api-eu.unified.to/oauth/code/",
        "oauth_allow_list": ["https://api-eu.unified.to/oauth/code"],
        "strict_mode": True,
        "subdomain_strict_mode": True,
        "scopes": [{"scope": "user:read:user:admin", "optional": False}],
        "scope_description": "Identify the connecting user.",
    },
    "features": {"products": []},
}
CODE = """\
const ZOOM = "https://api.zoom.us/v2";
export const groups = () => axios.get(ZOOM + "/groups");
export const unknown = () => axios.get(ZOOM + "/userz/me");
"""
DOCUMENT = {
    "openapi": "3.0.0", "info": {"title": "Users"},
    "paths": {"/users": {"get": {
        "operationId": "users", "summary": "List all users",
        "x-extensions": {"x-granular-scopes": ["user:read:list_users:admin"]}}}},
}


def forms(*command):
    """The words of a command's `--format`, as it tells who gives another."""
    refused = subprocess.run([ZOOMC, *command, "--format", "?"], capture_output=True, text=True, check=False)
    words = re.findall(r"`(\w+)`", refused.stderr.partition("is not one of")[2].partition("\n")[0])
    assert refused.returncode == 2 and words, f"{command} has no --format: {refused.stderr}"
    return words


FORMATS = forms("lint")

# Every command that writes to standard output, with options for each of its forms.
OUTPUTS = [
    ["--help"], ["--version"], ["man"], ["completions", "bash"], ["completions", "zsh"],
    ["completions", "fish"], ["schema", "app"], ["schema", "manifest"], ["schema", "config"],
    ["compile", "app.zoom.yaml"], ["compile", "--wrap", "app.zoom.yaml"],
    ["compile", "--compare-managed-by", "app.zoom.yaml"],
    ["compile", "app.zoom.yaml", "-o", "/dev/stdout"],
    *(["lint", "--notes", "--format", form, "app.zoom.yaml", "fixable.zoom.yaml"] for form in FORMATS),
    ["lint", "--diff", "fixable.zoom.yaml"],
    *(["check", "--notes", "--format", form, "manifest.json"] for form in FORMATS),
    ["check", "--as-zoom", "manifest.json"], ["import", "manifest.json"],
    ["why", "app.zoom.yaml"], ["why", "app.zoom.yaml", "user:read:user:admin"],
    *(["justify", "--format", form, "app.zoom.yaml"] for form in forms("justify", "a")),
    *(["checklist", "--format", form, "app.zoom.yaml"] for form in forms("checklist", "a")),
    ["report", "app.zoom.yaml"],
    *(["diff", "--format", form, "app.zoom.yaml", "other.zoom.yaml"] for form in forms("diff", "a", "b")),
    *(["drift", "--format", form, "app.zoom.yaml", "manifest.json"] for form in forms("drift", "a", "b")),
    *(["infer", "--notes", "--format", form, "--app", "app.zoom.yaml", "src", "calls.har"]
      for form in forms("infer", "a")),
    ["infer", "src"],
    ["explain", "meetings.read"], ["explain", "inline-secret"], ["explain", "connected but no data"],
    ["catalog", "scopes"], ["catalog", "--format", "json", "operations"],
    *(["catalog", "diff", "--format", form, "built-in", "tables", "app.zoom.yaml"]
      for form in forms("catalog", "diff", "a", "b")),
    ["init", "-", "--name", "Acme", "--region", "eu", "--feature", "meetings.read"],
]

# Each command once.
COMMANDS = list({arguments[0] if arguments[0] != "catalog" else " ".join(arguments[:2]): arguments
                 for arguments in OUTPUTS}.values())


# Every command that writes files: the file and what it has before (None: nothing), the arguments.
@dataclasses.dataclass
class Writer:
    target: str
    before: str | None
    arguments: list


WRITERS = [
    Writer("disk/out.json", "old", ["compile", "app.zoom.yaml", "-o", "disk/out.json"]),
    Writer("disk/new.json", None, ["compile", "app.zoom.yaml", "-o", "disk/new.json"]),
    Writer("disk/app.manifest.json", "old", ["compile", "app.zoom.yaml", "--out-dir", "disk"]),
    Writer("disk/zoomc.lock", None, ["compile", "disk/app.zoom.yaml", "--lock", "-o", "out.json"]),
    Writer("disk/fixable.zoom.yaml", FIXABLE, ["lint", "--fix", "disk/fixable.zoom.yaml"]),
    Writer("disk/fixable.zoom.yaml", FIXABLE,
           ["lint", "--fix", "--unsafe", "--format", "json", "disk/fixable.zoom.yaml"]),
    Writer("disk/fixable.zoom.yaml", FIXABLE,
           ["lint", "--add-allowances=before zoomc", "disk/fixable.zoom.yaml"]),
    Writer("disk/imported.zoom.yaml", None, ["import", "manifest.json", "-o", "disk/imported.zoom.yaml"]),
    Writer("disk/imported.zoom.yaml", "old",
           ["import", "manifest.json", "--force", "-o", "disk/imported.zoom.yaml"]),
    Writer("disk/page.html", "old", ["report", "app.zoom.yaml", "-o", "disk/page.html"]),
    Writer("disk/app.zoom.yaml", APP, ["infer", "--write", "--app", "disk/app.zoom.yaml", "src"]),
    Writer("disk/call_errors.tsv", None, ["catalog", "update", "api.json", "--date", "2026-11", "-o", "disk"]),
    Writer("disk/new.zoom.yaml", None, ["init", "disk/new.zoom.yaml", "--name", "Acme", "--region", "eu"]),
]


def files():
    """Name to text of the inputs."""
    har = {"log": {"version": "1.2", "entries": [{
        "startedDateTime": "2026-01-02T03:04:05Z",
        "request": {"method": "GET", "url": "https://api.zoom.us/v2/users"}, "response": {"status": 200}}]}}
    return {"app.zoom.yaml": APP, "other.zoom.yaml": OTHER, "fixable.zoom.yaml": FIXABLE,
            "manifest.json": json.dumps(MANIFEST, indent=2) + "\n", "src/sync.ts": CODE,
            "calls.har": json.dumps(har) + "\n", "api.json": json.dumps(DOCUMENT) + "\n"}


@dataclasses.dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


class World:
    """The inputs in a directory of their own."""

    def __init__(self, tables=False):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="zoomc-faults-"))
        for name, text in files().items():
            self.put(name, text)
        if tables:
            done = self.run("catalog", "update", "api.json", "--date", "2026-11", "-o", "tables")
            assert done.code == 0, done

    def close(self):
        shutil.rmtree(self.path)

    def __truediv__(self, name):
        return self.path / name

    def put(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def start(self, *arguments, program=ZOOMC, **options):
        settings = {"cwd": self.path, "env": environment(), "stdin": subprocess.DEVNULL,
                    "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen([program, *arguments], **settings)

    def run(self, *arguments, stdin=None, **options):
        if stdin is not None:
            options["stdin"] = subprocess.PIPE
        with self.start(*arguments, **options) as process:
            try:
                out, err = process.communicate(stdin, timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return Done(process.returncode, shown(out), shown(err))

    def shell(self, script, arguments=(), **options):
        """What bash makes of a script, `$zoomc` being the program and `$@` the arguments."""
        environ = {**environment(), "zoomc": str(ZOOMC), **options.pop("env", {})}
        return self.run("-c", script, "bash", *arguments, program="/bin/bash", env=environ, **options)

    def listing(self, below="."):
        """Name to bytes of the files there; links and devices to None."""
        root = self.path / below
        return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else None
                for path in root.rglob("*") if not path.is_dir()}


def shown(data):
    return "" if data is None else data.decode("utf-8", "backslashreplace")


def environment(**variables):
    kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS")
            if name in os.environ}
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", **kept, **variables}


class CannotHere(Exception):
    """What the system does not let a test do, and why."""


class Mounts:
    """Mounts that only this process and its children see, gone when it ends."""

    MS_RDONLY, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18
    CLONE_NEWNS, CLONE_NEWUSER = 0x20000, 0x10000000
    libc = ctypes.CDLL(None, use_errno=True)
    is_private = False

    @classmethod
    def ask(cls, what, answer):
        if answer != 0:
            raise CannotHere(f"{what}: {os.strerror(ctypes.get_errno())}")

    @classmethod
    def make_private(cls):
        if cls.is_private:
            return
        uid, gid = os.getuid(), os.getgid()
        # Who is not root is root in a namespace of its own, where the system has such.
        cls.ask("unshare", cls.libc.unshare(cls.CLONE_NEWNS if uid == 0 else cls.CLONE_NEWNS | cls.CLONE_NEWUSER))
        if uid != 0:
            pathlib.Path("/proc/self/setgroups").write_text("deny")
            pathlib.Path("/proc/self/uid_map").write_text(f"0 {uid} 1")
            pathlib.Path("/proc/self/gid_map").write_text(f"0 {gid} 1")
        cls.ask("mount --make-rprivate", cls.libc.mount(b"none", b"/", None, cls.MS_REC | cls.MS_PRIVATE, None))
        cls.is_private = True

    @classmethod
    def tmpfs(cls, path, options):
        """An empty file system of its own at `path`, a new directory."""
        cls.make_private()
        path.mkdir()
        cls.ask("mount tmpfs", cls.libc.mount(b"tmpfs", bytes(path), b"tmpfs", 0, options.encode()))

    @classmethod
    def bind(cls, file, path):
        """The file at `path` too, where one is already."""
        cls.make_private()
        cls.ask("mount --bind", cls.libc.mount(bytes(file), bytes(path), None, cls.MS_BIND, None))

    @classmethod
    def make_read_only(cls, path):
        cls.ask("mount -o remount,ro",
                cls.libc.mount(b"tmpfs", bytes(path), b"tmpfs", cls.MS_REMOUNT | cls.MS_RDONLY, None))

    @classmethod
    def unmount(cls, path):
        cls.ask("umount", cls.libc.umount2(bytes(path), 0))


def without_colour(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)

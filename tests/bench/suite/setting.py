"""Where everything is, and which versions of it."""
import dataclasses
import json
import os
import pathlib
import platform
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parents[1]
REPOSITORY = HERE.parents[1]

DEBIAN = ("hyperfine", "time", "libyaml-0-2", "libyaml-cpp-dev", "libbenchmark-dev", "yamllint", "python3-jsonschema",
          "python3-yaml", "git")


@dataclasses.dataclass(frozen=True)
class Setting:
    """`build` has zoomc and the programs of this folder, `work` all that a run makes.

    When not empty, `against` has the only commands that zoomc is compared with.
    """
    build: pathlib.Path
    work: pathlib.Path
    against: tuple = ()

    @property
    def zoomc(self):
        return self.build / "zoomc-static"

    @property
    def parts(self):
        return self.build / "tests/bench/bench_parts"

    def floor(self, name):
        return self.build / f"tests/bench/floor_{name}"

    @property
    def modules(self):
        return self.work / "node_modules"

    @property
    def schema_draft_7(self):
        return self.work / "app.schema.draft-07.json"

    @property
    def node(self):
        return shutil.which("node")


def said(*words):
    """The first line of what a program says."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip().split("\n")[0]


def package_versions():
    versions = {}
    for package in DEBIAN:
        versions[package] = said("dpkg-query", "-W", "-f=${Version}", package)
    for package, version in json.loads((HERE / "package.json").read_text())["dependencies"].items():
        versions[package] = version
    return versions


def machine():
    cpu = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":")[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"processor": cpu, "cores": os.cpu_count(), "memory": f"{memory:.0f} GiB", "kernel": platform.release(),
            "load": os.getloadavg()[0]}


def versions(setting):
    return {"zoomc": f"{said(setting.zoomc, '--version')}, commit {said('git', '-C', REPOSITORY, 'rev-parse', '--short', 'HEAD')}",
            "compiler": said("c++", "--version"), "node": said(setting.node, "--version"), **package_versions()}


def install_peers(setting):
    """What package-lock.json pins, into `work`, so that the settings there find their plugins."""
    subprocess.run(["/usr/bin/python3", REPOSITORY / "tests/peers/install.py", "--npm", "npm", "--pins", HERE,
                    setting.work], check=True, stdout=subprocess.DEVNULL)

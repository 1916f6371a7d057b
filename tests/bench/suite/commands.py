"""The commands that are compared, each in the quickest way that it takes its files."""
import dataclasses
import json
import platform
import shutil
from collections.abc import Callable

from . import spectral_rules
from .setting import HERE, REPOSITORY, Setting

ZOOMC = "zoomc"
JSONSCHEMA = "@sourcemeta/jsonschema"


@dataclasses.dataclass(frozen=True)
class Command:
    """`line(path)` is the command for a file, or for all app files below a directory.

    `work` says what it does in comparison with zoomc. `sees` is what it must find wrong: "schema", a word that the
    schema does not have; "style", a key twice; or nothing.
    """
    name: str
    work: str
    line: Callable
    sees: str = "schema"


def files_of(path):
    """For those that take globs."""
    return path / "**/*.zoom.yaml" if path.is_dir() else path


def native_binary(modules):
    """The program inside the package; its wrapper in JavaScript costs as much again."""
    machine = {"x86_64": "x86_64", "aarch64": "arm64"}[platform.machine()]
    return modules / f"@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-{machine}"


def write_settings(setting: Setting):
    """What the peers are configured with, beside their packages: our schema in the drafts that they know."""
    shutil.copy(HERE / "peers/eslint.config.mjs", setting.work)
    schema = json.loads((REPOSITORY / "schemas/app.schema.json").read_text())
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    setting.schema_draft_7.write_text(json.dumps(schema))
    spectral_rules.write(setting.work / "spectral.json", schema)


def commands(setting: Setting):
    schema, modules, node = REPOSITORY / "schemas/app.schema.json", setting.modules, setting.node
    jsonschema = native_binary(modules)
    known = [
        Command(ZOOMC, "reads, resolves the scopes, lints with all rules; the static program", lambda path: [setting.zoomc, "lint", path]),
        Command("zoomc --jobs 1", "the same on one core", lambda path: [setting.zoomc, "lint", "--jobs", "1", path]),
        Command(JSONSCHEMA, "validates only; its native program",
                lambda path: [jsonschema, "validate", "--fast", schema, path]),
        Command("ajv-cli", "validates only",
                lambda path: [node, modules / "ajv-cli/dist/index.js", "validate", "--strict=false", "--errors=line",
                              "-s", setting.schema_draft_7, "-d", files_of(path)]),
        Command("python3-jsonschema", "validates only; `peers/validate.py`, which reads with libyaml",
                lambda path: ["/usr/bin/python3", HERE / "peers/validate.py", schema, path]),
        Command("spectral", "validates, and lints with the rules of ours that its functions can say",
                lambda path: [node, modules / "@stoplight/spectral-cli/dist/index.js", "lint", "--quiet",
                              "--ignore-unknown-format", "-r", setting.work / "spectral.json", files_of(path)]),
        Command("eslint-plugin-yml", "lints the style of YAML only",
                lambda path: [node, modules / "eslint/bin/eslint.js", "--config", setting.work / "eslint.config.mjs",
                              "--concurrency", "auto" if path.is_dir() else "off", files_of(path)], "style"),
        Command("yamllint", "lints the style of YAML only",
                lambda path: ["/usr/bin/yamllint", "-c", HERE / "peers/yamllint.yaml", path], "style"),
        Command("floor: read", "reads the bytes and adds them up", lambda path: [setting.floor("read"), path], ""),
        Command("floor: libyaml", "events of libyaml, thrown away",
                lambda path: [setting.floor("libyaml_events"), path], ""),
        Command("floor: yaml-cpp", "events of yaml-cpp, thrown away",
                lambda path: [setting.floor("yaml_cpp_events"), path], ""),
    ]
    unknown = set(setting.against) - {command.name for command in known}
    if unknown:
        raise SystemExit(f"no command {', '.join(unknown)}; there are {', '.join(command.name for command in known)}")
    return [command for command in known if not setting.against or command.name in (ZOOMC, *setting.against)]

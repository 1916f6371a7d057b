#!/usr/bin/python3
"""What python3-jsonschema does with YAML files, as quickly as it can: one validator for all, libyaml's loader."""
import json
import pathlib
import sys

import jsonschema
import yaml


def app_files(path):
    return sorted(path.rglob("*.zoom.yaml")) if path.is_dir() else [path]


def main():
    validator = jsonschema.Draft4Validator(json.loads(pathlib.Path(sys.argv[1]).read_text()))
    bad = False
    for path in app_files(pathlib.Path(sys.argv[2])):
        for error in validator.iter_errors(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)):
            print(f"{path}: {error.message}")
            bad = True
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

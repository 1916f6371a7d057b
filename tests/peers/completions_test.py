"""The completion scripts in the shells that they are for: what is on the line after a tab."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import pexpect

ZOOMC = pathlib.Path(os.environ["ZOOMC"])

# A line as it is typed, and what it has become after a tab.
CASES = {
    "li": "lint ",
    "lint --form": "lint --format",
    "lint --format sar": "lint --format sarif ",
    "lint --color alw": "lint --color always ",
    "--color nev": "--color never ",
    "explain redirect-url-m": "explain redirect-url-mismatch ",
    "explain meetings.upd": "explain meetings.update ",
    "lint --select redirect-url-m": "lint --select redirect-url-mismatch ",
    "lint --select url-not-lowercase,redirect-url-m": "lint --select url-not-lowercase,redirect-url-mismatch ",
    "compile --region e": "compile --region eu ",
    "why crm.zoom.yaml phone:read:list_call_recordings:a": "why crm.zoom.yaml phone:read:list_call_recordings:admin ",
    "compile cr": "compile crm.zoom.yaml ",
    "catalog feat": "catalog features ",
    "catalog upd": "catalog update ",
    "catalog diff --fail-on ap": "catalog diff --fail-on apps ",
    "diff --fail-on sec": "diff --fail-on security ",
    "completions ba": "completions bash ",
}


def zoomc(*arguments):
    return subprocess.run([ZOOMC, *arguments], check=True, capture_output=True, text=True).stdout


def commands():
    """As the help lists them."""
    listed = zoomc("--help").partition("\nOptions:\n")[0]
    return re.findall(r"^  (\w+(?: \w+)?)  ", listed, re.MULTILINE)


def spoken(line):
    """Without the blank behind the last word, on which shells differ."""
    return line.rstrip(" ").removesuffix("=")


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "crm.zoom.yaml").touch()
        (self.folder / "crm-notes.txt").touch()
        self.environment = {"PATH": f"{ZOOMC.parent}:{os.environ['PATH']}", "HOME": folder.name, "TERM": "dumb",
                            "LANG": "C.UTF-8", "PS1": "$ ", "XDG_CONFIG_HOME": folder.name}

    def script(self, shell, name):
        path = self.folder / "completions" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(subprocess.run([ZOOMC, "completions", shell], check=True, capture_output=True).stdout)
        return path

    def typed(self, command, setup):
        """What each line has become after a tab, in an interactive shell."""
        shell = pexpect.spawn(command[0], command[1:], cwd=self.folder, env=self.environment, encoding="utf-8",
                              dimensions=(50, 400), timeout=20)
        self.addCleanup(shell.close, True)
        shell.sendline(setup + "; echo re''ady")
        shell.expect("ready\r?\n")
        for line, wanted in CASES.items():
            # To the start and the end of the line, so that the shell prints it as it stands there now.
            shell.send(f"zoomc {line}\t\x01echo '<\x05>'\r")
            shell.expect(r"\n<(zoomc [^>\r\n]*)>")
            with self.subTest(line=line):
                self.assertEqual(spoken(shell.match[1]), spoken("zoomc " + wanted))


class Bash(Folder):
    def test_lines(self):
        self.script("bash", "zoomc.bash")
        self.typed(["bash", "--norc", "--noprofile", "-i"], "bind 'set enable-bracketed-paste off'; "
                   "source completions/zoomc.bash")


class Zsh(Folder):
    def test_lines(self):
        self.script("zsh", "_zoomc")
        self.typed(["zsh", "-f", "-i"], "unsetopt zle_bracketed_paste; unset zle_bracketed_paste; bindkey -e; "
                   "fpath=($PWD/completions $fpath); autoload -Uz compinit; compinit -D -u")


class Fish(Folder):
    def test_lines(self):
        script = self.script("fish", "zoomc.fish")
        for line, wanted in CASES.items():
            if "," in line:
                continue  # fish knows no lists with commas
            answer = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C 'zoomc {line}'"],
                                    cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True)
            with self.subTest(line=line):
                first = [row.split("\t")[0] for row in answer.stdout.splitlines()]
                self.assertEqual(first, [spoken(wanted).split(" ")[-1]])


class ManualPage(Folder):
    def test_mandoc_finds_nothing(self):
        page = subprocess.run([ZOOMC, "man"], check=True, capture_output=True).stdout
        lint = subprocess.run(["mandoc", "-T", "lint"], input=page, capture_output=True, text=False)
        self.assertEqual((lint.stdout + lint.stderr).decode(), "")

    def test_every_command_is_in_it(self):
        page = subprocess.run([ZOOMC, "man"], check=True, capture_output=True).stdout
        text = subprocess.run(["mandoc", "-T", "utf8"], input=page, check=True, capture_output=True).stdout.decode()
        text = re.sub(".\b", "", text)  # what a terminal would show
        listed = commands()
        titles = [line.strip() for line in text.splitlines() if re.match(r"^(   )?\w", line)]
        self.assertEqual(titles[1:-1], ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", *listed, "ENVIRONMENT", "FILES",
                                        "EXIT STATUS", "EXAMPLES"])


class Help(Folder):
    def test_every_command_has_its_group_and_examples(self):
        text = zoomc("--help")
        self.assertNotIn("Other:", text)
        self.assertIn("lint", commands())
        for command in commands():
            with self.subTest(command=command):
                examples = zoomc(*command.split(), "--help").partition("\nExamples:\n")[2]
                self.assertIn("zoomc " + command, examples.splitlines()[0])


if __name__ == "__main__":
    unittest.main()

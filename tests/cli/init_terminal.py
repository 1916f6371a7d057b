#!/usr/bin/env python3
"""What `zoomc init` asks on a terminal, and what it makes of the answers."""
import argparse
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time

CTRL_D = "\x04"


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, command, directory):
        pid, self.descriptor = pty.fork()
        if pid == 0:
            os.chdir(directory)
            os.environ["TERM"] = "dumb"
            os.execv(command[0], command)
        self.pid = pid
        self.seen = ""

    def read_until(self, text):
        """Reads on until `text` has come."""
        end = time.monotonic() + 60
        while text not in self.seen:
            ready, _, _ = select.select([self.descriptor], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise SystemExit(f"no {text!r} came, but {self.seen!r}")
            piece = self.read()
            if not piece:
                raise SystemExit(f"it ended without {text!r}: {self.seen!r}")
            self.seen += piece
        head, self.seen = self.seen.split(text, 1)
        return head + text

    def read(self):
        try:
            return os.read(self.descriptor, 65536).decode().replace("\r\n", "\n")
        except OSError:  # Linux says so when the other side has gone.
            return ""

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def finish(self):
        rest = self.seen
        while piece := self.read():
            rest += piece
        _, status = os.waitpid(self.pid, 0)
        os.close(self.descriptor)
        return rest, os.waitstatus_to_exitcode(status)


def talk(zoomc, directory, arguments, dialogue):
    """Types each answer once its prompt has come; gives all that was to be seen, and the exit code."""
    terminal = Terminal([zoomc, "init", *arguments], directory)
    screen = ""
    for prompt, answer in dialogue:
        screen += terminal.read_until(prompt)
        terminal.type(answer)
    rest, code = terminal.finish()
    return screen + rest, code


def expect(what, real, wanted):
    if real != wanted:
        raise SystemExit(f"{what}:\n{real}\n--- instead of\n{wanted}")


ALL_QUESTIONS = """\
Press Enter to accept the value in [brackets]. Ctrl-D cancels; nothing is written.

Name of the app: 
  an app needs a name
Name of the app: A name that goes on and on until nobody reads all of it
  the name has 55 characters and Zoom accepts at most 49
Name of the app: Acme CRM
Who receives the OAuth redirect?
  1  Unified
  2  the app itself (`custom`)
Number [1]: 3
  type a number from 1 to 2
Number [1]: 
Where does your Unified workspace live?
  1  US, https://api.unified.to/oauth/code
  2  EU, https://api-eu.unified.to/oauth/code
  3  AU, https://api-au.unified.to/oauth/code
Number: 
  type a number from 1 to 3
Number: eu
"""

FEATURES = """\
What does it do?
  1  groups.read         List groups and their members
  2  groups.write        Create, update and delete groups and change their members
  3  meetings.read       List meetings
  4  meetings.write      Create, update and delete meetings
  5  phone.call_history  Read call history
  6  phone.recordings    List and download call recordings
  7  phone.users         List Zoom Phone users and read their profiles
  8  users.read          List users and read their profiles
  9  users.write         Create, update and delete users
 10  webinars.read       List webinars
 11  webinars.manage     Create, update and delete webinars and manage their registrants and panelists
Numbers or names, separated by commas [none yet]: """

LAST_QUESTIONS = """\
What is it for? A few words, e.g. `CRM logging` (used in the texts for Zoom's reviewers) [Enter to leave it out]: CRM logging
Company [Enter to leave it out]: 
Write .zoomc.yaml, the settings of the linter? [n]: perhaps
  type y or n
Write .zoomc.yaml, the settings of the linter? [n]: y
Have pre-commit lint the app before each commit? [n]: 
wrote `app.zoom.yaml`
wrote `.zoomc.yaml`
next: zoomc compile app.zoom.yaml, then zoomc checklist app.zoom.yaml
"""

MADE = """\
# What the app does, for whom, and where. `zoomc lint` checks it, `zoomc compile` makes its
# manifest for Zoom Marketplace, `zoomc checklist` lists what is left to do.
zoomc: 1
app:
  name: Acme CRM
  purpose: CRM logging  # in the texts that reviewers read
managed_by: admin
# Where your Unified workspace lives: it decides the redirect URL.
region: eu
# What it does; the scopes follow. `zoomc catalog features` lists all there is.
features:
  meetings: [read]
  webinars: [create]
# To be published it needs more: `app.summary`, `app.description`, `app.contact` and `app.links`.
"""


def test_every_question(zoomc, directory):
    screen, code = talk(zoomc, directory, [], [
        ("Name of the app: ", "\n"),
        ("Name of the app: ", "A name that goes on and on until nobody reads all of it\n"),
        ("Name of the app: ", "  Acme CRM \n"),
        ("Number [1]: ", "3\n"),
        ("Number [1]: ", "\n"),
        ("Number: ", "\n"),
        ("Number: ", "eu\n"),
        ("[none yet]: ", "3, meetings\n"),
        ("[none yet]: ", "3, webinars.create,3\n"),
        ("Number [1]: ", "2\n"),
        ("leave it out]: ", "CRM logging\n"),
        ("leave it out]: ", "\n"),
        ("[n]: ", "perhaps\n"),
        ("[n]: ", "y\n"),
        ("[n]: ", "\n"),
    ])
    wanted = (ALL_QUESTIONS.replace("Name of the app: Acme CRM\n", "Name of the app:   Acme CRM \n") + FEATURES +
              "3, meetings\n"
              "  `meetings` is a group: use `meetings.create`, `meetings.delete`, `meetings.read`, "
              "`meetings.update` or `meetings.write`\n"
              "Numbers or names, separated by commas [none yet]: 3, webinars.create,3\n"
              "Who connects it?\n"
              "  1  each user, for their own data\n"
              "  2  an admin, for the whole account\n"
              "Number [1]: 2\n" + LAST_QUESTIONS)
    expect("the screen", screen, wanted)
    expect("the exit code", code, 0)
    expect("the file", (directory / "app.zoom.yaml").read_text(), MADE)
    lint = subprocess.run([zoomc, "lint", "--deny-warnings"], cwd=directory, capture_output=True, text=True)
    expect("the linter", (lint.stdout, lint.returncode), ("", 0))
    expect("the directory", sorted(os.listdir(directory)), [".zoomc.yaml", "app.zoom.yaml"])


def test_options_are_not_asked_for(zoomc, directory):
    screen, code = talk(zoomc, directory, ["a.zoom.yaml", "--name", "A", "--region", "us", "--feature",
                                           "users.read", "--config", "--pre-commit", "--company", "Acme"],
                        [("leave it out]: ", "\n")])
    expect("the screen", screen,
           "Press Enter to accept the value in [brackets]. Ctrl-D cancels; nothing is written.\n\n"
           "This app needs an admin to connect it: `users.read` reads the whole account.\n"
           "What is it for? A few words, e.g. `CRM logging` (used in the texts for Zoom's reviewers) [Enter to leave it out]: \n"
           "wrote `a.zoom.yaml`\nwrote `.zoomc.yaml`\nwrote `.pre-commit-config.yaml`\n"
           "next: zoomc compile a.zoom.yaml, then zoomc checklist a.zoom.yaml\n")
    expect("the exit code", code, 0)


def test_the_app_receives_the_redirect(zoomc, directory):
    screen, code = talk(zoomc, directory, ["--name", "A", "--managed-by", "user", "--purpose", "notes",
                                           "--company", "Acme"], [
        ("Number [1]: ", "custom\n"),
        ("oauth: ", "\n"),
        ("oauth: ", "http://app.acme.example/oauth\n"),
        ("oauth: ", "https://app.acme.example/oauth\n"),
        ("[none yet]: ", "\n"),
        ("[n]: ", "no\n"),
        ("[n]: ", "no\n"),
    ])
    expect("the exit code", code, 0)
    if "  only you know where Zoom sends users\n" not in screen:
        raise SystemExit(f"an empty URL passed: {screen}")
    if "http://" not in screen or screen.count("oauth: ") != 3:
        raise SystemExit(f"an insecure URL passed: {screen}")
    made = (directory / "app.zoom.yaml").read_text()
    if "platform: custom\n" not in made or "redirect_url: https://app.acme.example/oauth\n" not in made:
        raise SystemExit(f"the redirect is not there: {made}")


def test_giving_up(zoomc, directory):
    dialogue = [("Name of the app: ", "A\n"), ("Number [1]: ", "\n"), ("Number: ", "1\n"),
                ("[none yet]: ", "\n"), ("Number [1]: ", "\n"), ("leave it out]: ", "\n"),
                ("leave it out]: ", "\n"), ("[n]: ", "\n"), ("[n]: ", "\n")]
    for asked in range(len(dialogue)):
        screen, code = talk(zoomc, directory, [], dialogue[:asked] + [(dialogue[asked][0], CTRL_D)])
        expect("the end of the screen", screen.splitlines()[-1], "zoomc: given up, nothing is written")
        expect("the exit code", code, 1)
        expect("the directory", os.listdir(directory), [])


def test_nothing_is_overwritten(zoomc, directory):
    (directory / "app.zoom.yaml").write_text("mine\n")
    screen, code = talk(zoomc, directory, [], [])
    expect("the screen", screen, "zoomc: `app.zoom.yaml` is there already; give another name, as in "
                                 "`zoomc init other.zoom.yaml`\n")
    expect("the exit code", code, 3)
    expect("the file", (directory / "app.zoom.yaml").read_text(), "mine\n")


def test_settings_that_are_there_are_not_asked_about(zoomc, directory):
    (directory / ".zoomc.yaml").write_text("lint: {exclude: [vendor/**]}\n")
    _, code = talk(zoomc, directory, ["--name", "A", "--region", "us", "--purpose", "notes", "--company", "Acme",
                                      "--feature", "users.read"], [("before each commit? [n]: ", "\n")])
    expect("the exit code", code, 0)
    expect("the settings", (directory / ".zoomc.yaml").read_text(), "lint: {exclude: [vendor/**]}\n")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--zoomc", required=True)
    zoomc = str(pathlib.Path(options.parse_args().zoomc).resolve())
    tests = [test for name, test in sorted(globals().items()) if name.startswith("test_")]
    for test in tests:
        with tempfile.TemporaryDirectory() as directory:
            try:
                test(zoomc, pathlib.Path(directory))
            except SystemExit as stop:
                sys.exit(f"{test.__name__}: {stop}")
    print(f"{len(tests)} dialogues as they should be")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Repositories that others made, and what git itself says or refuses. Each hostile one is shown to be so: plain git
runs its program."""
import http.server
import os
import pathlib
import pty
import shutil
import signal
import subprocess
import threading
import time
import unittest

from world import CODE, PATIENCE, World, environment

APP = """\
zoomc: 1
app: {name: Acme, purpose: CRM logging}
region: eu
features: {meetings: [read]}
"""
OTHER = APP.replace("[read]", "[read, create]")
BAD = APP.replace("eu", "moon")
WHO = ["-c", "user.name=n", "-c", "user.email=n@x.test"]
GIT = shutil.which("git", path=environment()["PATH"])


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.top = self.world / "repo"
        self.put("app.zoom.yaml", APP)
        self.put("src/sync.ts", CODE)
        self.git("init", "-q", "-b", "main")
        self.commit()

    def put(self, name, text):
        return self.world.put(f"repo/{name}", text)

    def git_may_fail(self, *arguments, where=None, **options):
        """Plain git, as a person runs it."""
        return self.world.run(*arguments, program=GIT, cwd=where or self.top, **options)

    def git(self, *arguments, **options):
        done = self.git_may_fail(*arguments, **options)
        self.assertEqual(done.code, 0, done)
        return done.out.strip()

    def commit(self):
        self.git("add", "-A")
        self.git(*WHO, "commit", "-q", "--no-verify", "--allow-empty", "-m", "x")

    def zoomc(self, *arguments, where=None, **options):
        return self.world.run(*arguments, cwd=where or self.top, **options)

    def path_with(self, script):
        """A PATH with a git that this shell script is, `$git` being the real one."""
        folder = self.world / "programs"
        folder.mkdir(exist_ok=True)
        program = folder / "git"
        program.write_text(f"#!/bin/sh\ngit={GIT}\n{script}\n")
        program.chmod(0o755)
        return environment(PATH=f"{folder}:{environment()['PATH']}")

    def lose(self, revision):
        """Removes an object, as a clone that is partial, or a damaged one, lacks it."""
        name = self.git("rev-parse", revision)
        (self.top / ".git" / "objects" / name[:2] / name[2:]).unlink()
        return name


class Hostile(Case):
    """A repository's own files and settings make git run nothing."""

    def setUp(self):
        super().setUp()
        self.mark = self.world / "ran"
        self.program = self.world.put("hostile", f"#!/bin/sh\ntouch {self.mark}\nexit 1\n")
        self.program.chmod(0o755)

    def was_run(self):
        found = self.mark.exists()
        self.mark.unlink(missing_ok=True)
        return found

    def config(self, *pairs, file=None):
        for name, value in pairs:
            self.git("config", *(["-f", str(file)] if file else []), name, str(value))

    def check(self, *plain, where=None, directory=".", app="app.zoom.yaml", **options):
        """Plain git runs the program with these arguments; zoomc runs it nowhere, with any git."""
        if plain:
            self.mark.unlink(missing_ok=True)
            self.git_may_fail(*plain, where=where)
            self.assertTrue(self.was_run(), f"git {plain} did not run it")
        environments = [environment()]
        if self.is_partial:
            # What git did before it knew this variable.
            environments.append(self.path_with('unset GIT_NO_LAZY_FETCH\nexec "$git" "$@"'))
        for number, environ in enumerate(environments):
            for arguments in (["lint", directory], ["infer", directory], ["diff", "--against", "HEAD", app]):
                with self.subTest(arguments=arguments, older=number):
                    done = self.zoomc(*arguments, where=where, env=environ, **options)
                    self.assertIn(done.code, (0, 1, 3), done)
                    self.assertFalse(self.was_run(), done)

    LIST = ("ls-files", "--others", "--exclude-standard")
    is_partial = False

    def lack_objects(self, url, *pairs):
        """Git looks for an ignore file that is in the index only, and for the app of the commit; both are to be
        fetched from a remote."""
        self.is_partial = True
        self.put(".gitignore", "*.o\n")
        self.commit()
        self.git("update-index", "--skip-worktree", ".gitignore")
        (self.top / ".gitignore").unlink()
        self.lose("HEAD:.gitignore")
        self.lose("HEAD:app.zoom.yaml")
        self.put("other.zoom.yaml", OTHER)
        self.config(("core.repositoryFormatVersion", 1), ("extensions.partialClone", "evil"),
                    ("remote.evil.promisor", "true"), ("remote.evil.url", url), *pairs)

    def test_upload_pack(self):
        self.lack_objects(self.world / "nowhere", ("remote.evil.uploadpack", self.program))
        self.check(*self.LIST)

    def test_ssh_command(self):
        self.lack_objects("ssh://nowhere.invalid/x", ("core.sshCommand", self.program))
        self.check(*self.LIST)

    def test_ext_protocol(self):
        self.lack_objects(f"ext::{self.program}", ("protocol.ext.allow", "always"), ("protocol.allow", "always"))
        self.check(*self.LIST)

    def test_remote_helper(self):
        self.lack_objects(self.program, ("remote.evil.vcs", "ext"), ("protocol.ext.allow", "always"))
        self.check(*self.LIST)

    def test_url_instead_of(self):
        self.lack_objects("https://nowhere.invalid/x", ("protocol.ext.allow", "always"),
                          (f"url.ext::{self.program} .insteadOf", "https://nowhere.invalid/"))
        self.check(*self.LIST)

    def test_git_proxy(self):
        self.lack_objects("git://nowhere.invalid/x", ("core.gitProxy", self.program))
        self.check(*self.LIST)

    def ask_for_password(self):
        class Refuses(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="x"')
                self.end_headers()

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refuses)
        threading.Thread(target=server.serve_forever).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}/x"

    def test_credential_helper(self):
        self.lack_objects(self.ask_for_password(), ("credential.helper", self.program), ("core.askPass", "false"))
        self.check(*self.LIST)

    def test_ask_pass(self):
        self.lack_objects(self.ask_for_password(), ("core.askPass", self.program))
        self.check(*self.LIST)

    def test_fsmonitor(self):
        self.config(("core.fsmonitor", self.program))
        self.check(*self.LIST)

    def test_included_settings(self):
        self.config(("core.fsmonitor", self.program), file=self.top / "settings")
        self.config(("include.path", "../settings"))
        self.check(*self.LIST)

    def test_settings_included_by_condition(self):
        self.config(("core.fsmonitor", self.program), file=self.top / "settings")
        self.config(("includeIf.gitdir:**.path", "../settings"))
        self.check(*self.LIST)

    def test_settings_of_a_worktree(self):
        self.config(("core.repositoryFormatVersion", 1), ("extensions.worktreeConfig", "true"))
        self.config(("core.fsmonitor", self.program), file=self.top / ".git" / "config.worktree")
        self.check(*self.LIST)

    def test_repository_elsewhere(self):
        self.config(("core.fsmonitor", self.program))
        (self.top / ".git").rename(self.top / "docs")
        self.put(".git", "gitdir: docs\n")
        self.check(*self.LIST)

    def test_files_elsewhere(self):
        self.config(("core.fsmonitor", self.program), ("core.worktree", self.world / "docs"))
        self.world.put("docs/app.zoom.yaml", APP)
        self.check(*self.LIST)
        done = self.zoomc("lint", "--format", "concise", ".")
        self.assertEqual((done.code, done.out, done.err), (0, "", ""))
        self.put("bad.zoom.yaml", BAD)
        done = self.zoomc("lint", "--format", "concise", ".")
        self.assertEqual((done.code, done.out.split(" ")[:2]), (1, ["bad.zoom.yaml:3:9:", "error[unknown-value]"]))
        done = self.zoomc("diff", "--against", "HEAD", "app.zoom.yaml")
        self.assertEqual((done.code, done.out, done.err),
                         (3, "", "zoomc: `.` is not in a git repository; --against compares with a commit\n"))

    def test_a_tracked_folder_that_is_a_repository(self):
        """Any clone or pull request may have one."""
        self.put("apps/app.zoom.yaml", APP)
        for name, text in (("HEAD", "ref: refs/heads/main\n"), ("objects/keep", ""), ("refs/keep", "")):
            self.put(f"apps/{name}", text)
        self.config(("core.repositoryFormatVersion", 0), ("core.worktree", "."), ("core.fsmonitor", self.program),
                    file=self.top / "apps" / "config")
        self.commit()
        clone = self.world / "clone"
        self.git("clone", "-q", str(self.top), str(clone), where=self.world.path)
        self.check("-C", "apps", *self.LIST, where=clone, directory="apps", app="apps/app.zoom.yaml")
        reason = f"cannot use bare repository '{clone}/apps' (safe.bareRepository is 'explicit')\n"
        done = self.zoomc("lint", "apps", where=clone)
        self.assertEqual((done.code, done.out, done.err),
                         (3, "", "zoomc: git cannot list the files of `apps`: " + reason))
        done = self.zoomc("diff", "--against", "HEAD", "apps/app.zoom.yaml", where=clone)
        self.assertEqual((done.code, done.out, done.err),
                         (3, "", "zoomc: git cannot read `apps/app.zoom.yaml` at `HEAD`: " + reason))
        # From above it is a folder like others.
        self.assertEqual(self.zoomc("lint", ".", where=clone).code, 0)

    def test_a_repository_in_the_repository(self):
        self.put("sub/app.zoom.yaml", APP)
        sub = self.top / "sub"
        self.git("init", "-q", where=sub)
        self.git("add", "-A", where=sub)
        self.git(*WHO, "commit", "-qm", "x", where=sub)
        self.git("config", "core.fsmonitor", str(self.program), where=sub)
        self.check("-C", "sub", *self.LIST)
        self.check(directory="sub", app="sub/app.zoom.yaml")

    def test_submodule(self):
        self.put(".gitmodules", '[submodule "sub"]\n\tpath = sub\n\turl = ./nowhere\n')
        self.git("add", ".gitmodules")
        self.git("update-index", "--add", "--cacheinfo", f"160000,{self.git('rev-parse', 'HEAD')},sub")
        self.git(*WHO, "commit", "-qm", "x")
        sub = self.top / "sub"
        self.git("clone", "-q", str(self.top), str(sub), where=self.world.path)
        self.config(("submodule.sub.url", "./nowhere"), ("submodule.sub.update", f"!{self.program}"),
                    ("submodule.recurse", "true"))
        self.git(*WHO, "-C", "sub", "commit", "-q", "--allow-empty", "-m", "y")
        self.check("submodule", "update", "--no-fetch")

    def test_filters(self):
        self.put(".gitattributes", "* filter=evil\n")
        for kind, plain in (("clean", ("hash-object", "src/sync.ts")), ("process", ("hash-object", "src/sync.ts")),
                            ("smudge", ("cat-file", "--filters", "HEAD:src/sync.ts"))):
            with self.subTest(kind=kind):
                self.config((f"filter.evil.{kind}", self.program))
                self.check(*plain)
                self.git("config", "--remove-section", "filter.evil")

    def test_text_conversion(self):
        self.put(".gitattributes", "* diff=evil\n")
        self.put("app.zoom.yaml", OTHER)
        self.config(("diff.evil.textconv", self.program))
        self.check("cat-file", "--textconv", "HEAD:app.zoom.yaml")

    def test_external_diff(self):
        self.put("app.zoom.yaml", OTHER)
        for name in ("diff.external", "diff.evil.command"):
            with self.subTest(name=name):
                self.put(".gitattributes", "* diff=evil\n")
                self.config((name, self.program))
                self.check("diff")
                self.git("config", "--unset", name)

    def test_hooks(self):
        names = ["post-index-change", "pre-commit", "post-checkout", "reference-transaction", "fsmonitor-watchman",
                 "pre-auto-gc", "post-rewrite"]
        for folder in (self.top / ".git" / "hooks", self.top / "hooks"):
            with self.subTest(folder=folder):
                folder.mkdir(exist_ok=True)
                for name in names:
                    shutil.copy(self.program, folder / name)
                if folder.parent == self.top:
                    shutil.rmtree(self.top / ".git" / "hooks")
                    self.config(("core.hooksPath", folder))
                self.check("checkout", "-q", "HEAD")

    def test_aliases(self):
        self.config(*((f"alias.{name}", f"!{self.program}")
                      for name in ("evil", "ls-files", "rev-parse", "cat-file", "ls-tree")))
        self.check("evil")

    def test_pager(self):
        """Of a command that writes to a terminal."""
        self.config(("core.pager", self.program),
                    *((f"pager.{name}", self.program) for name in ("ls-files", "rev-parse", "cat-file", "ls-tree")))
        for program, arguments in ((GIT, ["ls-files"]), (None, ["lint", "."]), (None, ["infer", "."]),
                                   (None, ["diff", "--against", "HEAD", "app.zoom.yaml"])):
            with self.subTest(arguments=arguments):
                end, terminal = pty.openpty()
                options = {} if program is None else {"program": program}
                process = self.world.start(*arguments, cwd=self.top, stdin=terminal, stdout=terminal, stderr=terminal,
                                           **options)
                os.close(terminal)
                try:
                    while os.read(end, 65536):
                        pass
                except OSError:
                    pass  # The end, as Linux tells it.
                process.wait(PATIENCE)
                os.close(end)
                self.assertEqual(self.was_run(), program is not None)

    def test_editor(self):
        self.config(("core.editor", self.program), ("sequence.editor", self.program))
        self.check(*WHO, "commit", "--allow-empty")

    def test_signatures(self):
        tree = self.git("rev-parse", "HEAD^{tree}")
        text = (f"tree {tree}\nauthor n <n@x.test> 1 +0000\ncommitter n <n@x.test> 1 +0000\n"
                "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nx\n")
        signed = self.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=text.encode())
        self.git("reset", "-q", "--hard", signed)
        self.config(("gpg.program", self.program), ("gpg.openpgp.program", self.program),
                    ("log.showSignature", "true"))
        self.check("log")

    def test_alternates(self):
        self.git("clone", "-q", str(self.top), str(self.world / "far"), where=self.world.path)
        self.git(*WHO, "commit", "-q", "--allow-empty", "-m", "far", where=self.world / "far")
        self.git("clone", "-q", "--bare", str(self.top), str(self.world / "shared"), where=self.world.path)
        self.put(".git/objects/info/alternates", f"{self.world / 'shared' / 'objects'}\n")
        self.config(("core.alternateRefsCommand", self.program))
        self.check("fetch", "-q", str(self.world / "far"))

    def test_program_in_the_checkout(self):
        """For whom the PATH has relative directories."""
        shutil.copy(self.program, self.top / "git")
        for path in (".:", ":", "./:"):
            environ = environment(PATH=path + environment()["PATH"])
            self.world.run("-c", "git ls-files", program="/bin/sh", cwd=self.top, env=environ)
            self.assertTrue(self.was_run())
            for arguments in (["lint", "."], ["infer", "."], ["diff", "--against", "HEAD", "app.zoom.yaml"]):
                self.assertIn(self.zoomc(*arguments, env=environ).code, (0, 1))
                self.assertFalse(self.was_run())


class Hooks(Case):
    """Git tells its hooks about itself; zoomc sees there what it sees elsewhere."""

    def setUp(self):
        super().setUp()
        self.put(".gitignore", "ignored.zoom.yaml\n")
        self.put("ignored.zoom.yaml", BAD)
        self.commit()
        self.put("app.zoom.yaml", OTHER)

    COMMANDS = (("lint", "--format", "concise"), ("infer", "--format", "json", "src"),
                ("diff", "--against", "HEAD", "app.zoom.yaml"))

    def in_hook(self, where, *arguments):
        """What the commands say in the hook of a commit."""
        log = self.world / "log"
        log.unlink(missing_ok=True)
        runs = "\n".join(f'"$zoomc" {" ".join(command)} >>{log} 2>&1; echo $? >>{log}' for command in self.COMMANDS)
        hook = self.put(".git/hooks/pre-commit", f"#!/bin/sh\n{runs}\nexit 1\n")
        hook.chmod(0o755)
        self.git_may_fail(*WHO, *arguments, where=where, env=environment(zoomc=os.environ["ZOOMC"]))
        return log.read_text()

    def outside(self, where):
        done = [self.zoomc(*command, where=where) for command in self.COMMANDS]
        self.assertEqual([one.code for one in done], [0, 0, 0])
        return "".join(f"{one.out}{one.err}{one.code}\n" for one in done)

    def test_commits(self):
        tree = self.world / "tree"
        self.git("worktree", "add", "-q", str(tree), "-b", "side")
        (tree / "ignored.zoom.yaml").write_text(BAD)
        (tree / "app.zoom.yaml").write_text(OTHER)
        # Git runs a hook at the top, from wherever it is called.
        for top, where, name in ((self.top, self.top, "app.zoom.yaml"), (tree, tree, "app.zoom.yaml"),
                                 (tree, tree / "src", "../app.zoom.yaml")):
            expected = self.outside(top)
            for arguments in (["commit", "-am", "y"], ["commit", "-m", "y", name], ["commit", "--allow-empty", "-m", "y"],
                              ["--literal-pathspecs", "commit", "-am", "y"], ["--glob-pathspecs", "commit", "-am", "y"],
                              ["-c", "core.excludesFile=/dev/null", "-c", "core.bare=false", "commit", "-am", "y"]):
                with self.subTest(where=where, arguments=arguments):
                    self.assertEqual(self.in_hook(where, *arguments), expected)

    def test_variables(self):
        expected = self.outside(self.top)
        decoy = self.world / "decoy"
        decoy.mkdir()
        self.git("init", "-q", where=decoy)
        for variables in ({"GIT_DIR": str(decoy / ".git")}, {"GIT_DIR": "/nowhere"}, {"GIT_WORK_TREE": str(decoy)},
                          {"GIT_INDEX_FILE": "/nowhere/index"}, {"GIT_OBJECT_DIRECTORY": "/nowhere"},
                          {"GIT_COMMON_DIR": "/nowhere"}, {"GIT_PREFIX": "src/"}, {"GIT_LITERAL_PATHSPECS": "1"},
                          {"GIT_GLOB_PATHSPECS": "1"}, {"GIT_NOGLOB_PATHSPECS": "1"}, {"GIT_ICASE_PATHSPECS": "1"},
                          {"GIT_TRACE": "/dev/stdout"}, {"GIT_TRACE": "1"}, {"GIT_TRACE2_EVENT": "1"},
                          {"GIT_CONFIG_PARAMETERS": "'core.worktree'='/usr'"}, {"GIT_EXEC_PATH": "/nowhere"},
                          {"GIT_NAMESPACE": "x"}, {"GIT_CONFIG": "/nowhere"}, {"GIT_SHALLOW_FILE": "/nowhere"}):
            with self.subTest(variables=variables):
                done = [self.zoomc(*command, env=environment(**variables)) for command in self.COMMANDS]
                self.assertEqual("".join(f"{one.out}{one.err}{one.code}\n" for one in done), expected)

    def test_the_settings_of_the_person_count(self):
        """Their ignore files, wherever they are named."""
        home = self.world / "home"
        home.mkdir()
        self.put("mine.zoom.yaml", BAD)
        self.assertEqual(self.zoomc("lint").code, 1)
        (home / "ignore").write_text("mine.zoom.yaml\n")
        (home / ".gitconfig").write_text(f"[core]\n\texcludesFile = {home}/ignore\n")
        self.assertEqual(self.zoomc("lint", env=environment(HOME=str(home))).code, 0)
        self.assertEqual(self.zoomc("lint", env=environment(GIT_CONFIG_GLOBAL=str(home / ".gitconfig"))).code, 0)
        count = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.excludesFile",
                 "GIT_CONFIG_VALUE_0": str(home / "ignore")}
        self.assertEqual(self.zoomc("lint", env=environment(**count)).code, 0)


class Refusals(Case):
    """Where git cannot tell, its reason is shown and nothing passes."""

    LIST = "zoomc: git cannot list the files of `.`: "
    READ = "zoomc: git cannot read `app.zoom.yaml` at `HEAD`: "
    DIFF = ("diff", "--against", "HEAD", "app.zoom.yaml")

    def refuse(self, arguments, message, **options):
        done = self.zoomc(*arguments, **options)
        self.assertEqual((done.code, done.out, done.err), (3, "", message + "\n"))

    def test_foreign_owner(self):
        """Git has a switch for its own tests of this, which needs no other user."""
        reason = (f"detected dubious ownership in repository at '{self.top}'; to add an exception for this directory, "
                  f"call: git config --global --add safe.directory {self.top}")
        home = self.world / "home"
        home.mkdir()
        environ = {**self.path_with('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$git" "$@"'), "HOME": str(home)}
        self.refuse(["lint"], self.LIST + reason, env=environ)
        self.refuse(self.DIFF, self.READ + reason, env=environ)
        done = self.zoomc("infer", ".", env=environ)
        self.assertEqual((done.code, done.err.splitlines()[0]), (3, self.LIST + reason))
        # The person says that it is safe; what the repository says of itself is nothing.
        self.git("config", "safe.directory", "*")
        self.refuse(["lint"], self.LIST + reason, env=environ)
        allowed = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": str(self.top)}
        self.assertEqual(self.zoomc("lint", env={**environ, **allowed}).code, 0)
        (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {self.top}\n")
        self.assertEqual(self.zoomc("lint", env=environ).code, 0)
        self.assertEqual(self.zoomc(*self.DIFF, env=environ).code, 0)

    def test_broken_index(self):
        self.put(".git/index", "x")
        self.refuse(["lint"], self.LIST + ".git/index: index file smaller than expected")
        # A commit is read without it.
        self.assertEqual(self.zoomc(*self.DIFF).code, 0)

    def test_broken_settings(self):
        self.put(".git/config", "[\n")
        self.refuse(["lint"], self.LIST + "bad config line 1 in file .git/config")
        self.refuse(self.DIFF, self.READ + "bad config line 1 in file .git/config")

    def test_escapes(self):
        shutil.rmtree(self.top / ".git")
        self.put(".git", "gitdir: /no\x1b[31mwhere\n")
        self.refuse(["lint"], self.LIST + "not a git repository: /no?[31mwhere")

    def test_missing_blob(self):
        self.put("app.zoom.yaml", OTHER)
        name = self.lose("HEAD:app.zoom.yaml")
        self.refuse([*self.DIFF, "--fail-on", "reauthorization"],
                    f"{self.READ}git cat-file: could not get object info; in a partial clone, fetch it with "
                    f"`git cat-file -e {name}`")
        self.assertEqual(self.zoomc("lint").code, 0)

    def test_partial_clone(self):
        """Nothing is fetched behind a person's back; the command that is named does."""
        self.put("app.zoom.yaml", OTHER)
        self.commit()
        self.git("config", "uploadpack.allowFilter", "true")
        self.git("config", "uploadpack.allowAnySHA1InWant", "true")
        clone = self.world / "clone"
        self.git("clone", "-q", "--filter=blob:none", f"file://{self.top}", str(clone), where=self.world.path)
        arguments = ["diff", "--against", "HEAD~1", "app.zoom.yaml"]
        done = self.zoomc(*arguments, where=clone)
        self.assertEqual((done.code, done.out), (3, ""))
        command = done.err.rsplit("in a partial clone, fetch it with `", 1)[1].removesuffix("`\n").split()
        self.assertEqual(command[:3], ["git", "cat-file", "-e"])
        self.git(*command[1:], where=clone)
        done = self.zoomc(*arguments, where=clone)
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertIn("meeting:write:meeting", done.out)
        self.assertEqual(self.zoomc("lint", where=clone).code, 0)

    def test_missing_trees(self):
        self.put("sub/app.zoom.yaml", APP)
        self.commit()
        name = self.lose("HEAD:sub")
        self.refuse(["diff", "--against", "HEAD", "sub/app.zoom.yaml"],
                    f"zoomc: git cannot read `sub/app.zoom.yaml` at `HEAD`: could not read {name}")
        self.lose("HEAD^{tree}")
        self.refuse(self.DIFF, self.READ + "not a tree object")

    def test_missing_commit(self):
        self.lose("HEAD")
        self.refuse(self.DIFF, self.READ + "git cat-file: could not get object info")

    def test_what_is_no_commit(self):
        tree = self.git("rev-parse", "HEAD^{tree}")
        for revision in ("nothing", "HEAD~9", "HEAD@{9}", "HEAD^{tree}", "HEAD:app.zoom.yaml", ":/none", "..", "a b",
                         "0" * 40, "1234567", "--output=x", tree[:9]):
            with self.subTest(revision=revision):
                done = self.zoomc("diff", f"--against={revision}", "app.zoom.yaml")
                self.assertEqual((done.code, done.out, done.err),
                                 (2, "", f"zoomc: --against: git has no commit `{revision}`\n"))
        done = self.zoomc("diff", "--against", tree, "app.zoom.yaml")
        self.assertEqual((done.code, done.out, done.err),
                         (3, "", f"zoomc: git cannot read `app.zoom.yaml` at `{tree}`: {tree}^{{commit}}: expected commit "
                                 "type, but the object dereferences to tree type\n"))

    def test_what_is_new(self):
        """Only what a commit does not have."""
        self.put("new.zoom.yaml", APP)
        done = self.zoomc("diff", "--against", "HEAD", "new.zoom.yaml")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertTrue(done.out.startswith("`new.zoom.yaml` is new"), done.out)
        # A folder then, a file now.
        self.put("dir.zoom.yaml/x", "")
        self.commit()
        shutil.rmtree(self.top / "dir.zoom.yaml")
        self.put("dir.zoom.yaml", APP)
        done = self.zoomc("diff", "--against", "HEAD", "dir.zoom.yaml")
        self.assertTrue(done.out.startswith("`dir.zoom.yaml` is new"), done.out)

    def test_a_link(self):
        os.symlink("app.zoom.yaml", self.top / "link.zoom.yaml")
        self.commit()
        self.refuse(["diff", "--against", "HEAD", "link.zoom.yaml"],
                    "zoomc: `link.zoom.yaml` is a link at `HEAD`: give the file that it points to")

    def test_names(self):
        """Of files and folders; none is a pattern to git."""
        for name in ("a\nb", 'q"u', "*", "[a]", "a b", ":(top)", "-o", os.fsdecode(b"\xff")):
            with self.subTest(name=name):
                path = f"{name}.d/{name}.zoom.yaml"
                (self.top / f"{name}.d").mkdir()
                (self.top / path).write_text(APP)
                self.commit()
                (self.top / path).write_text(OTHER)
                done = self.zoomc("diff", "--against", "HEAD", "--", path)
                self.assertEqual((done.code, done.err), (0, ""))
                self.assertNotIn("is new", done.out)
                self.assertIn("meeting:write:meeting", done.out)


class Pipes(Case):
    """Git would open these and wait for ever."""

    def test_files_of_git(self):
        (self.top / ".git" / "info" / "exclude").unlink(missing_ok=True)
        for name in (".gitignore", ".git/info/exclude", ".git/index", ".git/config", ".git/HEAD"):
            with self.subTest(name=name):
                path = self.top / name
                before = path.read_bytes() if path.exists() else None
                path.unlink(missing_ok=True)
                os.mkfifo(path)
                reason = f"cannot read `{name}`: it is not a file\n"
                done = self.zoomc("lint")
                self.assertEqual((done.code, done.out, done.err),
                                 (3, "", f"zoomc: git cannot list the files of `.`: {reason}"))
                done = self.zoomc("lint", "--format", "json", "src")
                self.assertEqual((done.code, done.err), (3, "zoomc: git cannot list the files of `src`: "
                                                            f"cannot read `{name}`: it is not a file\n"))
                path.unlink()
                if before is not None:
                    path.write_bytes(before)
        self.assertEqual(self.zoomc("lint").code, 0)


class Endings(Case):
    def test_signals(self):
        """Who ends zoomc ends the git that it waits for."""
        note = self.world / "pid"
        environ = self.path_with(f"echo $$ >{note}.new; mv {note}.new {note}; exec sleep 1000")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=number):
                note.unlink(missing_ok=True)
                with self.world.start("lint", cwd=self.top, env=environ) as process:
                    end = time.monotonic() + PATIENCE
                    while not note.exists():
                        self.assertLess(time.monotonic(), end)
                        time.sleep(0.01)
                    child = int(note.read_text())
                    self.assertTrue(is_running(child))
                    process.send_signal(number)
                    self.assertEqual(process.wait(PATIENCE), -number)
                    self.assertFalse(is_running(child))
                    self.assertEqual((process.stdout.read(), process.stderr.read()), (b"", b""))


def is_running(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    unittest.main()

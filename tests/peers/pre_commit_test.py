#!/usr/bin/env python3
"""The real pre-commit runs the hooks of .pre-commit-hooks.yaml in a real git repository."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve()

GOOD = """\
zoomc: 1
app: {name: Acme CRM Sync}
region: eu
features: {meetings: read}
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code
"""
BAD = GOOD.replace("/oauth/code", "/oauth/code/")


class PreCommit(unittest.TestCase):
    def setUp(self):
        self.base = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.base)
        self.environment = {
            "PATH": f"{ZOOMC.parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.base),
            "LANG": "C.UTF-8",
            "PRE_COMMIT_HOME": str(self.base / "cache"),
            "PRE_COMMIT_COLOR": "never",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@acme.test",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@acme.test",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        hooks = self.repository("hooks")
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        self.must(hooks, "git", "add", ".")
        self.must(hooks, "git", "commit", "-qm", "hooks")
        revision = self.must(hooks, "git", "rev-parse", "HEAD").strip()
        self.work = self.repository("work")
        self.config = (f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n")

    def repository(self, name):
        path = self.base / name
        path.mkdir()
        self.must(path, "git", "init", "-q")
        return path

    def run_in(self, path, *command):
        return subprocess.run(command, cwd=path, env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)

    def must(self, path, *command):
        done = self.run_in(path, *command)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def install(self, *hooks):
        config = self.config + "".join(f"  - id: {hook}\n" for hook in hooks)
        (self.work / ".pre-commit-config.yaml").write_text(config)
        self.must(self.work, "pre-commit", "install")

    def commit(self, **files):
        for name, text in files.items():
            (self.work / name.replace("__", ".")).write_text(text)
        self.must(self.work, "git", "add", "-A")
        return self.run_in(self.work, "git", "commit", "-m", "change")

    def compiled(self):
        self.must(self.work, "zoomc", "compile", "-o", "app.manifest.json", "app.zoom.yaml")

    def test_a_bad_app_is_refused_and_a_fixed_one_accepted(self):
        self.install("zoomc-lint")
        refused = self.commit(app__zoom__yaml=BAD)
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertIn("error[redirect-url-mismatch]: redirect URL ends with a `/` that Unified does "
                      "not send\n --> app.zoom.yaml:6:53\n", refused.stdout)
        accepted = self.commit(app__zoom__yaml=GOOD)
        self.assertEqual(accepted.returncode, 0, accepted.stdout)

    def test_the_fix_hook_mends_the_file_and_has_it_added_again(self):
        self.install("zoomc-fix")
        refused = self.commit(app__zoom__yaml=BAD)
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertIn("files were modified by this hook", refused.stdout)
        self.assertEqual((self.work / "app.zoom.yaml").read_text(), GOOD)
        accepted = self.commit()
        self.assertEqual(accepted.returncode, 0, accepted.stdout)

    def test_a_stale_manifest_is_refused(self):
        self.install("zoomc-compile-check")
        (self.work / "app.zoom.yaml").write_text(GOOD)
        self.compiled()
        self.assertEqual(self.commit().returncode, 0)
        changed = GOOD.replace("meetings: read", "meetings: [read, create]")
        refused = self.commit(app__zoom__yaml=changed)
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertIn("`app.manifest.json` is stale", refused.stdout)
        self.compiled()
        self.assertEqual(self.commit().returncode, 0)

    def test_a_manifest_edited_by_hand_is_refused(self):
        self.install("zoomc-compile-check")
        (self.work / "app.zoom.yaml").write_text(GOOD)
        self.compiled()
        self.assertEqual(self.commit().returncode, 0)
        manifest = (self.work / "app.manifest.json").read_text()
        refused = self.commit(app__manifest__json=manifest.replace("USER_OPERATION",
                                                                  "ADMIN_MANAGEMENT"))
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertIn("`app.manifest.json` is stale", refused.stdout)

    def test_a_change_of_the_settings_alone_lints_the_apps_that_are_there(self):
        self.install("zoomc-lint", "zoomc-fix", "zoomc-compile-check")
        (self.work / "app.zoom.yaml").write_text(GOOD)
        self.compiled()
        self.assertEqual(self.commit().returncode, 0)
        refused = self.commit(__zoomc__yaml="policy: [{id: us-only, allow: {regions: [us]}}]\n")
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertIn("error[policy-violation]: policy `us-only` does not allow the region `eu`\n"
                      " --> app.zoom.yaml:3:9\n", refused.stdout)
        self.assertEqual(refused.stdout.count("no files to check"), 1, refused.stdout)
        accepted = self.commit(__zoomc__yaml="policy: [{id: eu-only, allow: {regions: [eu]}}]\n")
        self.assertEqual(accepted.returncode, 0, accepted.stdout)

    def test_settings_with_a_mistake_are_refused_where_there_is_no_app(self):
        self.install("zoomc-lint")
        refused = self.commit(__zoomc__yaml="lint: {rules: {unknown-scop: error}}\n")
        self.assertEqual(refused.returncode, 1, refused.stdout)
        self.assertIn("error[unknown-rule]: ", refused.stdout)
        self.assertIn("\n --> .zoomc.yaml:1:16\n", refused.stdout)

    def test_settings_of_a_folder_lint_the_apps_below_it_alone(self):
        self.install("zoomc-lint")
        (self.work / "crm").mkdir()
        (self.work / "crm" / "app.zoom.yaml").write_text(GOOD)
        self.must(self.work, "git", "add", "-A")
        self.must(self.work, "git", "commit", "-qm", "app", "--no-verify")
        (self.work / "other.zoom.yaml").write_text(BAD)
        self.must(self.work, "git", "add", "-A")
        self.must(self.work, "git", "commit", "-qm", "bad", "--no-verify")
        (self.work / "crm" / ".zoomc.yaml").write_text("lint: {rules: {insecure-url: error}}\n")
        self.assertEqual(self.commit().returncode, 0)

    def test_other_files_run_no_hook(self):
        self.install("zoomc-lint", "zoomc-fix", "zoomc-compile-check")
        done = self.commit(notes__yaml="not: an app\n")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(done.stdout.count("no files to check"), 3, done.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)

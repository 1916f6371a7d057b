"""What `cmake --install` and the Debian package bring, and that it runs from there."""
import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["ZOOMC_BUILD"])
ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "crm-sync.zoom.yaml"

FILES = [
    "bin/zoomc",
    "share/bash-completion/completions/zoomc",
    "share/doc/zoomc/README.md",
    "share/doc/zoomc/copyright",
    "share/fish/vendor_completions.d/zoomc.fish",
    "share/man/man1/zoomc.1",
    "share/zoomc/.pre-commit-hooks.yaml",
    *sorted(f"share/zoomc/schemas/{schema.name}" for schema in (ROOT / "schemas").glob("*.schema.json")),
    "share/zsh/vendor-completions/_zoomc",
]


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options).stdout


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)


class Installed(Folder):
    def check_tree(self, prefix):
        files = sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file())
        self.assertEqual(files, sorted(FILES))
        self.assertEqual(run(prefix / "bin/zoomc", "compile", EXAMPLE),
                         run(BUILD / "zoomc", "compile", EXAMPLE))
        self.assertEqual((prefix / "share/man/man1/zoomc.1").read_text(), run(prefix / "bin/zoomc", "man"))

    def test_install(self):
        run("cmake", "--install", BUILD, "--prefix", self.folder)
        self.check_tree(self.folder)

    def test_debian_package(self):
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", self.folder / "made", cwd=BUILD)
        package, = (self.folder / "made").glob("*.deb")
        version = run(BUILD / "zoomc", "--version").split()[1]
        self.assertEqual(package.name, f"zoomc_{version}_{run('dpkg', '--print-architecture').strip()}.deb")
        self.assertEqual(run("dpkg-deb", "-f", package, "Package", "Version", "Section", "Recommends"),
                         f"Package: zoomc\nVersion: {version}\nSection: utils\nRecommends: git\n")
        # Only the C library: all else is linked in.
        self.assertRegex(run("dpkg-deb", "-f", package, "Depends"), r"^libc6 \(>= 2\.\d+\)\n$")
        run("dpkg-deb", "-x", package, self.folder / "tree")
        self.check_tree(self.folder / "tree" / "usr")


class StaticBinary(Folder):
    def test_it_runs_where_nothing_else_is(self):
        binary = BUILD / "zoomc-static"
        self.assertNotIn("INTERP", run("readelf", "-lW", binary))
        (self.folder / "zoomc").write_bytes(binary.read_bytes())
        (self.folder / "zoomc").chmod(0o755)
        (self.folder / "crm.zoom.yaml").write_bytes(EXAMPLE.read_bytes())
        root = [] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user"]
        made = run(*root, "chroot", self.folder, "/zoomc", "compile", "/crm.zoom.yaml")
        self.assertEqual(made, run(BUILD / "zoomc", "compile", EXAMPLE))
        # Threads too.
        self.assertEqual(run(*root, "chroot", self.folder, "/zoomc", "lint", "--jobs", "4", "/"), "")


if __name__ == "__main__":
    unittest.main()

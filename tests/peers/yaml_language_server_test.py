#!/usr/bin/env python3
"""The real yaml-language-server, which most editors bring, with the schema that `zoomc schema app` prints."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from lsp_client import Client, ZOOMC, place_of  # noqa: E402

SERVER = pathlib.Path(os.environ["ZOOMC_PEERS"]) / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = os.environ["NODE"]
GOOD = """\
zoomc: 1
app:
  name: Acme
region: eu
features:
  phone: [users]
"""


class YamlClient(Client):
    """Answers what the server asks for: the schema for our files."""
    schema = ""

    def answer(self, request):
        if request["method"] != "workspace/configuration":
            return None
        settings = {"schemas": {self.schema: ["*.zoom.yaml"]}, "validate": True, "hover": True,
                    "completion": True, "schemaStore": {"enable": False}}
        return [settings if item.get("section") == "yaml" else None
                for item in request["params"]["items"]]


class YamlLanguageServer(unittest.TestCase):
    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        schema = self.directory / "zoomc.app.schema.json"
        schema.write_bytes(subprocess.run([ZOOMC, "schema", "app"], capture_output=True, check=True).stdout)
        self.uri = (self.directory / "app.zoom.yaml").as_uri()
        self.client = YamlClient([NODE, str(SERVER), "--stdio"], cwd=self.directory)
        self.client.schema = schema.as_uri()
        self.addCleanup(self.client.close)
        self.client.initialize(workspace={"configuration": True}, textDocument={
            "completion": {"completionItem": {"snippetSupport": False}},
            "hover": {"contentFormat": ["markdown"]}})
        self.client.notify("workspace/didChangeConfiguration", {"settings": {}})
        self.version = 0

    def messages(self, text):
        """What is wrong with a text. Only then the server has our schema."""
        self.version += 1
        self.client.open(self.uri, text, self.version)
        return [one["message"] for one in self.client.diagnostics(self.uri)]

    def at(self, text, index):
        self.messages(text)
        return {"textDocument": {"uri": self.uri}, "position": place_of(text, index)}

    def test_a_good_app_has_no_mistakes(self):
        self.assertEqual(self.messages(GOOD), [])

    def test_a_wrong_region_is_a_mistake(self):
        self.assertEqual(self.messages(GOOD.replace("region: eu", "region: mars")),
                         ['Value is not accepted. Valid values: "us", "eu", "au".'])

    def test_an_unknown_key_is_a_mistake(self):
        self.assertEqual(self.messages(GOOD + "scopes: [a]\n"), ["Property scopes is not allowed."])

    def test_the_actions_of_a_feature_are_completed(self):
        text = GOOD.replace("phone: [users]", "phone: [users, ]")
        items = self.client.result("textDocument/completion", self.at(text, text.index(", ]") + 2))["items"]
        labels = [item["label"] for item in items]
        self.assertEqual([label for label in labels if label.strip("- ") in
                          ("call_history", "recordings", "users")], ["users", "call_history", "recordings"])

    def test_a_key_is_explained(self):
        hover = self.client.result("textDocument/hover", self.at(GOOD, GOOD.index("region") + 2))
        self.assertIn("it decides the redirect URL", hover["contents"]["value"])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""The real Neovim, set up as docs/editors.md says, edits an app with `zoomc lsp`."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ZOOMC = pathlib.Path(os.environ["ZOOMC"]).resolve()
NVIM = os.environ.get("NVIM_PROGRAM", "nvim")

APP = """\
zoomc: 1
app: {name: "Acme \U0001F600", purpose: CRM logging}
region: eu
features:
  phone: [call_history]
oauth: {redirect_url: https://api-eu.unified.to/oauth/code/, strict_mode: true} # \U0001F600
justify:
  phone.call_history: Read call history for CRM logging
"""

# What a person does, step by step; every step waits until it has happened.
STEPS = """
local seen = {}
local function wait(what, done)
  if not vim.wait(60000, done, 20) then error("waited in vain for " .. what) end
end
local function finish(name)
  vim.fn.writefile({vim.fn.json_encode(seen)}, name)
  vim.cmd("qall!")
end
local function shown()
  local list = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.severity < vim.diagnostic.severity.HINT then
      table.insert(list, {one.lnum, one.col, one.end_lnum, one.end_col, one.severity, one.code or
        one.user_data.lsp.code, one.source, one.message})
    end
  end
  return list
end
local ok, trouble = pcall(function()
  wait("diagnostics", function() return #shown() > 0 end)
  seen.diagnostics = shown()

  vim.api.nvim_win_set_cursor(0, {3, 8})
  vim.lsp.buf.hover()
  local float
  wait("hover", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then float = window end
    end
    return float ~= nil
  end)
  seen.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false)
  vim.api.nvim_win_close(float, true)

  vim.api.nvim_win_set_cursor(0, {8, 8})
  vim.lsp.buf.definition()
  wait("definition", function() return vim.api.nvim_win_get_cursor(0)[1] == 5 end)
  seen.definition = vim.api.nvim_win_get_cursor(0)

  -- The line that is being typed: another action behind the first.
  vim.api.nvim_buf_set_text(0, 4, 22, 4, 22, {", "})
  vim.api.nvim_win_set_cursor(0, {5, 23})
  local params = vim.lsp.util.make_position_params()
  params.position.character = 24
  local replies = vim.lsp.buf_request_sync(0, "textDocument/completion", params, 60000)
  for _, reply in pairs(replies) do
    seen.completion = vim.lsp.util.text_document_completion_list_to_complete_items(reply.result, "")
  end
  for _, item in ipairs(seen.completion) do item.user_data = nil; item.info = nil end
  vim.api.nvim_buf_set_text(0, 4, 24, 4, 24, {seen.completion[1].word})

  vim.ui.select = function(items, _, choose)
    seen.actions = {}
    for _, item in ipairs(items) do table.insert(seen.actions, item[2].title) end
    choose(items[1], 1)
  end
  wait("the finding after the edit", function() return #shown() > 0 end)
  vim.api.nvim_win_set_cursor(0, {6, 59})
  vim.lsp.buf.code_action()
  wait("the code action", function()
    return not vim.api.nvim_buf_get_lines(0, 5, 6, false)[1]:find("code/", 1, true)
  end)
  wait("no more findings", function() return #shown() == 0 end)
  seen.buffer = vim.api.nvim_buf_get_lines(0, 0, -1, false)
end)
if not ok then seen.trouble = tostring(trouble) end
finish(RESULT)
"""


def documented_setup():
    """The Lua that docs/editors.md tells people to put into their init.lua."""
    page = (ROOT / "docs/editors.md").read_text()
    return re.search(r"```lua\n(.*?)```", page, re.DOTALL).group(1)


class Neovim(unittest.TestCase):
    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        config = self.directory / "config" / "nvim"
        config.mkdir(parents=True)
        (config / "init.lua").write_text(documented_setup())

    def run_steps(self, steps):
        app = self.directory / "app.zoom.yaml"
        app.write_text(APP)
        result = self.directory / "result.json"
        script = self.directory / "steps.lua"
        script.write_text(steps.replace("RESULT", json.dumps(str(result))))
        environment = {
            "PATH": f"{ZOOMC.parent}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.directory),
            "XDG_CONFIG_HOME": str(self.directory / "config"), "XDG_DATA_HOME": str(self.directory / "data"),
            "XDG_STATE_HOME": str(self.directory / "state"), "XDG_CACHE_HOME": str(self.directory / "cache"),
            "LANG": "C.UTF-8", "TERM": "dumb"}
        done = subprocess.run([NVIM, "--headless", "-n", str(app), "-c", f"luafile {script}"],
                              env=environment, capture_output=True, timeout=300, check=False)
        self.assertTrue(result.exists(), done.stdout + done.stderr)
        seen = json.loads(result.read_text())
        self.assertNotIn("trouble", seen, done.stderr)
        return seen

    def test_a_person_edits_an_app(self):
        seen = self.run_steps(STEPS)
        self.assertEqual(seen["diagnostics"], [[
            5, 58, 5, 59, 1, "redirect-url-mismatch", "zoomc",
            "redirect URL ends with a `/` that Unified does not send\n"
            "zoom accepts it; users then see `Invalid redirect url` (4700)"]])
        self.assertEqual([line.rstrip() for line in seen["hover"] if line][:3], [
            "eu: the EU region of Unified",
            "  add          region: eu",
            "  redirect     https://api-eu.unified.to/oauth/code"])
        self.assertEqual(seen["definition"], [5, 10])
        self.assertEqual([item["word"] for item in seen["completion"]], ["recordings", "users"])
        self.assertEqual(seen["completion"][0]["menu"], "List and download call recordings")
        self.assertEqual(seen["actions"], [
            "Change to `https://api-eu.unified.to/oauth/code`",
            "Allow `redirect-url-mismatch` here, with a reason"])
        self.assertEqual("\n".join(seen["buffer"]) + "\n",
                         APP.replace("oauth/code/", "oauth/code")
                            .replace("[call_history]", "[call_history, recordings]"))


if __name__ == "__main__":
    unittest.main()

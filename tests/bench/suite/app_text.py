"""App files as people write them: every part of the language, in the styles that are in use.

The same seed gives the same bytes. Every file is right by `schemas/app.schema.json`, so that who only
validates has the whole of it to do; one that gets a mistake has it in what only a linter sees.
"""
import random

from . import words
from .scalars import flow_list, folded, quoted, scalar

LINES = 84
# What the linter is to find, each in files that a schema lets pass.
MISTAKES = ("redirect-url-mismatch", "insecure-webhook-url", "unknown-scope", "vague-justification", "zoom-in-name",
            "duplicate-scope")
REDIRECTS = {"us": "https://api.unified.to/oauth/code", "eu": "https://api-eu.unified.to/oauth/code",
             "au": "https://api-au.unified.to/oauth/code"}


class AppText:
    """One file: what it is about is chosen first, how it is written part by part."""

    def __init__(self, tables, seed, mistake=None):
        self.tables, self.seed, self.mistake = tables, seed, mistake
        rng = self.rng("facts")
        self.level = "user" if rng.random() < 0.2 else "admin"
        self.vocabulary = "classic" if rng.random() < 0.05 and mistake is None else "granular"
        self.custom = rng.random() < 0.1 and mistake != "redirect-url-mismatch"
        self.published = rng.random() < 0.3
        self.regions = [rng.choice(tuple(REDIRECTS))] if rng.random() < 0.8 else rng.sample(tuple(REDIRECTS), 2)
        self.company = rng.choice(words.NAMES)
        self.purpose = rng.choice(words.PURPOSES)
        ascii_name = self.company.encode("ascii", "ignore").decode().lower()
        self.host = f"{ascii_name}.{'test' if self.published else 'example'}"
        self.features = self.choose_features(rng)
        self.calls = self.choose_calls(rng)
        self.events = self.choose_events(rng)
        # A few know what YAML has anchors for.
        self.has_alias = rng.random() < 0.02
        self.extra = self.choose_extra(rng)

    def rng(self, part):
        return random.Random(f"{self.seed}/{part}")

    # What it is about.

    def choose_features(self, rng):
        fit = [feature for feature in self.tables.features if self.level == "admin" or not feature.admin_only]
        return sorted(rng.sample(fit, min(len(fit), rng.randint(4, 8))), key=lambda feature: feature.name)

    def choose_calls(self, rng):
        """More than a file needs; `text` takes as many as it has lines for."""
        used = {call for feature in self.features for call in feature.calls}
        fit = self.tables.calls_at(self.vocabulary, self.level)
        calls, names = [], set()
        for call in rng.sample(fit, min(len(fit), 40)):
            if call.key not in used and call.name.lower() not in names:
                calls.append(call)
                names.add(call.name.lower())
        return calls

    def choose_events(self, rng):
        return rng.sample(self.tables.events_at(self.vocabulary, self.level), rng.randint(1, 4))

    def choose_extra(self, rng):
        """Scopes that nothing else of the file stands for."""
        if self.vocabulary != "granular":
            return []
        taken = {scope for thing in self.calls + self.events for scope in thing.scopes["granular"]}
        taken |= self.tables.scopes_of_features
        fit = [scope for scope in self.tables.read_scopes_at(self.level) if scope not in taken]
        extra = rng.sample(fit, min(len(fit), rng.randint(1, 2)))
        if self.mistake == "unknown-scope":
            extra[-1] = extra[-1].replace(":read:", ":reed:")
        if self.mistake == "duplicate-scope":
            extra.append(extra[0])
        return extra

    # How it is written. Every part is a list of lines.

    def app(self):
        rng = self.rng("app")
        trade = rng.choice(words.TRADES)
        name = f"Zoom {self.company} {trade}" if self.mistake == "zoom-in-name" else f"{self.company} {trade}"
        company = f"{self.company} {rng.choice(words.FORMS)}"
        summary = f"{trade} with the calls and meetings of your account."
        lines = ["app:", f"  name: {scalar(rng, name)}", f"  summary: {scalar(rng, summary)}"]
        pitch = f"{name} {rng.choice(words.PITCHES)}, {rng.choice(words.AIMS)}."
        lines.append(f"  description: {rng.choice(('>-', '>-', '|', '>'))}")
        lines += ["    " + line for line in folded(pitch, 84)]
        if rng.random() < 0.4:
            lines += ["", "    " + rng.choice(("Support answers within a day.", "Free for teams of up to ten."))]
        lines += [f"  company: {scalar(rng, company)}", f"  purpose: {scalar(rng, self.purpose)}"]
        person, mail = rng.choice(words.PEOPLE), f"zoom@{self.host}"
        if self.has_alias:
            lines += ["  contact:", f"    name: {person}", f"    email: &mail {mail}"]
        elif rng.random() < 0.5:
            lines.append(f"  contact: {{name: {person}, email: {mail}}}")
        else:
            lines += ["  contact:", f"    name: {scalar(rng, person)}", f"    email: {mail}"]
        lines.append("  links:")
        for key, path in (("website", ""), ("privacy", "/privacy"), ("terms", "/terms"), ("support", "/support"),
                          ("documentation", "/docs/zoom")):
            lines.append(f"    {key}: {scalar(rng, f'https://www.{self.host}{path}', 0.1)}")
        return lines

    def settings(self):
        rng = self.rng("settings")
        lines = [f"managed_by: {self.level}" + ("  # one connection for everybody" if rng.random() < 0.3 else "")]
        if self.custom:
            lines.append("platform: custom")
        elif len(self.regions) == 1:
            lines.append(f"region: {scalar(rng, self.regions[0])}")
        else:
            lines.append(f"region: {flow_list(self.regions)}")
        if self.published or rng.random() < 0.5:
            lines.append(f"stage: {'published' if self.published else 'testing'}")
        if self.vocabulary != "granular":
            lines.append(f"scope_names: {self.vocabulary}")
        return lines

    def feature_lists(self):
        rng = self.rng("features")
        groups = {}
        for feature in self.features:
            group, action = feature.name.split(".")
            groups.setdefault(group, []).append(action)
        lines = ["features:"]
        for group, actions in groups.items():
            if len(actions) == 1 and rng.random() < 0.3:
                lines.append(f"  {group}: {actions[0]}")
            elif rng.random() < 0.75:
                lines.append(f"  {group}: {flow_list(actions)}")
            else:
                lines += [f"  {group}:"] + [f"    - {action}" for action in actions]
        return lines

    def optional(self):
        return [f"optional: {flow_list([self.features[-1].name])}"] if self.rng("optional").random() < 0.5 else []

    def operations(self, count):
        rng = self.rng("operations")
        return ["operations:"] + [f"  - {scalar(rng, call.key, 0.3)}" for call in self.calls[:count]]

    def subscriptions(self):
        rng = self.rng("events")
        scheme = "http" if self.mistake == "insecure-webhook-url" else "https"
        lines = ["events:", f"  - name: {scalar(rng, rng.choice(('Calls and meetings', 'Journal', 'Changes')))}"]
        if rng.random() < 0.5:
            lines.append("    id: journal")
        if rng.random() < 0.6:
            lines.append(f"    types: {flow_list([event.name for event in self.events])}")
        else:
            lines += ["    types:"] + [f"      - {event.name}" for event in self.events]
        if rng.random() < 0.6:
            return lines + [f"    url: {scheme}://hooks.{self.host}/zoom"]
        return lines + ["    url:", f"      development: {scheme}://hooks-dev.{self.host}/zoom",
                        f"      production: {scheme}://hooks.{self.host}/zoom"]

    def extra_scopes(self):
        if not self.extra:
            return []
        rng = self.rng("extra")
        if rng.random() < 0.5:
            return [f"extra_scopes: {flow_list(self.extra)}"]
        return ["extra_scopes:"] + [f"  - {scalar(rng, scope)}" for scope in self.extra]

    def justifications(self, count):
        rng = self.rng("justify")
        texts = [(feature.name, f"{feature.phrase} {rng.choice(words.AIMS)}") for feature in self.features]
        texts += [(scope, f"Read {' '.join(scope.split(':')[2:3]).replace('_', ' ')} {rng.choice(words.AIMS)}")
                  for scope in dict.fromkeys(self.extra)]
        texts += [(call.key, f"{call.name} for {self.purpose}") for call in self.calls[:count]]
        if self.mistake == "vague-justification":
            texts[0] = (texts[0][0], "Required for the app to get the data")
        return ["justify:"] + [f"  {key}: {scalar(rng, text)}" for key, text in texts]

    def test_plan(self):
        rng = self.rng("test_plan")
        step = f"Open {rng.choice(words.TRADES)}, choose Sync now, and expect the week's entries of {self.company}"
        lines = folded(step, 72)
        return ["test_plan:", f"  {self.features[0].name}: |-"] + ["    " + line for line in lines]

    def oauth(self):
        rng = self.rng("oauth")
        if self.custom:
            return ["oauth:", f"  redirect_url: https://app.{self.host}/oauth/zoom"]
        redirect = REDIRECTS[self.regions[0]]
        if self.mistake == "redirect-url-mismatch":
            return ["oauth:", f"  redirect_url: {redirect}/"]
        if rng.random() < 0.5:
            return []
        return ["oauth:", f"  redirect_url: {scalar(rng, redirect)}",
                "  allow_list:"] + [f"    - {REDIRECTS[region]}" for region in self.regions] + ["  strict_mode: true"]

    def surface(self):
        rng = self.rng("surface")
        if rng.random() < 0.7:
            return []
        return ["surface:", f"  products: {flow_list(sorted(rng.sample(words.PRODUCTS, 2)))}",
                f"  home_url: https://app.{self.host}/zoom", "  domains:",
                f"    - {{domain: app.{self.host}, reason: Hosts the app}}"]

    def credentials(self):
        return ["credentials:", f"  environment: {'production' if self.published else 'development'}",
                "  client_id: ${ZOOM_CLIENT_ID}", "  client_secret: \"${ZOOM_CLIENT_SECRET}\""]

    def accounts(self):
        rng = self.rng("accounts")
        email = ", email: *mail" if self.has_alias else ""
        lines = ["accounts:",
                 f"  - {{name: {self.company} HQ{email}, same_account: true, authorizer: admin, zoom_phone: true}}"]
        for name in rng.sample(words.NAMES, rng.randint(1, 3)):
            lines += [f"  - name: {quoted(rng, name + ' group')}", "    tester: true",
                      f"    authorizer: {rng.choice(('owner', 'admin'))}", "    zoom_phone: true"]
        return lines

    def integrations(self):
        return [] if self.custom else ["unified: {integrations: [zoom, zoom_phone]}"]

    def parts(self, calls):
        """All of it but the comments above."""
        return [["zoomc: 1"], self.app(), self.settings(), self.feature_lists(), self.optional(),
                self.operations(calls), self.subscriptions(), self.extra_scopes(), self.justifications(calls),
                self.test_plan(), self.oauth(), self.surface(), self.credentials(), self.integrations(),
                self.accounts()]

    def text(self, lines=LINES):
        """The file with exactly as many lines: as many operations as there is room for, then comments."""
        head = [f"# {self.company}: {self.purpose}.", self.rng("remark").choice(words.REMARKS)]
        room = lines - len(head) - sum(map(len, self.parts(1)))
        if room < 0:
            raise ValueError(f"{self.seed} has {-room} lines too many")
        calls = min(1 + room // 2, len(self.calls))
        body = [line for part in self.parts(calls) for line in part]
        head += ["#"] * (lines - len(head) - len(body))
        return "\n".join(head + body) + "\n"

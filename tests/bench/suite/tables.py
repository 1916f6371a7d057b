"""What app files are written about: the rows of schemas/catalog that one vocabulary and level can have."""
import csv
import dataclasses
import functools
import pathlib

# The products whose calls and events apps use most.
USED_PRODUCTS = ("users", "meetings", "phone", "rooms", "team-chat", "events")
CATALOG = pathlib.Path(__file__).resolve().parents[3] / "schemas/catalog"


def table_lines(path):
    """The lines of a table that are no comment, header first."""
    return [line for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]


def rows(name):
    return list(csv.DictReader(table_lines(CATALOG / name), delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(cell, separator=","):
    return [word for word in cell.split(separator) if word]


@dataclasses.dataclass(frozen=True)
class Call:
    key: str  # "GET /users"
    id: str
    product: str
    name: str
    scopes: dict  # vocabulary -> names

    def allowed_at(self, vocabulary, level):
        return any(level in SCOPE_LEVELS.get((name, vocabulary), ()) for name in self.scopes[vocabulary])


@dataclasses.dataclass(frozen=True)
class Event:
    name: str
    product: str
    scopes: dict

    allowed_at = Call.allowed_at


@dataclasses.dataclass(frozen=True)
class Feature:
    name: str  # "meetings.read"
    admin_only: bool
    calls: list
    phrase: str


def scope_levels():
    levels = {}
    for row in rows("scopes.tsv"):
        levels.setdefault((row["scope"], row["model"]), set()).add(row["level"])
    return levels


SCOPE_LEVELS = scope_levels()


def by_vocabulary(row):
    return {vocabulary: listed(row[vocabulary]) for vocabulary in ("granular", "classic")}


class Tables:
    """All of it, once for a run."""

    def __init__(self):
        deprecated = {row["what"] for row in rows("deprecations.tsv")}
        # Without findings: a call of the master-account API has no scope, and one that is going has a warning.
        self.calls = [Call(f"{row['method']} {row['path']}", row["operation_id"], row["product"], row["name"],
                           by_vocabulary(row)) for row in rows("operations.tsv")
                      if not row["account"] and f"{row['method']} {row['path']}" not in deprecated]
        self.events = [Event(row["event"], row["product"], by_vocabulary(row)) for row in rows("events.tsv")
                       if row["basis"] == "documented" and row["event"] not in deprecated]
        self.features = [Feature(row["feature"], row["level"] == "admin", listed(row["operations"], ";"),
                                 row["phrase"]) for row in rows("features.tsv") if "." in row["feature"]]
        self.scopes = [row["scope"] for row in rows("scopes.tsv")
                       if row["model"] == "granular" and row["grants"] == "operation"]

    @functools.cache
    def calls_at(self, vocabulary, level):
        """Those that fit on a line with what they are for."""
        return [call for call in self.calls
                if call.product in USED_PRODUCTS and len(call.key) < 52 and len(call.name) < 44
                and call.allowed_at(vocabulary, level)]

    @functools.cache
    def events_at(self, vocabulary, level):
        return [event for event in self.events
                if event.product in USED_PRODUCTS and event.allowed_at(vocabulary, level)]

    @functools.cache
    def read_scopes_at(self, level):
        """Granular scopes that one may well ask for by hand."""
        return [scope for scope in self.scopes if scope.startswith(("meeting:read", "phone:read", "user:read"))
                and level in SCOPE_LEVELS[(scope, "granular")]]

    @functools.cached_property
    def scopes_of_features(self):
        calls = {call for feature in self.features for call in feature.calls} | {"GET /users/{userId}"}
        return {scope for call in self.calls if call.key in calls for scope in call.scopes["granular"]}

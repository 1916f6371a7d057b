"""App files and catalogs that are large in one direction."""
import shutil

from .tables import CATALOG, table_lines

HEAD = """\
zoomc: 1
app:
  name: Grown Directory
  purpose: the directory
managed_by: admin
region: eu
"""
COMMENT = "# What the contract says beside that is kept here, so that it does not get lost on the way.\n"
# The language allows so many items in a list.
MOST_ITEMS = 10_000


def with_operations(tables, vocabulary, count):
    """An app of so many operations, each with its justification; None where the catalog has fewer."""
    calls = [call for call in tables.calls if call.allowed_at(vocabulary, "admin")][:count]
    if len(calls) < count:
        return None
    lines = [HEAD + f"scope_names: {vocabulary}", "operations:"]
    lines += [f'  - "{call.key}"' for call in calls]
    lines.append("justify:")
    lines += [f"  {call.key}: Row {number} of the directory's own plan" for number, call in enumerate(calls)]
    return "\n".join(lines) + "\n"


def operation_counts(tables, vocabulary):
    """Of what the catalog has, from one to all of it."""
    most = sum(call.allowed_at(vocabulary, "admin") for call in tables.calls)
    return [count for count in (1, 3, 10, 30, 100, 300, 1000) if count < most] + [most]


def account(number):
    return f"""\
  # Account {number} of the contract, connected by its own admin.
  - name: Branch {number}
    email: admin-{number}@grown.example
    tester: true
    authorizer: admin
    zoom_phone: true
    authorized_with: development
"""


def domain(number):
    return f"""\
    # Pages of branch {number}; what they show is the same everywhere.
    - domain: branch-{number}.grown.example
      reason: >-
        Shows the people of branch {number}, their calls and when they
        come back, to those who answer the phone there.
"""


SURFACE = """\
surface:
  products: [ZOOM_PHONE]
  home_url: https://app.grown.example/
  domains:
"""


def with_size(size):
    """An app of `size` bytes, less at most a comment: as many accounts and domains as there is room for, then comments."""
    accounts, domains = ["accounts:\n"], [SURFACE]
    room = size - len(HEAD) - len(accounts[0]) - len(SURFACE)
    for number in range(MOST_ITEMS):
        pair = account(number), domain(number)
        room -= sum(map(len, pair))
        if room < 0:
            break
        accounts.append(pair[0])
        domains.append(pair[1])
    text = HEAD + "".join(accounts + domains)
    return text + COMMENT * ((size - len(text)) // len(COMMENT))


def scaled_catalog(directory, factor):
    """Our tables with each scope, operation and event `factor` times, the further ones under names of their own."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(CATALOG, directory)
    for name, renamed in (("scopes.tsv", ("scope",)), ("events.tsv", ("event", "granular", "classic")),
                          ("operations.tsv", ("path", "operation_id", "granular", "classic"))):
        header, *rows = [line.split("\t") for line in table_lines(CATALOG / name)]
        columns = [header.index(column) for column in renamed]
        with open(directory / name, "a") as table:
            for copy in range(1, factor):
                for row in rows:
                    table.write("\t".join(renamed_cell(cell, header[i], copy) if i in columns else cell
                                          for i, cell in enumerate(row)) + "\n")
    return directory


def renamed_cell(cell, column, copy):
    if column == "path":
        return f"/copy{copy}{cell}"
    # A scope's level stands at its end.
    return ",".join(f"copy{copy}_{word}" for word in cell.split(",") if word)

"""One text as YAML, in one of the styles that people choose."""
import json
import re

# What a plain scalar of a block collection may be without a second look; all else is quoted.
PLAIN = re.compile(r"[A-Za-z/$][^\x00-\x1f]*\Z")


def is_plain(text):
    return bool(PLAIN.match(text)) and ": " not in text and " #" not in text and not text.endswith((":", " ")) \
        and text.lower() not in ("true", "false", "null")


def quoted(rng, text):
    """Single or double quotes."""
    if rng.random() < 0.5 and "'" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def scalar(rng, text, share_quoted=0.2):
    return text if is_plain(text) and rng.random() >= share_quoted else quoted(rng, text)


def flow_list(items):
    return "[" + ", ".join(items) + "]"


def folded(text, width):
    """The text in lines of at most `width` characters where its words allow it."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [line]

#!/usr/bin/env python3
"""Anchors and tags before every kind of value at every kind of place, read as PyYAML reads them, or refused with a
message that says what zoomc does not read: see README.md beside this."""
import os
import re
import subprocess
import unittest

import yaml

YAML_TREE = os.environ["YAML_TREE"]

PROPERTIES = ("", "&x", "!!str", "&x !!str", "!!str &x", "!")
# `{i}` is the indentation of further lines.
VALUES = {
    "word": "read", "number": "12", "nothing": "", "alias": "*w",
    "lines": "read\n{i}more", "paragraphs": "read\n\n{i}more", "comment in lines": "read\n{i}a#b",
    "single quotes": "'read it'", "double quotes": '"read: it"',
    "lines in single quotes": "'read\n{i}more'", "lines in double quotes": '"read\n{i}\n{i}more"',
    "literal": "|\n{i}read\n{i}more", "literal strip": "|-\n{i}read", "literal keep": "|+\n{i}read\n",
    "literal counted": "|2\n{i}  read", "literal with comment": "|- # why\n{i}read",
    "literal behind a blank line": "|\n\n{i}read", "literal with colon": "|\n{i}read: it\n{i}- more",
    "folded": ">\n{i}read\n{i}more", "folded strip": ">-\n{i}read", "folded deeper": ">\n{i}read\n{i}  more\n{i}end",
    "brackets": "[a, b]", "braces": "{a: b}", "brackets on lines": "[a,\n{i}b]",
    "mapping": "\n{i}m: 1\n{i}n: 2", "list": "\n{i}- m\n{i}- n",
}
# What is before the value, the indentation of further lines, what closes it, and what may come behind it.
PLACES = {
    "value": ("k: ", 2, "", "z: 1"), "second value": ("j: a\nk: ", 2, "", "z: 1"),
    "deep value": ("a:\n  b:\n    k: ", 6, "", "    z: 1"),
    "item": ("- ", 2, "", "- z"), "second item": ("- a\n- ", 2, "", "- z"),
    "item of a key": ("k:\n  - ", 4, "", "  - z\nq: 1"), "item as far left": ("k:\n- ", 2, "", "- z\nq: 1"),
    "item of an item": ("- - ", 4, "", "  - z\n- y"), "value in an item": ("- k: ", 4, "", "  z: 1\n- y"),
    "value behind a mark": ("? k\n: ", 2, "", "? z\n: 1"), "key behind a mark": ("? ", 2, "", ": v\nz: 1"),
    "value behind a mark in an item": ("- ? k\n  : ", 4, "", "  z: 1\n- y"),
    "key": ("", 2, ": v", "z: 1"), "item in brackets": ("k: [", 2, "]", "z: 1"),
    "value in braces": ("k: {a: ", 2, "}", "z: 1"), "file": ("", 2, "", ""),
}
COMMENTS = ("none", "behind the properties", "behind the value", "above")
# How much deeper than need be further lines stand.
DEEPER = (0, 8)

# What a message may say of a text that is YAML: that zoomc does not read it, or that our language is stricter.
NAMES = "`(?:&x|!!str|!)`"
NOT_READ = tuple(re.compile(pattern) for pattern in (
    rf"(?:block text|unquoted text of several lines) after {NAMES} can be read here only if its lines are indented "
    rf"deeper than {NAMES}; indent them deeper, or put the text in quotes",
    r"the number in `\|2` may count from the anchor or tag before it; leave it out, or put the text in quotes",
))


class Loader(yaml.cyaml.CParser, yaml.constructor.SafeConstructor, yaml.resolver.BaseResolver):
    """PyYAML without the booleans of YAML 1.1: all that has no tag is text. A mapping is a list of pairs."""

    def __init__(self, stream):
        yaml.cyaml.CParser.__init__(self, stream)
        yaml.constructor.SafeConstructor.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)


Loader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: ("mapping", [
    (loader.construct_object(key, deep=True), loader.construct_object(value, deep=True))
    for key, value in node.value]))
Loader.add_constructor("tag:yaml.org,2002:seq", lambda loader, node: [
    loader.construct_object(item, deep=True) for item in node.value])


def written(place, properties, value, comment, deeper, on_own_line, goes_on):
    """One text, or nothing where the parts make no sense together."""
    # A file that is nothing but an anchor or a tag is no app file, and not looked at.
    if (place, value) == ("file", "nothing"):
        return None
    before, columns, closing, behind = PLACES[place]
    indent = " " * (columns + deeper)
    value = VALUES[value].replace("{i}", indent)
    if not properties and (on_own_line or comment == "behind the properties"):
        return None
    if comment == "behind the properties" and not on_own_line:
        return None
    body = properties
    if on_own_line:
        if value.startswith("\n"):
            return None
        body += (" # c" if comment == "behind the properties" else "") + "\n" + indent + value
    else:
        body += (" " if properties and value and not value.startswith("\n") else "") + value
    text = before + body + closing
    if comment == "behind the value":
        text += "\n# c" if value[:1] in ("|", ">") else " # c"
    if comment == "above":
        text = "# c\n" + text
    if place == "key behind a mark" or goes_on:
        text += "\n" + behind
    return text + "\n"


def all_texts():
    texts = set()
    for place in PLACES:
        for value in VALUES:
            for properties in PROPERTIES:
                for comment in COMMENTS:
                    for deeper in DEEPER:
                        for on_own_line in (False, True):
                            for goes_on in (False, True):
                                texts.add(written(place, properties, value, comment, deeper, on_own_line, goes_on))
    return sorted(text for text in texts if text)


def expected(text):
    """(the value that PyYAML reads,), or nothing where the text is not YAML or not of our language."""
    try:
        value = yaml.load(text, Loader)  # noqa: S506, the loader makes nothing but texts, lists and pairs
    except yaml.YAMLError:
        return None
    # A file in which no value is written.
    value = "" if value is None else value
    return (value,) if is_of_language(value) else None


def is_of_language(value):
    """Keys are texts that are written, none twice."""
    if isinstance(value, list):
        return all(is_of_language(item) for item in value)
    if not isinstance(value, tuple):
        return True
    keys = [key for key, _ in value[1]]
    return (all(isinstance(key, str) and key for key in keys) and len(set(keys)) == len(keys) and
            all(is_of_language(item) for _, item in value[1]))


VALUE = re.compile(r"=VAL(?: <[^>]*>)? ([:'\"|>])(.*)", re.S)


def value_of(tree):
    """The value that yaml_tree notes."""
    open_values = [[]]
    for line in tree.removesuffix("\n").split("\n"):
        if line.startswith("+"):
            open_values.append([])
        elif line == "-SEQ":
            items = open_values.pop()
            open_values[-1].append(items)
        elif line == "-MAP":
            items = open_values.pop()
            open_values[-1].append(("mapping", list(zip(items[::2], items[1::2]))))
        else:
            text = VALUE.fullmatch(line)[2]
            open_values[-1].append(re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), text))
    return open_values[0][0]


def answers(texts):
    """[(whether it was read, what yaml_tree writes)] of each text."""
    done = subprocess.run([YAML_TREE, "--each"], input="".join(text + "\0" for text in texts).encode(),
                          capture_output=True, timeout=600, check=True)
    parts = done.stdout.decode().split("\0")[:-1]
    assert len(parts) == len(texts), (len(parts), len(texts))
    return [(part[0] == "+", part[1:]) for part in parts]


def is_not_read(said):
    """Whether the message says that zoomc does not read it."""
    message = said.removesuffix("\n").partition(" ")[2]
    return any(pattern.fullmatch(message) for pattern in NOT_READ)


class Properties(unittest.TestCase):
    def test_yaml_is_read_or_refused_for_what_it_is(self):
        legal = [(text, value) for text in all_texts() if (value := expected(text))]
        self.assertGreater(len(legal), 10000)
        wrong, refused = [], 0
        for (text, value), (is_read, said) in zip(legal, answers([text for text, _ in legal])):
            if is_read and value_of(said) != value[0]:
                wrong.append((text, "another value", said))
            if not is_read:
                refused += 1
                if not is_not_read(said):
                    wrong.append((text, "a message about something else", said))
        self.assertEqual(wrong[:20], [])
        # What is not read is an exception.
        self.assertLess(refused, len(legal) // 10)
        self.assertGreater(refused, 0)

    def test_what_the_message_says_to_do_helps(self):
        texts = sorted({text for place in PLACES for value in VALUES for properties in PROPERTIES
                        if (text := written(place, properties, value, "none", 8, False, True)) and "|2" not in text and
                        expected(text)})
        self.assertGreater(len(texts), 1000)
        self.assertEqual([text for text, (is_read, _) in zip(texts, answers(texts)) if not is_read], [])

    def test_lines_that_belong_to_nothing_are_still_told_so(self):
        """The message about anchors is for text that would be YAML."""
        for text in ("k:\n  - &x read\n  more\n", "- - &x read\n  more\n", "k: &x read\nmore\n"):
            self.assertIsNone(expected(text))
            self.assertFalse(is_not_read(answers([text])[0][1]), text)


if __name__ == "__main__":
    unittest.main()

#include "manifest/read_manifest.h"

#include <chrono>
#include <string>

#include "fixture.h"
#include "manifest/json_place.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

std::string shown(const SourceFile& file, Span span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end) + " [" +
         std::string(file.slice(span)) + "] ";
}

// "4-7 [abc] id: message (label), and 1-2 [x] other label", one line a finding.
std::string refused(const std::string& text) {
  const SourceFile file{"app.manifest.json", text};
  Sink sink;
  const bool came = read_manifest(file, sink).has_value();
  std::string lines = came ? "read\n" : "";
  for (const Diagnostic& found : sink.take()) {
    lines += shown(file, found.primary) + std::string(found.id) + ": " + found.message;
    if (!found.primary_label.empty()) lines += " (" + found.primary_label + ")";
    for (const Label& label : found.labels)
      lines += ", and " + shown(file, label.span) + label.text;
    lines += '\n';
  }
  return lines;
}

ReadManifest read(const std::string& text) {
  Sink sink;
  auto result = read_manifest({"app.manifest.json", text}, sink);
  CHECK(sink.empty());
  REQUIRE(result);
  return std::move(*result);
}

// Every value below with the text that its span covers, and its key's.
void list(const std::string& text, const JsonSpans& spans, std::string& lines) {
  const SourceFile file{"", text};
  lines += std::string(file.slice(spans.key)) + " = " + std::string(file.slice(spans.value)) + "\n";
  for (const JsonSpans& child : spans.children) list(text, child, lines);
}

TEST_CASE("every value of a manifest has its place", "[manifest][read]") {
  const std::string text =
      " {\"a\" : [ 1,-2.5e3 ,[] , {} ],\r\n\t\"\\u00e9\\\"\":{\"b\":null},\"c\":\"x\\\\\","
      "\"d\":true,\"e\":false,\"\":\"\"} \n";
  std::string lines;
  list(text, *read(text).spans, lines);
  CHECK(lines ==
        " = {\"a\" : [ 1,-2.5e3 ,[] , {} ],\r\n\t\"\\u00e9\\\"\":{\"b\":null},\"c\":\"x\\\\\","
        "\"d\":true,\"e\":false,\"\":\"\"}\n"
        "\"a\" = [ 1,-2.5e3 ,[] , {} ]\n"
        " = 1\n"
        " = -2.5e3\n"
        " = []\n"
        " = {}\n"
        "\"\\u00e9\\\"\" = {\"b\":null}\n"
        "\"b\" = null\n"
        "\"c\" = \"x\\\\\"\n"
        "\"d\" = true\n"
        "\"e\" = false\n"
        "\"\" = \"\"\n");
}

TEST_CASE("values come out as they went in", "[manifest][read]") {
  const std::string text =
      R"({"features": [18446744073709551615, -9223372036854775808, 0.1, 1.0, "\ud83d\ude00\u0000"]})";
  const ReadManifest manifest = read(text);
  CHECK(json::to_pretty_text(*manifest.manifest) ==
        "{\n  \"features\": [\n    18446744073709551615,\n    -9223372036854775808,\n    0.1,\n"
        "    1.0,\n    \"\xF0\x9F\x98\x80\\u0000\"\n  ]\n}\n");
}

TEST_CASE("a manifest is bare or wrapped", "[manifest][read]") {
  const ReadManifest bare = read(R"({"features": {}})");
  CHECK_FALSE(bare.wrapped);
  CHECK(bare.manifest == bare.document.get());
  CHECK(bare.manifest_spans == bare.spans.get());

  const ReadManifest wrapped = read(R"({"id": 1, "manifest": {"features": {}}})");
  CHECK(wrapped.wrapped);
  CHECK(wrapped.manifest->HasMember("features"));
  CHECK(wrapped.manifest_spans->value == Span{22, 38});

  // Beside a section it is only a key that Zoom does not know.
  CHECK_FALSE(read(R"({"manifest": {}, "features": {}})").wrapped);
  // One wrapping is taken off, whatever is in it.
  const ReadManifest twice = read(R"({"manifest": {"manifest": {"features": {}}}})");
  CHECK(twice.wrapped);
  CHECK(twice.manifest->HasMember("manifest"));
}

TEST_CASE("what is no object is no manifest", "[manifest][read]") {
  CHECK(refused("[]") == "0-2 [[]] wrong-type: a manifest must be an object, not an array\n");
  CHECK(refused(" true") == "1-5 [true] wrong-type: a manifest must be an object, not a boolean\n");
  CHECK(refused("1") == "0-1 [1] wrong-type: a manifest must be an object, not a number\n");
  CHECK(refused("\"x\"") == "0-3 [\"x\"] wrong-type: a manifest must be an object, not a string\n");
  CHECK(refused(R"({"manifest": null})") ==
        "13-17 [null] wrong-type: a manifest must be an object, not null\n");
}

TEST_CASE("the place of what a pointer means", "[manifest][read]") {
  const std::string text = R"({"manifest": {"a": {"b": ["x", null]}, "c": 1}})";
  const ReadManifest manifest = read(text);
  const SourceFile file{"", text};
  const JsonPlace root(*manifest.manifest);
  const auto place = [&](const JsonPlace& at) {
    return shown(file, manifest.place_of(at.order()));
  };
  CHECK(place(root) == R"(13-46 [{"a": {"b": ["x", null]}, "c": 1}] )");
  CHECK(place(root.member("a").member("b")) == R"(25-36 [["x", null]] )");
  CHECK(place(root.member("a").member("b").item(0)) == "26-29 [\"x\"] ");
  CHECK(place(root.member("a").member("b").item(1)) == "31-35 [null] ");
  CHECK(place(root.member("c")) == "44-45 [1] ");
  // What is absent is at the brace of the nearest value around it, or at all of a value without.
  CHECK(place(root.member("zebra")) == "13-14 [{] ");
  CHECK(place(root.member("zebra").member("deeper")) == "13-14 [{] ");
  CHECK(place(root.member("a").member("zebra")) == "19-20 [{] ");
  CHECK(place(root.member("a").member("b").member("zebra")) == "25-26 [[] ");
  CHECK(place(root.member("c").member("zebra")) == "44-45 [1] ");
}

TEST_CASE("a text that ends too early", "[manifest][read]") {
  CHECK(refused("") == "0-0 [] json-syntax: the file is empty; a manifest is a JSON object\n");
  CHECK(refused(" \n") == "2-2 [] json-syntax: the file is empty; a manifest is a JSON object\n");
  const std::string in_object =
      "json-syntax: the text ends inside the object that begins here (no `}` closes it)\n";
  CHECK(refused("{") == "0-1 [{] " + in_object);
  CHECK(refused("{\"a\": {\"b\"") == "6-7 [{] " + in_object);
  CHECK(refused("{\"a\": {\"b\":") == "6-7 [{] " + in_object);
  CHECK(refused("{\"a\": {\"b\": 1") == "6-7 [{] " + in_object);
  CHECK(refused("{\"a\": {\"b\": 1}, ") == "0-1 [{] " + in_object);
  const std::string in_array =
      "json-syntax: the text ends inside the array that begins here (no `]` closes it)\n";
  CHECK(refused("{\"a\": [{}, [1]") == "6-7 [[] " + in_array);
  CHECK(refused("{\"a\": [1, ") == "6-7 [[] " + in_array);
}

TEST_CASE("a string that is not closed, and what may not stand in one", "[manifest][read]") {
  const std::string open =
      "json-syntax: the string that begins here is not closed: `\"` is missing\n";
  CHECK(refused("{\"a\": \"b c") == "6-10 [\"b c] " + open);
  CHECK(refused("{\"a\": \"b,\r\n \"c\": 1}") == "6-9 [\"b,] " + open);
  CHECK(refused("{\"a: 1}\n") == "1-7 [\"a: 1}] " + open);
  CHECK(refused("{\"a\": \"b\tc\"}") ==
        "8-9 [\t] json-syntax: a string in JSON has no control characters; write `\\t`\n");
  CHECK(refused("{\"a\": \"b\x1b\"}") ==
        "8-9 [\x1b] json-syntax: a string in JSON has no control characters; write an escape "
        "instead of `\\x1b`\n");
  CHECK(
      refused(R"({"a": "C:\Zoom"})") ==
      R"(9-11 [\Z] json-syntax: `\Z` is not an escape in JSON; a backslash itself is written `\\`)"
      "\n");
  CHECK(refused(R"({"a": "\u00g0"})") ==
        R"(7-13 [\u00g0] json-syntax: `\u` takes four hexadecimal digits)"
        "\n");
}

TEST_CASE("half a surrogate pair is no character", "[manifest][read]") {
  const auto half = [](const std::string& place, const std::string& escape) {
    return place + " [" + escape + "] json-syntax: `" + escape +
           "` is half of a character: it needs a second escape\n";
  };
  CHECK(refused(R"({"a": "\ud83d"})") == half("7-13", R"(\ud83d)"));
  CHECK(refused(R"({"a": "\ud83d\u0041"})") == half("7-13", R"(\ud83d)"));
  CHECK(refused(R"({"a": "\\\ud83d\ude00\n\uDE00"})") == half("23-29", R"(\uDE00)"));
  CHECK(refused(R"({"\uDC00": 1})") == half("2-8", R"(\uDC00)"));
}

TEST_CASE("values of other languages", "[manifest][read]") {
  CHECK(refused("{\"a\": True}") ==
        "6-10 [True] json-syntax: `True` is not a value in JSON; write `true`\n");
  CHECK(refused("{\"a\": [None]}") ==
        "7-11 [None] json-syntax: `None` is not a value in JSON; write `null`\n");
  CHECK(
      refused("{\"a\": truely}") ==
      "6-12 [truely] json-syntax: `truely` is not a value in JSON; if it is meant as a string, put "
      "it in double quotes\n");
  CHECK(refused("{'a': 1}") ==
        "1-2 ['] json-syntax: in JSON a string needs double quotes, not `'`\n");
  CHECK(refused("{a: 1}") ==
        "1-2 [a] json-syntax: in JSON a key needs double quotes: write `\"a\"`\n");
  CHECK(refused("{\"a\": 1, // one\n}") ==
        "9-11 [//] json-syntax: JSON has no comments; remove it\n");
  CHECK(refused("# app\n{}") == "0-1 [#] json-syntax: JSON has no comments; remove it\n");
  CHECK(refused("{} /* end */") == "3-5 [/*] json-syntax: JSON has no comments; remove it\n");
  CHECK(refused("zoomc: 1\n") ==
        "0-5 [zoomc] json-syntax: `zoomc` is not a value in JSON; if it is meant as a string, put "
        "it in "
        "double quotes\n");
}

TEST_CASE("numbers that JSON does not have", "[manifest][read]") {
  const auto none = [](const std::string& place, const std::string& text) {
    return place + " [" + text + "] json-syntax: `" + text + "` is not a number in JSON";
  };
  CHECK(refused("{\"a\": +1}") == none("6-8", "+1") + "\n");
  CHECK(refused("{\"a\": .5}") == none("6-8", ".5") + "\n");
  CHECK(refused("{\"a\": -}") == none("6-7", "-") + "\n");
  CHECK(refused("{\"a\": 1.}") == none("6-8", "1.") + ": digits are missing after the point\n");
  CHECK(refused("{\"a\": 1e}") == none("6-8", "1e") + ": digits are missing after the exponent\n");
  CHECK(refused("{\"a\": 1e999}") ==
        "6-11 [1e999] json-syntax: `1e999` is too large for a number\n");
  CHECK(refused("{\"a\": 0x10}") == none("6-10", "0x10") + "\n");
  CHECK(refused("{\"a\": 012}") == none("6-9", "012") + "\n");
}

TEST_CASE("commas, colons and braces", "[manifest][read]") {
  CHECK(refused("{\"a\": [1, ]}") ==
        "8-9 [,] json-syntax: JSON has no comma before `]`; remove it\n");
  CHECK(refused("{\"a\": 1,\n}") ==
        "7-8 [,] json-syntax: JSON has no comma before `}`; remove it\n");
  CHECK(refused("{\"a\": 1\n \"b\": 2}") ==
        "7-7 [] json-syntax: a comma is missing after this member (write `,` here)\n");
  CHECK(refused("{\"a\": [{} {}]}") ==
        "9-9 [] json-syntax: a comma is missing after this item (write `,` here)\n");
  CHECK(refused("{\"a\": [1: 2]}") ==
        "8-9 [:] json-syntax: unexpected `:`: a comma or `]` is expected here\n");
  CHECK(refused("{\"a\" 1}") ==
        "4-4 [] json-syntax: a colon and a value are missing after this key (write `: ` and the "
        "value here)\n");
  CHECK(refused("{\"a\":: 1}") ==
        "5-6 [:] json-syntax: unexpected `:`: a value is expected here\n");
  CHECK(refused("{\"a\": [1,, 2]}") ==
        "9-10 [,] json-syntax: unexpected `,`: a value is expected here\n");
  CHECK(refused("{, \"a\": 1}") == "1-2 [,] json-syntax: unexpected `,`: a key is expected here\n");
  CHECK(refused("{\"a\": \"b\"c}") ==
        "9-9 [] json-syntax: a comma is missing after this member (write `,` here)\n");
  CHECK(
      refused("truer") ==
      "0-5 [truer] json-syntax: `truer` is not a value in JSON; if it is meant as a string, put it "
      "in double quotes\n");
  CHECK(refused("{1: 2}") ==
        "1-2 [1] json-syntax: in JSON a key needs double quotes: write `\"1\"`\n");
  CHECK(refused("{[]: 2}") == "1-2 [[] json-syntax: unexpected `[`: a key is expected here\n");
  CHECK(refused("{\"a\": [1}") ==
        "8-9 [}] json-syntax: `}` closes nothing here: first close the array, with `]`, "
        "and 6-7 [[] it begins here\n");
  CHECK(refused("{\"a\": 1]") ==
        "7-8 []] json-syntax: `]` closes nothing here: first close the object, with `}`, "
        "and 0-1 [{] it begins here\n");
  CHECK(refused("]") == "0-1 []] json-syntax: unexpected `]`: a value is expected here\n");
  CHECK(refused("{}\n{}") ==
        "3-4 [{] json-syntax: there is more text after the JSON value; remove `{` and all text "
        "after it\n");
}

TEST_CASE("bytes that are no text", "[manifest][read]") {
  CHECK(read("\xEF\xBB\xBF{\"features\": {}}").manifest_spans->value == Span{3, 19});
  CHECK(refused("{\"a\": \"\xFF\"}") ==
        "7-8 [\xFF] invalid-encoding: byte 0xff is not UTF-8; save the file as UTF-8\n");
  CHECK(refused({"{\0}\0", 4}) ==
        "0-0 [] invalid-encoding: the file is UTF-16, not UTF-8; save it as UTF-8\n");
  CHECK(refused({"{}\n\0 {", 6}) ==
        std::string("3-4 [\0] invalid-encoding: JSON does not allow the control character U+0000; "
                    "remove it\n",
                    86));
  CHECK(refused("{\xEF\xBB\xBF}") ==
        "1-4 [\xEF\xBB\xBF] json-syntax: in JSON a key needs double quotes: write "
        "`\"\\ufeff\"`\n");
}

TEST_CASE("keys that stand twice are reported, and the manifest is read", "[manifest][read]") {
  CHECK(refused(R"({"a": {"x": 1, "y": 2, "x": 3, "\u0078": 4}, "a": 5})") ==
        "read\n"
        "23-26 [\"x\"] duplicate-key: the key `x` is twice in this object, and programs differ in "
        "which one they use, and 7-10 [\"x\"] first here\n"
        "31-39 [\"\\u0078\"] duplicate-key: the key `x` is twice in this object, and programs "
        "differ in which one they use, and 7-10 [\"x\"] first here\n"
        "45-48 [\"a\"] duplicate-key: the key `a` is twice in this object, and programs differ in "
        "which one they use, and 1-4 [\"a\"] first here\n");
}

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

TEST_CASE("what is too much is refused", "[manifest][read]") {
  const auto nested = [](std::size_t depth) {
    return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  CHECK(refused(nested(64)) == "read\n");
  CHECK(refused(nested(65)) == "68-69 [[] file-too-large: values are nested more than 64 deep\n");
  CHECK(refused(std::string(8'000'000, '[')) ==
        "64-65 [[] file-too-large: values are nested more than 64 deep\n");
  CHECK(refused("{\"a\": [" + repeated("0,", 999'997) + "0]}") == "read\n");
  CHECK(refused("{\"a\": [" + repeated("0,", 999'999) + "0]}") ==
        "2000003-2000004 [0] file-too-large: the file has more than 1000000 values\n");
  CHECK(refused(std::string(8 * 1024 * 1024 + 1, ' ')) ==
        "0-0 [] file-too-large: the file is larger than 8 MiB, the most that is read\n");
}

TEST_CASE("an object of very many keys takes no time out of proportion", "[manifest][read]") {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i) text += "\"k" + std::to_string(i % 100'000) + "\":0,";
  text.back() = '}';
  Sink sink;
  const auto start = std::chrono::steady_clock::now();
  CHECK(read_manifest({"", text}, sink));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(sink.take().size() == 1'000);
}

}  // namespace
}  // namespace zoomc::manifest

#include "render/format.h"

#include <set>

#include "render/format.h"
#include "report_sample.h"

using namespace report_sample;

TEST_CASE("every format has one word and a report") {
  std::set<std::string_view> words;
  for (const FormatWord& format : kFormats) {
    CHECK(words.insert(format.word).second);
    CHECK(make_report(format.value, {}) != nullptr);
  }
}

TEST_CASE("a text report separates files as it separates findings") {
  const Told one{{"a", "x"}, {made("one", Severity::error, {0, 1}, "m")}};
  const Told none{{"b", "x"}, {}};
  const Told two{{"c", "x"}, {made("two", Severity::error, {0, 1}, "m")}};
  CHECK(report(Format::text, {none, one, none, two}) ==
        "\n" + render_text(one.file, one.findings, false) + "\n" +
            render_text(two.file, two.findings, false));
}

TEST_CASE("a text report has colours when asked for") {
  const Told one{{"a", "x"}, {made("one", Severity::error, {0, 1}, "m")}};
  CHECK(report(Format::text, {one}, {.color = true}) ==
        "\n" + render_text(one.file, one.findings, true));
}

TEST_CASE("a concise report is the lines of all files") {
  CHECK(report(Format::concise, sample()) ==
        "\n" + render_concise(kFile, {full(), wide(), note()}));
}

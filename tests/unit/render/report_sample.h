#pragma once
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "render/format.h"
#include "support/catch.h"

// Findings that the tests of all reports share.
namespace report_sample {

using namespace zoomc;
using namespace zoomc::render;

// The span of the first `part` in `text`.
inline Span of(const std::string& text, std::string_view part) {
  const std::size_t begin = text.find(part);
  REQUIRE(begin != std::string::npos);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

inline Diagnostic made(std::string_view id, Severity severity, Span place, std::string message) {
  return {.id = id, .severity = severity, .primary = place, .message = std::move(message)};
}

// A tab, a wide character, an accent, and line breaks of both kinds.
inline const SourceFile kFile{"./apps/crm.zoom.yaml",
                              "zoomc: 1\r\nregion: eu\n\tname: \"日é\", url: x/\nlast: 1\n"};

// An error with everything a finding can have.
inline Diagnostic full() {
  const Span url = of(kFile.text, "x/");
  Diagnostic finding = made("url-mismatch", Severity::error, {url.end - 1, url.end},
                            "redirect ends with a `/`, 100% odd: `{id}`");
  finding.primary_label = "remove this";
  finding.labels = {{of(kFile.text, "eu"), "the EU sends `x`"}};
  finding.hints = {"a hint"};
  finding.zoom = {ZoomVerdict::accepts, "users then see `Invalid` (4700)"};
  finding.fixes = {{FixSafety::safe, "`x`", {{{url.end - 1, url.end}, ""}}}};
  return finding;
}

// A place of several lines, that ends with a line break, and nothing else said.
inline Diagnostic wide() {
  const Span first = of(kFile.text, "region: eu\n\t");
  return made("wide-place", Severity::warning, {first.begin, of(kFile.text, "last").begin},
              "two lines");
}

inline Diagnostic note() {
  const auto size = static_cast<std::uint32_t>(kFile.text.size());
  return made("end-of-file", Severity::note, {size, size}, "the end");
}

// The report on some files, whole.
struct Told {
  SourceFile file;
  std::vector<Diagnostic> findings;
};
inline std::string report(Format format, const std::vector<Told>& files,
                          ReportSettings settings = {}) {
  const auto made_report = make_report(format, std::move(settings));
  // Raw string literals read better with a line break at the start.
  std::string text = "\n" + made_report->begin();
  for (const Told& told : files) {
    made_report->file(told.file, told.findings, [&text](std::string_view piece) { text += piece; });
  }
  return text + made_report->end();
}

// One rule with a page, one without, and one that finds nothing in the sample.
inline ReportSettings settings() {
  return {.version = "1.2.3",
          .rules = {{"url-mismatch", "the URL is odd",
                     "# url-mismatch\n\nThe URL is\nodd.\n\n## Why\n\nBecause.\n", Severity::error},
                    {"wide-place", "the place is wide", "", Severity::warning},
                    {"never-found", "nobody finds it", "", Severity::error}}};
}

inline std::vector<Told> sample() {
  return {{kFile, {full(), wide(), note()}}, {{"empty.zoom.yaml", ""}, {}}};
}

// A file and a name that try to break out of whatever they are written into.
inline std::vector<Told> hostile() {
  const SourceFile file{"a\n:,%\x1b\"<&>'\xFF é.yaml", "\xFF"};
  Diagnostic finding = made("hostile", Severity::error, {0, 1},
                            "]]></failure> \x1b[2J\r\n::error::\xFF\xEF\xBF\xBE \"x\" 50%");
  return {{file, {finding}}};
}

// A secret in a file, found as one, with a fix that would show it and one that does not; and a
// second finding on the same text.
inline std::vector<Told> secret() {
  const SourceFile file{"s.zoom.yaml", "secret: \"kQ3vP9xZr7LwT2mB\"\n"};
  const Span place = of(file.text, "\"kQ3vP9xZr7LwT2mB\"");
  Diagnostic finding = made("inline-secret", Severity::error, place, "a secret stands here");
  finding.sensitive = true;
  finding.fixes = {{FixSafety::unsafe, "`${SECRET}`", {{place, "${SECRET}"}}},
                   {FixSafety::unsafe, "unquote", {{place, "kQ3vP9xZr7LwT2mB"}}},
                   {FixSafety::unsafe, "`kQ3vP9xZr7LwT2mB`", {{place, "x"}}}};
  const Diagnostic other = made("odd", Severity::warning, place, "odd");
  return {{file, {finding, other}}};
}

}  // namespace report_sample

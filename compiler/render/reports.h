#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "render/format.h"

// One report a format, each in a file of its own. They show what they are handed: `make_report`
// hides the secrets before.
namespace zoomc::render {

// Gathers a text and hands it on in pieces of a size that is worth a system call; the last one when
// it goes.
class BufferedWriter {
 public:
  explicit BufferedWriter(const ReportOut& out) : out_(out) {}
  BufferedWriter(const BufferedWriter&) = delete;
  BufferedWriter& operator=(const BufferedWriter&) = delete;
  ~BufferedWriter() {
    if (!text_.empty()) out_(text_);
  }

  BufferedWriter& operator<<(std::string_view text) {
    text_ += text;
    if (text_.size() >= kSize) {
      out_(text_);
      text_.clear();
    }
    return *this;
  }

 private:
  static constexpr std::size_t kSize = 262144;

  const ReportOut& out_;
  std::string text_;
};

// `text` for use between tags, or in an attribute between double quotes. What XML 1.0 cannot say
// (control characters, bytes that are not UTF-8) is written as in messages: `\x1b`.
std::string xml_text(std::string_view text);
// A character that is allowed but not visible is written as a reference: `&#155;`.
// Line breaks and tabs, which a parser would turn into blanks, are kept as references.
std::string xml_attribute(std::string_view text);

// `text` as SARIF's messages are written (2.1.0, 3.11.5 and 3.11.6): braces doubled, since a single
// one begins a placeholder, and nothing that reads as a link.
std::string sarif_text(std::string_view text);

// A finding in words: the message, then what Zoom does and the hints, a line each.
std::string sarif_text(const Diagnostic& finding);

// The first paragraph below the heading of a Markdown page, on one line; empty when it has none.
std::string opening_paragraph(std::string_view page);

std::unique_ptr<Report> make_json_report();
std::unique_ptr<Report> make_sarif_report(ReportSettings settings);
std::unique_ptr<Report> make_github_report();
std::unique_ptr<Report> make_gitlab_report();
std::unique_ptr<Report> make_junit_report();
std::unique_ptr<Report> make_checkstyle_report();

}  // namespace zoomc::render

#include "explain/page_text.h"

#include <vector>

#include "text/utf8.h"

namespace zoomc::explain {
namespace {

constexpr std::size_t kWidth = 80;

// Turns "[text](address)" into "text (address)".
std::string without_links(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('[');
    const auto middle = text.find("](", open);
    const auto close = text.find(')', middle);
    if (open == std::string_view::npos || middle == std::string_view::npos ||
        close == std::string_view::npos) {
      break;
    }
    out.append(text.substr(0, open)).append(text.substr(open + 1, middle - open - 1));
    out.append(" (").append(text.substr(middle + 2, close - middle - 2)).append(")");
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

// Breaks a paragraph between its words; its first line begins with `first`, the others with `rest`.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  std::string line(first);
  bool has_word = false;
  while (!text.empty()) {
    const auto end = text.find(' ');
    const auto word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (word.empty()) continue;
    if (has_word && display_width(line) + 1 + display_width(word) > kWidth) {
      out += line + "\n";
      line = rest;
      has_word = false;
    }
    if (has_word) line += ' ';
    line += word;
    has_word = true;
  }
  return out + line + "\n";
}

class PageReader {
 public:
  std::string read(std::string_view page) {
    while (!page.empty()) {
      const auto end = page.find('\n');
      const auto line = page.substr(0, end);
      page.remove_prefix(end == std::string_view::npos ? page.size() : end + 1);
      if (line == "## Cases") break;
      read_line(line);
    }
    flush();
    return std::move(out_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.starts_with("```")) {
      flush();
      in_code_ = !in_code_;
      if (in_code_) separate();
    } else if (in_code_) {
      out_.append(line.empty() ? "" : "    ").append(line).append("\n");
    } else if (line.starts_with("# ")) {
      flush();
    } else if (line.starts_with("## ")) {
      flush();
      separate();
      out_.append(line.substr(3)).append("\n");
      is_below_heading_ = true;
      indent_ = "  ";
    } else {
      read_prose(line);
    }
  }

  void read_prose(std::string_view line) {
    const bool is_item = line.starts_with("- ");
    if (line.empty() || is_item) flush();
    if (line.empty()) return;
    if (is_item) {
      item_ = true;
      line.remove_prefix(2);
    }
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += line;
  }

  // Adds a blank line, except right below a heading, between items, and at the beginning.
  void separate() {
    if (!out_.empty() && !is_below_heading_ && !(item_ && was_item_)) out_ += '\n';
    is_below_heading_ = false;
  }

  void flush() {
    if (paragraph_.empty()) return;
    separate();
    const std::string text = without_links(paragraph_);
    const std::string rest = indent_ + (item_ ? "  " : "");
    out_ += wrapped(text, item_ ? indent_ + "- " : indent_, rest);
    was_item_ = item_;
    item_ = false;
    paragraph_.clear();
  }

  std::string out_;
  std::string paragraph_;
  std::string indent_;
  bool in_code_ = false;
  bool item_ = false;
  bool was_item_ = false;
  bool is_below_heading_ = false;
};

}  // namespace

std::string page_text(const FindingKind& kind) {
  std::string text(kind.id);
  text.append(" (").append(to_string(kind.severity)).append(")\n");
  const std::string body = PageReader().read(kind.page);
  return body.empty() ? text + std::string(kind.summary) + "\n" : text + "\n" + body;
}

}  // namespace zoomc::explain

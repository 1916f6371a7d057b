#include "catalog_tools/description.h"

#include <algorithm>
#include <array>
#include <utility>

#include "catalog_source/table.h"
#include "text/ascii.h"

namespace zoomc::catalog_tools {
namespace {

using Texts = std::vector<std::string>;

// Entities, and the blank at which lines do not break.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities{
    {{"&quot;", "\""},
     {"&#39;", "'"},
     {"&lt;", "<"},
     {"&gt;", ">"},
     {"&amp;", "&"},
     {"\xC2\xA0", " "}}};

// Replaces what begins at the front of `rest` and is Markdown or an entity; false where nothing is.
bool replace_mark(std::string_view& rest, std::string& out) {
  for (const std::string_view mark : {"**", "`"}) {
    if (!rest.starts_with(mark)) continue;
    rest.remove_prefix(mark.size());
    return true;
  }
  for (const auto& [entity, meaning] : kEntities) {
    if (!rest.starts_with(entity)) continue;
    rest.remove_prefix(entity.size());
    out += meaning;
    return true;
  }
  return false;
}

// Replaces a link at the front of `rest` by its text.
bool replace_link(std::string_view& rest, std::string& out) {
  if (!rest.starts_with('[')) return false;
  const auto middle = rest.find("](");
  if (middle == std::string_view::npos || rest.substr(1, middle - 1).find('[') != rest.npos) {
    return false;
  }
  const auto end = rest.find(')', middle);
  if (end == std::string_view::npos) return false;
  out += without_markdown(rest.substr(1, middle - 1));
  rest.remove_prefix(end + 1);
  return true;
}

// One blank for each run of blanks and of what no message may show.
std::string with_single_blanks(std::string text) {
  while (const auto control = catalog_source::find_control(text)) {
    text.replace(control->begin, control->end - control->begin, " ");
  }
  std::string out;
  for (const char c : text) {
    if (c != ' ') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// The lines of a description, which ends some with `<br>`.
std::vector<std::string_view> described_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const auto end = std::min(text.find('\n'), text.find("<br"));
    lines.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return lines;
    if (text[end] == '\n') {
      text.remove_prefix(end + 1);
      continue;
    }
    const auto close = text.find('>', end);
    text.remove_prefix(close == std::string_view::npos ? text.size() : close + 1);
  }
}

// Scopes

constexpr std::string_view kScopesLabel = "Scopes";
constexpr std::string_view kGranularWord = "Granular ";

bool is_scope_character(char c) {
  return is_alphanumeric(c) || c == ':' || c == '_' || c == '-' || c == '.';
}

// The text behind the label at the front of `text`, its link and its colon; nothing when there is
// no colon, as where a sentence speaks of scopes.
std::optional<std::string_view> behind_label(std::string_view text) {
  text.remove_prefix(kScopesLabel.size());
  if (text.starts_with("](")) {
    const auto end = text.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  while (text.starts_with('*')) text.remove_prefix(1);
  if (!text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  while (text.starts_with('*')) text.remove_prefix(1);
  return text;
}

// Up to the end of the line, or to the next bold label in it.
std::string_view same_line(std::string_view text) {
  for (const std::string_view end : {"\n", "<br", "**"}) text = text.substr(0, text.find(end));
  return text;
}

Texts scopes_in(std::string_view text) {
  Texts names;
  while (!text.empty()) {
    const auto end = std::ranges::find_if_not(text, is_scope_character);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view name = text.substr(0, length);
    // Every scope has one of these; words beside the names have not.
    if (name.find_first_of(":_") != std::string_view::npos) names.emplace_back(name);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return names;
}

// Prerequisites

// What is behind the label; nothing where there is none, as where a sentence has the word.
std::optional<std::string_view> behind_prerequisites(std::string_view description) {
  constexpr std::string_view kLabel = "Prerequisite";
  for (auto at = description.find(kLabel); at != std::string_view::npos;
       at = description.find(kLabel, at + 1)) {
    const std::string_view before = description.substr(0, at);
    std::string_view rest = description.substr(at + kLabel.size());
    if (rest.starts_with('s')) rest.remove_prefix(1);
    if (!before.ends_with("**") && !before.ends_with("# ")) continue;
    rest.remove_prefix(std::min(rest.find_first_not_of("*: "), rest.size()));
    return rest;
  }
  return std::nullopt;
}

bool is_label(std::string_view line) {
  return line.starts_with("**") || line.starts_with('#');
}

// Errors

constexpr std::size_t kMaxErrorText = 300;

// A piece of an error's text, and whether it is an entry of a list.
struct Line {
  std::string text;
  bool is_entry = false;
};

Line read_line(std::string_view line) {
  const bool is_entry = line.starts_with("* ") || line.starts_with("- ");
  if (is_entry) line.remove_prefix(2);
  return {without_markdown(line), is_entry};
}

// A text in braces is a placeholder, and no example.
bool begins_example(std::string_view line) {
  if (line.starts_with("```") || is_in_any_case(line, "eg:")) return true;
  if (line == "[" || line == "{" || line.starts_with("[{")) return true;
  return line.starts_with('{') && trimmed(line.substr(1)).starts_with('"');
}

// "Some data failed. For example:" is about the example.
std::string_view before_example_label(std::string_view line) {
  return trimmed(line.substr(0, lowered(line).find("for example:")));
}

// What a document has beside the text of an error.
bool is_remark(std::string_view text) {
  return text.starts_with("This error ") || std::ranges::none_of(text, is_letter);
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

// Whether the line is a text of its own, and not the rest of the one before.
bool begins_text(const Line& line, const std::string& before) {
  if (line.is_entry || before.empty()) return true;
  if (before.ends_with(':') || before.ends_with(',')) return false;
  return ends_sentence(before) || !is_lower(line.text.front());
}

// The first sentence; nothing where the text has only one or no end.
std::string_view first_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_end = at + 1 == text.size() || text[at + 1] == ' ';
    if (is_end && ends_sentence(text.substr(0, at + 1))) return text.substr(0, at + 1);
  }
  return {};
}

struct ErrorTexts {
  Texts texts;
  bool has_example = false;
};

ErrorTexts texts_of(std::string_view description) {
  ErrorTexts found;
  for (const std::string_view written : described_lines(description)) {
    // Some documents go on with another response.
    if (written.starts_with("**HTTP Status")) break;
    if (begins_example(written)) {
      found.has_example = true;
      break;
    }
    Line line = read_line(before_example_label(written));
    if (is_remark(line.text)) continue;
    if (begins_text(line, found.texts.empty() ? std::string() : found.texts.back())) {
      found.texts.push_back(std::move(line.text));
    } else {
      found.texts.back() += " " + line.text;
    }
  }
  return found;
}

// The texts as the table has them.
Texts shown(ErrorTexts found) {
  constexpr std::string_view kLabel = "Message: ";
  if (found.has_example && found.texts.size() > 1) found.texts.resize(1);
  Texts texts;
  for (std::string_view text : found.texts) {
    if (text.starts_with(kLabel)) text.remove_prefix(kLabel.size());
    if (text.size() > kMaxErrorText) text = first_sentence(text);
    if (!text.empty() && text.size() <= kMaxErrorText) texts.emplace_back(text);
  }
  return texts;
}

bool is_code(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_alphanumeric(c) || c == '_' || c == '-';
  });
}

// The code behind the label; `rest` is then what follows.
std::optional<std::string_view> read_code(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of("*: "), rest.size()));
  if (!rest.starts_with('`')) return std::nullopt;
  const auto end = rest.find('`', 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view code = trimmed(rest.substr(1, end - 1));
  rest.remove_prefix(end + 1);
  return is_code(code) ? std::optional(code) : std::nullopt;
}

}  // namespace

std::string without_markdown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (replace_mark(text, out) || replace_link(text, out)) continue;
    const char c = text.front();
    out += is_white_space(c) ? ' ' : c;
    text.remove_prefix(1);
  }
  return with_single_blanks(std::move(out));
}

DescribedScopes described_scopes(std::string_view description) {
  DescribedScopes scopes;
  for (auto at = description.find(kScopesLabel); at != std::string_view::npos;
       at = description.find(kScopesLabel, at + 1)) {
    const auto rest = behind_label(description.substr(at));
    if (!rest) continue;
    auto& list =
        description.substr(0, at).ends_with(kGranularWord) ? scopes.granular : scopes.classic;
    if (!list) list = scopes_in(same_line(*rest));
  }
  return scopes;
}

std::vector<std::string> described_prerequisites(std::string_view description) {
  const auto rest = behind_prerequisites(description);
  if (!rest) return {};
  Texts lines;
  for (const std::string_view written : described_lines(*rest)) {
    if (is_label(written)) break;
    std::string line = lowered(read_line(written).text);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<DescribedError> described_errors(std::string_view description) {
  constexpr std::string_view kLabel = "Error Code";
  std::vector<DescribedError> errors;
  auto at = description.find(kLabel);
  while (at != std::string_view::npos) {
    std::string_view rest = description.substr(at + kLabel.size());
    at = description.find(kLabel, at + kLabel.size());
    const auto code = read_code(rest);
    if (!code) continue;
    rest = rest.substr(0, rest.find(kLabel));
    // The label of the next one is bold.
    while (rest.ends_with('*')) rest.remove_suffix(1);
    for (std::string& text : shown(texts_of(rest))) {
      DescribedError error{std::string(*code), std::move(text)};
      if (std::ranges::find(errors, error) == errors.end()) errors.push_back(std::move(error));
    }
  }
  return errors;
}

}  // namespace zoomc::catalog_tools

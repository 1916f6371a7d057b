#include "lint/name_words.h"

#include "lint/place.h"
#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

// Whether a chunk of a name begins like a name: "Sync" and not "and" or "&".
bool begins_like_name(std::string_view chunk) {
  return begins_word(chunk, 0) && !(chunk.front() >= 'a' && chunk.front() <= 'z');
}

std::optional<std::string> without_word(std::string_view name, TextPart word) {
  const std::string_view before = trimmed(name.substr(0, word.begin));
  const std::string_view after = trimmed(name.substr(word.end));
  const bool free_left = word.begin == 0 || name[word.begin - 1] == ' ';
  const bool free_right = word.end == name.size() || name[word.end] == ' ';
  if (!free_left || !free_right || (before.empty() && after.empty())) return std::nullopt;
  const auto space = before.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? before : before.substr(space + 1);
  if (!last.empty() && !begins_like_name(last)) return std::nullopt;
  if (!after.empty() && !begins_like_name(after)) return std::nullopt;
  std::string rest(before);
  if (!before.empty() && !after.empty()) rest += ' ';
  return rest.append(after);
}

}  // namespace

std::optional<std::string> without_words(std::string_view name,
                                         const std::vector<TextPart>& words) {
  if (words.size() > kMaxNameWords) return std::nullopt;
  std::string rest(name);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    auto shorter = without_word(rest, *word);
    if (!shorter) return std::nullopt;
    rest = std::move(*shorter);
  }
  return rest;
}

std::optional<Fix> rename_app(const SourceFile& file, const Text& name, const std::string& better) {
  const std::string_view written = file.slice(name.span);
  const bool is_quoted = written.starts_with('"') || written.starts_with('\'');
  Node scalar;
  scalar.text = better;
  const bool is_text = is_quoted || scalar_type(scalar) == ScalarType::string;
  const bool fits = count_code_points(better) <= kMaxName;
  if (!is_text || !fits || written.find('\n') != std::string_view::npos) return std::nullopt;
  return Fix{FixSafety::unsafe, in_backticks(better), {replace_value(file, name, better)}};
}

}  // namespace zoomc

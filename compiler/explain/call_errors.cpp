#include "explain/call_errors.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "catalog/lookup.h"
#include "explain/relations.h"
#include "explain/topics.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::explain {
namespace {

// Nobody reads more.
constexpr std::size_t kMaxErrorCalls = 8;
constexpr std::size_t kMaxErrorTexts = 8;
constexpr std::size_t kMaxTextAnswers = 4;
constexpr std::size_t kMaxErrorsOfCall = 4;

// A shorter message without a code says nothing.
constexpr std::size_t kMinMessageLetters = 10;
// The least words and letters of a text that a longer topic has in it: "Not found." could be part
// of anything.
constexpr std::size_t kMinTextWords = 3;
constexpr std::size_t kMinTextLetters = 10;
// An email address has several words, a file's path more.
constexpr std::size_t kMaxValueWords = 12;
// Those of a topic that is a part of a text.
constexpr std::size_t kMinCutWords = 4;
constexpr std::size_t kMinCutLetters = 20;
// Those of a text that counts although its code is another than that of the topic.
constexpr std::size_t kMinExactWords = 6;

std::size_t letters_in(std::span<const TopicWord> words) {
  std::size_t letters = 0;
  for (const TopicWord& word : words) letters += word.text.size();
  return letters;
}

bool is_named_char(char c) {
  return is_alphanumeric(c) || c == '_';
}

// The bytes of the value's name that a documented text has at `offset`: `{userId}`, `$userId`; 0 if
// there is none.
std::size_t gap_bytes(std::string_view text, std::size_t offset) {
  if (text[offset] == '{') {
    const auto close = text.find('}', offset);
    return close == std::string_view::npos ? 0 : close + 1 - offset;
  }
  if (text[offset] != '$') return 0;
  std::size_t end = offset + 1;
  while (end < text.size() && is_named_char(text[end])) ++end;
  return end - offset > 1 ? end - offset : 0;
}

// The fixed parts of a documented text.
std::vector<Phrase> fixed_parts(std::string_view text) {
  std::vector<Phrase> parts;
  const auto add = [&](std::string_view part) {
    Phrase phrase = split_words(part);
    if (!phrase.empty()) parts.push_back(std::move(phrase));
  };
  std::size_t begin = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t bytes = gap_bytes(text, offset);
    if (bytes == 0) {
      ++offset;
      continue;
    }
    add(text.substr(begin, offset - begin));
    offset += bytes;
    begin = offset;
  }
  add(text.substr(begin));
  return parts;
}

// Words with blanks between and around them: " meeting does not exist ".
std::string joined(const Phrase& words) {
  std::string text = " ";
  for (const TopicWord& word : words) text.append(word.text).append(1, ' ');
  return text;
}

// The fixed parts of documented texts, joined, with a line for each part. There are thousands of
// texts, so that a plain one is not split into words first.
class JoinedTexts {
 public:
  // Valid until the next text.
  std::string_view of(std::string_view text) {
    if (!write_plain(text)) {
      lines_.clear();
      for (const Phrase& part : fixed_parts(text)) lines_ += joined(part) + "\n";
    }
    return lines_;
  }

 private:
  // False if only `split_words` knows what the words are.
  bool write_plain(std::string_view text) {
    lines_ = " ";
    std::size_t offset = 0;
    while (offset < text.size()) {
      const std::size_t bytes = gap_bytes(text, offset);
      const char c = text[offset];
      const bool is_in_number = c == ',' && offset > 0 && is_digit(text[offset - 1]);
      if (is_in_number || c == '\'' || static_cast<unsigned char>(c) >= 0x80) return false;
      if (bytes > 0) {
        end_part();
      } else if (is_named_char(c)) {
        lines_ += lowered(c);
      } else {
        end_word();
      }
      offset += std::max<std::size_t>(bytes, 1);
    }
    end_part();
    lines_.pop_back();
    return true;
  }

  void end_word() {
    if (lines_.back() != ' ') lines_ += ' ';
  }

  void end_part() {
    end_word();
    const bool is_empty = lines_.size() == 1 || lines_[lines_.size() - 2] == '\n';
    if (!is_empty) lines_ += "\n ";
  }

  std::string lines_;
};

// Whether `words` has all parts of a joined text in order.
bool has_parts(std::string_view words, std::string_view text) {
  std::size_t from = 0;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('\n'));
    const auto place = words.find(part, from);
    if (place == std::string_view::npos) return false;
    // The blank at its end may be that before the next part.
    from = place + part.size() - 1;
    text.remove_prefix(part.size() + 1);
  }
  return true;
}

// What was pasted: its words, the codes that it names, and the words of its message.
struct PastedError {
  Phrase words;
  std::vector<std::string> codes;
  Phrase message;

  bool has_code(std::string_view code) const {
    return std::ranges::find(codes, code) != codes.end();
  }
  bool has_message() const {
    return message.size() >= 2 && (!codes.empty() || letters_in(message) >= kMinMessageLetters);
  }
};

bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// The number behind "code" or, if no number is, behind "error"; that of HTTP is none.
std::vector<std::string> codes_in(const Phrase& words) {
  constexpr std::array<std::string_view, 3> kCode{"code", "error_code", "errorcode"};
  constexpr std::array<std::string_view, 1> kError{"error"};
  constexpr std::array<std::string_view, 3> kHttp{"http", "status", "response"};
  if (words.size() == 1) return {words.front().text};
  const auto announced = [&](std::span<const std::string_view> by) {
    std::vector<std::string> codes;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool is_http = i > 1 && is_one_of(kHttp, words[i - 2].text);
      const bool is_number = is_digit(words[i].text.front());
      if (is_number && !is_http && is_one_of(by, words[i - 1].text)) codes.push_back(words[i].text);
    }
    return codes;
  };
  const auto codes = announced(kCode);
  return codes.empty() ? announced(kError) : codes;
}

// The longest run of words that say something of their own: not a code, and no key of the reply.
Phrase message_in(const Phrase& words, const std::vector<std::string>& codes) {
  constexpr std::array<std::string_view, 11> kKeys{"code",   "error_code", "errorcode",   "error",
                                                   "errors", "message",    "http",        "status",
                                                   "zoom",   "api",        "errormessage"};
  Phrase longest;
  Phrase run;
  const auto end_run = [&] {
    if (run.size() > longest.size()) longest = run;
    run.clear();
  };
  for (const TopicWord& word : words) {
    if (is_one_of(kKeys, word.text) || std::ranges::find(codes, word.text) != codes.end()) {
      end_run();
    } else {
      run.push_back(word);
    }
  }
  end_run();
  return longest;
}

PastedError read_pasted(std::string_view topic) {
  PastedError pasted{.words = split_words(topic)};
  pasted.codes = codes_in(pasted.words);
  pasted.message = message_in(pasted.words, pasted.codes);
  return pasted;
}

bool same_words(const Phrase& a, const Phrase& b) {
  return std::ranges::equal(a, b, {}, &TopicWord::text, &TopicWord::text);
}

// Where a documented text is in the topic. A text of which the topic is a part has all of it.
struct TextFit {
  std::size_t first = 0;
  std::size_t last = 0;
  // The words of the text that are fixed.
  std::size_t fixed = 0;
  // The whole message is the text.
  bool is_whole = false;

  bool is_within(const TextFit& other) const {
    return other.first <= first && last <= other.last && fixed < other.fixed;
  }
};

std::optional<TextFit> fit_text(const PastedError& pasted, std::string_view text) {
  const std::vector<Phrase> parts = fixed_parts(text);
  if (parts.empty()) return std::nullopt;
  TextFit fit;
  std::size_t letters = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // A gap between two parts has a value in it.
    const auto place = find_phrase(pasted.words, parts[i], i == 0 ? 0 : from + 1);
    if (!place || (i > 0 && *place - from > kMaxValueWords)) return std::nullopt;
    if (i == 0) fit.first = *place;
    from = *place + parts[i].size();
    fit.fixed += parts[i].size();
    letters += letters_in(parts[i]);
  }
  fit.last = from;
  fit.is_whole = parts.size() == 1 && same_words(parts.front(), pasted.message);
  const bool is_long = fit.fixed >= kMinTextWords && letters >= kMinTextLetters;
  if (is_long || fit.is_whole) return fit;
  return std::nullopt;
}

// Rows that say the same: the same code, and the same fixed words.
struct ErrorGroup {
  std::string_view text;
  std::string_view code;
  std::vector<catalog::CallError> rows;
  TextFit fit;
};

class ErrorGroups {
 public:
  // `joined`: the text, joined.
  void add(const catalog::CallError& row, std::string_view joined, const TextFit& fit) {
    const auto [at, is_first] =
        places_.try_emplace(fmt::format("{}\n{}", row.code, joined), groups_.size());
    if (is_first) groups_.push_back({.text = row.text, .code = row.code, .fit = fit});
    // A call may have a text twice, with and without the value.
    auto& rows = groups_[at->second].rows;
    if (rows.empty() || rows.back().operation != row.operation) rows.push_back(row);
  }

  std::vector<ErrorGroup> take() { return std::move(groups_); }

 private:
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<ErrorGroup> groups_;
};

// The rows whose text the topic has.
std::vector<ErrorGroup> groups_of_text(const catalog::Catalog& catalog, const PastedError& pasted) {
  const std::string words = joined(pasted.words);
  JoinedTexts texts;
  ErrorGroups groups;
  for (const catalog::CallError& row : catalog.call_errors) {
    const std::string_view text = texts.of(row.text);
    if (text.empty() || !has_parts(words, text)) continue;
    const auto fit = fit_text(pasted, row.text);
    if (!fit) continue;
    const bool is_exact = fit->is_whole && fit->fixed >= kMinExactWords;
    if (pasted.codes.empty() || pasted.has_code(row.code) || is_exact) groups.add(row, text, *fit);
  }
  return groups.take();
}

// The rows of whose text the topic is a piece.
std::vector<ErrorGroup> groups_of_piece(const catalog::Catalog& catalog,
                                        const PastedError& pasted) {
  if (pasted.message.size() < kMinCutWords || letters_in(pasted.message) < kMinCutLetters) {
    return {};
  }
  const std::string message = joined(pasted.message);
  JoinedTexts texts;
  ErrorGroups groups;
  for (const catalog::CallError& row : catalog.call_errors) {
    if (!pasted.codes.empty() && !pasted.has_code(row.code)) continue;
    const std::string_view text = texts.of(row.text);
    if (text.find(message) != std::string_view::npos) groups.add(row, text, {});
  }
  return groups.take();
}

// A text within a longer one, also one that is `known`, does not count; nor, where a text has the
// topic's code, do those of other codes.
void drop_lesser(const PastedError& pasted, std::span<const TopicSpan> known,
                 std::vector<ErrorGroup>& groups) {
  std::erase_if(groups, [&](const ErrorGroup& group) {
    const std::size_t begin = pasted.words[group.fit.first].begin;
    const std::size_t end = pasted.words[group.fit.last - 1].end;
    return std::ranges::any_of(known, [&](const TopicSpan& span) {
      return span.begin <= begin && end <= span.end && end - begin < span.end - span.begin;
    });
  });
  const auto has_code = [&](const ErrorGroup& group) { return pasted.has_code(group.code); };
  if (std::ranges::any_of(groups, has_code)) std::erase_if(groups, std::not_fn(has_code));
  const std::vector<ErrorGroup> all = groups;
  std::erase_if(groups, [&](const ErrorGroup& group) {
    return std::ranges::any_of(
        all, [&](const ErrorGroup& other) { return group.fit.is_within(other.fit); });
  });
}

std::vector<ErrorGroup> groups_of_code(const catalog::Catalog& catalog, const PastedError& pasted) {
  JoinedTexts texts;
  ErrorGroups groups;
  for (const catalog::CallError& row : catalog.call_errors) {
    if (pasted.has_code(row.code)) groups.add(row, texts.of(row.text), {});
  }
  return groups.take();
}

// The calls of a group in the order in which people look for them.
class CallOrder {
 public:
  explicit CallOrder(const catalog::Catalog& catalog) : catalog_(catalog) {
    for (std::size_t i = 0; i < catalog.features.size(); ++i) {
      const catalog::Feature& feature = catalog.features[i];
      for (const catalog::OperationId id : catalog::calls_of(feature)) {
        const int rank = feature.is_in_guide() ? 0 : 1;
        const auto [at, is_new] = ranks_.try_emplace(id, rank);
        at->second = std::min(at->second, rank);
      }
    }
  }

  // Calls of the guide's features, calls of others, calls of none, those of master accounts.
  int rank(catalog::OperationId id) const {
    const auto known = ranks_.find(id);
    if (known != ranks_.end()) return known->second;
    return catalog_.operations[id].is_master ? 3 : 2;
  }

  int best(const ErrorGroup& group) const {
    int best = 3;
    for (const catalog::CallError& row : group.rows) best = std::min(best, rank(row.operation));
    return best;
  }

  void sort(std::vector<ErrorGroup>& groups) const {
    std::ranges::stable_sort(groups, [&](const ErrorGroup& a, const ErrorGroup& b) {
      return std::pair(best(a), b.rows.size()) < std::pair(best(b), a.rows.size());
    });
    for (ErrorGroup& group : groups) {
      std::ranges::stable_sort(group.rows, {},
                               [&](const catalog::CallError& row) { return rank(row.operation); });
    }
  }

 private:
  const catalog::Catalog& catalog_;
  std::unordered_map<catalog::OperationId, int> ranks_;
};

std::string quoted_text(std::string_view text) {
  const char quote = text.find('`') == std::string_view::npos ? '`' : '"';
  return fmt::format("{0}{1}{0}", quote, escape_controls(text));
}

std::string http_label(const catalog::CallError& row) {
  return fmt::format("HTTP {}", row.status);
}

std::string features_note(const catalog::Catalog& catalog, catalog::OperationId id) {
  std::vector<std::string> names;
  for (const catalog::FeatureId feature : features_calling(catalog, id)) {
    names.emplace_back(catalog.features[feature].name);
  }
  if (!names.empty()) return fmt::format("for {}", join_words(names));
  return catalog.operations[id].is_master ? "a call of the master-account API" : "";
}

Answer answer_text_group(const catalog::Catalog& catalog, const PastedError& pasted,
                         const ErrorGroup& group) {
  Answer answer;
  answer.say(fmt::format("{} ({}): Zoom documents it for {}", quoted_text(group.text), group.code,
                         count_of(group.rows.size(), "operation")));
  if (!pasted.codes.empty() && !pasted.has_code(group.code)) {
    answer.say(fmt::format("Zoom documents this text with the code {}, not with {}.", group.code,
                           join_words(pasted.codes, "or")));
  }
  for (std::size_t i = 0; i < group.rows.size() && i < kMaxErrorCalls; ++i) {
    const catalog::CallError& row = group.rows[i];
    answer.row(http_label(row), catalog::display_name(catalog.operations[row.operation]),
               features_note(catalog, row.operation));
  }
  if (group.rows.size() > kMaxErrorCalls) {
    answer.row("and", fmt::format("{} more", group.rows.size() - kMaxErrorCalls));
  }
  return answer;
}

std::string code_title(const PastedError& pasted, std::size_t texts) {
  const std::string code = fmt::format("the code {}", join_words(pasted.codes, "or"));
  if (!pasted.has_message()) {
    return fmt::format("{}: Zoom documents {} with it", code, count_of(texts, "text"));
  }
  return texts == 1
             ? fmt::format("the message is not the one that Zoom documents with {}", code)
             : fmt::format("the message fits none of the {} texts that Zoom documents with {}",
                           texts, code);
}

Answer answer_code_groups(const catalog::Catalog& catalog, const PastedError& pasted,
                          const std::vector<ErrorGroup>& groups) {
  Answer answer;
  answer.say(code_title(pasted, groups.size()));
  for (std::size_t i = 0; i < groups.size() && i < kMaxErrorTexts; ++i) {
    const ErrorGroup& group = groups[i];
    const catalog::CallError& first = group.rows.front();
    answer.row(http_label(first),
               group.rows.size() == 1 ? catalog::display_name(catalog.operations[first.operation])
                                      : count_of(group.rows.size(), "operation"),
               quoted_text(group.text));
  }
  if (groups.size() > kMaxErrorTexts) {
    answer.row("and", fmt::format("{} more", groups.size() - kMaxErrorTexts));
  }
  return answer;
}

CallErrorAnswers answers_of_text(const catalog::Catalog& catalog, const PastedError& pasted,
                                 const std::vector<ErrorGroup>& groups) {
  CallErrorAnswers found{.match = CallErrorMatch::text};
  for (std::size_t i = 0; i < groups.size() && i < kMaxTextAnswers; ++i) {
    found.answers.push_back(answer_text_group(catalog, pasted, groups[i]));
  }
  if (groups.size() > kMaxTextAnswers) {
    Answer more;
    more.say(fmt::format("and {} with other codes or words",
                         count_of(groups.size() - kMaxTextAnswers, "more text")));
    found.answers.push_back(std::move(more));
  }
  return found;
}

}  // namespace

CallErrorAnswers find_call_errors(const catalog::Catalog& catalog, std::string_view topic,
                                  std::span<const TopicSpan> known) {
  if (catalog.call_errors.empty()) return {};
  const PastedError pasted = read_pasted(topic);
  const CallOrder order(catalog);
  std::vector<ErrorGroup> groups;
  if (pasted.has_message()) {
    groups = groups_of_text(catalog, pasted);
    drop_lesser(pasted, known, groups);
    if (groups.empty()) groups = groups_of_piece(catalog, pasted);
  }
  if (!groups.empty()) {
    order.sort(groups);
    return answers_of_text(catalog, pasted, groups);
  }
  if (pasted.codes.empty()) return {};
  groups = groups_of_code(catalog, pasted);
  if (groups.empty()) return {};
  order.sort(groups);
  if (groups.size() == 1 && !pasted.has_message()) {
    return {CallErrorMatch::code, {answer_text_group(catalog, pasted, groups.front())}};
  }
  return {CallErrorMatch::code, {answer_code_groups(catalog, pasted, groups)}};
}

void add_call_errors(Answer& answer, const catalog::Catalog& catalog,
                     catalog::OperationId operation) {
  const auto rows = catalog::errors_of(catalog, operation);
  for (std::size_t i = 0; i < rows.size() && i < kMaxErrorsOfCall; ++i) {
    const catalog::CallError row = rows[i];
    answer.row("fails with", fmt::format("{}, HTTP {}", row.code, row.status),
               quoted_text(row.text));
  }
  if (rows.size() > kMaxErrorsOfCall) {
    answer.row("fails with", fmt::format("and {} more", rows.size() - kMaxErrorsOfCall));
  }
}

}  // namespace zoomc::explain

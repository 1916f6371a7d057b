#include "lsp/completion.h"

#include <algorithm>

#include "lsp/candidates.h"

namespace zoomc::lsp {
namespace {

using Candidates = std::vector<Candidate>;

// A name as YAML can have it at the cursor.
std::string spelled(const std::string& name, const Cursor& cursor) {
  const bool needs_quotes =
      !cursor.quoted && cursor.flow && name.find_first_of(",[]{}") != std::string::npos;
  return needs_quotes ? "\"" + name + "\"" : name;
}

class Completer {
 public:
  explicit Completer(const CompletionRequest& request)
      : request_(request), cursor_(find_cursor(request.text, request.offset)) {
    const bool has_app = request.last != nullptr && request.last->is_app;
    if (has_app) app_ = &request.last->analysis->resolved;
  }

  Completion run() {
    result_.word = cursor_.word;
    switch (cursor_.role) {
      case Role::none: break;
      case Role::comment: complete_comment(); break;
      case Role::key: complete_key(); break;
      case Role::value: complete_value(); break;
      case Role::item: complete_item(); break;
    }
    finish();
    return std::move(result_);
  }

 private:
  const Catalog& catalog() const { return request_.language.knowledge.catalog; }
  const SchemaGuide& guide() const { return request_.language.guide; }
  std::string_view typed() const {
    return request_.text.substr(result_.word.begin, request_.offset - result_.word.begin);
  }

  void finish() {
    Candidates& all = result_.candidates;
    std::erase_if(all, [this](const Candidate& one) {
      const auto& there = cursor_.siblings;
      return std::find(there.begin(), there.end(), one.label) != there.end();
    });
    if (all.size() > kMaxCandidates) {
      keep_best(all, typed());
      result_.incomplete = true;
    }
    add_details(catalog(), all);
  }

  void complete_key() {
    if (add_keys(cursor_.path)) return;
    // Below a key on its own line: the value of a list, each with its dash.
    const Shape shape = guide().shape(cursor_.path);
    if (!shape.scalar && !shape.list) return;
    Path entry = cursor_.path;
    entry.emplace_back(kEntry);
    if (!guide().shape(entry).mapping || !add_keys(entry)) add_values(cursor_.path);
    for (Candidate& one : result_.candidates) {
      if (shape.list && !cursor_.flow) one.text.insert(0, "- ");
    }
  }

  // False when no mapping can stand there.
  bool add_keys(const Path& path) {
    const TopicKind kind = topic_kind(path, true);
    Candidates keys;
    if (kind == TopicKind::finding) {
      keys = rule_candidates(request_.rules);
    } else if (kind != TopicKind::none) {
      keys = named_candidates(catalog(), kind, path, app_);
    } else {
      keys = key_candidates(guide(), path);
    }
    if (keys.empty() && !guide().shape(path).mapping) return false;
    for (Candidate& one : keys) {
      if (kind != TopicKind::none) one.text = spelled(one.label, cursor_) + ": ";
      const bool name_only = cursor_.has_colon || cursor_.quoted;
      if (name_only) one.text = spelled(one.label, cursor_);
    }
    add(std::move(keys));
    return true;
  }

  void add_values(const Path& path) {
    const TopicKind kind = topic_kind(path, false);
    Candidates values = kind == TopicKind::none ? word_candidates(guide(), path)
                                                : named_candidates(catalog(), kind, path, app_);
    for (Candidate& one : values) one.text = spelled(one.label, cursor_);
    add(std::move(values));
  }

  void complete_value() {
    add_values(cursor_.path);
    const Shape shape = guide().shape(cursor_.path);
    const bool needs_brackets = shape.list && !shape.scalar && !cursor_.quoted;
    for (Candidate& one : result_.candidates) {
      if (needs_brackets) one.text = bracketed(one.label);
      if (cursor_.lacks_blank) one.text.insert(0, " ");
    }
  }

  static std::string bracketed(const std::string& name) {
    Cursor flow;
    flow.flow = true;
    return "[" + spelled(name, flow) + "]";
  }

  void complete_item() {
    Path entry = cursor_.path;
    entry.emplace_back(kEntry);
    if (guide().shape(entry).mapping) {
      cursor_.siblings.clear();
      add_keys(entry);
    } else {
      add_values(cursor_.path);
    }
  }

  void add(Candidates candidates) {
    result_.candidates.insert(result_.candidates.end(), std::make_move_iterator(candidates.begin()),
                              std::make_move_iterator(candidates.end()));
  }

  void complete_comment();
  void add_rules(std::size_t from, std::string_view comment);
  bool is_found_here(std::string_view rule) const;

  const CompletionRequest& request_;
  Cursor cursor_;
  const ResolvedApp* app_ = nullptr;
  Completion result_;
};

constexpr std::string_view kMark = "zoomc:";
constexpr std::string_view kDirective = "zoomc: allow";

// `# zoomc: allow rule, rule -- reason`: the directive itself, then the rules.
void Completer::complete_comment() {
  const std::string_view comment = request_.text.substr(cursor_.word.begin, cursor_.word.size());
  const std::string_view before = comment.substr(0, request_.offset - cursor_.word.begin);
  const std::size_t mark = before.rfind(kMark);
  const std::size_t allow = mark == std::string_view::npos ? mark : before.find("allow ", mark);
  if (allow != std::string_view::npos) {
    add_rules(allow, comment);
    return;
  }
  const std::size_t begin = std::min(before.find_first_not_of("# "), before.size());
  if (!kDirective.starts_with(before.substr(begin))) return;
  result_.word.begin += static_cast<std::uint32_t>(begin);
  result_.word.end = request_.offset;
  add({{.label = std::string(kDirective),
        .detail = "allow a finding on this line or the next one",
        .text = std::string(before.empty() || before.back() != '#' ? "" : " ")
                    .append(kDirective)
                    .append(" "),
        .kind = CandidateKind::keyword}});
}

// `from` is where `allow` stands in the comment.
void Completer::add_rules(std::size_t from, std::string_view comment) {
  const std::string_view before = comment.substr(0, request_.offset - cursor_.word.begin);
  if (before.find("--", from) != std::string_view::npos) return;
  const std::size_t word = before.find_last_of(" ,") + 1;
  const std::size_t end = std::min(comment.find_first_of(" ,", word), comment.size());
  const bool has_reason = comment.find("--", end) != std::string_view::npos;
  result_.word = {cursor_.word.begin + static_cast<std::uint32_t>(word),
                  cursor_.word.begin + static_cast<std::uint32_t>(end)};
  Candidates rules = rule_candidates(request_.rules);
  for (const Policy& policy : request_.policies) {
    const std::string name = "policy-violation/" + policy.id;
    rules.push_back({.label = name,
                     .detail = policy.message,
                     .kind = CandidateKind::reference,
                     .topic = {TopicKind::finding, name}});
  }
  for (Candidate& one : rules) one.text = one.label + (has_reason ? "" : " -- ");
  std::stable_partition(rules.begin(), rules.end(),
                        [this](const Candidate& one) { return is_found_here(one.label); });
  add(std::move(rules));
}

// Whether the rule has found something on the cursor's line or the next one.
bool Completer::is_found_here(std::string_view rule) const {
  if (request_.last == nullptr) return false;
  const std::string_view text = request_.text;
  const std::size_t begin = text.substr(0, request_.offset).rfind('\n') + 1;
  const std::size_t next = std::min(text.find('\n', request_.offset), text.size() - 1) + 1;
  const std::size_t end = std::min(text.find('\n', next), text.size());
  const auto& findings = request_.last->findings;
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& found) {
    return found.id == rule && found.primary.begin >= begin && found.primary.begin <= end;
  });
}

}  // namespace

Completion complete(const CompletionRequest& request) {
  return Completer(request).run();
}

}  // namespace zoomc::lsp

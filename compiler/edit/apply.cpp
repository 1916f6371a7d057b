#include "edit/apply.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace zoomc::edit {
namespace {

bool overlap(Span a, Span b) {
  if (a == b) return true;
  return a.begin < b.end && b.begin < a.end;
}

bool touches(const Fix& fix, const std::vector<Edit>& made) {
  return std::any_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
    return std::any_of(made.begin(), made.end(),
                       [&](const Edit& other) { return overlap(edit.span, other.span); });
  });
}

using Lines = std::vector<std::string_view>;

constexpr std::size_t kContext = 3;
// The search keeps a row for each changed line. Past this many the changed middle is shown as one
// replacement: correct, if not the shortest.
constexpr std::size_t kMaxChanges = 500;

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

enum class StepKind : std::uint8_t { same, removed, added };

struct Step {
  StepKind kind;
  std::string_view line;
};

// The furthest place reached on each diagonal, a row for each number of changes (Myers 1986).
using Trace = std::vector<std::vector<std::ptrdiff_t>>;

// Empty when more than `kMaxChanges` are needed.
Trace search(const Lines& before, const Lines& after) {
  const auto n = static_cast<std::ptrdiff_t>(before.size());
  const auto m = static_cast<std::ptrdiff_t>(after.size());
  const auto most = std::min<std::ptrdiff_t>(n + m, kMaxChanges);
  std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&](std::ptrdiff_t diagonal) -> std::ptrdiff_t& {
    return reach[static_cast<std::size_t>(diagonal + most + 1)];
  };
  Trace trace;
  for (std::ptrdiff_t changes = 0; changes <= most; ++changes) {
    trace.push_back(reach);
    for (std::ptrdiff_t k = -changes; k <= changes; k += 2) {
      const bool down = k == -changes || (k != changes && at(k - 1) < at(k + 1));
      std::ptrdiff_t x = down ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m &&
             before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)]) {
        ++x;
      }
      at(k) = x;
      if (x >= n && x - k >= m) return trace;
    }
  }
  return {};
}

std::vector<Step> replace_all(const Lines& before, const Lines& after) {
  std::vector<Step> steps;
  for (const auto line : before) steps.push_back({StepKind::removed, line});
  for (const auto line : after) steps.push_back({StepKind::added, line});
  return steps;
}

// The steps from the first line to the last, read back from where the search arrived.
std::vector<Step> shortest(const Lines& before, const Lines& after) {
  const Trace trace = search(before, after);
  if (trace.empty()) return replace_all(before, after);
  auto x = static_cast<std::ptrdiff_t>(before.size());
  auto y = static_cast<std::ptrdiff_t>(after.size());
  const auto middle = static_cast<std::ptrdiff_t>(trace.front().size() / 2);
  std::vector<Step> steps;
  for (auto changes = static_cast<std::ptrdiff_t>(trace.size()) - 1; changes >= 0; --changes) {
    const auto& reach = trace[static_cast<std::size_t>(changes)];
    const auto at = [&](std::ptrdiff_t k) { return reach[static_cast<std::size_t>(k + middle)]; };
    const std::ptrdiff_t k = x - y;
    const bool down = k == -changes || (k != changes && at(k - 1) < at(k + 1));
    const std::ptrdiff_t from_x = changes == 0 ? 0 : down ? at(k + 1) : at(k - 1);
    const std::ptrdiff_t from_y = changes == 0 ? 0 : from_x - (down ? k + 1 : k - 1);
    while (x > from_x && y > from_y) {
      --x;
      --y;
      steps.push_back({StepKind::same, before[static_cast<std::size_t>(x)]});
    }
    if (changes == 0) break;
    if (down) {
      steps.push_back({StepKind::added, after[static_cast<std::size_t>(--y)]});
    } else {
      steps.push_back({StepKind::removed, before[static_cast<std::size_t>(--x)]});
    }
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::string range(std::size_t first, std::size_t count) {
  const std::size_t shown = count == 0 ? first : first + 1;
  return std::to_string(shown) + (count == 1 ? "" : "," + std::to_string(count));
}

struct Counts {
  std::size_t before = 0;
  std::size_t after = 0;
  void add(StepKind kind) {
    before += kind != StepKind::added;
    after += kind != StepKind::removed;
  }
};

std::string print_hunk(const std::vector<Step>& steps, std::size_t begin, std::size_t end,
                       Counts start) {
  Counts inside;
  std::string body;
  for (std::size_t i = begin; i < end; ++i) {
    inside.add(steps[i].kind);
    body += steps[i].kind == StepKind::same ? ' ' : steps[i].kind == StepKind::removed ? '-' : '+';
    body += steps[i].line;
    if (!steps[i].line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
  }
  return "@@ -" + range(start.before, inside.before) + " +" + range(start.after, inside.after) +
         " @@\n" + body;
}

// Where the hunk that begins with the change at `change` ends: behind the context of its last
// change.
std::size_t hunk_end(const std::vector<Step>& steps, std::size_t change) {
  std::size_t last = change;
  for (std::size_t i = change; i < steps.size() && i <= last + 2 * kContext; ++i) {
    if (steps[i].kind != StepKind::same) last = i;
  }
  return std::min(last + 1 + kContext, steps.size());
}

}  // namespace

std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.span < b.span; });
  std::string edited;
  std::size_t from = 0;
  for (const Edit& edit : edits) {
    edited += text.substr(from, edit.span.begin - from);
    edited += edit.replacement;
    from = edit.span.end;
  }
  edited += text.substr(from);
  return edited;
}

FixRound apply_fixes(std::string_view text, const std::vector<Diagnostic>& findings,
                     const FixChoice& may_be_made, std::size_t limit) {
  std::vector<Edit> made;
  FixRound round;
  for (const Diagnostic& found : findings) {
    if (round.applied == limit) break;
    const auto fix =
        std::find_if(found.fixes.begin(), found.fixes.end(),
                     [&](const Fix& candidate) { return may_be_made(found, candidate); });
    if (fix == found.fixes.end() || touches(*fix, made)) continue;
    made.insert(made.end(), fix->edits.begin(), fix->edits.end());
    for (const Edit& edit : fix->edits) {
      round.edits.push_back(
          {edit.span, static_cast<std::uint32_t>(edit.replacement.size()), fix->kind});
    }
    ++round.applied;
  }
  std::stable_sort(round.edits.begin(), round.edits.end(),
                   [](const MadeEdit& a, const MadeEdit& b) { return a.span < b.span; });
  round.text = apply_edits(text, std::move(made));
  return round;
}

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Step> steps = shortest(split(before), split(after));
  std::string text = "--- " + std::string(path) + "\n+++ " + std::string(path) + "\n";
  Counts passed;
  std::size_t done = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].kind == StepKind::same) continue;
    const std::size_t begin = std::max(done, i < kContext ? 0 : i - kContext);
    for (; done < begin; ++done) passed.add(steps[done].kind);
    const std::size_t end = hunk_end(steps, i);
    text += print_hunk(steps, begin, end, passed);
    for (; done < end; ++done) passed.add(steps[done].kind);
    i = end - 1;
  }
  return text;
}

}  // namespace zoomc::edit

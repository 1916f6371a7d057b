#include "review/managed_by.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>

#include "catalog/lookup.h"
#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

constexpr std::size_t kMaxReasons = 5;

// One line of the table: its title, and the cell for each of the two.
struct Line {
  std::string what;
  std::array<std::string, 2> cells;
};

// The scopes that meet each requirement, by name; a requirement that has one without the other
// is there too.
class Table {
 public:
  explicit Table(const std::array<ManagedOutcome, 2>& outcomes) : outcomes_(outcomes) {}

  std::string run() {
    add_prices();
    add_requirements();
    add_extra_scopes();
    return text();
  }

 private:
  template <class Cell>
  void add(const std::string& what, Cell cell) {
    Line line{.what = what};
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      line.cells[i] = outcomes_[i].resolved == nullptr ? "-" : cell(*outcomes_[i].resolved);
    }
    lines_.push_back(std::move(line));
  }

  void add_prices() {
    add("", [](const resolve::ResolvedApp& app) {
      return std::string(app.is_admin() ? "admin-managed" : "user-managed");
    });
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      lines_.back().cells[i] =
          outcomes_[i].managed_by == model::ManagedBy::admin ? "admin-managed" : "user-managed";
    }
    add("who can authorize", [](const resolve::ResolvedApp& app) {
      return std::string(app.is_admin() ? "admins of the account" : "every user");
    });
    add("what it reaches", [](const resolve::ResolvedApp& app) {
      return std::string(app.is_admin() ? "the whole account" : "the user's own data");
    });
    add("scopes", [](const resolve::ResolvedApp& app) {
      const auto optional =
          std::count_if(app.scopes.begin(), app.scopes.end(),
                        [](const resolve::ResolvedScope& scope) { return scope.optional; });
      return std::to_string(app.scopes.size()) +
             (optional == 0 ? "" : fmt::format(", {} optional", optional));
    });
    add("excess authority", [](const resolve::ResolvedApp& app) {
      // The guide's names are used unchanged, even if they allow more.
      if (app.vocabulary == model::Vocabulary::guide) return std::string("the guide's");
      return count_of(app.excess_authority, "operation");
    });
  }

  static std::string name_of(const resolve::ResolvedApp& app,
                             const resolve::Requirement& requirement) {
    const catalog::Catalog& catalog = *app.catalog;
    return requirement.kind == resolve::RequirementKind::operation
               ? catalog::display_name(catalog.operations[requirement.row])
               : std::string(catalog.events[requirement.row].name);
  }

  // By requirement, the scopes that carry or meet it.
  static std::map<std::string, std::string> scopes_by_requirement(const resolve::ResolvedApp& app) {
    std::map<std::string, std::string> scopes;
    for (const resolve::Requirement& requirement : app.requirements)
      scopes[name_of(app, requirement)];
    for (const resolve::ResolvedScope& scope : app.scopes) {
      if (scope.source == resolve::ScopeSource::extra) continue;
      for (const std::uint32_t met : scope.satisfies) {
        std::string& cell = scopes[name_of(app, app.requirements[met])];
        if (!cell.empty()) cell += ", ";
        cell += scope.name;
      }
    }
    return scopes;
  }

  void add_requirements() {
    std::map<std::string, std::array<std::string, 2>> rows;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (outcomes_[i].resolved == nullptr) continue;
      for (auto& [name, scopes] : scopes_by_requirement(*outcomes_[i].resolved)) {
        rows[name][i] = scopes;
      }
    }
    if (!rows.empty()) lines_.push_back({});
    for (auto& [name, cells] : rows) {
      for (std::string& cell : cells) {
        if (cell.empty()) cell = "-";
      }
      lines_.push_back({name, cells});
    }
  }

  void add_extra_scopes() {
    std::map<std::string, std::array<std::string, 2>> rows;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (outcomes_[i].resolved == nullptr) continue;
      for (const resolve::ResolvedScope& scope : outcomes_[i].resolved->scopes) {
        if (scope.source == resolve::ScopeSource::extra)
          rows[std::string(scope.name)][i] = scope.name;
      }
    }
    for (auto& [name, cells] : rows) {
      for (std::string& cell : cells) {
        if (cell.empty()) cell = "-";
      }
      lines_.push_back({"asked for by hand", cells});
    }
  }

  std::string text() const {
    std::size_t first = 0;
    std::size_t second = 0;
    for (const Line& line : lines_) {
      first = std::max(first, escape_controls(line.what).size());
      second = std::max(second, escape_controls(line.cells[0]).size());
    }
    std::string out;
    for (const Line& line : lines_) {
      if (line.cells[0].empty() && line.cells[1].empty()) {
        out += "\n";
        continue;
      }
      std::string row = "  " + escape_controls(line.what);
      row.resize(first + 4, ' ');
      row += escape_controls(line.cells[0]);
      row.resize(first + second + 6, ' ');
      out += row + escape_controls(line.cells[1]) + "\n";
    }
    return out;
  }

  const std::array<ManagedOutcome, 2>& outcomes_;
  std::vector<Line> lines_;
};

}  // namespace

std::string compare_managed_by(const std::string& path, model::ManagedBy chosen,
                               const std::array<ManagedOutcome, 2>& outcomes) {
  std::string out =
      fmt::format("{}: managed by {} now\n{}", escape_controls(path),
                  chosen == model::ManagedBy::admin ? "admins" : "users", Table(outcomes).run());
  for (const ManagedOutcome& outcome : outcomes) {
    if (outcome.resolved != nullptr) continue;
    out +=
        fmt::format("\nnot {}:\n", outcome.managed_by == model::ManagedBy::admin ? "admin-managed"
                                                                                 : "user-managed");
    const std::size_t shown = std::min(outcome.reasons.size(), kMaxReasons);
    for (std::size_t i = 0; i < shown; ++i) out += "  " + outcome.reasons[i] + "\n";
    if (outcome.reasons.size() > shown) {
      out += fmt::format("  and {} more\n", outcome.reasons.size() - shown);
    }
  }
  return out;
}

}  // namespace zoomc::review

#include <array>
#include <fmt/core.h>
#include <fmt/format.h>

#include "catalog_tools/diff.h"
#include "text/quote.h"

namespace zoomc::catalog_tools {
namespace {

constexpr std::array kItems{CatalogItem::operation, CatalogItem::scope, CatalogItem::event};
constexpr std::array kKinds{CatalogChangeKind::added, CatalogChangeKind::removed,
                            CatalogChangeKind::changed};

// The style in which a text shows names and the lines of its parts.
struct Style {
  std::string_view heading;
  std::string_view item;
  std::string_view detail;
  std::string_view quote;
};
constexpr Style kText{"", "  ", "      ", ""};
constexpr Style kMarkdown{"### ", "- ", "  - ", "`"};

std::string_view title_of(CatalogItem item) {
  switch (item) {
    case CatalogItem::scope: return "Scopes";
    case CatalogItem::operation: return "Operations";
    case CatalogItem::event: return "Events";
  }
  return {};
}

// In a Markdown list a sign would start another list.
std::string mark_of(CatalogChangeKind kind, bool is_sign) {
  if (!is_sign) return fmt::format("**{}**", to_string(kind));
  switch (kind) {
    case CatalogChangeKind::added: return "+";
    case CatalogChangeKind::removed: return "-";
    case CatalogChangeKind::changed: return "~";
  }
  return {};
}

class DiffWriter {
 public:
  DiffWriter(const CatalogDiff& diff, const Style& style) : diff_(diff), style_(style) {}

  std::string run() {
    out_ += fmt::format("{} ({}) to {} ({}): {}\n", name(diff_.before),
                        escape_controls(diff_.before_date), name(diff_.after),
                        escape_controls(diff_.after_date), totals());
    for (const CatalogItem item : kItems) add_items(item);
    for (const AppEffect& app : diff_.apps) add_app(app);
    return std::move(out_);
  }

 private:
  std::string name(std::string_view text) const {
    return fmt::format("{0}{1}{0}", style_.quote, escape_controls(text));
  }

  std::string value(std::string_view text) const { return text.empty() ? "nothing" : name(text); }

  std::string names(const std::vector<std::string>& all) const {
    std::vector<std::string> quoted;
    for (const std::string& text : all) quoted.push_back(name(text));
    return fmt::format("{}", fmt::join(quoted, ", "));
  }

  std::size_t count(CatalogItem item, CatalogChangeKind kind) const {
    std::size_t number = 0;
    for (const CatalogChange& change : diff_.changes) {
      if (change.item == item && change.kind == kind) ++number;
    }
    return number;
  }

  // "2 operations added, 1 scope removed".
  std::string totals() const {
    std::string text;
    for (const CatalogItem item : kItems) {
      for (const CatalogChangeKind kind : kKinds) {
        const std::size_t number = count(item, kind);
        if (number == 0) continue;
        text += fmt::format("{}{} {}{} {}", text.empty() ? "" : ", ", number, to_string(item),
                            number == 1 ? "" : "s", to_string(kind));
      }
    }
    return text.empty() ? "nothing changed that zoomc knows about Zoom" : text;
  }

  void add_items(CatalogItem item) {
    bool is_first = true;
    for (const CatalogChange& change : diff_.changes) {
      if (change.item != item) continue;
      if (is_first) out_ += fmt::format("\n{}{}\n", style_.heading, title_of(item));
      if (is_first && !style_.heading.empty()) out_ += "\n";
      is_first = false;
      add_change(change);
    }
  }

  std::string describe(const CatalogChange& change) const {
    std::string text = mark_of(change.kind, style_.heading.empty()) + " " + name(change.name);
    if (change.item == CatalogItem::scope) {
      text += fmt::format("  {}, {}", catalog::to_string(change.model), change.about);
    } else if (!change.about.empty()) {
      text += "  " + escape_controls(change.about);
    }
    return text;
  }

  void add_change(const CatalogChange& change) {
    add_line(describe(change));
    for (const PropertyChange& property : change.properties) {
      out_ += fmt::format("{}{}\n", style_.detail, describe(change, property));
    }
  }

  std::string describe(const CatalogChange& change, const PropertyChange& property) const {
    const bool is_list = property.property == catalog::to_string(catalog::ScopeModel::granular) ||
                         property.property == catalog::to_string(catalog::ScopeModel::classic) ||
                         property.property == "errors";
    if (change.item == CatalogItem::scope || !is_list) {
      return fmt::format("{}: {} -> {}", property.property, value(property.removed.front()),
                         value(property.added.front()));
    }
    std::string text = property.property + ":";
    for (const std::string& item : property.added) text += " +" + name(item);
    for (const std::string& item : property.removed) text += " -" + name(item);
    return text;
  }

  void add_app(const AppEffect& app) {
    out_ += fmt::format("\n{}{}", style_.heading, name(app.path));
    if (!app.is_touched()) {
      out_ += ": not touched\n";
      return;
    }
    out_ += style_.heading.empty() ? "\n" : "\n\n";
    for (const CatalogChange* change : app.touching) {
      add_line(fmt::format("{} {} {}{}", to_string(change->item), name(change->name),
                           to_string(change->kind), details(*change)));
    }
    if (!app.added_scopes.empty())
      add_line(fmt::format("its manifest gets {}", names(app.added_scopes)));
    if (!app.removed_scopes.empty())
      add_line(fmt::format("its manifest loses {}", names(app.removed_scopes)));
    add_totals(app);
    for (const EffectFinding& found : app.new_findings) add_finding("now", found);
    for (const EffectFinding& found : app.gone_findings) add_finding("no more", found);
  }

  // The parts of the change that matter to an app, and the others.
  std::string details(const CatalogChange& change) const {
    std::string text;
    for (const PropertyChange& property : change.properties) {
      text += (text.empty() ? ": " : "; ") + describe(change, property);
    }
    return text;
  }

  void add_totals(const AppEffect& app) {
    if (app.scopes_before != app.scopes_after) {
      add_line(fmt::format("{} {} instead of {}", app.scopes_after,
                           app.scopes_after == 1 ? "scope" : "scopes", app.scopes_before));
    }
    if (app.excess_before != app.excess_after) {
      add_line(fmt::format("they allow {} operations that it does not need, instead of {}",
                           app.excess_after, app.excess_before));
    }
    if (app.added_scopes.empty() && app.removed_scopes.empty())
      add_line("its scopes stay the same");
  }

  void add_finding(std::string_view when, const EffectFinding& found) {
    add_line(fmt::format("{} {}: {}", when, found.id, found.message));
  }

  void add_line(std::string_view line) { out_ += fmt::format("{}{}\n", style_.item, line); }

  const CatalogDiff& diff_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string catalog_diff_text(const CatalogDiff& diff) {
  return DiffWriter(diff, kText).run();
}

std::string catalog_diff_markdown(const CatalogDiff& diff) {
  return DiffWriter(diff, kMarkdown).run();
}

}  // namespace zoomc::catalog_tools

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tl/expected.hpp>

#include "catalog/builtin.h"
#include "catalog_source/load.h"
#include "catalog_tools/diff.h"
#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "json/writer.h"
#include "rules/registry.h"

namespace zoomc::cli {
namespace {

// A catalog that an argument names: the built-in one or that of a directory.
class ChosenCatalog {
 public:
  explicit ChosenCatalog(const catalog::Catalog& builtin) : catalog_(&builtin) {}
  explicit ChosenCatalog(catalog_source::LoadedCatalog loaded)
      : loaded_(std::move(loaded)), catalog_(&loaded_->catalog()) {}

  const catalog::Catalog& catalog() const { return *catalog_; }

 private:
  std::optional<catalog_source::LoadedCatalog> loaded_;
  const catalog::Catalog* catalog_;
};

// `built-in` or a directory; the error is the exit code, already explained on standard error.
tl::expected<ChosenCatalog, ExitCode> choose_catalog(Session& session, const std::string& name) {
  if (name == kBuiltInName) return ChosenCatalog(catalog::builtin_catalog());
  const auto names = catalog_source::list_catalog_files(name);
  if (!names) return tl::unexpected(session.refuse_io(names.error().message));
  auto loaded =
      catalog_source::load_catalog(session.files, name, *names, &catalog::builtin_catalog());
  if (!loaded) return tl::unexpected(session.refuse_catalog(loaded.error()));
  return ChosenCatalog(std::move(*loaded));
}

using WriteDiff = std::string (*)(const catalog_tools::CatalogDiff&);

std::string diff_json(const catalog_tools::CatalogDiff& diff);

constexpr ChoiceWord<WriteDiff> kCatalogDiffFormats[] = {
    {"text", catalog_tools::catalog_diff_text},
    {"markdown", catalog_tools::catalog_diff_markdown, "for a pull request"},
    {"json", diff_json}};

// The changes that make the command fail.
enum class CatalogFailOn : std::uint8_t { nothing, apps, any };
constexpr ChoiceWord<CatalogFailOn> kCatalogFailOn[] = {
    {"apps", CatalogFailOn::apps, "one of the apps is touched"},
    {"any", CatalogFailOn::any, "anything changed"}};

struct CatalogDiffOptions {
  std::string before;
  std::string after;
  std::vector<std::string> files;
  WriteDiff write = catalog_tools::catalog_diff_text;
  CatalogFailOn fail_on = CatalogFailOn::nothing;
};

void write_change(json::Writer& json, const catalog_tools::CatalogChange& change) {
  const auto names = [&](const std::vector<std::string>& all) {
    json.array(all, [&](const std::string& one) { json.value(one); });
  };
  json.object([&] {
    json.member("item", catalog_tools::to_string(change.item));
    json.member("kind", catalog_tools::to_string(change.kind));
    json.member("name", change.name);
    if (change.item == catalog_tools::CatalogItem::scope)
      json.member("model", catalog::to_string(change.model));
    json.array("properties", change.properties, [&](const catalog_tools::PropertyChange& property) {
      json.object([&] {
        json.member("property", property.property);
        json.key("added");
        names(property.added);
        json.key("removed");
        names(property.removed);
      });
    });
  });
}

void write_app(json::Writer& json, const catalog_tools::AppEffect& app) {
  const auto names = [&](std::string_view key, const std::vector<std::string>& all) {
    json.array(key, all, [&](const std::string& one) { json.value(one); });
  };
  const auto findings = [&](std::string_view key,
                            const std::vector<catalog_tools::EffectFinding>& all) {
    json.array(key, all, [&](const catalog_tools::EffectFinding& found) {
      json.object([&] {
        json.member("id", found.id);
        json.member("message", found.message);
      });
    });
  };
  json.object([&] {
    json.member("path", app.path);
    json.array("touched_by", app.touching, [&](const catalog_tools::CatalogChange* change) {
      json.object([&] {
        json.member("item", catalog_tools::to_string(change->item));
        json.member("name", change->name);
      });
    });
    names("added_scopes", app.added_scopes);
    names("removed_scopes", app.removed_scopes);
    json.member("scopes_before", static_cast<std::uint32_t>(app.scopes_before));
    json.member("scopes_after", static_cast<std::uint32_t>(app.scopes_after));
    json.member("excess_before", app.excess_before);
    json.member("excess_after", app.excess_after);
    findings("new_findings", app.new_findings);
    findings("gone_findings", app.gone_findings);
  });
}

// One change and one app a line.
std::string diff_json(const catalog_tools::CatalogDiff& diff) {
  const auto list = [](const auto& all, auto write) {
    json::Lines lines;
    std::string out = "[";
    for (const auto& one : all) {
      json::Writer json;
      write(json, one);
      out += lines.next(json.text());
    }
    return out + (all.empty() ? "]" : "\n]");
  };
  const auto side = [](const std::string& name, const std::string& date) {
    json::Writer json;
    json.object([&] {
      json.member("catalog", name);
      json.member("date", date);
    });
    return json.text();
  };
  return "{\"version\":1,\n\"before\":" + side(diff.before, diff.before_date) +
         ",\n\"after\":" + side(diff.after, diff.after_date) +
         ",\n\"changes\":" + list(diff.changes, write_change) +
         ",\n\"apps\":" + list(diff.apps, write_app) + "}\n";
}

// The findings of one check that the other does not have, without notes.
std::vector<catalog_tools::EffectFinding> findings_missing_in(const driver::Checked& there,
                                                              const driver::Checked& here) {
  std::set<std::pair<std::string, std::string>> known;
  for (const Diagnostic& found : there.findings) known.emplace(found.id, found.message);
  std::vector<catalog_tools::EffectFinding> missing;
  for (const Diagnostic& found : here.findings) {
    if (found.severity == Severity::note || found.sensitive) continue;
    if (known.emplace(found.id, found.message).second) {
      missing.push_back({std::string(found.id), found.message});
    }
  }
  return missing;
}

tl::expected<catalog_tools::AppEffect, ExitCode> effect_on(
    Session& session, const std::string& path, const catalog::Catalog& before,
    const catalog::Catalog& after, const std::vector<catalog_tools::CatalogChange>& changes) {
  auto file = session.read(path);
  if (!file) return tl::unexpected(file.error());
  const auto project = session.project(path);
  if (!project) return tl::unexpected(project.error());
  driver::CheckOptions options{
      .rules = rules::all_rules(), .findings_only = true, .config = project->config()};
  options.catalog = &before;
  const driver::Checked old_check = driver::check(*file, options);
  if (!old_check.is_app) {
    session.show_findings(old_check);
    return tl::unexpected(ExitCode::findings);
  }
  options.catalog = &after;
  const driver::Checked new_check = driver::check(std::move(*file), options);
  catalog_tools::AppEffect effect = catalog_tools::compare_apps(
      old_check.analysis->resolved, new_check.analysis->resolved, changes);
  effect.path = new_check.analysis->file.path;
  effect.new_findings = findings_missing_in(old_check, new_check);
  effect.gone_findings = findings_missing_in(new_check, old_check);
  return effect;
}

bool fails(const catalog_tools::CatalogDiff& diff, CatalogFailOn fail_on) {
  switch (fail_on) {
    case CatalogFailOn::nothing: return false;
    case CatalogFailOn::any: return !diff.changes.empty();
    case CatalogFailOn::apps:
      return std::any_of(diff.apps.begin(), diff.apps.end(),
                         [](const catalog_tools::AppEffect& app) { return app.is_touched(); });
  }
  return false;
}

ExitCode diff(Session& session, const CatalogDiffOptions& options) {
  if (options.fail_on == CatalogFailOn::apps && options.files.empty()) {
    return session.refuse_usage("--fail-on apps needs the apps to look at");
  }
  if (std::count(options.files.begin(), options.files.end(), "-") > 1) {
    return session.refuse_usage("standard input can be one of the apps only");
  }
  const auto before = choose_catalog(session, options.before);
  const auto after = choose_catalog(session, options.after);
  if (!before || !after) {
    return worst(before ? ExitCode::fine : before.error(), after ? ExitCode::fine : after.error());
  }
  catalog_tools::CatalogDiff found{
      .before = options.before,
      .before_date = std::string(before->catalog().date),
      .after = options.after,
      .after_date = std::string(after->catalog().date),
      .changes = catalog_tools::compare_catalogs(before->catalog(), after->catalog())};
  ExitCode code = ExitCode::fine;
  for (const std::string& path : options.files) {
    auto effect = effect_on(session, path, before->catalog(), after->catalog(), found.changes);
    if (effect) {
      found.apps.push_back(std::move(*effect));
    } else {
      code = worst(code, effect.error());
    }
  }
  code = worst(code, session.console.out(options.write(found)));
  return worst(code, fails(found, options.fail_on) ? ExitCode::findings : ExitCode::fine);
}

constexpr shell::CommandOption kCatalogDiffOptions[] = {
    required(argument<&CatalogDiffOptions::before>("BEFORE",
                                                   "A directory with tables, or "
                                                   "built-in")),
    required(argument<&CatalogDiffOptions::after>("AFTER", "A directory with tables, or built-in")),
    argument<&CatalogDiffOptions::files>("FILE", "Apps to look at, - for standard input"),
    choice<kCatalogDiffFormats, &CatalogDiffOptions::write>("--format", "FORMAT", "{}"),
    choice<kCatalogFailOn, &CatalogDiffOptions::fail_on>("--fail-on", "WHAT",
                                                         "Exit with 1 at this: {}")};
constexpr shell::CommandExample kCatalogDiffExamples[] = {
    {"zoomc catalog diff built-in tables apps/*.zoom.yaml",
     "What newer tables change, and which apps are affected"}};

}  // namespace

constexpr CommandEntry kCatalogDiff = entry<CatalogDiffOptions, diff>(
    {.name = "catalog diff",
     .group = groups::kUnderstand,
     .summary = "Show what changed in Zoom between two catalogs, and which apps it affects",
     .options = kCatalogDiffOptions,
     .examples = kCatalogDiffExamples});

}  // namespace zoomc::cli

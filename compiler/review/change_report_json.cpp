#include "review/change_words.h"
#include "review/pretty_json.h"

namespace zoomc {
namespace {

std::string_view name_of(ChangeStage stage) {
  switch (stage) {
    case ChangeStage::unknown: return "unknown";
    case ChangeStage::testing: return "testing";
    case ChangeStage::publishing: return "publishing";
    case ChangeStage::published: return "published";
  }
  return {};
}

std::string_view name_of(Reauthorization who) {
  switch (who) {
    case Reauthorization::nobody: return "nobody";
    case Reauthorization::who_declined: return "who_declined";
    case Reauthorization::everyone: return "everyone";
  }
  return {};
}

void write_cost(PrettyJson& json, const ChangeCost& cost) {
  json.key("cost");
  json.object([&] {
    json.member("functional_review", cost.functional_review);
    json.member("security_review", cost.security_review);
    json.member("reauthorization", name_of(cost.reauthorization));
  });
}

void write_place(PrettyJson& json, std::string_view name, const std::optional<Position>& place) {
  if (!place) return;
  json.key(name);
  json.object([&] {
    json.member("line", place->line);
    json.member("column", place->column);
  });
}

void write_version(PrettyJson& json, std::string_view name, const VersionName& version) {
  json.key(name);
  json.object([&] {
    json.member("path", std::string_view(version.path));
    json.member_unless_empty("revision", version.revision);
  });
}

void write_change(PrettyJson& json, const WeighedChange& weighed) {
  const ManifestChange& change = weighed.change;
  json.object([&] {
    json.member("kind", to_string(change.kind));
    json.member("part", to_string(change.part));
    json.member("subject", change.subject);
    json.member_unless_empty("subscription", change.subscription);
    json.member_unless_empty("before", shown_value(change, change.before));
    json.member_unless_empty("after", shown_value(change, change.after));
    write_place(json, "before_place", weighed.before_place);
    write_place(json, "after_place", weighed.after_place);
    write_cost(json, weighed.cost);
  });
}

}  // namespace

std::string changes_json(const ChangeReport& report) {
  PrettyJson json;
  json.object([&] {
    json.member("version", 1U);
    write_version(json, "before", report.before);
    write_version(json, "after", report.after);
    json.member("is_new", report.is_new);
    json.member("stage", name_of(report.stage));
    json.array("changes", report.changes,
               [&](const WeighedChange& weighed) { write_change(json, weighed); });
    write_cost(json, report.cost());
  });
  return json.take();
}

}  // namespace zoomc

#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "review/change_report.h"

// What the reports of changes share: their headings and sentences.
namespace zoomc {

// Consecutive changes under one heading: "Scopes", "Redirect URLs".
struct ChangeGroup {
  std::string_view title;
  std::vector<const WeighedChange*> changes;
};

std::vector<ChangeGroup> group_changes(const ChangeReport& report);

// A change in words without its kind: "`user:read:user`, required", "`display_name`: from `A` to
// `B`". `code` shows a name or value; secrets are not shown.
using ShowCode = std::function<std::string(std::string_view)>;
std::string describe_change(const ManifestChange& change, const ShowCode& code);

// The value for machines, or `***` where it is a secret.
std::string shown_value(const ManifestChange& change, const std::string& value);

// What the change costs beyond the functional review that every update has: "security review;
// everyone authorises again", in testing "once published: ...". Empty where that is nothing, and
// where all of the app is reviewed anyway.
std::string describe_extra_cost(const ChangeReport& report, const WeighedChange& weighed);

// Where to look, the new place before the old one: "crm.zoom.yaml:12:3", "crm.zoom.yaml:6:5 at
// main"; safe to show, empty when there is none.
std::string place_of(const ChangeReport& report, const WeighedChange& weighed);

// "`crm.zoom.yaml` is new: `main` does not have it", or that the one becomes the other.
std::string describe_versions(const ChangeReport& report, const ShowCode& code);

// What all changes cost together, a sentence each: "a security review: 1 scope is added".
std::vector<std::string> summarize_cost(const ChangeReport& report);

}  // namespace zoomc

#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "manifest/compare.h"
#include "source/line_index.h"

namespace zoomc::review {

// Who has to authorise the app again; the later the more of them.
enum class Reauthorization : std::uint8_t { nobody, who_declined, everyone };

// The cost of an update of a published app. Source: facts, "Review": every update has a functional
// review; scopes added, a security review too and everyone re-authorises; scopes removed,
// functional only.
struct ChangeCost {
  bool functional_review = false;
  bool security_review = false;
  Reauthorization reauthorization = Reauthorization::nobody;

  bool operator==(const ChangeCost&) const = default;
};

ChangeCost cost_of(const manifest::ManifestChange& change);
// The cost of both together.
ChangeCost operator+(const ChangeCost& a, const ChangeCost& b);

// The app's stage, as far as it is known. A manifest does not have it. `publishing`: it is
// published now and was not before.
enum class ChangeStage : std::uint8_t { unknown, testing, publishing, published };

// A version of an app: its file and, out of git, the revision.
struct VersionName {
  std::string path;
  std::string revision = {};

  // "crm.zoom.yaml", "crm.zoom.yaml at main"; not escaped.
  std::string text() const;
};

struct WeighedChange {
  manifest::ManifestChange change;
  ChangeCost cost;
  // The place in either version; nothing if there is no single place.
  std::optional<LineColumn> before_place;
  std::optional<LineColumn> after_place;
};

// Two versions of an app, and what lies between them.
struct [[nodiscard]] ChangeReport {
  VersionName before;
  VersionName after;
  // There was no such file; all of it is new.
  bool is_new = false;
  ChangeStage stage = ChangeStage::unknown;
  std::vector<WeighedChange> changes;

  // The cost of all changes together once the app is published.
  ChangeCost cost() const;
};

// Two texts for a person who is shown only the beginning of long ones: where they begin alike, from
// shortly before the first difference on, behind a `…`.
std::pair<std::string, std::string> differing_parts(std::string_view before,
                                                    std::string_view after);

// Consecutive changes under one heading: "Scopes", "Redirect URLs".
struct ChangeGroup {
  std::string_view title;
  std::vector<const WeighedChange*> changes;
};

std::vector<ChangeGroup> group_changes(const ChangeReport& report);

// A change in words without its kind: "`user:read:user`, required", "`display_name`: from `A` to
// `B`". `code` shows a name or value; secrets are not shown.
using ShowCode = std::function<std::string(std::string_view)>;
std::string describe_change(const manifest::ManifestChange& change, const ShowCode& code);

// The value for machines, or `***` where it is a secret.
std::string shown_value(const manifest::ManifestChange& change, const std::string& value);

// The cost of the change besides the functional review that every update has: "security review;
// everyone authorises again", in testing "once published: ...". Empty where that is nothing, and
// where all of the app is reviewed anyway.
std::string describe_extra_cost(const ChangeReport& report, const WeighedChange& weighed);

// The places to look at, the new one before the old one: "crm.zoom.yaml:12:3", "crm.zoom.yaml:6:5
// at main"; safe to show, empty when there is none.
std::string place_of(const ChangeReport& report, const WeighedChange& weighed);

// "`crm.zoom.yaml` is new: `main` does not have it", or that the one becomes the other.
std::string describe_versions(const ChangeReport& report, const ShowCode& code);

// The cost of all changes together, one sentence each: "a security review: 1 scope is added".
std::vector<std::string> summarize_cost(const ChangeReport& report);

std::string changes_text(const ChangeReport& report);
// For a comment on a pull request.
std::string changes_markdown(const ChangeReport& report);
std::string changes_json(const ChangeReport& report);

}  // namespace zoomc::review

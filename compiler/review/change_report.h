#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "manifest/compare.h"
#include "review/change_cost.h"
#include "source/line_index.h"

namespace zoomc {

// What is known of the app's stage. A manifest does not say it. `publishing`: it is published now
// and was not before.
enum class ChangeStage : std::uint8_t { unknown, testing, publishing, published };

// A version of an app: its file and, out of git, the revision.
struct VersionName {
  std::string path;
  std::string revision = {};

  // "crm.zoom.yaml", "crm.zoom.yaml at main"; not escaped.
  std::string text() const;
};

struct WeighedChange {
  ManifestChange change;
  ChangeCost cost;
  // Where either version has it; nothing where no single place does.
  std::optional<Position> before_place;
  std::optional<Position> after_place;
};

// Two versions of an app, and what lies between them.
struct ChangeReport {
  VersionName before;
  VersionName after;
  // There was no such file; all of it is new.
  bool is_new = false;
  ChangeStage stage = ChangeStage::unknown;
  std::vector<WeighedChange> changes;

  // What the changes cost together once the app is published.
  ChangeCost cost() const;
};

std::string changes_text(const ChangeReport& report);
// For a comment on a pull request.
std::string changes_markdown(const ChangeReport& report);
std::string changes_json(const ChangeReport& report);

}  // namespace zoomc

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "infer/comparison.h"
#include "infer/usage.h"

namespace zoomc::infer {

// The remark that a source file of that path was left out.
std::string remark_on_large(const std::string& path);

// The result of `infer`: the calls, and how they compare with an app.
struct InferReport {
  const catalog::Catalog& catalog;
  const Usage& usage;
  // The app file that the calls were compared with; empty if there is none.
  std::string app;
  const Comparison& comparison;

  bool has_app() const { return !app.empty(); }
  // How the app and the call go together: "allowed", "missing", or "master" for a call of the
  // master-account API, which no app file can ask for.
  std::string_view standing_of(catalog::OperationId operation) const;
  // "meetings.read", "phone.recordings"
  std::string features_of(catalog::OperationId operation) const;
  // "src/a.ts:9:20 and 2 more places, 12 times in logs"
  std::string where_of(const OperationUse& use) const;
  std::string place_of(std::uint32_t file, LineColumn position) const;
  // "GET /users/{}: the catalog does not have it"
  std::string doubt_of(const FoundCall& call) const;
  // "4 operations in 12 calls; 120 source files read, 3 logs"
  std::string summary() const;
  std::vector<std::string> remarks() const;
};

// Plain text is safe to show; in Markdown special characters are escaped.
std::string infer_text(const InferReport& report);
std::string infer_markdown(const InferReport& report);
std::string infer_json(const InferReport& report);

}  // namespace zoomc::infer

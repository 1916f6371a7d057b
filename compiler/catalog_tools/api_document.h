#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/sink.h"
#include "source/source_file.h"

namespace zoomc::catalog_tools {

// One call as a document of Zoom's API describes it. Scopes are sorted and single; nothing: the
// document does not say.
struct ApiCall {
  std::string method;
  std::string path;
  std::string id;
  std::string name;
  std::optional<std::vector<std::string>> granular;
  std::optional<std::vector<std::string>> classic;
  // The place of the path.
  Span place;
};

struct ApiDocument {
  // Its title: "Number Management". May be empty.
  std::string title;
  // In the order of the document.
  std::vector<ApiCall> calls;
};

// Reads an OpenAPI document (JSON) as a stream: nothing is held but the calls. Nothing where it is
// none, which is then reported. What a catalog cannot have is reported as a warning and left
// out.
std::optional<ApiDocument> read_api_document(const SourceFile& file, Sink& sink);

// The scopes that a call's description names behind "Scopes:" and "Granular Scopes:"; nothing where
// it has no such line.
struct DescribedScopes {
  std::optional<std::vector<std::string>> classic;
  std::optional<std::vector<std::string>> granular;
};
[[nodiscard]] DescribedScopes described_scopes(std::string_view description);

}  // namespace zoomc::catalog_tools

#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog_tools/description.h"
#include "diagnostics/sink.h"
#include "source/source_file.h"

namespace zoomc::catalog_tools {

// A documented reply of a call that fails; `status` is the HTTP status, in digits.
struct ApiError {
  std::string status;
  DescribedError error;

  friend bool operator==(const ApiError&, const ApiError&) = default;
};

// One call as a document of Zoom's API describes it. Lists of names are sorted and single; nothing:
// the document does not say.
struct ApiCall {
  std::string method;
  std::string path;
  std::string id;
  std::string name;
  std::optional<std::vector<std::string>> granular;
  std::optional<std::vector<std::string>> classic;
  std::optional<std::vector<std::string>> permissions;
  // The lines of the description's prerequisites, in lower case.
  std::optional<std::vector<std::string>> prerequisites;
  // In the order of the document, each once.
  std::optional<std::vector<ApiError>> errors;
  bool is_deprecated = false;
  // The place of the path.
  Span place;
};

// One event as a document describes it.
struct ApiEvent {
  std::string name;
  std::optional<std::vector<std::string>> granular;
  std::optional<std::vector<std::string>> classic;
  bool is_deprecated = false;
  Span place;
};

struct ApiDocument {
  // Its title: "Number Management". May be empty.
  std::string title;
  // In the order of the document.
  std::vector<ApiCall> calls;
  std::vector<ApiEvent> events;

  // True if the calls are of the master-account API: most paths begin with `/accounts`.
  [[nodiscard]] bool is_master() const;
};

// Reads an OpenAPI document (JSON) as a stream: nothing is held but calls and events. Nothing where
// it has neither, which is then reported. What a catalog cannot have is reported as a warning and
// left out.
std::optional<ApiDocument> read_api_document(const SourceFile& file, Sink& sink);

}  // namespace zoomc::catalog_tools

#pragma once
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "catalog_source/load.h"
#include "cli/session.h"

namespace zoomc {

// How the command line names the compiled-in tables.
inline constexpr std::string_view kBuiltInName = "built-in";

// A catalog that an argument names: the built-in one or that of a directory.
class ChosenCatalog {
 public:
  explicit ChosenCatalog(const Catalog& builtin) : catalog_(&builtin) {}
  explicit ChosenCatalog(LoadedCatalog loaded)
      : loaded_(std::move(loaded)), catalog_(&loaded_->catalog()) {}

  const Catalog& catalog() const { return *catalog_; }

 private:
  std::optional<LoadedCatalog> loaded_;
  const Catalog* catalog_;
};

// `built-in` or a directory; the error is the exit code, already explained on standard error.
tl::expected<ChosenCatalog, ExitCode> choose_catalog(Session& session, const std::string& name);

}  // namespace zoomc

#include "cli/catalog_choice.h"

#include "catalog/builtin.h"

namespace zoomc {

tl::expected<ChosenCatalog, ExitCode> choose_catalog(Session& session, const std::string& name) {
  if (name == kBuiltInName) return ChosenCatalog(builtin_catalog());
  const auto names = list_catalog_files(name);
  if (!names) return tl::unexpected(session.refuse_world(names.error().message));
  auto loaded = load_catalog(session.files, name, *names, &builtin_catalog());
  if (!loaded) return tl::unexpected(session.refuse_catalog(loaded.error()));
  return ChosenCatalog(std::move(*loaded));
}

}  // namespace zoomc

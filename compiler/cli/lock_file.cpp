#include "cli/lock_file.h"

#include <filesystem>

#include "catalog_lock/catalog_hash.h"
#include "catalog_lock/lock_text.h"
#include "cli/catalog_choice.h"
#include "cli/checked_file.h"
#include "text/quote.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "zoomc.lock";

std::string in_use(const Session& session, const Catalog& catalog) {
  const bool is_builtin = session.catalog_directory.empty();
  return (is_builtin ? "the built-in catalog"
                     : "the catalog " + in_backticks(session.catalog_directory)) +
         " (of " + escape_controls(catalog.date) + ")";
}

tl::expected<CatalogLock, ExitCode> read_lock_file(Session& session, const std::string& path) {
  const auto text = session.files.read_found(path);
  if (!text) return tl::unexpected(session.refuse_world(text.error().message));
  auto lock = read_lock(*text);
  if (lock) return *lock;
  session.console.err("zoomc: " + in_backticks(path) + " is no lock: " + lock.error() +
                      "; make it anew with `zoomc compile --lock`\n");
  return tl::unexpected(ExitCode::findings);
}

}  // namespace

std::string lock_path(const Session& session, const FileProject& project,
                      const std::string& source) {
  const fs::path file = source == "-" ? fs::path("stdin") : fs::path(source);
  if (project.loaded != nullptr) {
    return (fs::path(project.loaded->file.path).parent_path() / kName).string();
  }
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error).lexically_normal();
  for (fs::path folder = absolute.parent_path(); !error; folder = folder.parent_path()) {
    if (session.files.exists((folder / ".git").string())) {
      const fs::path lock = folder / kName;
      return file.is_absolute() ? lock.string()
                                : lock.lexically_proximate(fs::current_path(error)).string();
    }
    if (folder == folder.parent_path()) break;
  }
  return (file.parent_path() / kName).string();
}

ExitCode check_lock(Session& session, const std::string& path, const Catalog& catalog) {
  if (!session.files.exists(path)) {
    session.console.err("zoomc: there is no " + in_backticks(path) +
                        " to hold the catalog to: make it with `zoomc compile --lock`\n");
    return ExitCode::findings;
  }
  const auto lock = read_lock_file(session, path);
  if (!lock) return lock.error();
  if (lock->sha256 == catalog_hash(catalog)) return ExitCode::fine;
  const std::string name =
      session.catalog_directory.empty() ? std::string(kBuiltInName) : session.catalog_directory;
  session.console.err("zoomc: " + in_use(session, catalog) + " is not the one that " +
                      in_backticks(path) + " names (of " + escape_controls(lock->date) +
                      "), so the manifests may differ: give the old tables with --catalog, or see "
                      "what changed with "
                      "`zoomc catalog diff OLD " +
                      file_argument(name) + "` and accept it with `zoomc compile --lock`\n");
  return ExitCode::findings;
}

ExitCode write_lock(Session& session, const std::string& path, const Catalog& catalog) {
  const CatalogLock lock{std::string(catalog.date), catalog_hash(catalog)};
  const std::string text = lock_text(lock);
  if (session.files.exists(path)) {
    const auto present = session.files.read_found(path);
    if (!present) return session.refuse_world(present.error().message);
    if (*present == text) return ExitCode::fine;
  }
  const auto written = session.files.replace_found(path, text);
  return written ? ExitCode::fine : session.refuse_world(written.error().message);
}

}  // namespace zoomc

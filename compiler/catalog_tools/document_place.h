#pragma once
#include <string>

namespace zoomc::catalog_tools {

// What the place of a document says of it.
struct DocumentPlace {
  // How rows cite it: its path below the folder that names the date, or below `directory`.
  std::string name;
  // YYYY-MM or YYYY-MM-DD; empty where no folder names one.
  std::string date;
};

// The nearest folder above the document whose name has a date in it names the date. Both paths are
// absolute; `directory` is above the document.
[[nodiscard]] DocumentPlace place_of_document(const std::string& path,
                                              const std::string& directory);

// The first date in the name of a folder, "2026-08" in "zoom-api-2026-08"; empty where there is
// none.
[[nodiscard]] std::string date_in_name(const std::string& name);

}  // namespace zoomc::catalog_tools

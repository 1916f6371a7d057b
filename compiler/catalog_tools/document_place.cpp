#include "catalog_tools/document_place.h"

#include <filesystem>
#include <string_view>

#include "catalog_source/load.h"
#include "text/ascii.h"

namespace zoomc::catalog_tools {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMonthSize = std::string_view("2026-08").size();
constexpr std::size_t kDaySize = std::string_view("2026-08-31").size();

// Whether the front of the text is a date of that many characters, and the date ends there.
bool has_date(std::string_view text, std::size_t size) {
  return catalog_source::is_date(text.substr(0, size)) && text.size() >= size &&
         (text.size() == size || !is_digit(text[size]));
}

}  // namespace

std::string date_in_name(const std::string& name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (at > 0 && is_digit(name[at - 1])) continue;
    const std::string_view rest = std::string_view(name).substr(at);
    for (const std::size_t size : {kDaySize, kMonthSize}) {
      if (has_date(rest, size)) return std::string(rest.substr(0, size));
    }
  }
  return {};
}

DocumentPlace place_of_document(const std::string& path, const std::string& directory) {
  const fs::path document(path);
  for (fs::path folder = document.parent_path(); folder.has_relative_path();
       folder = folder.parent_path()) {
    std::string date = date_in_name(folder.filename().string());
    if (!date.empty()) {
      return {document.lexically_relative(folder).generic_string(), std::move(date)};
    }
  }
  return {document.lexically_relative(directory).generic_string(), {}};
}

}  // namespace zoomc::catalog_tools

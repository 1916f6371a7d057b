#include "catalog_tools/document_place.h"

#include <filesystem>
#include <string_view>

#include "text/ascii.h"

namespace zoomc::catalog_tools {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMonthForm = "dddd-dd";
constexpr std::string_view kDayForm = "dddd-dd-dd";

// Whether the front of the text is a date of that form, and the date ends there.
bool has_date(std::string_view text, std::string_view form) {
  if (text.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == 'd' ? !is_digit(text[i]) : text[i] != form[i]) return false;
  }
  if (text.size() > form.size() && is_digit(text[form.size()])) return false;
  const std::string_view month = text.substr(5, 2);
  if (month < "01" || month > "12") return false;
  if (form == kMonthForm) return true;
  const std::string_view day = text.substr(8, 2);
  return day >= "01" && day <= "31";
}

}  // namespace

std::string date_in_name(const std::string& name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (at > 0 && is_digit(name[at - 1])) continue;
    const std::string_view rest = std::string_view(name).substr(at);
    for (const std::string_view form : {kDayForm, kMonthForm}) {
      if (has_date(rest, form)) return std::string(rest.substr(0, form.size()));
    }
  }
  return {};
}

bool is_date(const std::string& text) {
  return !text.empty() && date_in_name(text) == text;
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

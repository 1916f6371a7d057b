#include "render/json_text.h"

#include <optional>

#include "text/utf8.h"

namespace zoomc {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string repaired(std::string_view text) {
  std::string out;
  while (const std::optional<std::size_t> bad = find_invalid_utf8(text)) {
    out.append(text.substr(0, *bad)).append(kReplacement);
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

void put(rapidjson::Writer<rapidjson::StringBuffer>& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

}  // namespace

void JsonText::string(std::string_view text) {
  if (find_invalid_utf8(text)) {
    put(writer_, repaired(text));
  } else {
    put(writer_, text);
  }
}

void JsonText::key(std::string_view name) {
  writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

}  // namespace zoomc

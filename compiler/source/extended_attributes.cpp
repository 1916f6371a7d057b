#include "source/extended_attributes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <sys/xattr.h>

namespace zoomc {
namespace {

// As large as Linux lets a list of names, or a value, be.
constexpr std::size_t kMostBytes = 65536;
constexpr const char* kAccessList = "system.posix_acl_access";

// Signatures of the bytes, which the system makes anew for new ones.
bool is_of_bytes(std::string_view name) {
  return name == "security.ima" || name == "security.evm";
}

bool has(const ExtendedAttributes& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

// Labels are set by the system for whoever may not set them, often to what they should be.
bool has_value(const Descriptor& file, const std::string& name, std::string_view value) {
  std::array<char, 1024> found{};
  const ssize_t size = ::fgetxattr(file.get(), name.c_str(), found.data(), found.size());
  return size >= 0 && std::string_view(found.data(), static_cast<std::size_t>(size)) == value;
}

}  // namespace

std::optional<ExtendedAttributes> attributes_of(const std::string& path) {
  ExtendedAttributes attributes;
  // Most files have none.
  const ssize_t any = ::listxattr(path.c_str(), nullptr, 0);
  if (any == 0 || (any < 0 && errno == ENOTSUP)) return attributes;
  std::string bytes(kMostBytes, '\0');
  const ssize_t size = ::listxattr(path.c_str(), bytes.data(), bytes.size());
  if (size < 0) return std::nullopt;
  std::string value(kMostBytes, '\0');
  std::string_view names(bytes.data(), static_cast<std::size_t>(size));
  while (!names.empty()) {
    const std::string name(names.substr(0, names.find('\0')));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (is_of_bytes(name)) continue;
    const ssize_t length = ::getxattr(path.c_str(), name.c_str(), value.data(), value.size());
    if (length < 0) return std::nullopt;
    attributes.emplace_back(name, value.substr(0, static_cast<std::size_t>(length)));
  }
  return attributes;
}

bool take_attributes(const Descriptor& file, const ExtendedAttributes& attributes) {
  const bool keeps_list = has(attributes, kAccessList);
  if (!keeps_list && ::fremovexattr(file.get(), kAccessList) != 0 && errno != ENODATA &&
      errno != ENOTSUP) {
    return false;
  }
  return std::all_of(attributes.begin(), attributes.end(), [&](const auto& attribute) {
    const auto& [name, value] = attribute;
    return ::fsetxattr(file.get(), name.c_str(), value.data(), value.size(), 0) == 0 ||
           has_value(file, name, value);
  });
}

}  // namespace zoomc

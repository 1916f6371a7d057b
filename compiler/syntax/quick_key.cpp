// The part of the quick reader for the keys of mappings.
#include <algorithm>
#include <string_view>

#include "syntax/quick_reader.h"

namespace zoomc::syntax {
namespace {

// The library reads keys of up to 1024 bytes.
constexpr std::uint32_t kLongestKey = 1000;
// Among so few members, looking at each pair is quicker than sorting.
constexpr std::size_t kFew = 16;

}  // namespace

bool QuickReader::key(bool in_flow, Node& out) {
  return line_scalar(in_flow, out) && at_colon() && is_name(out);
}

bool QuickReader::is_name(const Node& key) const {
  const bool merge = key.style == ScalarStyle::plain && key.text == "<<";
  return !merge && at_ - key.span.begin <= kLongestKey;
}

bool has_duplicate_key(const std::vector<Member>& members) {
  if (members.size() > kFew) {
    std::vector<std::string_view> keys;
    keys.reserve(members.size());
    for (const Member& member : members) keys.push_back(member.key.text);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
  }
  for (std::size_t i = 1; i < members.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (members[i].key.text == members[j].key.text) return true;
    }
  }
  return false;
}

}  // namespace zoomc::syntax

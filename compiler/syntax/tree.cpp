#include "syntax/tree.h"

namespace zoomc {

const Member* Node::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key.text == key) return &member;
  }
  return nullptr;
}

}  // namespace zoomc

#include "model/words.h"

namespace zoomc::model {
namespace {

template <class E>
std::string_view word_of(E value) {
  for (const EnumWord<E>& entry : kEnumWords<E>) {
    if (entry.value == value) return entry.word;
  }
  return {};
}

}  // namespace

std::string_view to_string(ManagedBy value) {
  return word_of(value);
}
std::string_view to_string(Stage value) {
  return word_of(value);
}
std::string_view to_string(Vocabulary value) {
  return word_of(value);
}
std::string_view to_string(Environment value) {
  return word_of(value);
}
std::string_view to_string(Authorizer value) {
  return word_of(value);
}

}  // namespace zoomc::model

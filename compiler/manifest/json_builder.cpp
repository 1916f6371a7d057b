#include "manifest/json_builder.h"

#include <algorithm>
#include <iterator>

#include "syntax/parse.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

int hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 0;
}

unsigned code_unit(std::string_view escape) {
  unsigned value = 0;
  for (const char c : escape.substr(2, 4)) {
    value = value * 16 + static_cast<unsigned>(hexadecimal_digit(c));
  }
  return value;
}

// Where in a string that RapidJSON has read the second half of a surrogate pair stands alone: it
// refuses only a first half that does.
std::size_t lone_surrogate(std::string_view string) {
  std::size_t at = 0;
  while ((at = string.find('\\', at)) != std::string_view::npos) {
    if (string.substr(at, 2) != "\\u") {
      at += 2;
      continue;
    }
    const unsigned unit = code_unit(string.substr(at, 6));
    if (unit >= 0xDC00 && unit <= 0xDFFF) return at;
    at += unit >= 0xD800 && unit < 0xDC00 ? 12 : 6;
  }
  return 0;
}

}  // namespace

bool JsonBuilder::RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
  return scalar() && document_.RawNumber(text, size, copy);
}

bool JsonBuilder::String(const char* text, rapidjson::SizeType size, bool copy) {
  return is_text(text, size) && scalar() && document_.String(text, size, copy);
}

bool JsonBuilder::Key(const char* text, rapidjson::SizeType size, bool copy) {
  if (!is_text(text, size)) return false;
  const std::uint32_t begin = next();
  end_ = static_cast<std::uint32_t>(stream_.Tell());
  pending_.push_back({.key = {begin, end_}});
  has_key_ = true;
  return document_.Key(text, size, copy);
}

std::uint32_t JsonBuilder::next() const {
  const std::size_t found = text_.find_first_not_of(" \t\r\n,:", end_);
  return static_cast<std::uint32_t>(std::min(found, text_.size()));
}

bool JsonBuilder::is_text(const char* text, rapidjson::SizeType size) {
  if (!find_invalid_utf8({text, size})) return true;
  const std::uint32_t begin = next();
  const std::string_view string = text_.substr(begin, stream_.Tell() - begin);
  return refuse(JsonLimit::surrogate, begin + static_cast<std::uint32_t>(lone_surrogate(string)));
}

bool JsonBuilder::refuse(JsonLimit limit, std::uint32_t place) {
  limit_ = limit;
  limit_place_ = place;
  return false;
}

bool JsonBuilder::begin_value(std::uint32_t begin) {
  if (++count_ > kMaxNodes) return refuse(JsonLimit::values, begin);
  if (!has_key_) pending_.emplace_back();
  has_key_ = false;
  pending_.back().value.begin = begin;
  return true;
}

bool JsonBuilder::scalar() {
  if (!begin_value(next())) return false;
  end_ = static_cast<std::uint32_t>(stream_.Tell());
  pending_.back().value.end = end_;
  return true;
}

bool JsonBuilder::open(bool is_object) {
  const std::uint32_t begin = next();
  if (open_.size() == kMaxNesting) return refuse(JsonLimit::nesting, begin);
  if (!begin_value(begin)) return false;
  open_.push_back({begin, is_object});
  end_ = begin + 1;
  return true;
}

bool JsonBuilder::close(rapidjson::SizeType count) {
  const auto children = pending_.end() - static_cast<std::ptrdiff_t>(count);
  JsonSpans& value = *std::prev(children);
  value.children.assign(std::make_move_iterator(children), std::make_move_iterator(pending_.end()));
  end_ = next() + 1;
  value.value.end = end_;
  pending_.erase(children, pending_.end());
  open_.pop_back();
  return true;
}

}  // namespace zoomc

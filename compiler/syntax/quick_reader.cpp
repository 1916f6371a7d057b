#include "syntax/quick_reader.h"

#include <cstring>

#include "syntax/characters.h"
#include "syntax/limits.h"
#include "syntax/quick_parse.h"

namespace zoomc::syntax {
namespace {

// A text of so few bytes has fewer values than `kMaxNodes` and cannot make the library read too far
// ahead. Tabs, and line breaks other than line feeds, are left to the thorough way altogether.
bool is_simple(const std::string& text) {
  return text.size() <= kMaxReadAhead && text.find('\t') == std::string::npos &&
         text.find('\r') == std::string::npos;
}

}  // namespace

std::optional<Document> quick_parse(const std::string& text, std::uint32_t begin) {
  if (!is_simple(text)) return std::nullopt;
  return QuickReader(text, begin).read();
}

QuickReader::QuickReader(const std::string& text, std::uint32_t begin)
    : text_(text.c_str()),
      size_(static_cast<std::uint32_t>(text.size())),
      begin_(begin),
      at_(begin),
      line_start_(begin) {}

std::optional<Document> QuickReader::read() {
  Document result;
  skip_space();
  if (!block_node(0, true, result.root) || !at_end()) return std::nullopt;
  // The indentation of a scalar that is the whole document has rules of its own.
  if (result.root.is_scalar()) return std::nullopt;
  result.comments = std::move(comments_);
  return result;
}

bool QuickReader::skip_space() {
  bool crossed = false;
  while (true) {
    at_ += leading_spaces();
    skip_comment();
    if (text_[at_] != '\n') return crossed;
    line_start_ = ++at_;
    crossed = true;
  }
}

void QuickReader::skip_comment() {
  if (text_[at_] != '#' || (at_ > begin_ && !is_space(text_[at_ - 1]))) return;
  const std::uint32_t begin = at_;
  at_ = line_end();
  comments_.push_back({{begin, at_}});
}

std::uint32_t QuickReader::leading_spaces() const {
  std::uint32_t i = at_;
  while (text_[i] == ' ') ++i;
  return i - at_;
}

std::uint32_t QuickReader::line_end() const {
  const void* end = std::memchr(text_ + at_, '\n', size_ - at_);
  if (end == nullptr) return size_;
  return static_cast<std::uint32_t>(static_cast<const char*>(end) - text_);
}

bool QuickReader::at_colon() {
  at_ += leading_spaces();
  return text_[at_] == ':' && is_space_or_end(text_[at_ + 1]);
}

bool QuickReader::at_item() const {
  return text_[at_] == '-' && is_space_or_end(text_[at_ + 1]);
}

}  // namespace zoomc::syntax

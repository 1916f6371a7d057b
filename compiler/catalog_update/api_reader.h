#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catalog_update/api_document.h"

namespace zoomc::catalog_update {

// Takes the events of a JSON reader and keeps what the catalog needs. Knows no library: whoever
// reads says after each event where in the bytes it ended.
class ApiReader {
 public:
  // Past this depth nothing of Zoom's goes.
  static constexpr std::size_t kMaxDepth = 200;

  ApiReader(const SourceFile& file, Sink& sink) : file_(file), sink_(sink) {}

  // False ends the reading.
  bool open(bool is_object, std::size_t end);
  void close();
  void key(std::string_view name, std::size_t end);
  void text(std::string_view value, std::size_t end);
  void other(bool is_null, std::size_t end);

  bool has_paths() const { return has_paths_; }
  // Whether something was reported without which the calls cannot be relied on.
  bool is_broken() const { return is_broken_; }
  ApiDocument take() { return std::move(document_); }

 private:
  // The keys that lead to what is read now: a call is `paths`, path, method.
  static constexpr std::size_t kKeys = 6;

  struct Frame {
    bool is_object = false;
    std::string key;
  };

  bool is_inside(std::size_t depth, std::initializer_list<std::string_view> keys) const;
  bool is_call() const;
  std::optional<std::vector<std::string>>* scope_list();
  bool is_scope_list_key() const;
  bool is_in_scope_list() const;
  void begin_call();
  void end_call();
  void keep_text(std::string_view value, Span place);
  void keep_scope(std::string_view value, Span place);
  void report_shape(std::string_view what, Span place);
  void warn(Span place, std::string message);
  std::string clean_id(std::string_view id, Span place);
  Span string_at(std::size_t end) const;

  const SourceFile& file_;
  Sink& sink_;
  ApiDocument document_;
  std::vector<Frame> frames_;
  ApiCall call_;
  std::string description_;
  Span path_place_;
  bool in_call_ = false;
  bool has_paths_ = false;
  bool is_broken_ = false;
  std::size_t warnings_ = 0;
};

}  // namespace zoomc::catalog_update

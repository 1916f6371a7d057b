#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace zoomc::infer {

// How certain the parts of a path are. In a log any word may be an id; in code ids look like ids,
// and another word is a path of another kind.
enum class PathOrigin : std::uint8_t { code, traffic };

// The meaning of a method and a path. More than one operation: ambiguous.
struct PathMatch {
  std::vector<catalog::OperationId> operations;
  // The path is in the catalog, but only with other methods.
  bool is_path_known = false;
  // A part that decides the meaning is only known when the program runs.
  bool is_computed = false;
};

// The catalog's path templates as a tree of segments. The time of a lookup depends on the length of
// the path, not on their number.
class PathTrie {
 public:
  explicit PathTrie(const catalog::Catalog& catalog);

  // The operations of that path. A word wins over a parameter. `path` may have holes, which match
  // parameters only; an empty method matches all methods.
  PathMatch match(std::string_view method, std::string_view path, PathOrigin origin) const;

  // Whether some path of the API begins with that segment.
  bool begins_with(std::string_view segment) const;

  const catalog::Catalog& catalog() const { return catalog_; }

  // "GET /users/{userId}": the most likely meaning of a call that is not in the catalog.
  std::optional<std::string> nearest_call(std::string_view method, std::string_view path) const;

 private:
  struct Node {
    std::map<std::string_view, std::uint32_t> words;
    // The child for a parameter, and the names of the parameters there.
    std::optional<std::uint32_t> parameter;
    bool takes_any_word = false;
    std::vector<catalog::OperationId> operations;
  };

  using Segments = std::vector<std::string_view>;
  void add(catalog::OperationId operation);
  std::uint32_t find(std::uint32_t node, const Segments& segments, std::size_t at,
                     PathOrigin origin) const;
  bool is_computed(const Segments& segments) const;

  const catalog::Catalog& catalog_;
  std::vector<Node> nodes_;
};

}  // namespace zoomc::infer

#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "infer/call_use.h"
#include "infer/code_call.h"
#include "infer/path_trie.h"
#include "infer/url_reader.h"

namespace zoomc {

// Finds the calls to Zoom's API in a file of source code.
class CallFinder {
 public:
  CallFinder(const CodeTokens& tokens, const PathTrie& trie)
      : tokens_(tokens), trie_(trie), urls_(tokens) {}

  std::vector<CodeCall> run();

 private:
  // A function of the file that asks Zoom for the path it is given.
  struct Wrapper {
    // Empty: its caller says.
    std::string method;
    std::string fallback;
    bool used = false;
    CodeCall inside;
  };

  bool is_test() const;
  bool may_be_url(std::uint32_t text) const;
  void find_direct();
  void take(const UrlExpression& found);
  bool has_text(const UrlExpression& found) const;
  bool take_wrapper(const UrlExpression& found);
  void find_relative();
  void take_relative(const UrlExpression& found);
  void follow_bindings();
  void follow(const Binding& binding, const std::vector<std::uint32_t>& places);
  void add(const CallUrl& value, const CallUse& use, std::uint32_t first, std::uint32_t last);
  std::optional<UrlOrigin> receiver(const CallUse& use) const;
  bool has_base_argument(const CallChain& chain) const;
  bool is_service_interface(std::uint32_t callee) const;

  const CodeTokens& tokens_;
  const PathTrie& trie_;
  UrlReader urls_;
  std::vector<UrlExpression> relative_;
  // Where the URLs inside of wrappers begin.
  std::vector<std::uint32_t> wrapped_;
  std::unordered_map<std::string_view, Wrapper> wrappers_;
  std::vector<CodeCall> calls_;
};

}  // namespace zoomc

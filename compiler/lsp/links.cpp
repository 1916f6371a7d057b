#include "lsp/links.h"

#include "lsp/uri.h"

namespace zoomc::lsp {
namespace {

class LinkSearch {
 public:
  explicit LinkSearch(const SourceFile& file) : file_(file) {}

  void look_in(const Node& node) {
    if (node.alias || links_.size() >= kMaxLinks) return;
    if (node.is_scalar()) add(node);
    for (const Node& item : node.items) look_in(item);
    for (const Member& member : node.members) look_in(member.value);
  }

  std::vector<Link> take() { return std::move(links_); }

 private:
  void add(const Node& scalar) {
    if (!is_web_link(scalar.text)) return;
    const bool is_quoted =
        scalar.style == ScalarStyle::single_quoted || scalar.style == ScalarStyle::double_quoted;
    Span span = scalar.span;
    if (is_quoted) span = {span.begin + 1, span.end - 1};
    if (file_.slice(span) == scalar.text) links_.push_back({span, scalar.text});
  }

  const SourceFile& file_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_links(const SourceFile& file, const Document& document) {
  LinkSearch search(file);
  search.look_in(document.root);
  return search.take();
}

}  // namespace zoomc::lsp

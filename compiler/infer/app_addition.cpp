#include <algorithm>

#include "catalog/lookup.h"
#include "edit/apply.h"
#include "edit/collection.h"
#include "edit/scalar.h"
#include "infer/comparison.h"

namespace zoomc::infer {
namespace {

class Addition {
 public:
  explicit Addition(const resolve::CompiledApp& cx) : cx_(cx), root_(cx.document.root) {
    break_ = cx.file.text.find("\r\n") == std::string::npos ? "\n" : "\r\n";
  }

  std::optional<std::string> run(const Suggestion& suggestion) {
    if (!root_.is_mapping() || root_.members.empty()) return std::nullopt;
    add_features(groups_of(cx_.catalog, suggestion));
    add_operations(suggestion.operations);
    if (!at_end_.empty()) add_at_end();
    if (failed_) return std::nullopt;
    return edit::apply_edits(cx_.file.text, std::move(edits_));
  }

 private:
  static std::string list_of(const std::vector<std::string_view>& words) {
    std::string list = "[";
    for (const std::string_view word : words) {
      if (list.size() > 1) list += ", ";
      list += word;
    }
    return list + "]";
  }

  void add_features(const std::vector<FeatureGroup>& groups) {
    if (groups.empty()) return;
    const syntax::Member* features = root_.find("features");
    if (features == nullptr || features->value.missing) {
      std::string text;
      for (const FeatureGroup& group : groups) {
        text += "  " + std::string(group.group) + ": " + list_of(group.actions) + break_;
      }
      if (features == nullptr) {
        at_end_ += "features:" + break_ + text;
      } else {
        failed_ = true;
      }
      return;
    }
    const syntax::Node& mapping = features->value;
    if (!mapping.is_mapping() || is_shared(*features) || mapping.members.empty()) {
      failed_ = true;
      return;
    }
    std::vector<FeatureGroup> fresh;
    for (const FeatureGroup& group : groups) {
      const syntax::Member* member = mapping.find(group.group);
      if (member == nullptr) {
        fresh.push_back(group);
      } else {
        add_actions(*member, group);
      }
    }
    if (!fresh.empty()) add_members(mapping, fresh);
  }

  // A value with an alias or an anchor is also used in other places, which would change too.
  bool is_shared(const syntax::Member& member) const {
    const Span before{member.key.span.end, member.value.span.begin};
    return member.value.alias || (before.begin < before.end &&
                                  cx_.file.slice(before).find('&') != std::string_view::npos);
  }

  void add_actions(const syntax::Member& member, const FeatureGroup& group) {
    const syntax::Node& value = member.value;
    if (is_shared(member) || value.missing) {
      failed_ = true;
    } else if (value.is_sequence() && !value.items.empty()) {
      const std::vector<std::string> items(group.actions.begin(), group.actions.end());
      add_edit(edit::append_items(cx_.file, value, items));
    } else if (value.is_scalar()) {
      // Brackets cannot contain a block scalar; the word of one is written plain.
      const std::string_view written = cx_.file.slice(value.span);
      const bool is_block = written.starts_with('|') || written.starts_with('>');
      const std::string_view text = value.text;
      std::string list = list_of(group.actions);
      list.insert(1, std::string(is_block ? text.substr(0, text.find('\n')) : written) + ", ");
      edits_.push_back({value.span, edit::with_header_comment(written, list)});
    } else {
      failed_ = true;
    }
  }

  void add_edit(std::optional<Edit> edit) {
    if (edit) {
      edits_.push_back(*std::move(edit));
    } else {
      failed_ = true;
    }
  }

  // After the last member, in the mapping's own style.
  void add_members(const syntax::Node& mapping, const std::vector<FeatureGroup>& groups) {
    const syntax::Member& last = mapping.members.back();
    std::string text;
    if (mapping.flow) {
      for (const FeatureGroup& group : groups) {
        text += ", " + std::string(group.group) + ": " + list_of(group.actions);
      }
      edits_.push_back({{last.value.span.end, last.value.span.end}, std::move(text)});
      return;
    }
    if (edit::would_gain_line_break(cx_.file, last.value) || last.is_key_explicit) {
      failed_ = true;
      return;
    }
    const std::string indentation = indentation_of(last.key.span.begin);
    for (const FeatureGroup& group : groups) {
      text += break_ + indentation + std::string(group.group) + ": " + list_of(group.actions);
    }
    const std::uint32_t end = line_end(std::max(last.key.span.end, last.value.span.end));
    edits_.push_back({{end, end}, std::move(text)});
  }

  void add_operations(const std::vector<catalog::OperationId>& operations) {
    if (operations.empty()) return;
    std::vector<std::string> items;
    items.reserve(operations.size());
    for (const catalog::OperationId operation : operations) {
      items.push_back("\"" + catalog::display_name(cx_.catalog.operations[operation]) + "\"");
    }
    const syntax::Member* member = root_.find("operations");
    if (member == nullptr) {
      at_end_ += "operations:" + break_;
      for (const std::string& item : items) at_end_ += "  - " + item + break_;
      return;
    }
    const syntax::Node* list = edit::find_own_list(root_, {"operations"});
    if (list == nullptr || list->items.empty() || is_shared(*member)) {
      failed_ = true;
    } else {
      add_edit(edit::append_items(cx_.file, *list, items));
    }
  }

  // New keys go after all others: before the `...` or the blank lines at the end of the file.
  void add_at_end() {
    if (root_.flow || edit::would_gain_line_break(cx_.file, root_)) {
      failed_ = true;
      return;
    }
    const std::string& text = cx_.file.text;
    const syntax::Member& last = root_.members.back();
    const std::uint32_t end = line_end(std::max(last.key.span.end, last.value.span.end));
    at_end_.erase(at_end_.size() - break_.size());
    const bool has_break = end > 0 && text[end - 1] == '\n';
    edits_.push_back({{end, end}, (has_break ? "" : break_) + at_end_});
  }

  std::uint32_t line_end(std::uint32_t offset) const {
    const std::size_t end = cx_.file.text.find_first_of("\r\n", offset);
    // A block scalar ends after its last line break.
    const bool at_begin = offset > 0 && cx_.file.text[offset - 1] == '\n';
    if (at_begin) return offset - static_cast<std::uint32_t>(break_.size());
    return static_cast<std::uint32_t>(std::min(end, cx_.file.text.size()));
  }

  std::string indentation_of(std::uint32_t offset) const {
    const std::size_t line =
        offset == 0 ? std::string::npos : cx_.file.text.rfind('\n', offset - 1);
    const std::size_t begin = line == std::string::npos ? 0 : line + 1;
    return std::string(offset - begin, ' ');
  }

  const resolve::CompiledApp& cx_;
  const syntax::Node& root_;
  std::string break_;
  std::vector<Edit> edits_;
  std::string at_end_;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> add_to_app(const resolve::CompiledApp& cx,
                                      const Suggestion& suggestion) {
  return Addition(cx).run(suggestion);
}

}  // namespace zoomc::infer

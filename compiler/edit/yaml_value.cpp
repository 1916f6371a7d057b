#include "edit/yaml_value.h"

#include <algorithm>
#include <optional>

#include "edit/scalar.h"
#include "text/utf8.h"

namespace zoomc::edit {
namespace {

using Kind = YamlValue::Kind;

// YAML allows no longer key before its colon, in bytes.
constexpr std::size_t kMaxImplicitKey = 1000;

std::string scalar_in_flow(const YamlValue& value) {
  return value.kind == Kind::literal ? value.text : yaml_scalar(value.text, ScalarPlace::flow);
}

bool is_scalar(const YamlValue& value) {
  return value.kind == Kind::text || value.kind == Kind::literal;
}

bool has_comments(const YamlEntry& entry) {
  return !entry.above.empty() || !entry.behind.empty();
}

// The collection on one line, if it can be written so and ends before the last column.
std::optional<std::string> flow_form(const YamlValue& value, std::size_t column) {
  const bool is_list = value.kind == Kind::list;
  if (value.entries.empty()) return is_list ? "[]" : "{}";
  if (!is_list && !value.flow) return std::nullopt;
  std::string out;
  for (const YamlEntry& entry : value.entries) {
    if (!is_scalar(entry.value) || has_comments(entry)) return std::nullopt;
    out += out.empty() ? "" : ", ";
    if (!is_list) out += yaml_scalar(entry.key, ScalarPlace::key) + ": ";
    out += scalar_in_flow(entry.value);
    if (column + out.size() > 4 * kYamlColumns) return std::nullopt;
  }
  out = (is_list ? "[" : "{") + out + (is_list ? "]" : "}");
  if (column + display_width(out) > kYamlColumns) return std::nullopt;
  return out;
}

class Writer {
 public:
  void comment(const std::string& line, std::size_t indent) {
    out_.append(indent, ' ').append(line.empty() ? "#" : "# ").append(yaml_comment(line));
    out_ += '\n';
  }

  void members(const YamlValue& mapping, std::size_t indent, bool first_is_begun = false) {
    for (const YamlEntry& entry : mapping.entries) {
      if (!first_is_begun) {
        for (const std::string& line : entry.above) comment(line, indent);
        out_.append(indent, ' ');
      }
      first_is_begun = false;
      const std::string key = yaml_scalar(entry.key, ScalarPlace::key);
      if (key.size() > kMaxImplicitKey) {
        out_.append("? ").append(key).append("\n").append(indent, ' ').append(":");
        value(entry, indent, indent + 1);
      } else {
        out_.append(key).append(":");
        value(entry, indent, indent + key.size() + 1);
      }
    }
  }

  std::string take() { return std::move(out_); }

 private:
  // Writes the value after a `:` that ends at `column`.
  void value(const YamlEntry& entry, std::size_t indent, std::size_t column) {
    const YamlValue& value = entry.value;
    if (is_scalar(value)) return scalar(entry, indent + 2);
    if (const auto flow = flow_form(value, column + 1)) {
      out_.append(" ").append(*flow);
      return end_line(entry);
    }
    end_line(entry);
    if (value.kind == Kind::list) {
      items(value, indent + 2);
    } else {
      members(value, indent + 2);
    }
  }

  void scalar(const YamlEntry& entry, std::size_t indent) {
    const std::string text = entry.value.kind == Kind::literal
                                 ? entry.value.text
                                 : yaml_scalar(entry.value.text, ScalarPlace::block, indent);
    // The comment of a block of lines comes after its header.
    const std::size_t first_line = std::min(text.find('\n'), text.size());
    out_.append(" ").append(text, 0, first_line);
    if (!entry.behind.empty()) out_.append("  # ").append(yaml_comment(entry.behind));
    out_.append(text, first_line) += '\n';
  }

  void items(const YamlValue& list, std::size_t indent) {
    for (const YamlEntry& entry : list.entries) {
      for (const std::string& line : entry.above) comment(line, indent);
      out_.append(indent, ' ').append("-");
      item(entry, indent);
    }
  }

  void item(const YamlEntry& entry, std::size_t indent) {
    const YamlValue& value = entry.value;
    if (is_scalar(value)) return scalar(entry, indent + 2);
    if (const auto flow = flow_form(value, indent + 2)) {
      out_.append(" ").append(*flow);
      return end_line(entry);
    }
    if (value.kind == Kind::list) {
      end_line(entry);
      return items(value, indent + 2);
    }
    // The first member comes right after the dash, if possible.
    const YamlEntry& first = value.entries.front();
    const bool begun =
        first.above.empty() && entry.behind.empty() && first.key.size() <= kMaxImplicitKey / 4;
    if (begun) {
      out_ += ' ';
    } else {
      end_line(entry);
    }
    members(value, indent + 2, begun);
  }

  void end_line(const YamlEntry& entry) {
    if (!entry.behind.empty()) out_.append("  # ").append(yaml_comment(entry.behind));
    out_ += '\n';
  }

  std::string out_;
};

}  // namespace

YamlValue YamlValue::make_text(std::string_view text) {
  return {.kind = Kind::text, .text = std::string(text)};
}

YamlValue YamlValue::make_literal(std::string_view text) {
  return {.kind = Kind::literal, .text = std::string(text)};
}

YamlValue YamlValue::make_list() {
  return {.kind = Kind::list};
}

YamlValue YamlValue::make_words(const std::vector<std::string>& words) {
  YamlValue list = make_list();
  for (const std::string& word : words) list.add(make_text(word));
  return list;
}

YamlEntry& YamlValue::add(std::string_view key, YamlValue value) {
  return entries.emplace_back(YamlEntry{std::string(key), std::move(value), {}, {}});
}

YamlEntry& YamlValue::add(YamlValue item) {
  return add({}, std::move(item));
}

std::string write_yaml(const YamlValue& mapping, const std::vector<std::string>& head) {
  Writer writer;
  for (const std::string& line : head) writer.comment(line, 0);
  writer.members(mapping, 0);
  return writer.take();
}

}  // namespace zoomc::edit

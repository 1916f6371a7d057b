#include "manifest/read_manifest.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <string>
#include <string_view>
#include <utility>

#include "diagnostics/codes.h"
#include "manifest/validator.h"
#include "syntax/parse.h"
#include "text/quote.h"

namespace zoomc::manifest {
namespace {

// Reports the keys that occur twice, of every object of a text.
class DuplicateKeys {
 public:
  explicit DuplicateKeys(Sink& sink) : sink_(sink) {}

  // The reader limits the depth.
  void look_below(const json::Value& value, const JsonSpans& spans) {
    if (value.IsArray()) {
      for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
        look_below(value[i], spans.children[i]);
    }
    if (!value.IsObject()) return;
    std::vector<Key> keys;
    keys.reserve(value.MemberCount());
    std::size_t index = 0;
    for (const auto& member : value.GetObject()) {
      keys.push_back({json::text_of(member.name), spans.children[index].key});
      look_below(member.value, spans.children[index]);
      ++index;
    }
    report(std::move(keys));
  }

 private:
  struct Key {
    std::string_view name;
    Span place;
  };

  void report(std::vector<Key> keys) {
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Key& a, const Key& b) { return a.name < b.name; });
    const Key* first = nullptr;
    for (const Key& key : keys) {
      if (first == nullptr || first->name != key.name) {
        first = &key;
      } else if (reported_ < syntax::kMaxReportedKeys) {
        ++reported_;
        Diagnostic twice = finding(
            syntax_codes::kDuplicateKey, key.place,
            fmt::format(
                "the key {} is twice in this object, and programs differ in which one they use",
                in_backticks(key.name)));
        twice.labels.push_back({first->place, "first here"});
        sink_.add(std::move(twice));
      }
    }
  }

  Sink& sink_;
  std::size_t reported_ = 0;
};

std::string_view name_of_type(const json::Value& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType: return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType: return "a boolean";
    case rapidjson::kArrayType: return "an array";
    case rapidjson::kStringType: return "a string";
    case rapidjson::kNumberType: return "a number";
    case rapidjson::kObjectType: break;
  }
  return "an object";
}

void refuse_type(const json::Value& value, const JsonSpans& spans, Sink& sink) {
  sink.add(finding(manifest_codes::kWrongType, spans.value,
                   fmt::format("a manifest must be an object, not {}", name_of_type(value))));
}

bool has_section(const json::Value& object) {
  return std::any_of(
      kManifestSections.begin(), kManifestSections.end(),
      [&](std::string_view section) { return json::find_member(object, section) != nullptr; });
}

// The member of the document that is the manifest, if it is wrapped: one called `manifest`, in a
// document that has none of a manifest's own keys.
std::optional<std::size_t> wrapped_member(const json::Value& document) {
  if (has_section(document)) return std::nullopt;
  std::size_t index = 0;
  for (const auto& member : document.GetObject()) {
    if (json::text_of(member.name) == "manifest") return index;
    ++index;
  }
  return std::nullopt;
}

}  // namespace

Span ReadManifest::place_of(const std::vector<std::uint32_t>& order) const {
  const JsonSpans* here = manifest_spans;
  const json::Value* value = manifest;
  for (const std::uint32_t index : order) {
    if (index >= here->children.size()) {
      const bool braced = value->IsObject() || value->IsArray();
      const std::uint32_t begin = here->value.begin;
      return braced ? Span{begin, begin + 1} : here->value;
    }
    here = &here->children[index];
    value = value->IsArray() ? &(*value)[index]
                             : &(value->MemberBegin() + static_cast<std::ptrdiff_t>(index))->value;
  }
  return here->value;
}

std::optional<std::size_t> ReadManifest::wrapped_again() const {
  const auto index = wrapped_member(*manifest);
  if (!index) return std::nullopt;
  const auto member = manifest->MemberBegin() + static_cast<std::ptrdiff_t>(*index);
  return member->value.IsObject() ? index : std::nullopt;
}

void ReadManifest::enter(std::size_t member) {
  manifest = &(manifest->MemberBegin() + static_cast<std::ptrdiff_t>(member))->value;
  manifest_spans = &manifest_spans->children[member];
  wrapped = true;
}

const JsonSpans* ReadManifest::spans_at(const std::vector<std::uint32_t>& order) const {
  const JsonSpans* here = manifest_spans;
  for (const std::uint32_t index : order) {
    if (index >= here->children.size()) return nullptr;
    here = &here->children[index];
  }
  return here;
}

std::optional<ReadManifest> read_manifest(const SourceFile& file, Sink& sink) {
  auto text = read_json(file, sink);
  if (!text) return std::nullopt;
  DuplicateKeys(sink).look_below(*text->document, *text->spans);
  ReadManifest read{.document = std::move(text->document), .spans = std::move(text->spans)};
  read.manifest = read.document.get();
  read.manifest_spans = read.spans.get();
  if (read.manifest->IsObject()) {
    if (const auto member = wrapped_member(*read.manifest)) read.enter(*member);
  }
  if (read.manifest->IsObject()) return read;
  refuse_type(*read.manifest, *read.manifest_spans, sink);
  return std::nullopt;
}

}  // namespace zoomc::manifest

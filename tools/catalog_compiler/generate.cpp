#include "generate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace zoomc {
namespace {

std::string quoted_literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte >= 0x20 && byte < 0x7f) {
      out += c;
    } else {
      // Three octal digits, for a hexadecimal escape would swallow what follows.
      out += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
              static_cast<char>('0' + (byte & 7))};
    }
  }
  return out + "\"";
}

std::string literal(std::string_view text) {
  // Without a pointer, and so without work for the dynamic linker.
  return text.empty() ? "{}" : quoted_literal(text) + "sv";
}
std::string literal(bool value) {
  return value ? "true" : "false";
}
std::string literal(std::uint16_t value) {
  return std::to_string(value);
}

// A C++ enumerator is the word of the tables with `_` for what no identifier has.
template <class Enum>
std::string enumerator(std::string_view type, Enum value) {
  std::string name(catalog::to_string(value));
  std::replace(name.begin(), name.end(), '-', '_');
  if (const auto plus = name.find('+'); plus != std::string::npos) name.replace(plus, 1, "_and_");
  return std::string(type) + "::" + name;
}

// One constant array that lists of many rows are parts of.
template <class T>
class Pool {
 public:
  Pool(std::string_view type, std::string_view name) : type_(type), name_(name) {}

  // The expression of a `std::span` over `list`.
  template <class Write>
  std::string add(std::span<const T> list, Write write) {
    if (list.empty()) return "{}";
    const std::string first = std::to_string(append(list, write));
    return "{" + name_ + ".data() + " + first + ", " + std::to_string(list.size()) + "}";
  }

  std::string add(std::span<const T> list) {
    return add(list, [](const T& item) { return literal(item); });
  }

  // The expression of a `PackedList` over `list`.
  std::string add_packed(std::span<const T> list) {
    if (list.empty()) return "{}";
    const std::size_t first = append(list, [](const T& item) { return literal(item); });
    return "{" + std::to_string(first) + ", " + std::to_string(list.size()) + "}";
  }

  // Nothing when no row has a list.
  std::string definition() const {
    if (count_ == 0) return {};
    return "constexpr std::array<" + type_ + ", " + std::to_string(count_) + "> " + name_ + "{{\n" +
           items_ + "}};\n\n";
  }

 private:
  // Answers where the list begins.
  template <class Write>
  std::size_t append(std::span<const T> list, Write write) {
    const std::size_t first = count_;
    for (const T& item : list) {
      items_ += write(item) + ",";
      // A few on a line: compilers have line limits, and people look in here too.
      items_ += ++count_ % 8 == 0 ? "\n" : " ";
    }
    return first;
  }

  std::string type_;
  std::string name_;
  std::string items_;
  std::size_t count_ = 0;
};

// One long text that those of many rows are parts of.
class TextPool {
 public:
  // The expression of a `PackedText`.
  std::string add(std::string_view text) {
    if (text.empty()) return "{}";
    const auto [known, is_new] = begins_.try_emplace(std::string(text), size_);
    if (is_new) {
      size_ += text.size();
      literals_ += "\n    " + quoted_literal(text);
    }
    return "{" + std::to_string(known->second) + ", " + std::to_string(text.size()) + "}";
  }

  std::string definition() const {
    return "constexpr std::string_view kTexts =" + literals_ + "sv;\n\n";
  }

 private:
  std::map<std::string, std::size_t> begins_;
  std::size_t size_ = 0;
  std::string literals_;
};

std::string row(std::initializer_list<std::string> cells) {
  std::string out = "{";
  for (const std::string& cell : cells) {
    if (out.size() > 1) out += ", ";
    out += cell;
  }
  return out + "}";
}

// Writes the rows of each table into one array and their lists into the pools.
class Generator {
 public:
  explicit Generator(const catalog::Catalog& catalog) : catalog_(catalog) {}

  std::string run() {
    const std::string tables = scopes() + operations() + events() + features() + composites() +
                               platforms() + words() + errors() + symptoms() + implied_scopes() +
                               call_errors() + deprecations() + prerequisites() + corrections() +
                               platform_calls();
    return head() + texts_.definition() + scope_ids_.definition() + operation_ids_.definition() +
           event_ids_.definition() + feature_ids_.definition() + names_.definition() +
           test_steps_.definition() + regions_.definition() + integrations_.definition() + tables +
           tail();
  }

 private:
  static std::string head() {
    return "// Written by catalog_compiler from schemas/catalog: edit the tables, not this.\n"
           "#include <array>\n\n"
           "#include \"catalog/builtin.h\"\n\n"
           "namespace zoomc::catalog {\n"
           "namespace {\n\n"
           "using namespace std::string_view_literals;\n\n"
           // The texts are longer than the standard asks every compiler to take.
           "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n";
  }

  std::string tail() const {
    return "constexpr Pools kPools{kTexts, kScopeIds, kOperationIds, kEventIds};\n"
           "constexpr Catalog kCatalog{" +
           literal(catalog_.date) +
           ", {kScopes, kPools}, {kOperations, kPools}, {kEvents, kPools}, kFeatures, "
           "kComposites, kPlatforms, {kWords, kPools}, kErrors, kSymptoms, kImpliedScopes, "
           "{kCallErrors, kPools}, {kDeprecations, kPools}, kPrerequisites, kCorrections, "
           "kPlatformCalls};\n\n"
           "}  // namespace\n\n"
           "const Catalog& builtin_catalog() { return kCatalog; }\n\n"
           "}  // namespace zoomc::catalog\n";
  }

  template <class Rows, class Write>
  static std::string table(std::string_view type, std::string_view name, const Rows& rows,
                           Write write) {
    std::string out = "constexpr std::array<" + std::string(type) + ", " +
                      std::to_string(rows.size()) + "> " + std::string(name) + "{{\n";
    for (const auto& item : rows) out += write(item) + ",\n";
    return out + "}};\n\n";
  }

  std::string scopes() {
    return table("Packed<Scope>", "kScopes", catalog_.scopes, [&](const catalog::Scope& scope) {
      return row({texts_.add(scope.name), enumerator("ScopeModel", scope.model),
                  enumerator("Level", scope.level), enumerator("Grants", scope.grants),
                  literal(scope.level_is_guess), operation_ids_.add_packed(scope.operations),
                  event_ids_.add_packed(scope.events)});
    });
  }

  std::string operations() {
    return table("Packed<Operation>", "kOperations", catalog_.operations,
                 [&](const catalog::Operation& o) {
                   return row({texts_.add(o.product), texts_.add(o.method), texts_.add(o.path),
                               texts_.add(o.id), texts_.add(o.name), texts_.add(o.does),
                               texts_.add(o.without), scope_ids_.add_packed(o.granular),
                               scope_ids_.add_packed(o.classic), texts_.add(o.permissions),
                               texts_.add(o.prerequisites), literal(o.is_master)});
                 });
  }

  std::string events() {
    return table("Packed<Event>", "kEvents", catalog_.events, [&](const catalog::Event& event) {
      return row({texts_.add(event.name), texts_.add(event.product),
                  scope_ids_.add_packed(event.granular), scope_ids_.add_packed(event.classic),
                  enumerator("EventBasis", event.basis)});
    });
  }

  std::string features() {
    const auto step = [](const catalog::TestStep& s) {
      return row({literal(s.account), literal(s.action), literal(s.expect)});
    };
    return table("Feature", "kFeatures", catalog_.features, [&](const catalog::Feature& feature) {
      return row({literal(feature.name), literal(feature.admin_only),
                  names_.add(feature.guide_scopes), operation_ids_.add(feature.operations),
                  literal(feature.phrase), literal(feature.guide_shortfall), literal(feature.note),
                  test_steps_.add(feature.test_steps, step),
                  operation_ids_.add(feature.user_operations)});
    });
  }

  std::string composites() {
    return table("Composite", "kComposites", catalog_.composites,
                 [&](const catalog::Composite& composite) {
                   return row({literal(composite.name), feature_ids_.add(composite.members),
                               literal(composite.phrase)});
                 });
  }

  std::string platforms() {
    const auto region = [](const catalog::Region& r) {
      return row({literal(r.id), literal(r.title), literal(r.redirect_url)});
    };
    const auto integration = [&](const catalog::Integration& i) {
      return row({literal(i.id), literal(i.title), names_.add(i.feature_groups),
                  names_.add(i.products), literal(i.type), names_.add(i.user_feature_groups)});
    };
    return table("Platform", "kPlatforms", catalog_.platforms,
                 [&](const catalog::Platform& platform) {
                   return row({literal(platform.id), literal(platform.title),
                               regions_.add(platform.regions, region),
                               platform.sign_in ? literal(*platform.sign_in) : "std::nullopt",
                               literal(platform.has_guide_names),
                               integrations_.add(platform.integrations, integration)});
                 });
  }

  std::string words() {
    return table("Packed<Word>", "kWords", catalog_.words, [&](const catalog::Word& word) {
      return row({enumerator("WordList", word.list), texts_.add(word.text)});
    });
  }

  std::string advice(const catalog::Advice& advice) {
    return row({literal(advice.cause), names_.add(advice.ways_out),
                enumerator("Shows", advice.shows), feature_ids_.add(advice.features),
                names_.add(advice.rules)});
  }

  std::string errors() {
    return table("ErrorText", "kErrors", catalog_.errors, [&](const catalog::ErrorText& error) {
      return row({names_.add(error.texts), names_.add(error.codes), advice(error.advice)});
    });
  }

  std::string symptoms() {
    return table("Symptom", "kSymptoms", catalog_.symptoms, [&](const catalog::Symptom& symptom) {
      return row({literal(symptom.name), names_.add(symptom.about), names_.add(symptom.trouble),
                  advice(symptom.advice)});
    });
  }

  std::string implied_scopes() {
    return table(
        "ImpliedScope", "kImpliedScopes", catalog_.implied_scopes,
        [](const catalog::ImpliedScope& implied) {
          return row({literal(implied.scope), literal(implied.because_of),
                      literal(implied.is_setting), enumerator("Implication", implied.effect)});
        });
  }

  std::string call_errors() {
    return table("Packed<CallError>", "kCallErrors", catalog_.call_errors,
                 [&](const catalog::CallError& error) {
                   return row({literal(error.operation), literal(error.status),
                               texts_.add(error.code), texts_.add(error.text)});
                 });
  }

  std::string deprecations() {
    return table("Packed<Deprecation>", "kDeprecations", catalog_.deprecations,
                 [&](const catalog::Deprecation& d) {
                   return row({texts_.add(d.what), texts_.add(d.since), texts_.add(d.successors)});
                 });
  }

  std::string prerequisites() {
    return table("Prerequisite", "kPrerequisites", catalog_.prerequisites,
                 [&](const catalog::Prerequisite& p) {
                   return row({literal(p.word), literal(p.title), names_.add(p.phrases)});
                 });
  }

  std::string corrections() {
    return table("Correction", "kCorrections", catalog_.corrections,
                 [&](const catalog::Correction& c) {
                   return row({literal(c.operation), enumerator("ScopeModel", c.model),
                               names_.add(c.scopes), literal(c.reason)});
                 });
  }

  std::string platform_calls() {
    return table("PlatformCall", "kPlatformCalls", catalog_.platform_calls,
                 [](const catalog::PlatformCall& call) {
                   return row({literal(call.platform), literal(call.feature),
                               literal(call.operation), literal(call.used_by)});
                 });
  }

  const catalog::Catalog& catalog_;
  TextPool texts_;
  Pool<catalog::ScopeId> scope_ids_{"ScopeId", "kScopeIds"};
  Pool<catalog::OperationId> operation_ids_{"OperationId", "kOperationIds"};
  Pool<catalog::EventId> event_ids_{"EventId", "kEventIds"};
  Pool<catalog::FeatureId> feature_ids_{"FeatureId", "kFeatureIds"};
  Pool<std::string_view> names_{"std::string_view", "kNames"};
  Pool<catalog::TestStep> test_steps_{"TestStep", "kTestSteps"};
  Pool<catalog::Region> regions_{"Region", "kRegions"};
  Pool<catalog::Integration> integrations_{"Integration", "kIntegrations"};
};

}  // namespace

std::string generate_builtin(const catalog::Catalog& catalog) {
  return Generator(catalog).run();
}

}  // namespace zoomc

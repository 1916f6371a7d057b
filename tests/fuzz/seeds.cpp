#include "seeds.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "catalog/builtin.h"
#include "driver/check.h"
#include "edited_text.h"
#include "json/value.h"
#include "lsp/protocol.h"
#include "lsp_script.h"
#include "rules/registry.h"
#include "schema/schemas.h"
#include "support/project.h"
#include "support/repository_texts.h"
#include "unit/rules/page.h"
#include "unit/syntax/pieces.h"

namespace zoomc::fuzz {
namespace {

using Texts = std::vector<std::string>;

Texts texts_of(const std::vector<RepositoryText>& from) {
  Texts texts;
  for (const RepositoryText& one : from) texts.push_back(one.text);
  return texts;
}

void append(Texts& to, const Texts& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// The cases of the rules' pages.
std::vector<PageCase> page_cases() {
  std::vector<PageCase> cases;
  for (const lint::Rule& rule : rules::all_rules()) {
    const Page page = read_page(std::string(rules::rule_documentation(rule.info->id)));
    cases.insert(cases.end(), page.cases.begin(), page.cases.end());
  }
  return cases;
}

Texts apps_with_settings() {
  Texts texts;
  for (const PageCase& one : page_cases()) {
    if (one.config) texts.push_back(*one.config + '\0' + one.app);
  }
  return texts;
}

// What the apps compile to.
Texts manifests() {
  Texts texts = texts_of(repository_manifests());
  for (const std::string& app : texts_of(repository_texts())) {
    const driver::Checked checked =
        driver::check({"app.zoom.yaml", app},
                      {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()});
    if (checked.is_app && !checked.has_errors()) texts.push_back(checked.manifest);
  }
  return texts;
}

std::string place(std::size_t line, std::size_t column) {
  return {static_cast<char>(line % 64), static_cast<char>(column % 128)};
}

// Opens an app, asks everything there is to ask in the midst of it, edits it and asks again.
std::string session_with(const PageCase& one, std::size_t number) {
  const Texts lines = lines_of(one.app);
  const std::size_t line = lines.size() / 2;
  const std::size_t column = lines[line].size() * (number % 4) / 3;
  const std::string here = place(line, column);
  const std::string step(1, kStep);
  std::string script = number % 2 == 0 ? "8" : "1";
  if (one.config) script += step + "s" + *one.config;
  script += step + "o" + one.app;
  std::string questions;
  for (char method = 0; method < 8; ++method) questions += step + "q" + method + here + here;
  script += questions + step + "c" + here + here + "x" + kChange + place(1, 0) + place(2, 0);
  script += questions + step + "k" + step + "t" + step + "w" + one.app + step + "x";
  return script;
}

Texts sessions() {
  Texts scripts;
  const std::vector<PageCase> cases = page_cases();
  for (std::size_t i = 0; i < cases.size(); ++i) scripts.push_back(session_with(cases[i], i));
  return scripts;
}

// The same messages as bytes on the wire.
Texts streams() {
  Texts streams;
  const Texts scripts = sessions();
  for (std::size_t i = 0; i < scripts.size(); i += scripts.size() / 8) {
    std::string stream = "F" + lsp::frame(initialize_message(scripts[i].front()));
    for (const Step& step : read_script(scripts[i].substr(1))) {
      if (!step.body.empty()) stream += lsp::frame(step.body);
    }
    streams.push_back(stream + lsp::frame(R"({"method":"exit"})"));
  }
  return streams;
}

// The names of the properties and the words of a schema.
void add_schema_words(const json::Value& schema, std::set<std::string>& words) {
  if (schema.IsArray()) {
    for (const json::Value& one : schema.GetArray()) add_schema_words(one, words);
  }
  if (!schema.IsObject()) return;
  for (const auto& one : schema.GetObject()) {
    const std::string_view name = json::text_of(one.name);
    if (name == "properties" && one.value.IsObject()) {
      for (const auto& property : one.value.GetObject()) words.insert(property.name.GetString());
    }
    if (name == "enum" && one.value.IsArray()) {
      for (const json::Value& word : one.value.GetArray()) {
        if (word.IsString()) words.insert(word.GetString());
      }
    }
    add_schema_words(one.value, words);
  }
}

Texts schema_words(std::string_view name) {
  json::Document schema;
  const std::string_view text = schema::schema_text(name);
  schema.Parse(text.data(), text.size());
  std::set<std::string> words;
  add_schema_words(schema, words);
  return {words.begin(), words.end()};
}

// The names of about so many rows of a table of the catalog.
template <class Rows>
Texts some_names(const Rows& rows, std::size_t count) {
  Texts names;
  const std::size_t step = std::max<std::size_t>(1, rows.size() / count);
  for (std::size_t i = 0; i < rows.size(); i += step) names.emplace_back(rows[i].name);
  return names;
}

Texts manifest_words() {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  Texts words = schema_words("manifest");
  append(words, some_names(catalog.scopes, 100));
  append(words, some_names(catalog.events, 40));
  for (const catalog::Platform& platform : catalog.platforms) {
    for (const catalog::Region& region : platform.regions) words.emplace_back(region.redirect_url);
  }
  return words;
}

Texts app_words() {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  Texts words(std::begin(syntax::kYamlPieces), std::end(syntax::kYamlPieces));
  append(words, schema_words("app"));
  append(words, manifest_words());
  append(words, some_names(catalog.features, catalog.features.size()));
  for (std::size_t i = 0; i < catalog.operations.size(); i += 20) {
    const catalog::Operation& operation = catalog.operations[i];
    words.push_back(std::string(operation.method) + " " + std::string(operation.path));
  }
  for (const lint::Rule& rule : rules::all_rules()) {
    words.push_back("# zoomc: allow " + std::string(rule.info->id) + " -- x\n");
  }
  return words;
}

Texts session_words() {
  Texts words = app_words();
  append(words, schema_words("config"));
  for (const char step : std::string_view("oswWcCxXqQktjb{")) words.push_back({kStep, step});
  append(words, {"Content-Length: ", "\r\n\r\n", "\"id\":", "\"method\":", "\"params\":"});
  return words;
}

template <class... Parts>
Texts joined(const Parts&... parts) {
  Texts all;
  (append(all, parts), ...);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// A fuzzer runs all its seeds before it makes an input of its own: no more than these, evenly out
// of all that there are, so that half a minute is enough for both.
constexpr std::size_t kMaxSeeds = 200;

template <class... Parts>
Texts seeds_of(const Parts&... parts) {
  const Texts all = joined(parts...);
  if (all.size() <= kMaxSeeds) return all;
  Texts seeds;
  for (std::size_t i = 0; i < kMaxSeeds; ++i) seeds.push_back(all[i * all.size() / kMaxSeeds]);
  return seeds;
}

}  // namespace

std::vector<Start> all_starts() {
  const Texts apps = texts_of(repository_texts());
  const Texts pieces(std::begin(syntax::kYamlPieces), std::end(syntax::kYamlPieces));
  return {
      {"syntax", seeds_of(apps), joined(pieces)},
      {"app", seeds_of(apps, apps_with_settings()), joined(app_words(), schema_words("config"))},
      {"manifest", seeds_of(manifests()), joined(manifest_words())},
      {"import", seeds_of(manifests(), apps), joined(app_words())},
      {"lsp", seeds_of(sessions(), streams()), joined(session_words())}};
}

}  // namespace zoomc::fuzz

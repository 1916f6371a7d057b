#pragma once
#include <array>
#include <memory>
#include <string>

#include "lint/rule.h"
#include "model/build.h"
#include "resolve/resolve.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc {

// A small catalog: the platform `unified` with two regions, the platform `custom` without any.
inline const Catalog& small_catalog() {
  static const std::array kRegions{Region{"us", "US", "https://api.unified.to/oauth/code"},
                                   Region{"eu", "EU", "https://api-eu.unified.to/oauth/code"}};
  static const std::array kPlatforms{
      Platform{.id = "custom", .title = "Custom"},
      Platform{.id = "unified", .title = "Unified", .regions = kRegions}};
  static const Catalog kCatalog{.date = "2026-08", .platforms = kPlatforms};
  return kCatalog;
}

// An app as rules see it. `text` goes behind the keys that every app needs.
class LintCase {
 public:
  explicit LintCase(const std::string& text)
      : file_{"a.zoom.yaml", "zoomc: 1\napp: {name: Acme}\n" + text} {
    auto document = parse(file_, sink_);
    REQUIRE(document);
    document_ = std::move(*document);
    app_ = build_app(document_, sink_);
    resolved_ = resolve(app_, small_catalog(), sink_);
  }
  LintCase(const LintCase&) = delete;
  LintCase& operator=(const LintCase&) = delete;

  LintContext context() const { return {file_, document_, app_, resolved_, small_catalog()}; }

 private:
  Sink sink_;
  SourceFile file_;
  Document document_;
  App app_;
  ResolvedApp resolved_;
};

}  // namespace zoomc

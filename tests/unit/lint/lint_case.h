#pragma once
#include <array>
#include <memory>
#include <string>

#include "lint/rule.h"
#include "model/build.h"
#include "resolve/resolve.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::lint {

// A small catalog: the platform `unified` with two regions, the platform `custom` without any.
inline const catalog::Catalog& small_catalog() {
  static const std::array kRegions{
      catalog::Region{"us", "US", "https://api.unified.to/oauth/code"},
      catalog::Region{"eu", "EU", "https://api-eu.unified.to/oauth/code"}};
  static const std::array kPlatforms{
      catalog::Platform{.id = "custom", .title = "Custom"},
      catalog::Platform{.id = "unified", .title = "Unified", .regions = kRegions}};
  static const catalog::Catalog kCatalog{.date = "2026-08", .platforms = kPlatforms};
  return kCatalog;
}

// An app as rules see it. `text` goes behind the keys that every app needs.
class LintCase {
 public:
  explicit LintCase(const std::string& text)
      : app_({"a.zoom.yaml", "zoomc: 1\napp: {name: Acme}\n" + text}, small_catalog()) {
    auto document = syntax::parse(app_.file, sink_);
    REQUIRE(document);
    app_.document = std::move(*document);
    app_.app = model::build_app(app_.document, sink_);
    app_.resolved = resolve::resolve(app_.app, small_catalog(), sink_);
  }
  LintCase(const LintCase&) = delete;
  LintCase& operator=(const LintCase&) = delete;

  const resolve::CompiledApp& context() const { return app_; }

 private:
  Sink sink_;
  resolve::CompiledApp app_;
};

}  // namespace zoomc::lint

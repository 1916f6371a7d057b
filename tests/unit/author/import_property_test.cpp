#include <string>
#include <vector>

#include "author/app_draft.h"
#include "import_fixture.h"
#include "random_app.h"
#include "support/catch.h"
#include "support/rounds.h"

namespace zoomc {
namespace {

using namespace testing;

CheckOptions without_rules() {
  CheckOptions options;
  options.catalog = &builtin_catalog();
  return options;
}

// Whether the app was one that compiles; then its manifest came back with its meaning.
bool survives(unsigned seed, const CheckOptions& options) {
  const AppDraft draft = RandomApp(seed, builtin_catalog()).make();
  const std::string source = write_app(draft);
  const Checked compiled = check({"random.zoom.yaml", source}, options);
  if (compiled.has_errors()) return false;
  REQUIRE(compiled.is_app);
  const std::string& manifest = compiled.analysis->manifest;
  const ImportedApp imported = import_text(manifest, options);
  INFO("seed " << seed << "\n" << source << "\n" << manifest << "\n" << imported.text);
  CHECK(losses_of(imported) == std::vector<std::string>{});
  CHECK(errors_of(imported.checked) == std::vector<std::string>{});
  return true;
}

TEST_CASE("What random apps compile to comes back with its meaning", "[author][property]") {
  std::size_t survivors = 0;
  for (unsigned seed = 0; seed < test::rounds(2000); ++seed)
    survivors += survives(seed, without_rules()) ? 1 : 0;
  CHECK(survivors > test::rounds(1200));
}

TEST_CASE("The same under every rule of the linter", "[author][property]") {
  std::size_t survivors = 0;
  for (unsigned seed = 10'000; seed < 10'000 + test::rounds(300); ++seed)
    survivors += survives(seed, with_rules()) ? 1 : 0;
  CHECK(survivors > test::rounds(40));
}

}  // namespace
}  // namespace zoomc

#pragma once
#include <random>
#include <string>
#include <vector>

#include "author/app_draft.h"
#include "catalog/catalog.h"

namespace zoomc::testing {
using namespace author;

// Apps of every kind, some with texts that mean something to YAML. The same for the same seed;
// not all of them compile.
class RandomApp {
 public:
  RandomApp(unsigned seed, const catalog::Catalog& catalog) : random_(seed), catalog_(catalog) {}

  AppDraft make();
  // The file of that app, with sections that a draft has none for.
  std::string write(const AppDraft& draft);

 private:
  std::size_t below(std::size_t limit);
  bool once_in(std::size_t times) { return below(times) == 0; }
  std::string text();
  // Empty most of the time.
  std::string maybe_text() { return once_in(3) ? text() : std::string(); }
  std::string url(const std::string& path);
  void add_listing(AppDraft& draft);
  void add_platform(AppDraft& draft);
  void add_requests(AppDraft& draft);
  void add_events(AppDraft& draft);
  void add_surface(AppDraft& draft);
  void add_extra(AppDraft& draft);
  edit::YamlValue anything(int depth);
  // Texts for some of what the app asks for.
  edit::YamlValue texts_for(const AppDraft& draft);

  template <class Rows, class Name>
  std::vector<std::string> some(const Rows& rows, std::size_t most, Name name) {
    std::vector<std::string> names;
    for (std::size_t i = below(most + 1); i > 0; --i) {
      std::string chosen(name(rows[below(rows.size())]));
      bool known = false;
      for (const std::string& other : names) known = known || other == chosen;
      if (!known) names.push_back(std::move(chosen));
    }
    return names;
  }

  std::mt19937 random_;
  const catalog::Catalog& catalog_;
};

}  // namespace zoomc::testing

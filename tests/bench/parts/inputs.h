#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "driver/check.h"
#include "source/source_file.h"

namespace zoomc::bench {

// Some app files that are measured together, and what `check` made of each.
struct Input {
  std::string name;
  std::vector<SourceFile> files;
  std::vector<driver::Checked> checked;

  std::size_t bytes() const;
};

// What every part is measured on: `app`, one file of the corpus; `corpus`, a hundred of them;
// `mistakes`, those of the corpus that have findings; `sample`, the language's whole; the examples.
std::vector<Input> inputs();
// The one of that name.
const Input& find_input(const std::vector<Input>& inputs, std::string_view name);

// `text` as an input of one file. Throws when `check` finds an error in it: what is refused halfway
// is no measure of the whole way.
Input input_of(const std::string& name, const std::string& text);

// With every rule and no settings.
driver::CheckOptions check_options();

}  // namespace zoomc::bench

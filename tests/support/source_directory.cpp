#include "support/source_directory.h"

namespace zoomc::testing {

std::filesystem::path source_directory() {
  return ZOOMC_SOURCE_DIR;
}

}  // namespace zoomc::testing

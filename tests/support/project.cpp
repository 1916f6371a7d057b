#include "support/project.h"

namespace zoomc {

std::filesystem::path project_root() {
  return ZOOMC_SOURCE_DIR;
}

}  // namespace zoomc

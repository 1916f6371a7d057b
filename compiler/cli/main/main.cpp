#include "cli/run.h"

int main(int argc, char** argv) {
  return zoomc::cli::run(argc, argv);
}

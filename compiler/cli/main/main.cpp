#include "cli/run.h"

int main(int argc, char** argv) {
  return zoomc::run(argc, argv);
}

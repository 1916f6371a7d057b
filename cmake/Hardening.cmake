# The library `zoomc_hardening`: what makes a mistake with memory end the program rather than hand it over. Only
# releases have it, since builds with sanitizers see more; tests/hardening reads each of these off the binaries.
include(CheckLinkerFlag)

add_library(zoomc_hardening INTERFACE)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(zoomc_hardening INTERFACE
    -fPIE                      # at another address in each run
    -fstack-protector-strong   # an array that overflows does not reach the return address
    -fstack-clash-protection   # a large frame cannot jump over the page that guards the stack
    -D_FORTIFY_SOURCE=2        # calls of the C library know how large their buffers are
    -D_GLIBCXX_ASSERTIONS)     # and the containers how many elements they have
  target_link_options(zoomc_hardening INTERFACE
    -Wl,-z,relro,-z,now        # nothing that the dynamic linker filled in can be changed later
    -Wl,-z,noexecstack)
  # A program that may be at any address has to correct its pointers when it starts: some 6,500, and 26,000 if the rows
  # of the catalog were not packed (tests/bench/README.md). Packed too, the list of them is 100 times smaller.
  check_linker_flag(CXX -Wl,-z,pack-relative-relocs ZOOMC_PACKS_RELOCATIONS)
  if(ZOOMC_PACKS_RELOCATIONS)
    target_link_options(zoomc_hardening INTERFACE -Wl,-z,pack-relative-relocs)
  endif()
endif()

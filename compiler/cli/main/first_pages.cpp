// A run that lints one file touches the program all over, and a page fault for each place takes
// longer than the linting. So the kernel is asked to map the code and the constants at once, before
// anything else runs. What it refuses (before Linux 5.14) is mapped by and by as ever.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

// Half-open, of any addresses.
void map_pages(std::uintptr_t begin, std::uintptr_t end) {
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  begin -= begin % page;
  static_cast<void>(::madvise(std::bit_cast<void*>(begin), end - begin, MADV_POPULATE_READ));
}

// Answers 1, which ends the walk: the first of the objects is the program.
int map_code_and_constants(struct dl_phdr_info* object, std::size_t, void*) {
  // Behind the constants of a segment stands what only exceptions look at.
  std::uintptr_t unwinding = 0;
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = object->dlpi_phdr[i];
    if (header.p_type == PT_GNU_EH_FRAME) unwinding = header.p_vaddr;
  }
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    std::uintptr_t end = segment.p_vaddr + segment.p_memsz;
    if (segment.p_vaddr < unwinding && unwinding < end) end = unwinding;
    map_pages(object->dlpi_addr + segment.p_vaddr, object->dlpi_addr + end);
  }
  return 1;
}

// Of the priorities for programs the first: what the libraries do at their start is all over as
// well.
[[gnu::constructor(101)]] void map_first_pages() {
  ::dl_iterate_phdr(map_code_and_constants, nullptr);
}

}  // namespace

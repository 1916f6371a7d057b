// RapidJSON takes it for granted that it gets memory, and writes to null where it does not. The
// linker
// (`--wrap`) has all that asks for memory as C does ask here, so that there is one answer to there
// being none: that of the new handler.
#include <cstddef>
#include <new>

// The names are the linker's.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-identifier-naming)
extern "C" {
void* __real_malloc(std::size_t size);
void* __real_realloc(void* block, std::size_t size);

namespace {

void* given(void* block, std::size_t size) {
  const bool is_refused = block == nullptr && size != 0;
  if (const std::new_handler handler = std::get_new_handler(); is_refused && handler) handler();
  return block;
}

}  // namespace

void* __wrap_malloc(std::size_t size) {
  return given(__real_malloc(size), size);
}
void* __wrap_realloc(void* block, std::size_t size) {
  return given(__real_realloc(block, size), size);
}
}
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-identifier-naming)

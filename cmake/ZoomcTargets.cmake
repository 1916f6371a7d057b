# Each folder is a library: `zoomc_library(resolve DEPENDS model catalog)` makes the library
# `zoomc_resolve` from every source in the folder it is called from. Builds compile several files of a
# library as one, which is many times quicker: no two files of a library use a name for things of their own.

add_library(zoomc_options INTERFACE)
target_compile_features(zoomc_options INTERFACE cxx_std_20)
target_compile_options(zoomc_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers
  # g++ 12 sees overlaps in string concatenation that are not there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${ZOOMC_WERROR}>:-Werror>)
target_link_libraries(zoomc_options INTERFACE zoomc_hardening)
# What a program does not call stays out of it: less to load, and to map at each start.
target_compile_options(zoomc_options INTERFACE $<$<CONFIG:Release>:-ffunction-sections;-fdata-sections>)
target_link_options(zoomc_options INTERFACE $<$<CONFIG:Release>:-Wl,--gc-sections>)
target_include_directories(zoomc_options INTERFACE ${PROJECT_SOURCE_DIR}/compiler)

function(zoomc_library name)
  cmake_parse_arguments(LIBRARY "" "" "DEPENDS;LIBRARIES;GENERATED" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(TRANSFORM LIBRARY_DEPENDS PREPEND zoomc_)
  if(sources OR LIBRARY_GENERATED)
    add_library(zoomc_${name} STATIC ${sources} ${LIBRARY_GENERATED})
    target_link_libraries(zoomc_${name} PUBLIC zoomc_options ${LIBRARY_DEPENDS} PRIVATE ${LIBRARY_LIBRARIES})
  else()
    add_library(zoomc_${name} INTERFACE)
    target_link_libraries(zoomc_${name} INTERFACE zoomc_options ${LIBRARY_DEPENDS})
  endif()
endfunction()

# Sets OUTPUT to a C++ file that has the texts of TEXTS: it defines FUNCTION of HEADER (cmake/EmbedTexts.cmake).
function(zoomc_embed_texts output)
  cmake_parse_arguments(EMBED "" "HEADER;FUNCTION" "TEXTS" ${ARGN})
  set(embedded ${CMAKE_CURRENT_BINARY_DIR}/${EMBED_FUNCTION}.cpp)
  add_custom_command(
    OUTPUT ${embedded}
    COMMAND ${CMAKE_COMMAND} "-DDOCS=${EMBED_TEXTS}" -DOUT=${embedded} -DHEADER=${EMBED_HEADER}
            -DFUNCTION=${EMBED_FUNCTION} -P ${PROJECT_SOURCE_DIR}/cmake/EmbedTexts.cmake
    DEPENDS ${EMBED_TEXTS} ${PROJECT_SOURCE_DIR}/cmake/EmbedTexts.cmake
    COMMENT "Embedding what ${EMBED_FUNCTION} gives"
    VERBATIM)
  set(${output} ${embedded} PARENT_SCOPE)
endfunction()

# Debian has {fmt} as a shared library and as headers. A shared one would be loaded at each start and asked for by
# each release, so `zoomc_fmt` is a static one made of the headers.
find_package(fmt REQUIRED)
if(ZOOMC_STATIC_LIBRARIES)
  add_library(zoomc_fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cpp)
  target_compile_features(zoomc_fmt PUBLIC cxx_std_20)
  target_include_directories(zoomc_fmt SYSTEM PUBLIC $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_options(zoomc_fmt PRIVATE $<$<CONFIG:Release>:-ffunction-sections;-fdata-sections>)
  target_link_libraries(zoomc_fmt PRIVATE zoomc_hardening)
else()
  add_library(zoomc_fmt INTERFACE)
  target_link_libraries(zoomc_fmt INTERFACE fmt::fmt)
endif()

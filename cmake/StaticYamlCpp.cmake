# Debian's CMake package of yaml-cpp only knows the shared library. `zoomc_yaml_cpp` is the static one
# when it is wanted and there, else the package's own target.
find_package(yaml-cpp REQUIRED)
find_library(ZOOMC_YAML_CPP_ARCHIVE NAMES libyaml-cpp.a)
add_library(zoomc_yaml_cpp INTERFACE)
if(ZOOMC_STATIC_LIBRARIES AND ZOOMC_YAML_CPP_ARCHIVE)
  target_link_libraries(zoomc_yaml_cpp INTERFACE ${ZOOMC_YAML_CPP_ARCHIVE})
else()
  target_link_libraries(zoomc_yaml_cpp INTERFACE yaml-cpp)
endif()

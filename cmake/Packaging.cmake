# What `cmake --install` puts where, and the Debian package made of it.
include(GNUInstallDirs)

# The manual and the completions come from the program itself.
set(made ${PROJECT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${made})
set(made_files ${made}/zoomc.1 ${made}/zoomc.bash ${made}/_zoomc ${made}/zoomc.fish)
add_custom_command(
  OUTPUT ${made_files}
  COMMAND zoomc man > zoomc.1
  COMMAND zoomc completions bash > zoomc.bash
  COMMAND zoomc completions zsh > _zoomc
  COMMAND zoomc completions fish > zoomc.fish
  WORKING_DIRECTORY ${made}
  DEPENDS zoomc
  COMMENT "Writing the manual page and the completions"
  VERBATIM)
add_custom_target(zoomc_share ALL DEPENDS ${made_files})

install(TARGETS zoomc RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${made}/zoomc.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/zoomc.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME zoomc)
# Where Debian's zsh looks; elsewhere the directory goes into `fpath`.
install(FILES ${made}/_zoomc DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${made}/zoomc.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zoomc/schemas FILES_MATCHING PATTERN "*.schema.json"
        PATTERN catalog EXCLUDE)
install(FILES .pre-commit-hooks.yaml DESTINATION ${CMAKE_INSTALL_DATADIR}/zoomc)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zoomc)
set(CPACK_PACKAGE_CONTACT "the zoomc maintainers <zoomc@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
    "zoomc turns a short YAML description of a Zoom integration into a manifest for Zoom\n Marketplace, with the smallest set of OAuth scopes, and lints it offline.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
include(CPack)

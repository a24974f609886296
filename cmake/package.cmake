# What is installed, and the Debian package made of it by `./dev package` (cpack -G DEB).
include(GNUInstallDirs)
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/family-kiosk DESTINATION ${CMAKE_INSTALL_DATADIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/family-kiosk RENAME copyright) # as Debian names it
# How a machine without a desktop runs it, and may set its clock. Nothing is enabled by itself.
set(system ${CMAKE_SOURCE_DIR}/assets/system)
install(FILES ${system}/family-kiosk.service DESTINATION lib/systemd/system)
install(FILES ${system}/family-kiosk.sysusers DESTINATION lib/sysusers.d RENAME family-kiosk.conf)
install(FILES ${system}/60-family-kiosk.rules DESTINATION lib/udev/rules.d)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME family-kiosk)
set(CPACK_PACKAGE_CONTACT "The Family Access Kiosk project <family-kiosk@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Lobby kiosk of a child-welfare agency's community partners")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
# Libraries are found by dpkg-shlibdeps; these are the data that no linker sees.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "fonts-sil-andika, fonts-noto-core, fonts-noto-cjk, fonts-material-design-icons-iconfont, tzdata")
include(CPack)

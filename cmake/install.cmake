# What `cmake --install` puts where: the programs that were built, and what a desktop, a reader and an editor look for.
include(GNUInstallDirs)

set(installed_programs interleave-cli)
if(INTERLEAVE_GUI)
  list(APPEND installed_programs interleave)
  set(desktop "${PROJECT_SOURCE_DIR}/assets/desktop")
  install(FILES "${desktop}/interleave.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES "${desktop}/interleave.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
  install(FILES "${desktop}/interleave.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()
install(TARGETS ${installed_programs} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
foreach(program ${installed_programs})
  install(FILES "${PROJECT_SOURCE_DIR}/docs/man/${program}.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endforeach()

install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/scenarios" "${PROJECT_SOURCE_DIR}/assets/schema"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/interleave" FILES_MATCHING PATTERN "*.json")
install(FILES "${PROJECT_SOURCE_DIR}/docs/scenario-format.md" "${PROJECT_SOURCE_DIR}/docs/lessons.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)

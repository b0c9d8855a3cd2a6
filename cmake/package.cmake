# What `cpack` makes of an installation, in the build's folder: a .deb, which knows what it needs, and a .tar.gz, which
# needs the same and runs from wherever it is unpacked.
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME interleave)
set(CPACK_PACKAGE_VENDOR "Interleave contributors")
set(CPACK_PACKAGE_CONTACT "Interleave contributors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shows how tasks share time: coroutines, threads and pools")
set(CPACK_PACKAGE_DESCRIPTION "Executes a small scenario one task after another, as coroutines on an event loop,
with a thread for each task or on a thread pool, and draws what happened.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(INTERLEAVE_GUI)
  # Opened by path when the window starts; without them it has ImGui's own small bitmap font.
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-jetbrains-mono")
  # For names in other scripts; any fonts of these do, and a letter that no font has is shown as its number.
  set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji")
endif()
include(CPack)

# What is installed, and where. Lessons, icons of the window and translations are inside the program; beside it goes what a desktop and shells ask for. Components: `program`;
# `licences`, which a Debian package has in its `copyright`; `debian`, which only such a package has.
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)

install(TARGETS memtape RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_BINARY_DIR}/memtape.library DESTINATION ${CMAKE_INSTALL_DATADIR}/memtape)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT licences)
install(FILES ${MEMTAPE_PYTHON_LIBRARY}/LICENSE.txt DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME LICENSE.python.txt COMPONENT licences)

set(manual ${CMAKE_BINARY_DIR}/manual)
install(FILES ${manual}/memtape.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME memtape)
install(FILES ${manual}/_memtape DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${manual}/memtape.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Compressed without their time and name, so that the same text gives the same bytes.
find_program(GZIP gzip REQUIRED)
set(compressed ${CMAKE_BINARY_DIR}/compressed)
function(memtape_compress text name)
  add_custom_command(OUTPUT ${compressed}/${name}.gz
    COMMAND ${CMAKE_COMMAND} -E make_directory ${compressed}
    COMMAND ${GZIP} -9nc ${text} > ${compressed}/${name}.gz
    DEPENDS ${text} VERBATIM)
  set_property(GLOBAL APPEND PROPERTY MEMTAPE_COMPRESSED ${compressed}/${name}.gz)
endfunction()
memtape_compress(${manual}/memtape.1 memtape.1)
memtape_compress(${CMAKE_SOURCE_DIR}/CHANGELOG.md CHANGELOG.md)
install(FILES ${compressed}/memtape.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${compressed}/CHANGELOG.md.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(MEMTAPE_WINDOW)
  install(TARGETS memtape-window RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR})
  set(icon_sizes 16 22 24 32 48 64 128 256 512)
  add_executable(memtape_draw_icons app/draw_icons.cpp)
  target_link_libraries(memtape_draw_icons PRIVATE Qt6::Svg memtape_warnings)
  set(icons ${CMAKE_BINARY_DIR}/icons)
  list(TRANSFORM icon_sizes PREPEND ${icons}/ OUTPUT_VARIABLE icon_files)
  list(TRANSFORM icon_files APPEND .png)
  add_custom_command(OUTPUT ${icon_files}
    COMMAND memtape_draw_icons ${CMAKE_SOURCE_DIR}/resources/icons/memtape.svg ${icons} ${icon_sizes}
    DEPENDS memtape_draw_icons ${CMAKE_SOURCE_DIR}/resources/icons/memtape.svg)
  add_custom_target(memtape_icons ALL DEPENDS ${icon_files})
  set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
  foreach(size IN LISTS icon_sizes)
    install(FILES ${icons}/${size}.png DESTINATION ${hicolor}/${size}x${size}/apps RENAME memtape.png)
  endforeach()
  install(FILES resources/icons/memtape.svg DESTINATION ${hicolor}/scalable/apps)
  install(FILES resources/desktop/memtape.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES resources/desktop/memtape.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
endif()

include(package)
get_property(compressed_files GLOBAL PROPERTY MEMTAPE_COMPRESSED)
add_custom_target(memtape_compressed ALL DEPENDS ${compressed_files})
add_dependencies(memtape_compressed memtape_manual)
# All that is installed.
add_custom_target(memtape_installation DEPENDS memtape memtape_compressed)
if(MEMTAPE_WINDOW)
  add_dependencies(memtape_installation memtape_icons)
endif()

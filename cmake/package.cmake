# Packages: a .deb for the Debian it is built on, and a tar.xz that runs from any folder. tools/package makes them. All that depends on a time follows from
# SOURCE_DATE_EPOCH, so that the same sources give the same bytes.
set(MEMTAPE_MAINTAINER "Memtape maintainers <maintainers@memtape.invalid>" CACHE STRING "Who answers for a package: NAME <ADDRESS>")
set(MEMTAPE_HOMEPAGE "" CACHE STRING "Where Memtape is at home on the web; there lie the pictures that software centres show")

set(package_date "$ENV{SOURCE_DATE_EPOCH}")
if(package_date STREQUAL "")
  set(package_date 0) # a build that nobody packages
endif()
execute_process(COMMAND date --utc --date=@${package_date} "+%a, %d %b %Y %H:%M:%S +0000" OUTPUT_VARIABLE package_day OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND date --utc --date=@${package_date} +%Y-%m-%d OUTPUT_VARIABLE release_day OUTPUT_STRIP_TRAILING_WHITESPACE)
set(package_date "${package_day}")

# "12" of Debian 12: a package of one release of Debian gives way to that of the next.
set(debian_release "")
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release debian_release REGEX "^VERSION_ID=")
  string(REGEX REPLACE "[^0-9.]" "" debian_release "${debian_release}")
endif()
set(package_version "${PROJECT_VERSION}+deb${debian_release}")

# The text of the licence NAME in a copyright file of Debian's, or all of a plain file, as a field of another such file: each line behind a space, "." for an empty one.
function(memtape_licence out file name)
  if(NOT EXISTS ${file})
    message(STATUS "A licence's text for packages is not there: ${file}")
    return()
  endif()
  if(name STREQUAL "")
    set(script "s/[ \t]*$//; s/^$/./; s/^/ /p")
  else()
    set(script "/^License: ${name}$/,/^[^ ]/{ s/[ \t]*$//; /^ /p }")
  endif()
  execute_process(COMMAND sed -n "${script}" ${file} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

set(docs /usr/share/doc)
memtape_licence(python_licence ${MEMTAPE_PYTHON_LIBRARY}/LICENSE.txt "")
memtape_licence(cli11_licence ${docs}/libcli11-dev/copyright "BSD-3-clause")
foreach(folder ${docs} ${CMAKE_SOURCE_DIR}/build/python-library${docs})
  if(EXISTS ${folder}/libmpdec-dev/copyright)
    memtape_licence(mpdec_licence ${folder}/libmpdec-dev/copyright "BSD-2-clause")
  endif()
endforeach()
memtape_licence(unicode_licence ${docs}/libutf8proc-dev/copyright "Unicode")

set(metainfo_links "")
if(MEMTAPE_HOMEPAGE)
  set(metainfo_links "  <url type=\"homepage\">${MEMTAPE_HOMEPAGE}</url>
  <screenshots>
    <screenshot type=\"default\">
      <caption>A program, its call stack and heap, what is known of one object, the timeline</caption>
      <caption xml:lang=\"ko\">프로그램, 호출 스택과 힙, 한 객체에 대해 알려진 것, 타임라인</caption>
      <image>${MEMTAPE_HOMEPAGE}/pictures/window-light.png</image>
    </screenshot>
    <screenshot>
      <caption>The same in dark</caption>
      <caption xml:lang=\"ko\">같은 화면을 어두운 색으로</caption>
      <image>${MEMTAPE_HOMEPAGE}/pictures/window-dark.png</image>
    </screenshot>
    <screenshot>
      <caption>How a run ended, and where</caption>
      <caption xml:lang=\"ko\">실행이 어디서 어떻게 끝났는지</caption>
      <image>${MEMTAPE_HOMEPAGE}/pictures/exception.png</image>
    </screenshot>
  </screenshots>
")
endif()

set(made ${CMAKE_BINARY_DIR}/package-files)
configure_file(resources/package/copyright.in ${made}/copyright @ONLY)
configure_file(resources/package/changelog.in ${made}/changelog @ONLY)
memtape_compress(${made}/changelog changelog)
install(FILES ${made}/copyright ${compressed}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES resources/package/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME memtape COMPONENT debian EXCLUDE_FROM_ALL)
if(MEMTAPE_WINDOW)
  configure_file(resources/desktop/org.memtape.memtape.metainfo.xml.in ${made}/org.memtape.memtape.metainfo.xml @ONLY)
  install(FILES ${made}/org.memtape.memtape.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
endif()

set(CPACK_PACKAGE_NAME memtape)
set(CPACK_PACKAGE_VENDOR Memtape)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "watch what a Python program does to memory")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/cmake/package_kinds.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/package_times.cmake)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_VERSION ${package_version})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${MEMTAPE_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${MEMTAPE_HOMEPAGE})
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, fonts-nanum, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Memtape shows call frames on the stack beside the objects on the heap, the
references between them, their counts and sizes, garbage and its collection,
and a playhead that goes forwards and backwards through everything that
happened. For those who learn, teach and write about how programs work, in
English and Korean.

Programs run in an interpreter that follows CPython 3.13, whose library is
carried along. They reach no network, no other program and no file outside
their folder.")
include(CPack)

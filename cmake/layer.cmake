# memtape_layer(NAME LINKS … USES … SOURCES …): the library memtape_NAME of one folder of core.
# LINKS: what its headers show, layers below it and libraries of others. USES: what only its sources see.
function(memtape_layer name)
  cmake_parse_arguments(layer "" "" "LINKS;USES;SOURCES" ${ARGN})
  set(library memtape_${name})
  add_library(${library} STATIC ${layer_SOURCES})
  target_include_directories(${library} PUBLIC ${CMAKE_SOURCE_DIR})
  # No strict aliasing: an object is looked at through the structs of its bases, as CPython does it.
  target_compile_options(${library} PRIVATE -fno-exceptions -fno-rtti -fno-strict-aliasing)
  target_link_libraries(${library} PUBLIC ${layer_LINKS} PRIVATE memtape_warnings ${layer_USES})
endfunction()

# The libraries of the folders, each as FOLDER=FILE, for the test of the arrows between them.
define_property(GLOBAL PROPERTY MEMTAPE_LAYERS BRIEF_DOCS "folders and their libraries" FULL_DOCS "folders and their libraries")
function(memtape_note_layer library)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set_property(GLOBAL APPEND PROPERTY MEMTAPE_LAYERS ${folder}=$<TARGET_FILE:${library}>)
endfunction()

# memtape_layer(NAME LINKS … USES …): the library memtape_NAME of one folder of core, made of all that lies in it.
# LINKS: what its headers show, layers below it and libraries of others. USES: what only its sources see.
function(memtape_layer name)
  cmake_parse_arguments(layer "" "" "LINKS;USES" ${ARGN})
  set(library memtape_${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
  add_library(${library} STATIC ${sources})
  memtape_note_layer(${library})
  target_include_directories(${library} PUBLIC ${CMAKE_SOURCE_DIR})
  # No strict aliasing: an object is looked at through the structs of its bases, as CPython does it.
  target_compile_options(${library} PRIVATE -fno-exceptions -fno-rtti -fno-strict-aliasing)
  if(name IN_LIST memtape_profiled_layers)
    target_compile_options(${library} PRIVATE ${memtape_profile_options})
  endif()
  target_link_libraries(${library} PUBLIC ${layer_LINKS} PRIVATE memtape_warnings ${layer_USES})
  memtape_precompile(${library} core)
endfunction()

# The same for a folder of ui.
function(memtape_window_layer name)
  cmake_parse_arguments(layer "" "" "LINKS;USES" ${ARGN})
  set(library memtape_${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
  add_library(${library} STATIC ${sources})
  memtape_note_layer(${library})
  set_target_properties(${library} PROPERTIES AUTOMOC ON)
  target_include_directories(${library} PUBLIC ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${library} PUBLIC QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII)
  target_link_libraries(${library} PUBLIC ${layer_LINKS} PRIVATE memtape_warnings ${layer_USES})
  memtape_precompile(${library} window)
endfunction()

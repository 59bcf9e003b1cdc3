# Profile-guided optimization of what runs in a program's own thread, in one build folder: MEMTAPE_PROFILE=generate writes what runs of the programs do beside
# the objects, use compiles by it. tools/build-pgo does both. All else is compiled the same way for both, so once.
set(MEMTAPE_PROFILE "" CACHE STRING "generate or use: profile-guided optimization (GCC)")
if(MEMTAPE_PROFILE AND NOT CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  message(FATAL_ERROR "MEMTAPE_PROFILE needs GCC, and the compiler is ${CMAKE_CXX_COMPILER_ID}.")
endif()
# The layers of core in which there is one thread. What the others do depends on when their threads come to it, so no two profiles of them are the same, and
# the packages of the same sources would differ.
set(memtape_profiled_layers events bytecode syntax compiler heap objects threads builtins modules vm)
set(memtape_profile_options "")
set(memtape_profile_definitions "") # of who must not do as usual while a profile is written
if(MEMTAPE_PROFILE STREQUAL generate)
  set(memtape_profile_options -fprofile-generate -fprofile-update=single)
  set(memtape_profile_definitions MEMTAPE_WRITES_PROFILE)
  add_link_options(-fprofile-generate)
elseif(MEMTAPE_PROFILE STREQUAL use)
  # What the programs never reached is compiled as if nothing were known of it, not for size. What is inlined differs from the builds that are
  # tested, and with it what looks uninitialized.
  set(memtape_profile_options -fprofile-use -fprofile-partial-training -Wno-missing-profile -Wno-maybe-uninitialized)
elseif(MEMTAPE_PROFILE)
  message(FATAL_ERROR "MEMTAPE_PROFILE is \"generate\" or \"use\", not \"${MEMTAPE_PROFILE}\".")
endif()

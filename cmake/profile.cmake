# Profile-guided optimization of core, in one build folder: MEMTAPE_PROFILE=generate writes what runs of the programs do beside the objects, use compiles
# by it. tools/build-pgo does both. The window is compiled the same way for both, so once.
set(MEMTAPE_PROFILE "" CACHE STRING "generate or use: profile-guided optimization (GCC)")
if(MEMTAPE_PROFILE AND NOT CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  message(FATAL_ERROR "MEMTAPE_PROFILE needs GCC, and the compiler is ${CMAKE_CXX_COMPILER_ID}.")
endif()
if(MEMTAPE_PROFILE STREQUAL generate)
  # The few counters that two threads write at once may lose a count (-fprofile-correction); atomic ones would take many times as long.
  set(memtape_profile_options -fprofile-generate -fprofile-update=single)
  add_link_options(-fprofile-generate)
elseif(MEMTAPE_PROFILE STREQUAL use)
  # What the programs never reached is compiled as if nothing were known of it, not for size. What is inlined differs from the builds that are
  # tested, and with it what looks uninitialized.
  set(memtape_profile_options -fprofile-use -fprofile-correction -fprofile-partial-training -Wno-missing-profile -Wno-coverage-mismatch -Wno-maybe-uninitialized)
elseif(MEMTAPE_PROFILE)
  message(FATAL_ERROR "MEMTAPE_PROFILE is \"generate\" or \"use\", not \"${MEMTAPE_PROFILE}\".")
endif()

# One interface target that every target of ours links: the warnings, all of them errors.
add_library(memtape_warnings INTERFACE)
target_compile_options(memtape_warnings INTERFACE
  -Wall -Wextra -Werror -Wno-unused-parameter -Wno-missing-field-initializers
  -Wno-invalid-offsetof # the object layouts extend one another; offsetof is well defined for them with the compilers we use
  $<$<CXX_COMPILER_ID:Clang>:-Wno-array-bounds>) # an object of any length ends in an array that is declared with one item

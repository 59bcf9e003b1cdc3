// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape::test {

// A block given out and given back by hand, a pointer into its middle, one into a frame, both left dangling, and a block leaked.
constexpr const char* pointersProgram = R"(to main
  block a 32
  block b 16
  point m a 8
  store a 16 b
  point p nothing
  call inner
  block lost 48
  point lost nothing
  give a
  block again 32
  point copy m
  give b
  say done
to inner
  point own ^a
  point ^p &own
  point up ^m
)";

}

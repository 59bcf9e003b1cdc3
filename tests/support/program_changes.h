// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Changes of a program's text at random, for all that looks for programs that break something: wild ones, after which hardly anything can be compiled, and
// ones that know what lines, blocks and words are, after which most of it still runs. The same numbers make the same text.

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace memtape {

using Random = std::mt19937;

inline size_t below(Random& random, size_t limit) { return limit ? random() % limit : 0; }
template <class T> const T& oneOf(Random& random, const std::vector<T>& all) { return all[below(random, all.size())]; }

// Bytes and pieces of the grammar, anywhere; a line of one of the programs among them.
std::string changedWildly(Random& random, std::string text, const std::vector<std::string>& programs);
// Blocks move to where their indentation fits, go into a try or a loop, are said twice or left out; words and numbers give way to others.
std::string rearranged(Random& random, std::string text);
// A block of the other program somewhere in this one.
std::string crossed(Random& random, const std::string& text, const std::string& other);
// No program at all.
std::string noise(Random& random);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// double to text and back. The digits are those of std::to_chars (the fewest that read back as the same double, or correctly rounded to a
// precision); where the point and the exponent go is Python's rule. Nothing here looks at the locale.

#include <string>
#include <string_view>

namespace memtape {

// As repr() has it: the shortest text that reads back, with an exponent below 1e-4 and from 1e16 on, and ".0" where it would look like an int.
std::string floatText(double value);
// As repr() has a complex: "2.5j", "(1+2j)", "(-0-1j)".
std::string complexText(double real, double imaginary);

// `kind`: 'e', 'f' or 'g' as in C with `precision`; 'r': the shortest digits, `precision` does not matter. A capital gives capitals.
// `alternate`: the point and, with 'g', the zeros stay. `addDotZero`: ".0" behind what has neither point nor exponent.
std::string formatDouble(double value, char kind, int precision, bool alternate, bool addDotZero);

// A decimal number, inf, infinity or nan in any case, with a sign, at the beginning of the text: 0 or infinity where it is out of range. The
// length that was read, 0: none there.
size_t parseDouble(std::string_view text, double* out);
// Takes out underscores, which may stand between digits only. False: one stands elsewhere, and the text is as it was.
bool removeUnderscores(std::string& text);

}

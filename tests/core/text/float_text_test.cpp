// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/float_text.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace memtape;

namespace {

// The number at the beginning of a text; what it leaves unread behind a bar.
std::string read(std::string_view text) {
    double value = 0;
    const size_t length = parseDouble(text, &value);
    if (length == 0) return "none";
    const std::string rest(text.substr(length));
    return floatText(value) + (rest.empty() ? "" : "|" + rest);
}

std::string withoutUnderscores(std::string text) { return removeUnderscores(text) ? text : "wrong"; }

}

TEST_CASE("floats are shown as Python shows them", "[float]") {
    CHECK(floatText(1) == "1.0");
    CHECK(floatText(0.0) == "0.0");
    CHECK(floatText(-0.0) == "-0.0");
    CHECK(floatText(0.1) == "0.1");
    CHECK(floatText(0.1 + 0.2) == "0.30000000000000004");
    CHECK(floatText(-2.5) == "-2.5");
    CHECK(floatText(100) == "100.0");
    CHECK(floatText(NAN) == "nan");
    CHECK(floatText(-NAN) == "nan");
    CHECK(floatText(INFINITY) == "inf");
    CHECK(floatText(-INFINITY) == "-inf");
}

TEST_CASE("an exponent comes below 1e-4 and from 1e16 on", "[float]") {
    CHECK(floatText(0.0001) == "0.0001");
    CHECK(floatText(0.00012345) == "0.00012345");
    CHECK(floatText(0.00001) == "1e-05");
    CHECK(floatText(0.00009999) == "9.999e-05");
    CHECK(floatText(1.5e-7) == "1.5e-07");
    CHECK(floatText(1e15) == "1000000000000000.0");
    CHECK(floatText(9999999999999998) == "9999999999999998.0");
    CHECK(floatText(1e16) == "1e+16");
    CHECK(floatText(123456789012345680.0) == "1.2345678901234568e+17");
    CHECK(floatText(1e22) == "1e+22");
    CHECK(floatText(-1e100) == "-1e+100");
}

TEST_CASE("the ends of double's range are shown in full", "[float]") {
    CHECK(floatText(1.7976931348623157e308) == "1.7976931348623157e+308");
    CHECK(floatText(2.2250738585072014e-308) == "2.2250738585072014e-308");
    CHECK(floatText(5e-324) == "5e-324");
    CHECK(floatText(9007199254740993.0) == "9007199254740992.0");
}

TEST_CASE("complex numbers leave out a real part of zero, but not of minus zero", "[float]") {
    CHECK(complexText(1, 2) == "(1+2j)");
    CHECK(complexText(0, -2.5) == "-2.5j");
    CHECK(complexText(0, 0) == "0j");
    CHECK(complexText(-0.0, 1) == "(-0+1j)");
    CHECK(complexText(1, -0.0) == "(1-0j)");
    CHECK(complexText(1e16, 0.5) == "(1e+16+0.5j)");
    CHECK(complexText(NAN, INFINITY) == "(nan+infj)");
    CHECK(complexText(-INFINITY, NAN) == "(-inf+nanj)");
}

TEST_CASE("formats with a precision round correctly", "[float]") {
    CHECK(formatDouble(2.675, 'f', 2, false, false) == "2.67");
    CHECK(formatDouble(0.5, 'f', 0, false, false) == "0");
    CHECK(formatDouble(1.5, 'f', 0, true, false) == "2.");
    CHECK(formatDouble(1, 'f', 1200, false, false) == "1." + std::string(1200, '0'));
    CHECK(formatDouble(12345.678, 'e', 3, false, false) == "1.235e+04");
    CHECK(formatDouble(12345.678, 'E', 0, true, false) == "1.E+04");
    CHECK(formatDouble(0.0001, 'g', 6, false, false) == "0.0001");
    CHECK(formatDouble(0.00001, 'g', 6, false, false) == "1e-05");
    CHECK(formatDouble(123456, 'g', 6, false, false) == "123456");
    CHECK(formatDouble(1234567, 'g', 6, false, false) == "1.23457e+06");
    CHECK(formatDouble(1, 'g', 6, true, false) == "1.00000");
    CHECK(formatDouble(NAN, 'G', 6, false, false) == "NAN");
    CHECK(formatDouble(-INFINITY, 'F', 6, false, false) == "-INF");
    CHECK(formatDouble(3, 'r', 0, false, false) == "3");
}

TEST_CASE("a number is read as far as it goes", "[float]") {
    CHECK(read("1.5") == "1.5");
    CHECK(read("-.5e1x") == "-5.0|x");
    CHECK(read("+3.") == "3.0");
    CHECK(read("1e") == "1.0|e");
    CHECK(read("1e+") == "1.0|e+");
    CHECK(read("Infinity") == "inf");
    CHECK(read("-INFx") == "-inf|x");
    CHECK(read("NaN") == "nan");
    CHECK(read(".") == "none");
    CHECK(read("e5") == "none");
    CHECK(read("") == "none");
}

TEST_CASE("numbers out of range become infinite or zero", "[float]") {
    CHECK(read("1e400") == "inf");
    CHECK(read("-1e400") == "-inf");
    CHECK(read("1E+400") == "inf");
    CHECK(read("1e-400") == "0.0");
    CHECK(read("-1e-400") == "-0.0");
    CHECK(read("1e99999999999999999999") == "inf");
    CHECK(read("1e-99999999999999999999") == "0.0");
    CHECK(read("0e99999999999999999999") == "0.0");
    CHECK(read(std::string(400, '1')) == "inf");
    CHECK(read("0." + std::string(400, '0') + "1") == "0.0");
    CHECK(read("0." + std::string(400, '0') + "1e800") == "inf");
    CHECK(read("1.7976931348623159e308") == "inf");
    CHECK(read("4.9e-324") == "5e-324");
}

TEST_CASE("underscores stand between digits only", "[float]") {
    CHECK(withoutUnderscores("1_000.0_1") == "1000.01");
    CHECK(withoutUnderscores("_1") == "wrong");
    CHECK(withoutUnderscores("1_") == "wrong");
    CHECK(withoutUnderscores("1__0") == "wrong");
    CHECK(withoutUnderscores("1_.0") == "wrong");
    CHECK(withoutUnderscores("1._0") == "wrong");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/float_text.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace memtape {

namespace {

// 0.digits × 10**point, without a sign; zero is "0" with point 1.
struct Decimal {
    std::string digits;
    int point = 1;
};

Decimal fromScientific(std::string_view text) { // d[.ddd]e±xx
    Decimal d;
    size_t e = text.find('e');
    for (char c : text.substr(0, e)) {
        if (c != '.') d.digits += c;
    }
    d.point = std::atoi(text.data() + e + 1) + 1;
    return d;
}

Decimal shortestDigits(double magnitude) {
    char buffer[64];
    auto end = std::to_chars(buffer, buffer + sizeof buffer - 1, magnitude, std::chars_format::scientific);
    *end.ptr = 0;
    Decimal d = fromScientific({buffer, static_cast<size_t>(end.ptr - buffer)});
    if (magnitude == 0) d.point = 1;
    return d;
}

Decimal roundedDigits(double magnitude, int precision) { // `precision` significant digits
    // A double has at most 767 significant digits; the rest are zeros.
    int computed = precision > 800 ? 800 : precision;
    char buffer[1024];
    auto end = std::to_chars(buffer, buffer + sizeof buffer - 1, magnitude, std::chars_format::scientific, computed - 1);
    *end.ptr = 0;
    Decimal d = fromScientific({buffer, static_cast<size_t>(end.ptr - buffer)});
    d.digits.append(static_cast<size_t>(precision - computed), '0');
    if (magnitude == 0) d.point = 1;
    return d;
}

std::string fixedText(double magnitude, int precision) {
    int computed = precision > 1100 ? 1100 : precision; // 1074 places are the most that a double has
    char buffer[1500];
    auto end = std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::fixed, computed);
    std::string text(buffer, static_cast<size_t>(end.ptr - buffer));
    text.append(static_cast<size_t>(precision - computed), '0');
    return text;
}

}

std::string formatDouble(double value, char kind, int precision, bool alternate, bool addDotZero) {
    bool upper = kind == 'E' || kind == 'F' || kind == 'G';
    char lower = static_cast<char>(kind | 32);
    if (std::isnan(value)) return upper ? "NAN" : "nan";
    std::string out = std::signbit(value) ? "-" : "";
    double magnitude = std::fabs(value);
    if (std::isinf(value)) return out + (upper ? "INF" : "inf");

    if (lower == 'f') {
        out += fixedText(magnitude, precision);
        if (precision == 0 && alternate) out += '.';
        return out;
    }
    Decimal d;
    bool exponent = false;
    size_t shown; // digits to print, zeros added where there are fewer
    if (lower == 'e') {
        d = roundedDigits(magnitude, precision + 1);
        exponent = true;
        shown = d.digits.size();
    } else if (lower == 'g') {
        if (precision == 0) precision = 1;
        d = roundedDigits(magnitude, precision);
        exponent = d.point <= -4 || d.point > precision - (addDotZero ? 1 : 0);
        if (!alternate) {
            while (d.digits.size() > 1 && d.digits.back() == '0') d.digits.pop_back();
        }
        shown = d.digits.size();
    } else {
        d = shortestDigits(magnitude);
        exponent = d.point <= -4 || d.point > 16;
        shown = d.digits.size();
    }
    if (exponent) {
        out += d.digits[0];
        if (shown > 1) out.append(1, '.').append(d.digits, 1);
        else if (alternate) out += '.';
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "%c%+.02d", upper ? 'E' : 'e', d.point - 1);
        return out + buffer;
    }
    if (d.point <= 0) {
        out += "0.";
        out.append(static_cast<size_t>(-d.point), '0').append(d.digits);
    } else if (static_cast<size_t>(d.point) >= d.digits.size()) {
        out += d.digits;
        out.append(static_cast<size_t>(d.point) - d.digits.size(), '0');
        if (addDotZero) out += ".0";
        else if (alternate) out += '.';
    } else {
        out.append(d.digits, 0, static_cast<size_t>(d.point)).append(1, '.').append(d.digits, static_cast<size_t>(d.point));
    }
    return out;
}

std::string floatText(double value) { return formatDouble(value, 'r', 0, false, true); }

std::string complexText(double real, double imaginary) {
    const std::string second = formatDouble(imaginary, 'r', 0, false, false) + 'j';
    if (real == 0 && !std::signbit(real)) return second;
    return '(' + formatDouble(real, 'r', 0, false, false) + (second[0] == '-' ? "" : "+") + second + ')';
}

// ---- from text ----------------------------------------------------------------------------------------------------

namespace {

// std::from_chars, unlike strtod, does not look at the locale; but it leaves open which way a number out of range went. That is where the first
// digit that is no zero stands, moved by the exponent.
double beyondRange(std::string_view text) {
    long exponent = 0, place = 0;
    bool isBehindPoint = false, hasDigit = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c | 32) == 'e') {
            const size_t begin = i + 1 + (text[i + 1] == '+' ? 1 : 0);
            const auto parsed = std::from_chars(text.data() + begin, text.data() + text.size(), exponent);
            if (parsed.ec == std::errc::result_out_of_range) exponent = text[begin] == '-' ? -1'000'000'000 : 1'000'000'000;
            break;
        }
        if (c == '.') {
            isBehindPoint = true;
            continue;
        }
        hasDigit = hasDigit || c != '0';
        if (hasDigit && !isBehindPoint) ++place;
        if (!hasDigit && isBehindPoint) --place;
    }
    return exponent + place > 0 ? HUGE_VAL : 0.0;
}

}

size_t parseDouble(std::string_view text, double* out) {
    size_t at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
    auto word = [&](std::string_view wanted) {
        if (text.size() - at < wanted.size()) return false;
        for (size_t i = 0; i < wanted.size(); ++i) {
            if ((text[at + i] | 32) != wanted[i]) return false;
        }
        return true;
    };
    if (word("infinity") || word("inf")) {
        *out = negative ? -INFINITY : INFINITY;
        return at + (word("infinity") ? 8 : 3);
    }
    if (word("nan")) {
        *out = negative ? -NAN : NAN;
        return at + 3;
    }
    size_t start = at, digits = 0;
    auto digitsHere = [&] {
        size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - from;
    };
    digits = digitsHere();
    if (at < text.size() && text[at] == '.') {
        ++at;
        digits += digitsHere();
    }
    if (!digits) return 0;
    size_t end = at;
    if (at < text.size() && (text[at] | 32) == 'e') {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (digitsHere()) end = at;
    }
    double value = 0;
    auto result = std::from_chars(text.data() + start, text.data() + end, value);
    if (result.ec == std::errc::result_out_of_range) value = beyondRange(text.substr(start, end - start));
    *out = negative ? -value : value;
    return end;
}

bool removeUnderscores(std::string& text) {
    std::string out;
    char previous = 0;
    auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (char c : text) {
        if (c == '_') {
            if (!isDigit(previous)) return false;
        } else {
            if (previous == '_' && !isDigit(c)) return false;
            out += c;
        }
        previous = c;
    }
    if (previous == '_') return false;
    text.swap(out);
    return true;
}

}

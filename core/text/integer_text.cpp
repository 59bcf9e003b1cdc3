// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/integer_text.h"

#include <charconv>
#include <cstring>

#include <gmp.h>

namespace memtape {

std::string hexText(uint64_t value) {
    char text[18] = "0x";
    return std::string(text, std::to_chars(text + 2, text + sizeof text, value, 16).ptr);
}

std::string decimalOfHex(std::string_view digits, uint64_t zeros) {
    std::string text;
    mpz_t number;
    if (mpz_init_set_str(number, std::string(digits).c_str(), 16) == 0) {
        mpz_mul_2exp(number, number, 4 * zeros);
        text.resize(mpz_sizeinbase(number, 10) + 2); // a sign and the end
        mpz_get_str(text.data(), 10, number);
        text.resize(std::strlen(text.c_str()));
    }
    mpz_clear(number);
    return text;
}

}

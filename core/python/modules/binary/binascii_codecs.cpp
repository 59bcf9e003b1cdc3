// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/binary/binascii_codecs.h"

#include <array>

#include "core/python/objects/exceptions/errors.h"

namespace memtape {

namespace {

constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr uint8_t noDigit = 255;

constexpr std::array<uint8_t, 256> base64Values = [] {
    std::array<uint8_t, 256> values{};
    values.fill(noDigit);
    for (size_t i = 0; i < base64Digits.size(); ++i) values[static_cast<uint8_t>(base64Digits[i])] = static_cast<uint8_t>(i);
    return values;
}();

char byteOf(uint32_t bits) { return static_cast<char>(bits & 255); }

constexpr size_t mostUuBytes = 45;

}

bool decodeBase64(std::string_view data, Base64Mode mode, std::string& out) {
    bool strict = mode == Base64Mode::Strict;
    uint32_t bits = 0;
    int digits = 0, pads = 0; // of the four characters at hand
    for (size_t i = 0; i < data.size(); ++i) {
        if (data[i] == '=') {
            ++pads;
            if (digits >= 2 && digits + pads >= 4) {
                if (strict && i + 1 < data.size()) return raise(binasciiError, "Excess data after padding");
                return true;
            }
            if (strict && i == 0) return raise(binasciiError, "Leading padding not allowed");
            if (strict && digits == 0) return raise(binasciiError, "Excess padding not allowed");
            continue;
        }
        uint8_t value = base64Values[static_cast<uint8_t>(data[i])];
        if (value == noDigit) {
            if (strict) return raise(binasciiError, "Only base64 data is allowed");
            continue;
        }
        if (strict && pads) return raise(binasciiError, "Discontinuous padding not allowed");
        pads = 0;
        bits = bits << 6 | value;
        if (digits > 0) out += byteOf(bits >> (6 - 2 * digits));
        digits = (digits + 1) & 3;
    }
    if (digits == 1) {
        return raise(binasciiError, "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
                     out.size() / 3 * 4 + 1);
    }
    return digits == 0 || raise(binasciiError, "Incorrect padding");
}

std::string encodeBase64(std::string_view data) {
    std::string out;
    out.reserve((data.size() + 2) / 3 * 4 + 1);
    for (size_t i = 0; i < data.size(); i += 3) {
        size_t count = data.size() - i < 3 ? data.size() - i : 3;
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < count ? static_cast<uint8_t>(data[i + k]) : 0);
        for (size_t k = 0; k < 4; ++k) out += k <= count ? base64Digits[bits >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

// A line of uuencoded text: the length as a character, then six bits a character from a blank on. What is cut off at the end counts as blanks.
bool decodeUu(std::string_view line, std::string& out) {
    size_t at = 0, length = (static_cast<uint8_t>(line.empty() ? 0 : line[at++]) - 32u) & 63;
    uint32_t bits = 0;
    int count = 0;
    while (out.size() < length) {
        uint32_t value = 0;
        if (at < line.size()) {
            char c = line[at++];
            if (c != '\n' && c != '\r') {
                if (c < ' ' || c > '`') return raise(binasciiError, "Illegal char");
                value = (static_cast<uint8_t>(c) - 32u) & 63;
            }
        }
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) out += byteOf(bits >> (count -= 8));
    }
    for (; at < line.size(); ++at) // an encoder may have padded the line
        if (std::string_view(" `\n\r").find(line[at]) == std::string_view::npos) return raise(binasciiError, "Trailing garbage");
    return true;
}

bool encodeUu(std::string_view data, char zero, std::string& out) {
    if (data.size() > mostUuBytes) return raise(binasciiError, "At most 45 bytes at once");
    auto put = [&](uint32_t value) { out += value ? static_cast<char>(value + 32) : zero; };
    put(static_cast<uint32_t>(data.size()));
    for (size_t i = 0; i < data.size(); i += 3) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (i + k < data.size() ? static_cast<uint8_t>(data[i + k]) : 0);
        for (int shift = 18; shift >= 0; shift -= 6) put(bits >> shift & 63);
    }
    out += '\n';
    return true;
}

uint16_t crcHqxOf(std::string_view data, uint16_t crc) {
    for (char c : data) {
        crc ^= static_cast<uint16_t>(static_cast<uint8_t>(c) << 8);
        for (int bit = 0; bit < 8; ++bit) crc = static_cast<uint16_t>(crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1);
    }
    return crc;
}

}

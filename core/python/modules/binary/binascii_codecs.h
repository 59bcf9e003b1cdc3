// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The encodings of the module binascii, as functions from bytes to bytes. They decode into `out`; false: binascii.Error is pending.

#include <string>
#include <string_view>

#include "core/python/objects/model/type.h"

namespace memtape {

extern Type* binasciiError;

enum class Base64Mode : uint8_t { Lenient, Strict };
bool decodeBase64(std::string_view data, Base64Mode mode, std::string& out);
std::string encodeBase64(std::string_view data);

bool decodeUu(std::string_view line, std::string& out);
bool encodeUu(std::string_view data, char zero, std::string& out);

std::string decodeQuotedPrintable(std::string_view data, bool header);
struct QuotedPrintableOptions {
    bool quoteTabs, isText, header;
};
std::string encodeQuotedPrintable(std::string_view data, QuotedPrintableOptions options);

uint16_t crcHqxOf(std::string_view data, uint16_t crc);

}

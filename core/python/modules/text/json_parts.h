// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// _json: what makes CPython's json fast.
//
//   json_strings.cpp   texts in quotes, in both directions
//   json_scanner.cpp   make_scanner
//   json_encoder.cpp   make_encoder

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape {

extern Type *jsonScannerType, *jsonEncoderType;

// json.JSONDecodeError(message, text, place).
Failure raiseJsonError(const char* message, Object* text, ssize place);
// The text whose opening quote is in front of `begin`; `*end`: behind its closing quote. Null: exception pending.
Owned scanJsonString(Object* text, ssize begin, bool strict, ssize* end);

enum class JsonCharacters : uint8_t { All, Ascii };
// The text in quotes, with escapes.
void appendJsonString(StrBuilder& out, TextView text, JsonCharacters characters);

Owned encodeBasestring(Object* module, Object* text);
Owned encodeBasestringAscii(Object* module, Object* text);
Owned scanStringFunction(Object* module, Args args);

void defineJsonScannerType(Type* t);
void defineJsonEncoderType(Type* t);

}

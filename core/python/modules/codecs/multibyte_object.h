// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The objects of _multibytecodec: codecs, and what encodes and decodes piece by piece with one.

#include "core/python/modules/codecs/multibyte_codecs.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct MultibyteCodecObject : Object {
    const MultibyteCodec* codec;
    void* module;
};
static_assert(sizeof(MultibyteCodecObject) == 32);
inline const MultibyteCodec& codecOf(const Object* o) { return *static_cast<const MultibyteCodecObject*>(o)->codec; }
bool isMultibyteCodec(const Object* o);

void defineMultibyteEncoder(Type* t);
void defineMultibyteDecoder(Type* t);
void defineMultibyteReader(Type* t);
void defineMultibyteWriter(Type* t);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The methods that bytes and bytearray have in common. Each gives back an object of self's kind; a bytes that would be
// unchanged is given back itself.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct ByteView {
    const uint8_t* data;
    ssize size;
};
ByteView bytesView(Object* self);             // of a bytes or bytearray
Owned bytesLike(Object* self, ByteView view); // a new object of self's kind (subclasses: the builtin type)

Owned bytesCapitalize(Object* self);
Owned bytesCenter(Object* self, Args args);
Owned bytesCount(Object* self, Args args);
Owned bytesDecode(Object* self, Args args);
Owned bytesEndswith(Object* self, Args args);
Owned bytesExpandtabs(Object* self, Args args);
Owned bytesFind(Object* self, Args args);
Owned bytesHex(Object* self, Args args);
Owned bytesIndex(Object* self, Args args);
Owned bytesIsAlnum(Object* self);
Owned bytesIsAlpha(Object* self);
Owned bytesIsAscii(Object* self);
Owned bytesIsDigit(Object* self);
Owned bytesIsLower(Object* self);
Owned bytesIsSpace(Object* self);
Owned bytesIsTitle(Object* self);
Owned bytesIsUpper(Object* self);
Owned bytesJoin(Object* self, Object* iterable);
Owned bytesLjust(Object* self, Args args);
Owned bytesLower(Object* self);
Owned bytesLstrip(Object* self, Args args);
Owned bytesMaketrans(Object* self, Args args);
Owned bytesPartition(Object* self, Object* separator);
Owned bytesRemovePrefix(Object* self, Object* prefix);
Owned bytesRemoveSuffix(Object* self, Object* suffix);
Owned bytesReplace(Object* self, Args args);
Owned bytesRfind(Object* self, Args args);
Owned bytesRindex(Object* self, Args args);
Owned bytesRjust(Object* self, Args args);
Owned bytesRpartition(Object* self, Object* separator);
Owned bytesRsplit(Object* self, Args args);
Owned bytesRstrip(Object* self, Args args);
Owned bytesSplit(Object* self, Args args);
Owned bytesSplitlines(Object* self, Args args);
Owned bytesStartswith(Object* self, Args args);
Owned bytesStrip(Object* self, Args args);
Owned bytesSwapcase(Object* self);
Owned bytesTitle(Object* self);
Owned bytesTranslate(Object* self, Args args);
Owned bytesUpper(Object* self);
Owned bytesZfill(Object* self, Object* width);

#define MEMTAPE_BYTES_METHODS \
    {"capitalize", bytesCapitalize}, {"center", bytesCenter, 1, 2}, {"count", bytesCount, 1, 3}, {"decode", bytesDecode, NativeKind::Keywords}, \
        {"endswith", bytesEndswith, 1, 3}, {"expandtabs", bytesExpandtabs, NativeKind::Keywords}, {"find", bytesFind, 1, 3}, \
        {"hex", bytesHex, NativeKind::Keywords}, {"index", bytesIndex, 1, 3}, {"isalnum", bytesIsAlnum}, {"isalpha", bytesIsAlpha}, \
        {"isascii", bytesIsAscii}, {"isdigit", bytesIsDigit}, {"islower", bytesIsLower}, {"isspace", bytesIsSpace}, {"istitle", bytesIsTitle}, \
        {"isupper", bytesIsUpper}, {"join", bytesJoin}, {"ljust", bytesLjust, 1, 2}, {"lower", bytesLower}, {"lstrip", bytesLstrip, 0, 1}, \
        {"maketrans", bytesMaketrans, 2, 2, NativeBinding::Static}, {"partition", bytesPartition}, {"removeprefix", bytesRemovePrefix}, \
        {"removesuffix", bytesRemoveSuffix}, {"replace", bytesReplace, 2, 3}, {"rfind", bytesRfind, 1, 3}, {"rindex", bytesRindex, 1, 3}, \
        {"rjust", bytesRjust, 1, 2}, {"rpartition", bytesRpartition}, {"rsplit", bytesRsplit, NativeKind::Keywords}, {"rstrip", bytesRstrip, 0, 1}, \
        {"split", bytesSplit, NativeKind::Keywords}, {"splitlines", bytesSplitlines, NativeKind::Keywords}, {"startswith", bytesStartswith, 1, 3}, \
        {"strip", bytesStrip, 0, 1}, {"swapcase", bytesSwapcase}, {"title", bytesTitle}, {"translate", bytesTranslate, NativeKind::Keywords}, \
        {"upper", bytesUpper}, { \
        "zfill", bytesZfill \
    }

// Pieces of construction that both types share.
bool appendBytesOf(Object* source, void* stdString, const char* rangeError, const char* typeName); // buffer, list, tuple, iterable of ints
// The source, encoding and errors of bytes(…) and bytearray(…) as bytes into *stdString.
bool bytesFromArguments(Args args, const char* name, void* stdString, Ref<>* exact);
bool parseHex(Object* text, void* stdString); // fromhex
bool byteValue(Object* item, uint8_t* out, const char* rangeError);

}

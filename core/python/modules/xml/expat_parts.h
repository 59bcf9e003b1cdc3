// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of pyexpat share: pyexpat_module (module, errors, model), expat_parser (the parser's methods and attributes), expat_handlers (what Expat
// calls, and the Python functions that this calls in turn).
//
// The library's memory is blocks of the region (modules/compression/library_memory.h says why). Its own limits for entities that multiply hold.

#include <expat.h>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// The handlers, in the order of the table in expat_handlers.cpp.
constexpr int expatHandlerCount = 22, expatParent = expatHandlerCount;
constexpr int characterDataHandler = 3, externalEntityHandler = 14;

struct ExpatParserObject : Object {
    XML_Parser parser;
    int orderedAttributes, specifiedAttributes, inCallback, namespacePrefixes;
    char* buffer; // character data that is gathered (buffer_text), a block of the region; null: each piece is told at once
    int bufferSize, bufferUsed;
    Object* intern;    // dict: text → the one str of it
    Object** handlers; // a block of the region; nulls: not set. Behind them the parser that this one reads an entity for, which Expat looks at
    bool parsing, reparseDeferral;
};
static_assert(sizeof(ExpatParserObject) == 80);
inline ExpatParserObject* asExpatParser(Object* o) { return static_cast<ExpatParserObject*>(o); }

extern Type *expatParserType, *expatError;

// pyexpat_module.cpp
Failure raiseExpatError(ExpatParserObject* p, XML_Error code);
// expat_parser.cpp
void defineExpatParser(Type* t);
Owned newExpatParser(const char* encoding, const char* namespaceSeparator, Object* intern);
// expat_handlers.cpp
extern const GetSetDef expatHandlerGetsets[]; // without an end: parser attributes follow
void installExpatHandlers(ExpatParserObject* p);
bool flushExpatBuffer(ExpatParserObject* p);
Owned expatHandler(Object* self, int index);
bool setExpatHandler(Object* self, int index, Object* value);
const char* expatHandlerName(int index);
void installUnknownEncodingHandler(ExpatParserObject* p);

}

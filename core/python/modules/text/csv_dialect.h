// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// _csv.Dialect, the names that dialects are registered under, and readers and writers, laid out as CPython 3.13's.
//
//   csv_dialect.cpp   Dialect
//   csv_reader.cpp    reader: an automaton, a character at a time
//   csv_writer.cpp    writer

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/type.h"

namespace memtape {

enum class CsvQuoting : int32_t { Minimal, All, NonNumeric, None, Strings, NotNull, Count };
constexpr uint32_t noCsvCharacter = UINT32_MAX;

struct CsvDialect : Object {
    bool doubleQuote, skipInitialSpace, strict;
    CsvQuoting quoting;
    uint32_t delimiter, quoteCharacter, escapeCharacter; // the last two may be noCsvCharacter
    Object* lineTerminator;
};
static_assert(sizeof(CsvDialect) == 48);

extern Type *csvError, *csvDialectType, *csvReaderType, *csvWriterType;
extern Object* csvDialects; // dict: name → Dialect
extern int64_t csvFieldLimit;
inline CsvDialect* asCsvDialect(Object* o) { return static_cast<CsvDialect*>(o); }

// A registered dialect, borrowed; null: _csv.Error, or what hashing the name raised.
Object* csvDialectNamed(Object* name);
// Dialect(dialect, **formats); null dialect: none given. Names and values of the formats are the keywords of `args`.
Owned makeCsvDialect(Object* dialectOrNull, Args args);

Owned csvReader(Object* module, Args args);
Owned csvWriter(Object* module, Args args);

void defineCsvDialectType(Type* t);
void defineCsvReaderType(Type* t);
void defineCsvWriterType(Type* t);

}

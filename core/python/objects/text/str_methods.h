// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// str's methods, by theme; str_type.cpp lists them in one table.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

// str_case.cpp
Owned strCapitalize(Object* self);
Owned strCasefold(Object* self);
Owned strLower(Object* self);
Owned strUpper(Object* self);
Owned strTitle(Object* self);
Owned strSwapcase(Object* self);
// str_predicates.cpp
bool isIdentifierStr(Object* str); // its text may be a name
Owned strIsAlnum(Object* self);
Owned strIsAlpha(Object* self);
Owned strIsAscii(Object* self);
Owned strIsDecimal(Object* self);
Owned strIsDigit(Object* self);
Owned strIsIdentifier(Object* self);
Owned strIsLower(Object* self);
Owned strIsNumeric(Object* self);
Owned strIsPrintable(Object* self);
Owned strIsSpace(Object* self);
Owned strIsTitle(Object* self);
Owned strIsUpper(Object* self);
// str_find_methods.cpp
Owned strFindMethod(Object* self, Args args);
Owned strRfindMethod(Object* self, Args args);
Owned strIndexMethod(Object* self, Args args);
Owned strRindexMethod(Object* self, Args args);
Owned strCountMethod(Object* self, Args args);
Owned strStartswith(Object* self, Args args);
Owned strEndswith(Object* self, Args args);
Owned strReplace(Object* self, Args args);
Owned strRemovePrefix(Object* self, Object* prefix);
Owned strRemoveSuffix(Object* self, Object* suffix);
// str_split.cpp
Owned strSplit(Object* self, Args args);
Owned strRsplit(Object* self, Args args);
Owned strSplitlines(Object* self, Args args);
Owned strPartition(Object* self, Object* separator);
Owned strRpartition(Object* self, Object* separator);
Owned strStrip(Object* self, Args args);
Owned strLstrip(Object* self, Args args);
Owned strRstrip(Object* self, Args args);
// str_pad.cpp
Owned strCenter(Object* self, Args args);
Owned strLjust(Object* self, Args args);
Owned strRjust(Object* self, Args args);
Owned strZfill(Object* self, Object* width);
Owned strExpandtabs(Object* self, Args args);
Owned strTranslate(Object* self, Object* table);
Owned strMaketrans(Object* self, Args args);
// str_format.cpp
Owned strFormatMethod(Object* self, Args args);
Owned strFormatMap(Object* self, Object* mapping);
Owned strDunderFormat(Object* self, Object* spec);
// codecs.cpp
Owned strEncode(Object* self, Args args);

// "find() argument 1 must be str, not int"
bool wantStr(const char* function, const char* which, Object* arg);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The types of functools that are native.

#include "core/python/objects/model/type.h"

namespace memtape {

void definePartialType(Type* type);
void defineKeyType(Type* type); // what functools.cmp_to_key() returns, and the keys that this makes
void defineLruLinkType(Type* type);
void defineLruCacheType(Type* type);
void setLruTypes(Type* wrapper, Type* link, Object* keywordMark);
Owned newKeyMaker(Type* type, Object* compare);

}

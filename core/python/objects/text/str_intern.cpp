// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_intern.h"
#include "core/python/objects/text/str_object.h"

// The table of interned strings. It lies outside the program's heap and holds no counts: an interned string that nobody
// uses dies like any other and takes itself out (dropInterned). The interpreter's own names are immortal.

namespace memtape {

namespace {

// Open addressing, linear probing, at most two thirds full; `tombstone` marks places whose string has died.
StrObject* const tombstone = reinterpret_cast<StrObject*>(8);
std::vector<StrObject*> table;
size_t used = 0, live = 0;

size_t findSlot(StrObject* s, size_t hash, bool* found) {
    size_t mask = table.size() - 1, free = SIZE_MAX;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        StrObject* entry = table[i];
        if (!entry) {
            *found = false;
            return free != SIZE_MAX ? free : i;
        }
        if (entry == tombstone) {
            if (free == SIZE_MAX) free = i;
        } else if (entry == s || (static_cast<size_t>(entry->hash) == hash && strEquals(entry, s))) {
            *found = true;
            return i;
        }
    }
}

void growTable() {
    std::vector<StrObject*> old = std::move(table);
    size_t size = 1024;
    while (size < live * 4) size *= 2;
    table.assign(size, nullptr);
    used = live;
    for (StrObject* s : old) {
        if (!s || s == tombstone) continue;
        size_t i = static_cast<size_t>(s->hash) & (size - 1);
        while (table[i]) i = (i + 1) & (size - 1);
        table[i] = s;
    }
}

void makeImmortal(StrObject* s) {
    s->interned = 2;
    s->refcount = immortalRefcount;
    if (recording()) recorder->immortal(granuleOf(s));
}

// '' and the one-character Latin-1 strings: there before any other string.
void startStrings() {
    table.assign(4096, nullptr);
    for (int c = -1; c < 256; ++c) {
        StrObject* s = allocateStr(c < 0 ? 0 : 1, c < 0 ? 0x7f : static_cast<uint32_t>(c));
        if (c >= 0) static_cast<uint8_t*>(strData(s))[0] = static_cast<uint8_t>(c);
        hashStr(s);
        bool found;
        table[findSlot(s, static_cast<size_t>(s->hash), &found)] = s;
        ++used, ++live;
        makeImmortal(s);
        recordPayload(s);
        if (c < 0) emptyString = s;
        else latin1Chars[c] = s;
    }
}

}

void internInPlace(Object*& str) {
    StrObject* s = asStr(str);
    if (s->interned || !isExactStr(s)) return;
    if (s->length == 1 && s->kind == 1) {
        Object* shared = latin1Chars[charAt(s, 0)];
        decref(str);
        str = shared;
        return;
    }
    if ((used + 1) * 3 > table.size() * 2) growTable();
    bool found;
    size_t i = findSlot(s, static_cast<size_t>(hashStr(s)), &found);
    if (found) {
        StrObject* shared = table[i];
        incref(shared);
        decref(str);
        str = shared;
        return;
    }
    if (!table[i]) ++used;
    table[i] = s;
    ++live;
    s->interned = 1;
}

void dropInterned(StrObject* s) {
    bool found;
    size_t i = findSlot(s, static_cast<size_t>(s->hash), &found);
    if (found && table[i] == s) {
        table[i] = tombstone;
        --live;
    }
}

size_t internedStringCount(bool onlyImmortal) {
    if (!onlyImmortal) return live;
    return static_cast<size_t>(std::count_if(table.begin(), table.end(), [](StrObject* s) { return s && s != tombstone && s->interned == 2; }));
}

Owned internStr(std::string_view utf8) {
    if (table.empty()) startStrings();
    Owned made = newStr(utf8);
    if (!made) return nullptr;
    Object* shared = made.pointer;
    internInPlace(shared);
    return Owned(shared);
}

static RuntimeCache internedCache(forgetInterned);

void forgetInterned() {
    table.clear();
    used = live = 0;
    emptyString = nullptr;
    std::memset(latin1Chars, 0, sizeof latin1Chars);
}

}

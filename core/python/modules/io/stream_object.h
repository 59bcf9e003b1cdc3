// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files as the module io shows them: sys.stdin, sys.stdout and sys.stderr, files on disk, StringIO, BytesIO. One struct serves all
// four types; its text or bytes lie outside the program's heap. A file on disk is read when it is opened and written when it is
// flushed or closed, whole each time, through the host.

#include <string>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct StreamState {
    enum class Kind { Stdin, Stdout, Stderr, Disk, Memory } kind = Kind::Memory;
    bool text = true, readable = true, writable = true, closed = false, append = false, dirty = false, ended = false;
    bool translate = true; // newline=None: '\r\n' and '\r' are read as '\n'
    std::u32string chars;  // text
    std::string bytes;     // binary
    size_t position = 0;   // in characters or bytes
    std::string path, mode, encoding = "utf-8", errors = "strict", newline;
};

struct StreamObject : Object {
    StreamState* state; // outside the heap
    Object *name, *buffer, *dict, *weakrefs;
};

// As large as CPython's.
struct TextFileObject : StreamObject {
    char unused[144];
};
static_assert(sizeof(TextFileObject) == 200); // and 16 bytes of the collector before it
struct StringIoObject : StreamObject {
    Object *readNewline, *writeNewline; // str or null
    char unused[96];
};
static_assert(sizeof(StringIoObject) == 168);

inline StreamObject* asStream(Object* o) { return static_cast<StreamObject*>(o); }

Owned newStandardStream(StreamState::Kind kind); // sys.stdin …
Owned openFile(Args args);                       // open(…)
bool isStream(const Object* o);
void flushOpenFiles(); // at the end of the program: what was written and not closed

}

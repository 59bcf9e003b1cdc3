// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The classes of _io: their types, and what all of their files share. Layouts are as large as CPython's.
//
//     _IOBase ─┬─ _RawIOBase ────── FileIO                       a handle of the host
//              ├─ _BufferedIOBase ─ BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, BytesIO
//              └─ _TextIOBase ───── TextIOWrapper, StringIO
//
// What is bytes or text on its way (buffers, decoders) lies in blocks of the program's heap where CPython's does, else beside it, and is given back by a RuntimeCache.

#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type.h"

namespace memtape::io {

// The types, made once in a run.
extern Type *ioBase, *rawBase, *bufferedBase, *textBase;
extern Type *fileIO, *bytesIO, *bytesBuffer, *stringIO;
extern Type *bufferedReader, *bufferedWriter, *bufferedRandom, *bufferedPair;
extern Type *textWrapper, *newlineDecoder;
extern Type* unsupportedType; // io.UnsupportedOperation
bool startTypes();            // false: an exception is pending; again: nothing happens

// Attributes that are asked for by name.
// clang-format off
#define MEMTAPE_IO_NAMES(NAME) \
    NAME(read) NAME(read1) NAME(readall) NAME(readinto) NAME(readinto1) NAME(readline) NAME(readable) NAME(writable) \
    NAME(seekable) NAME(write) NAME(seek) NAME(tell) NAME(truncate) NAME(flush) NAME(close) NAME(closed) \
    NAME(fileno) NAME(isatty) NAME(peek) NAME(name) NAME(mode) NAME(raw) NAME(detach) NAME(decode) \
    NAME(encode) NAME(getstate) NAME(setstate) NAME(reset) NAME(newlines) NAME(errors) NAME(encoding) NAME(_dealloc_warn) \
    NAME(_finalizing) NAME(__IOBase_closed) NAME(_blksize) NAME(incrementaldecoder) NAME(incrementalencoder) NAME(replace)
// clang-format on
#define NAME(name) extern Object* name;
namespace words {
MEMTAPE_IO_NAMES(NAME)
}
#undef NAME

struct BaseObject : Object {
    Object *dict, *weakrefs;
};

// ---- io_base.cpp
void defineIoBase(Type* type);
void defineRawBase(Type* type);
void defineBufferedBase(Type* type);
void defineTextBase(Type* type);
Failure raiseUnsupported(std::string_view message);
Failure raiseClosed(); // "I/O operation on closed file."
// What dies closes itself first; false: it lives again. To be called by each dealloc.
bool finalizeFile(Object* o);
bool checkClosed(Object* o);   // by its attribute `closed`
int isClosed(Object* o);       // the same: 1, 0, -1
bool checkReadable(Object* o); // by its method: UnsupportedOperation
bool checkWritable(Object* o);
bool checkSeekable(Object* o);
bool sizeArgument(Args args, ssize* size, size_t index = 0); // None or none: -1
bool sizeOf(Object* value, ssize* size);                     // "argument should be integer or None, not 'x'"
using memtape::sizeArgument;                                 // an index, as Py_ssize_t
bool offsetOf(Object* value, int64_t* offset);               // an index, as off_t
Owned cannotPickle(Object* o);                               // __reduce__, __reduce_ex__
Owned cannotPickleEx(Object* o, Object* protocol);
Owned getDictAttribute(Object* o);     // a getset for `__dict__`
int callBool(Object* o, Object* name); // the truth of what o.name() gives; -1
Owned callWithInt(Object* o, Object* name, int64_t argument);
// o's exception of an error that came while another was on its way: its __context__ is that one. `earlier` is taken over; null: none.
void chainError(Owned earlier);
bool isInterrupted(); // InterruptedError is pending, and is taken away: to be tried again

void dropBase(Object* o, Object*& dict, Object*& weakrefs); // the end of each dealloc

// ---- file_io.cpp
void defineFileIO(Type* type);
Owned newFileOfHandle(int handle, const char* mode); // for the standard streams; the handle stays open
struct RawFile {                                     // a FileIO that can be used without calls
    int handle;
    bool reads, writes;
};
bool asRawFile(Object* o, RawFile& file); // exactly a FileIO, and open
// Both give back what CPython's read and write of a descriptor do; -1: exception pending; -2: would block. A signal's handler that raises while a write
// waits leaves what was written until then as the answer, and its exception pending (wasBroken).
ssize readRaw(const RawFile& file, char* data, size_t size);
ssize writeRaw(const RawFile& file, const char* data, size_t size);
inline bool wasBroken() { return interpreter.stopping || errorOccurred(); }

// ---- the others
void defineBytesIO(Type* type);
void defineBytesBuffer(Type* type);
void defineStringIO(Type* type);
void defineBufferedReader(Type* type);
void defineBufferedWriter(Type* type);
void defineBufferedRandom(Type* type);
void defineBufferedPair(Type* type);
void defineTextWrapper(Type* type);
void defineNewlineDecoder(Type* type);

// ---- open.cpp
Owned open(Args args);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// BufferedReader, BufferedWriter and BufferedRandom: a buffer before a raw file. It holds one of two things:
//
//     read ahead     [ used … position … readEnd ]     the raw file stands at readEnd's byte
//     to be written  [ 0 … pending ]                   the raw file stands at 0's byte
//
// While the raw file is called, which may be the program's code, the object is busy: another call of it by the same thread is a RuntimeError, other threads wait.

#include "core/python/modules/io/io_object.h"

namespace memtape {
struct Thread;
}

namespace memtape::io {

struct BufferedObject : Object {
    Object* raw;
    char* buffer; // a block of the heap; null: closed
    ssize size;   // of it
    ssize position, readEnd, pending;
    int64_t rawPosition; // -1: not known
    bool initialized, detached, reads, writes, finalizing, busy;
    bool immediate;     // nothing stays in the buffer after a write: the standard streams
    const Thread* user; // while it is busy
    char unused[48];
    Object *dict, *weakrefs;
};
static_assert(sizeof(BufferedObject) == 152);

inline BufferedObject* asBuffered(Object* o) { return static_cast<BufferedObject*>(o); }
inline ssize readAhead(const BufferedObject* b) { return b->readEnd - b->position; }

// Marks the object as busy for the time of a call; false: RuntimeError pending.
class Busy {
public:
    explicit Busy(BufferedObject* b);
    ~Busy() {
        if (m_object) leave();
    }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    explicit operator bool() const { return m_object; }

private:
    void leave();
    BufferedObject* m_object;
};

// ---- buffered_raw.cpp: the raw file. Counts: -1: exception pending; -2: it would block.
bool wantInitialized(BufferedObject* b);
bool wantNotClosed(BufferedObject* b, std::string_view message);
int rawClosed(BufferedObject* b); // 1, 0, -1
ssize readFromRaw(BufferedObject* b, char* to, ssize size);
ssize writeToRaw(BufferedObject* b, const char* from, ssize size);
int64_t tellRaw(BufferedObject* b);                             // -1
int64_t seekRaw(BufferedObject* b, int64_t offset, int whence); // -1
ssize fillBuffer(BufferedObject* b);                            // reads ahead, behind what is there
void forgetReadAhead(BufferedObject* b);
bool flushPending(BufferedObject* b);
bool rewindReadAhead(BufferedObject* b); // the raw file goes back to where the program is
bool flushAndRewind(BufferedObject* b);
bool initBuffered(BufferedObject* b, Object* raw, ssize size);
Failure raiseBlocking(ssize written);
bool bufferSizeArgument(Object* value, ssize* size);

// ---- buffered_reader.cpp, buffered_writer.cpp: on objects whose state was checked
Owned readSome(BufferedObject* b, ssize size);
Owned readOnce(BufferedObject* b, ssize size); // read1
Owned readRest(BufferedObject* b);
Owned readLine(BufferedObject* b, ssize limit);
Owned writeBytes(BufferedObject* b, const char* data, ssize size);

Owned read1Buffered(Object* reader, ssize size); // for a text file above it: as reader.read1(size)
Owned readAllBuffered(Object* reader);

extern const MethodDef readerMethods[], writerMethods[], randomMethods[];

// For the standard streams: the buffer of a file.
Owned newBuffered(Type* type, Object* raw, ssize size);

}

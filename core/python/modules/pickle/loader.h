// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One load: opcodes become objects, on the unpickler's stack. A mark on the stack is a place in a list beside it; nothing below the last mark may be
// taken.

#include <string>
#include <string_view>
#include <vector>

#include "core/python/modules/pickle/pickle_parts.h"

namespace memtape::pickle {

Failure raiseNoPersistentLoad();

class Loader {
public:
    Loader(UnpicklerObject* u, std::string_view bytes) : m_unpickler(u), m_input(bytes), m_whole(bytes.size()) {}
    Owned load();

private:
    enum class After : uint8_t { Next, Stop, Failed };
    After step(char opcode);
    // loader_….cpp: opcodes by what they are about. False: an exception is pending.
    bool loadValue(char opcode, bool* isOne);     // numbers, texts, bytes
    bool loadContainer(char opcode, bool* isOne); // tuples, lists, dicts, sets, and what is put into them
    bool loadObject(char opcode, bool* isOne);    // classes, calls, states, ids
    bool loadStack(char opcode, bool* isOne);     // marks, memo, frames, the protocol

    // ---- input
    bool read(size_t count, std::string_view* out);
    bool readLine(std::string_view* out, size_t shortest = 2); // with its end
    bool readNumber(int bytes, uint64_t* out);
    bool readSized(int bytes, std::string_view* out);
    bool readVast(const char* opcode, std::string_view* out); // the same, with a length of 8 bytes
    bool askFile(Object* method, Object* argumentOrNull);
    Failure raiseTruncated() { return raise(unpicklingError, "pickle data was truncated"); }

    // ---- stack
    bool push(Owned value); // null: false
    Owned pop();
    Object* top() const { return m_unpickler->stack[m_unpickler->count - 1]; } // wantOne() first
    bool wantOne() { return m_unpickler->count > m_fence || underflow(); }
    void cut(ssize count); // the stack is so long afterwards
    Failure underflow() { return raise(unpicklingError, m_marks.empty() ? "unpickling stack underflow" : "unexpected MARK found"); }
    bool takeMark(ssize* place);
    void moveFence() { m_fence = m_marks.empty() ? 0 : m_marks.back(); }
    Owned popTuple(ssize from);
    Owned popList(ssize from);

    bool pushText(std::string_view bytes); // of Python 2, in the encoding that was asked for
    bool pushInt(std::string_view line);
    bool pushLong(std::string_view bytes);
    bool pushFloat(std::string_view line);
    bool pushString(std::string_view line);
    bool pushBuffer();
    bool makeReadOnly();
    bool append(ssize from);
    bool setItems(ssize from);
    bool addItems();
    bool makeDict();
    Owned classNamed(Object* module, Object* name);
    bool pushGlobal();
    bool pushExtension(int bytes);
    bool pushPersistent(Owned id);
    bool makeInstance(Object* cls, Object* arguments);
    bool makeNew(bool withKeywords);
    bool build();
    bool getMemoized(ssize index);
    bool indexOf(std::string_view line, ssize* index);

    UnpicklerObject* m_unpickler;
    std::string_view m_input; // what is not read yet, of the bytes or of the last answer of the file
    size_t m_whole;           // of all of them
    Held<> m_answer;          // which keeps them
    Held<> m_persistentLoad;  // null: none
    std::vector<ssize> m_marks;
    ssize m_fence = 0;
    char m_code = 0; // at work
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paths as programs give them.

#include <string>

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/object.h"

namespace memtape {

// str, bytes, or what has __fspath__, as the host wants it; for open(): "expected str, bytes or os.PathLike object, not x".
bool pathArgument(Object* value, std::string& path);
Owned fsPath(Object* value);                           // os.fspath: a str or bytes
Owned newPath(const std::string& path, bool asBytes);  // a str (surrogateescape) or bytes
bool pathBytes(Object* strOrBytes, std::string& path); // os.fsencode

// An argument of a function of posix that is a path, or, where that is allowed, the number of an open file or None.
class PathArgument {
public:
    enum Allowed : unsigned { PathOnly = 0, Handle = 1, Nothing = 2 };
    // False: TypeError "stat: path should be string, bytes or os.PathLike, not int", or ValueError for a zero character. `dirHandle`: None, null or the
    // number of an open folder that a relative path counts from.
    bool read(Object* value, const char* function, const char* name = "path", unsigned allowed = PathOnly, Object* dirHandle = nullptr);

    const std::string& path() const { return m_path; } // "." for None
    bool isHandle() const { return m_handle != noHandle; }
    int handle() const { return m_handle; }
    bool isBytes() const;
    Object* shown() const { return m_given; } // what errors name
    Failure fail(int number) const;           // OSError with it

private:
    static constexpr int noHandle = INT32_MIN;
    Held<> m_given;
    std::string m_path;
    int m_handle = noHandle;
};

bool offsetArgument(Object* value, int64_t* out); // off_t; false: an exception is pending
// None, null or the number of an open folder; −1: none.
bool dirHandleArgument(Object* value, int* handle);

}

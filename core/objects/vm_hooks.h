// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What builtin functions need of the vm, which lies above them: filled in by the vm before the program starts.

#include "core/objects/object.h"

namespace memtape {

enum class CompileMode : int { Exec, Eval, Single };

struct VmHooks {
    // The namespaces of the running frame (locals: as locals() gives them).
    Owned (*globals)() = nullptr;
    Owned (*locals)() = nullptr;
    // __import__(name, globals, locals, fromlist, level); null globals: none.
    Owned (*importModule)(Object* name, Object* globals, Object* locals, Object* fromList, int level) = nullptr;
    // compile(source, filename, mode); source: str or bytes.
    Owned (*compile)(Object* source, Object* filename, CompileMode mode, int flags, int optimize) = nullptr;
    // Runs a code object in namespaces; closure: a tuple of cells or null.
    Owned (*evaluate)(Object* code, Object* globals, Object* locals, Object* closure) = nullptr;
    // Runs the function of a class statement with `space` as its locals; its value: the __class__ cell or None.
    Owned (*runClassBody)(Object* function, Object* space) = nullptr;
    // sys._getframe(depth): a frame object; null with ValueError pending.
    Owned (*frame)(int depth) = nullptr;
    // The traceback and the message as CPython prints them; a str that ends with a line break.
    Owned (*formatException)(Object* exception) = nullptr;
    // The line and file of the caller at `depth` (warnings); false: no such frame. Borrowed.
    bool (*callerPosition)(int depth, Object** filename, int* line, Object** globals) = nullptr;
};

extern VmHooks vmHooks;

}

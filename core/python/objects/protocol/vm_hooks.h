// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the object model and the builtin functions ask of whoever runs Python frames. The vm fills this in before a program starts;
// functions are null until then.

#include <string>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct SyntaxProblem;

enum class CompileMode : int { Exec, Eval, Single, FunctionType };
// compile()'s flags, with CPython's values.
enum CompileFlag : int {
    CompileDontImplyDedent = 0x200,
    CompileOnlyAst = 0x400,
    CompileTypeComments = 0x1000,
    CompileTopLevelAwait = 0x2000,
    CompileAllowIncomplete = 0x4000,
    CompileOptimizedAst = 0x8000 | CompileOnlyAst,
};

// How a module stands in its program, for the words of an error about a name that it does not have.
struct ModuleStanding {
    std::string file;
    bool isBeingMade = false;     // its text is running
    bool isBesideProgram = false; // its file lies beside the program's
    bool hidesLibrary = false;    // and a module of CPython's library has the same name
};

struct VmHooks {
    // Borrowed globals / builtins (a dict) of the running Python frame; null: no frame runs.
    Object* (*runningGlobals)() = nullptr;
    // super() without arguments: the class in the running frame's `__class__` cell and its first argument, both borrowed. False: RuntimeError pending.
    bool (*superArguments)(Type** type, Object** self) = nullptr;
    // import name: the module found (sys.modules[name] afterwards).
    Owned (*importModule)(Object* name) = nullptr;
    ModuleStanding (*moduleStanding)(Object* module) = nullptr;
    // An attribute of a module that is made when it is first asked for: true, it is there now. `failed`: an exception is pending.
    bool (*lateModuleAttribute)(Object* module, Object* name, bool* failed) = nullptr;
    // The namespaces of the running frame (locals: as locals() gives them).
    Owned (*globals)() = nullptr;
    Owned (*locals)() = nullptr;
    // __import__(name, globals, locals, fromlist, level); null globals: none were given.
    Owned (*importName)(Object* name, Object* globals, Object* locals, Object* fromList, int level) = nullptr;
    // compile(source, filename, mode); source: str, bytes or a syntax tree. `inherits`: what the running code has from __future__ holds too.
    Owned (*compile)(Object* source, Object* filename, CompileMode mode, int flags, bool inherits, int optimize) = nullptr;
    // sys.settrace(), sys.setprofile(): null for None.
    void (*setTraceFunction)(Object*& place, Object* functionOrNull) = nullptr;
    // Makes the SyntaxError of what is wrong with a text.
    Failure (*raiseSyntaxProblem)(const SyntaxProblem& problem) = nullptr;
    // Whether it is a node of `_ast`.
    bool (*isSyntaxTree)(Object* o) = nullptr;
    // Runs a code object in namespaces; closure: a tuple of cells or null.
    Owned (*evaluate)(Object* code, Object* globals, Object* locals, Object* closure) = nullptr;
    // Runs the function of a class statement with `space` as its locals; its value: the __class__ cell or None.
    Owned (*runClassBody)(Object* function, Object* space) = nullptr;
    // sys._getframe(depth): a frame object; null with ValueError pending.
    Owned (*frame)(int depth) = nullptr;
    // Where the running Python frame is: the file's name (borrowed) and the line. False: no frame runs.
    bool (*runningPlace)(Object** filename, int* line) = nullptr;
    // The places of the Python frames, the running one first, at most so many; and how many frames there are.
    int (*stackPlaces)(int most, void (*visit)(Object* filename, int line, void* context), void* context) = nullptr;
    // A line of a program's text without its blanks at both ends; "" where it is not known.
    std::string (*sourceLine)(Object* filename, int line) = nullptr;
    // anext(iterator, default): what stands in for the awaitable of __anext__().
    Owned (*anextAwaitable)(Object* awaitable, Object* defaultValue) = nullptr;
    // interpreter.asyncFirstIter or asyncFinalizer has changed.
    void (*asyncHooksChanged)() = nullptr;
    // The traceback and the message as CPython prints them; a str that ends with a line break.
    Owned (*formatException)(Object* exception) = nullptr;
    Owned (*formatIgnored)(Object* exception) = nullptr; // the same where nobody can catch it (unraisable.h)
    // What the evaluation breaker asks for (checkBreaker in interpreter.h). False: stop at once.
    bool (*handleBreaker)() = nullptr;
    // The interpreter itself keeps an object to the end of the run (recordKeptForGood in recording.h).
    void (*keptForGood)(Object* object) = nullptr;
    // A traceback of one entry: where the running Python frame is. Null without an exception: no frame runs.
    Owned (*tracebackHere)() = nullptr;
};

extern VmHooks vmHooks;

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How native functions are called and listed.
//
// Arguments come as an Args: positional values, followed by the values of keywords whose names are in a tuple; borrowed throughout
// (the caller keeps them alive, and known to the recorder, during the call).

#include <cstdint>

#include "core/python/objects/model/object.h"

namespace memtape {

struct TupleObject;
struct StrObject;

struct Args {
    Object* const* values = nullptr;
    size_t count = 0;             // positional
    TupleObject* names = nullptr; // keyword names (str); their values are at values[count…]; null: none

    Object* operator[](size_t i) const { return values[i]; }
    size_t keywordCount() const;
    Object* keywordName(size_t i) const;
    Object* keywordValue(size_t i) const { return values[count + i]; }
    Args withoutFirst() const { return {values + 1, count - 1, names}; }
};

// One native function or method. The kind decides which call errors CPython words and how.
//   NoArgs    fn(self)                 "%s() takes no arguments (%d given)"
//   OneArg    fn(self, arg)            "%s() takes exactly one argument (%d given)"
//   Fast      fn(self, Args)           positional only; "%s() takes no keyword arguments"
//   Keywords  fn(self, Args)           positional and keywords, sorted out by the function (parseArgs)
enum class NativeKind : uint8_t { NoArgs, OneArg, Fast, Keywords };
enum class NativeBinding : uint8_t { Instance, Static, Class };

using NoArgsFn = Owned (*)(Object* self);
using OneArgFn = Owned (*)(Object* self, Object* arg);
using ArgsFn = Owned (*)(Object* self, Args args);

struct MethodDef {
    const char* name = nullptr;
    union {
        NoArgsFn noArgs = nullptr;
        OneArgFn oneArg;
        ArgsFn args;
    };
    NativeKind kind = NativeKind::NoArgs;
    NativeBinding binding = NativeBinding::Instance;
    const char* doc = nullptr;
    // Fast only: how many arguments are accepted, checked before the call with CPython's words
    // ("%s expected at least %d arguments, got %d", "%s expected 1 argument, got 0"); -1: no upper bound.
    int minArgs = 0, maxArgs = -1;

    constexpr MethodDef() = default;
    constexpr MethodDef(const char* n, NoArgsFn f, NativeBinding b = NativeBinding::Instance)
        : name(n),
          noArgs(f),
          kind(NativeKind::NoArgs),
          binding(b) {}
    constexpr MethodDef(const char* n, OneArgFn f, NativeBinding b = NativeBinding::Instance)
        : name(n),
          oneArg(f),
          kind(NativeKind::OneArg),
          binding(b) {}
    constexpr MethodDef(const char* n, ArgsFn f, int min, int max, NativeBinding b = NativeBinding::Instance)
        : name(n),
          args(f),
          kind(NativeKind::Fast),
          binding(b),
          minArgs(min),
          maxArgs(max) {}
    constexpr MethodDef(const char* n, ArgsFn f, NativeKind k, NativeBinding b = NativeBinding::Instance) : name(n), args(f), kind(k), binding(b) {}

    // Whether `args` may be called with so many arguments, none by keyword.
    bool takesMany(size_t count) const {
        return kind == NativeKind::Keywords ||
               (kind == NativeKind::Fast && count >= static_cast<size_t>(minArgs) && count <= static_cast<size_t>(maxArgs));
    }
};

// A field of the C++ struct shown as an attribute.
enum class MemberKind : uint8_t { Object /*null reads as None*/, ObjectOrError /*null raises AttributeError*/, Ssize, Int32, Bool, CString };
struct MemberDef {
    const char* name = nullptr;
    MemberKind kind = MemberKind::Object;
    uint32_t offset = 0;
    bool readOnly = true;
};

struct GetSetDef {
    const char* name = nullptr;
    Owned (*get)(Object* self) = nullptr;
    bool (*set)(Object* self, Object* value) = nullptr; // null value: delete; null function: read-only
};

// Sorts positional and keyword arguments into `out` (borrowed; absent ones stay as they were, so pre-set defaults).
// `signature`: parameter names separated by blanks; '|' begins the optional ones, '$' the keyword-only ones, names before a '/'
// are positional-only. Example: parseArgs("sorted", args, "iterable / | $ key reverse", out). False: TypeError with CPython's words.
bool parseArgs(const char* function, Args args, const char* signature, Object** out);

// A CPython-worded check of the number of positional arguments (_PyArg_CheckPositional) and of absent keywords.
bool checkArgCount(const char* function, size_t given, int min, int max);
bool checkNoKeywords(const char* function, Args args);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Raising the program's exceptions. An exception is a value: the interpreter's `pending` (interpreter.h). A function that raises
// returns its failure value: `return raise(exc::TypeError, "'{}' object is not iterable", o->type->name);`

#include <string>
#include <string_view>
#include <type_traits>

#include "core/python/objects/model/object.h"

namespace memtape {

// One argument of a message: text, number, or an object (its str(); for a Type its name). {!r} in the format takes an object's repr.
struct FormatArg {
    enum class Kind : uint8_t { Text, Signed, Unsigned, Object } kind;
    std::string_view text;
    int64_t number = 0;
    memtape::Object* object = nullptr;
    FormatArg(const char* s) : kind(Kind::Text), text(s ? s : "(null)") {}
    FormatArg(std::string_view s) : kind(Kind::Text), text(s) {}
    FormatArg(const std::string& s) : kind(Kind::Text), text(s) {}
    template <class I>
    requires std::is_integral_v<I> FormatArg(I n) : kind(std::is_signed_v<I> ? Kind::Signed : Kind::Unsigned), number(static_cast<int64_t>(n)) {}
    FormatArg(memtape::Object* o) : kind(Kind::Object), object(o) {}
};

Failure raiseFormatted(Type* exceptionType, std::string_view format, const FormatArg* args, size_t count);
// A message from a format with {} places ({!r}: repr; {{ and }}: braces).
Owned formatMessage(std::string_view format, const FormatArg* args, size_t count); // a str

template <class... A> Failure raise(Type* exceptionType, std::string_view format, const A&... args) {
    if constexpr (sizeof...(A) == 0) {
        return raiseFormatted(exceptionType, format, nullptr, 0);
    } else {
        const FormatArg list[] = {FormatArg(args)...};
        return raiseFormatted(exceptionType, format, list, sizeof...(A));
    }
}

Failure raiseObject(Type* exceptionType, Object* value); // the type called with one argument (KeyError: the key itself)
Failure raiseInstance(Object* exception);                // as it is; context chained as PyErr_SetObject does
Failure raiseStopIteration(Object* value);               // null or None: without a value
Failure raiseMemoryError();
Failure raiseAttributeError(Object* owner, Object* name, std::string_view format = {}); // fills .name and .obj
Failure raiseNameError(std::string_view format, Object* name);
Failure raiseBadInternalCall();

// The pending exception.
bool errorOccurred();
bool errorMatches(Object* typeOrTuple); // the pending exception is an instance
bool exceptionMatches(Object* exceptionOrType, Object* typeOrTuple);
void clearError();
Owned takeError();                  // the pending exception, which is then no longer pending; null if none
void restoreError(Owned exception); // makes it pending again, replacing what is pending
// An exception that nobody can catch (in a __del__, a weakref callback): sys.unraisablehook gets it, whose standard form prints
// "Exception ignored in: …" and a traceback to stderr. It is cleared. unraisable.cpp
void writeUnraisable(Object* where);
Owned standardUnraisableHook(Object*, Object* args);

namespace exc {
#define EXCEPTION(Name, Base, layout, doc) extern ::memtape::Type* Name;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
}

}

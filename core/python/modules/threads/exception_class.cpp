// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/exception_class.h"

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type* newExceptionClass(const char* module, const char* name, Type* base, const char* doc) {
    Held<> text(newStr(name)), bases(packTuple(static_cast<Object*>(base))), space{Owned(newDict())}, owner(newStr(module));
    if (!text || !bases || !space || !owner || !dictSetText(space, "__module__", owner)) return nullptr;
    if (doc) {
        Held<> words(newStr(doc));
        if (!words || !dictSetText(space, "__doc__", words)) return nullptr;
    }
    Owned made = call(types::Type, text, bases, space);
    if (made) recordKeptForGood(made.pointer);
    return static_cast<Type*>(made.pointer);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/exceptions/unraisable.h"

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

const StructSequenceField argsFields[] = {{"exc_type"}, {"exc_value"}, {"exc_traceback"}, {"err_msg"}, {"object"}, {}};
const StructSequenceDef argsDefinition{"UnraisableHookArgs", nullptr, argsFields, 5};
Type* argsType = nullptr;
RuntimeCache argsTypeCache([] { argsType = nullptr; });

void writeToStderr(const std::string& text) {
    Object* found = interpreter.sysDict ? dictFindText(interpreter.sysDict, "stderr") : nullptr;
    if (!found || isNone(found)) return;
    Held<> stream(newRef(found));
    Held<> line(newStr(text));
    if (line) Ref<> written = callMethod(stream, names::write, line);
    clearError();
}

// What the standard hook prints; `message` and `where` may be null.
void printUnraisable(Object* exception, Object* message, Object* where) {
    std::string text;
    if (message) appendStr(text, message);
    else if (where) text = "Exception ignored in";
    if (where) {
        text += ": ";
        if (!appendRepr(text, where)) text += "<object repr() failed>";
        text += "\n";
    } else if (message) {
        text += ":\n";
    }
    clearError();
    Held<> formatted(vmHooks.formatIgnored ? vmHooks.formatIgnored(exception) : Owned(nullptr));
    if (formatted) text += strToUtf8(formatted);
    clearError();
    writeToStderr(text);
}

Owned packArgs(Object* exception, Object* traceback, Object* message, Object* where) {
    if (!argsType) argsType = newStructSequenceType(argsDefinition);
    if (!argsType) return nullptr;
    auto orNone = [](Object* o) { return newRef(o ? o : None).pointer; };
    Object* values[] = {newRef(exception->type).pointer, newRef(exception).pointer, orNone(traceback), orNone(message), orNone(where)};
    return newStructSequence(argsType, values);
}

bool callHook(Object* hook, Object* exception, Object* traceback, Object* message, Object* where) {
    Held<> args(packArgs(exception, traceback, message, where));
    if (!args) return false;
    Ref<> done = call(hook, args);
    return static_cast<bool>(done);
}

Object* nullForNone(Object* o) { return isNone(o) ? nullptr : o; }

}

Owned standardUnraisableHook(Object*, Object* given) {
    if (!argsType || given->type != argsType) return raise(exc::TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
    Object** args = asTuple(given)->items;
    if (!isException(args[1])) return newNone();
    printUnraisable(args[1], nullForNone(args[3]), nullForNone(args[4]));
    return newNone();
}

void writeIgnored(std::string headline) {
    if (!interpreter.pending || interpreter.stopping) return;
    Held<> exception(takeError());
    Held<> formatted(vmHooks.formatIgnored ? vmHooks.formatIgnored(exception) : Owned(nullptr));
    if (!headline.empty()) headline += '\n';
    if (formatted) headline += strToUtf8(formatted);
    clearError();
    writeToStderr(headline);
}

namespace {

void tellUnraisable(Object* message, Object* where) {
    if (!interpreter.pending || interpreter.stopping) return;
    Held<> exception(takeError());
    Held<> traceback(Held<>::share(asException(exception)->traceback));
    if (!traceback && vmHooks.tracebackHere) {
        traceback = vmHooks.tracebackHere();
        if (traceback) setTraceback(exception, traceback);
    }
    clearError();
    Object* found = interpreter.sysDict ? dictFindText(interpreter.sysDict, "unraisablehook") : nullptr;
    Held<> hook(Held<>::share(found));
    if (!hook || isNone(hook) || isNativeFunction(hook)) return printUnraisable(exception, message, where);
    if (callHook(hook, exception, traceback, message, where) || !interpreter.pending) return;
    Held<> second(takeError());
    Held<> where2(newStr("Exception ignored in sys.unraisablehook"));
    printUnraisable(second, where2, hook);
}

}

void writeUnraisable(Object* where) { tellUnraisable(nullptr, where); }

void writeUnraisableMessage(const std::string& message) {
    Held<> exception(takeError());
    Held<> text(newStr(message));
    if (!text) clearError();
    if (exception) restoreError(exception.release());
    tellUnraisable(text, nullptr);
}

}

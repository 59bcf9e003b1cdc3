// SPDX-License-Identifier: GPL-3.0-or-later
// OSError: its constructor gives the subclass that belongs to the error number.
#include <cerrno>
#include <cstddef>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

OsExceptionObject* asOs(Object* o) { return static_cast<OsExceptionObject*>(o); }

Type* typeForErrno(int64_t number) {
    switch (number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return exc::BlockingIOError;
    case EPIPE:
    case ESHUTDOWN: return exc::BrokenPipeError;
    case ECHILD: return exc::ChildProcessError;
    case ECONNABORTED: return exc::ConnectionAbortedError;
    case ECONNREFUSED: return exc::ConnectionRefusedError;
    case ECONNRESET: return exc::ConnectionResetError;
    case EEXIST: return exc::FileExistsError;
    case ENOENT: return exc::FileNotFoundError;
    case EISDIR: return exc::IsADirectoryError;
    case ENOTDIR: return exc::NotADirectoryError;
    case EINTR: return exc::InterruptedError;
    case EACCES:
    case EPERM: return exc::PermissionError;
    case ESRCH: return exc::ProcessLookupError;
    case ETIMEDOUT: return exc::TimeoutError;
    default: return nullptr;
    }
}

bool osErrorInit(Object* self, Args args);
Owned osErrorNew(Type* type, Args args);

// A class that overrides __init__ but not __new__ gets its attributes when its __init__ calls ours.
bool setUpInInit(Type* type) { return type->init != osErrorInit && type->create == osErrorNew; }

bool setUp(Object* o, Args args) {
    OsExceptionObject* self = asOs(o);
    Object* filename = nullptr;
    size_t kept = args.count;
    if (args.count >= 2 && args.count <= 5) {
        auto set = [&](Object*& field, Object* value) { setField(o, field, newRef(value)); };
        set(self->error, args[0]);
        set(self->strerror, args[1]);
        if (args.count > 2) filename = args[2];
        if (filename && !isNone(filename)) {
            if (o->type == exc::BlockingIOError && (filename->type->index || filename->type->toInt || filename->type->toFloat)) {
                self->written = indexAsSize(filename, exc::ValueError);
                if (self->written == -1 && errorOccurred()) return false;
            } else {
                set(self->filename, filename);
                if (args.count > 4 && !isNone(args[4])) set(self->filename2, args[4]);
                kept = 2; // for compatibility, as CPython says: args has number and text only
            }
        }
    }
    Owned tuple = newTupleOf(args.values, static_cast<ssize>(kept));
    if (!tuple) return false;
    setField(o, self->args, tuple);
    return true;
}

Owned osErrorNew(Type* type, Args args) {
    bool later = setUpInInit(type);
    if (!later) {
        if (!checkNoKeywords(type->name, args)) return {};
        if (args.count >= 2 && args.count <= 5 && type == exc::OSError && isInt(args[0])) {
            int overflow = 0;
            int64_t number = intValue(args[0], &overflow);
            if (Type* special = overflow ? nullptr : typeForErrno(number)) type = special;
        }
    }
    Ref<> made = type->alloc(type, 0);
    if (!made) return {};
    asOs(made)->written = -1;
    if (later) {
        setField(made.get(), asOs(made)->args, Owned(emptyTuple));
    } else if (!setUp(made, args)) {
        return {};
    }
    return made.release();
}

bool osErrorInit(Object* self, Args args) {
    if (!setUpInInit(self->type)) return true; // __new__ has done everything
    return checkNoKeywords(self->type->name, args) && setUp(self, args);
}

Owned osErrorStr(Object* o) {
    OsExceptionObject* self = asOs(o);
    if (!self->filename && !(self->error && self->strerror)) return baseExceptionStr(o);
    std::string text = "[Errno ";
    if (!appendStr(text, self->error ? self->error : None)) return {};
    text += "] ";
    if (!appendStr(text, self->strerror ? self->strerror : None)) return {};
    if (self->filename) {
        text += ": ";
        if (!appendRepr(text, self->filename)) return {};
        if (self->filename2) {
            text += " -> ";
            if (!appendRepr(text, self->filename2)) return {};
        }
    }
    return newStr(text);
}

Owned osErrorReduce(Object* o) {
    OsExceptionObject* self = asOs(o);
    Ref<> args = Ref<>::share(self->args);
    TupleObject* have = asTuple(self->args);
    if (have->count == 2 && self->filename) {
        args = self->filename2 ? packTuple(have->items[0], have->items[1], self->filename, None, self->filename2)
                               : packTuple(have->items[0], have->items[1], self->filename);
        if (!args) return {};
    }
    if (self->dict) return packTuple(static_cast<Object*>(o->type), args.get(), self->dict);
    return packTuple(static_cast<Object*>(o->type), args.get());
}

Owned getWritten(Object* o) {
    if (asOs(o)->written == -1) return raise(exc::AttributeError, "characters_written");
    return newInt(asOs(o)->written);
}

bool setWritten(Object* o, Object* value) {
    if (!value) {
        if (asOs(o)->written == -1) return raise(exc::AttributeError, "characters_written");
        asOs(o)->written = -1;
        return true;
    }
    ssize n = indexAsSize(value, exc::ValueError);
    if (n == -1 && errorOccurred()) return false;
    asOs(o)->written = n;
    return true;
}

const Field osErrorFields[] = {MEMTAPE_EXCEPTION_FIELDS,
                               {"errno", offsetof(OsExceptionObject, error)},
                               {"strerror", offsetof(OsExceptionObject, strerror)},
                               {"filename", offsetof(OsExceptionObject, filename)},
                               {"filename2", offsetof(OsExceptionObject, filename2)},
                               {}};
const MemberDef osErrorMembers[] = {
    {"errno", MemberKind::Object, offsetof(OsExceptionObject, error), false},
    {"strerror", MemberKind::Object, offsetof(OsExceptionObject, strerror), false},
    {"filename", MemberKind::Object, offsetof(OsExceptionObject, filename), false},
    {"filename2", MemberKind::Object, offsetof(OsExceptionObject, filename2), false},
    {},
};
const MethodDef osErrorMethods[] = {{"__reduce__", osErrorReduce}, {}};
const GetSetDef osErrorGetSets[] = {{"characters_written", getWritten, setWritten}, {}};

}

void describeOSError(Type* t) {
    t->create = osErrorNew;
    t->init = osErrorInit;
    t->str = osErrorStr;
    t->fields = osErrorFields;
    t->members = osErrorMembers;
    t->methods = osErrorMethods;
    t->getsets = osErrorGetSets;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError.
#include <cstddef>
#include <cstdio>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/quoted.h"

namespace memtape {

namespace {

UnicodeExceptionObject* as(Object* o) { return static_cast<UnicodeExceptionObject*>(o); }

bool wrongArgument(size_t index, const char* wanted, Object* got) {
    return raise(exc::TypeError, "argument {} must be {}, not {}", index + 1, wanted, isNone(got) ? "None" : got->type->name);
}

// encoding (not for Translate), object, start, end, reason.
bool initParts(Object* o, Args args, bool hasEncoding, bool objectIsStr) {
    if (!baseExceptionInit(o, args)) return false;
    UnicodeExceptionObject* self = as(o);
    size_t wanted = hasEncoding ? 5 : 4, next = 0;
    if (args.count != wanted) return raise(exc::TypeError, "function takes exactly {} arguments ({} given)", wanted, args.count);
    Object* encoding = nullptr;
    if (hasEncoding) {
        if (!isStr(args[next])) return wrongArgument(next, "str", args[next]);
        encoding = args[next++];
    }
    Held<> object(newRef(args[next]));
    if (objectIsStr && !isStr(object)) return wrongArgument(next, "str", object);
    size_t objectIndex = next++;
    ssize bounds[2];
    for (ssize& bound : bounds) {
        if (!args[next]->type->index) return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", args[next]->type->name);
        bound = indexAsSize(args[next], exc::OverflowError);
        if (bound == -1 && errorOccurred()) return false;
        ++next;
    }
    if (!isStr(args[next])) return wrongArgument(next, "str", args[next]);
    if (!objectIsStr && !hasFlag(object.get(), BytesSubclass)) {
        if (object->type != types::ByteArray && object->type != types::MemoryView) {
            (void)objectIndex;
            return raise(exc::TypeError, "a bytes-like object is required, not '{}'", object->type->name);
        }
        object = call(types::Bytes, object.get());
        if (!object) return false;
    }
    if (encoding) setField(o, self->encoding, newRef(encoding));
    setField(o, self->object, object.release());
    self->start = bounds[0];
    self->end = bounds[1];
    setField(o, self->reason, newRef(args[next]));
    return true;
}

bool encodeInit(Object* o, Args args) { return initParts(o, args, true, true); }
bool decodeInit(Object* o, Args args) { return initParts(o, args, true, false); }
bool translateInit(Object* o, Args args) { return initParts(o, args, false, true); }

// "character '\xe4' in position 3" or "characters in position 3-5", with what went wrong around it.
Owned describeCharacters(UnicodeExceptionObject* self, const std::string& verb) {
    std::string reason, text;
    if (!appendStr(reason, self->reason)) return {};
    if (self->encoding) {
        std::string encoding;
        if (!appendStr(encoding, self->encoding)) return {};
        text = "'" + encoding + "' codec ";
    }
    text += verb;
    StrObject* object = isStr(self->object) ? asStr(self->object) : nullptr;
    if (object && self->start >= 0 && self->start < object->length && self->end == self->start + 1) {
        text += " character '" + escapeOf(charAt(object, self->start)) + "' in position " + std::to_string(self->start);
    } else {
        text += " characters in position " + std::to_string(self->start) + "-" + std::to_string(self->end - 1);
    }
    return newStr(text + ": " + reason);
}

Owned encodeStr(Object* o) { return as(o)->object ? describeCharacters(as(o), "can't encode") : newStr(""); }
Owned translateStr(Object* o) { return as(o)->object ? describeCharacters(as(o), "can't translate") : newStr(""); }

Owned decodeStr(Object* o) {
    UnicodeExceptionObject* self = as(o);
    if (!self->object) return newStr("");
    std::string reason, encoding;
    if (!appendStr(reason, self->reason) || !appendStr(encoding, self->encoding)) return {};
    std::string text = "'" + encoding + "' codec can't decode byte";
    ssize length = lengthOf(self->object);
    if (length < 0) return {};
    if (self->start >= 0 && self->start < length && self->end == self->start + 1) {
        Ref<> byte = getItemAt(self->object, self->start);
        if (!byte) return {};
        ssize value = indexAsSize(byte, exc::OverflowError);
        char code[16];
        std::snprintf(code, sizeof code, " 0x%02x", static_cast<unsigned>(value));
        text += code;
        text += " in position " + std::to_string(self->start);
    } else {
        text += "s in position " + std::to_string(self->start) + "-" + std::to_string(self->end - 1);
    }
    return newStr(text + ": " + reason);
}

const Field unicodeFields[] = {MEMTAPE_EXCEPTION_FIELDS,
                               {"encoding", offsetof(UnicodeExceptionObject, encoding)},
                               {"object", offsetof(UnicodeExceptionObject, object)},
                               {"reason", offsetof(UnicodeExceptionObject, reason)},
                               {}};
const MemberDef unicodeMembers[] = {
    {"encoding", MemberKind::Object, offsetof(UnicodeExceptionObject, encoding), false},
    {"object", MemberKind::Object, offsetof(UnicodeExceptionObject, object), false},
    {"start", MemberKind::Ssize, offsetof(UnicodeExceptionObject, start), false},
    {"end", MemberKind::Ssize, offsetof(UnicodeExceptionObject, end), false},
    {"reason", MemberKind::Object, offsetof(UnicodeExceptionObject, reason), false},
    {},
};

void describeParts(Type* t, InitFunc init, UnaryFunc str) {
    t->init = init;
    t->str = str;
    t->fields = unicodeFields;
    t->members = unicodeMembers;
}

}

void describeUnicodeEncodeError(Type* t) { describeParts(t, encodeInit, encodeStr); }
void describeUnicodeDecodeError(Type* t) { describeParts(t, decodeInit, decodeStr); }
void describeUnicodeTranslateError(Type* t) { describeParts(t, translateInit, translateStr); }

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_intern.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_search.h"

// The type str: its slots and its table of methods.

namespace memtape {

namespace {

constexpr ssize headSize = 64; // of an instance of a subclass, as CPython's PyUnicodeObject

void*& separateData(StrObject* s) { return *reinterpret_cast<void**>(reinterpret_cast<char*>(s) + 56); }

size_t sizeOfStr(Object* o) {
    StrObject* s = asStr(o);
    size_t data = (static_cast<size_t>(s->length) + 1) * s->kind;
    if (!s->compact) return headSize + (separateData(s) ? data : 0);
    // CPython's static one-character strings above ASCII carry their UTF-8 form.
    if (s->ascii) return 40 + data;
    if (s->length == 1 && s->kind == 1 && isImmortal(o)) return 56 + data + 3;
    return 56 + data + (keptUtf8(s).bytes ? static_cast<size_t>(keptUtf8(s).length) + 1 : 0);
}

void deallocStr(Object* o) {
    StrObject* s = asStr(o);
    if (s->interned) dropInterned(s);
    if (!s->compact && separateData(s)) releaseBlock(separateData(s));
    if (s->compact && !s->ascii && keptUtf8(s).bytes) releaseBlock(keptUtf8(s).bytes);
    freeObject(o);
}

int64_t hashSlot(Object* o) { return hashStr(o); }
ssize lengthSlot(Object* o) { return asStr(o)->length; }

Owned compareStr(Object* a, Object* b, Comparison op) {
    if (!isStr(a) || !isStr(b)) return notImplemented();
    if (op == Comparison::Eq) return newBool(strEquals(a, b));
    if (op == Comparison::Ne) return newBool(!strEquals(a, b));
    return newBool(answers(op, strCompare(a, b)));
}

Owned repeatStr(Object* o, ssize times) {
    StrObject* s = asStr(o);
    if (times < 1 || s->length == 0) return Owned(emptyString);
    if (times == 1) return exactStr(o);
    if (s->length > PTRDIFF_MAX / times) return raise(exc::OverflowError, "repeated string is too long");
    StrObject* whole = allocateStr(s->length * times, s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff);
    if (!whole) return nullptr;
    char* to = static_cast<char*>(strData(whole));
    size_t unit = static_cast<size_t>(s->length) * s->kind, total = unit * static_cast<size_t>(times);
    if (unit == 1) {
        std::memset(to, *static_cast<uint8_t*>(strData(s)), total);
    } else {
        std::memcpy(to, strData(s), unit);
        for (size_t done = unit; done < total;) {
            size_t more = done < total - done ? done : total - done;
            std::memcpy(to + done, to, more);
            done += more;
        }
    }
    recordPayload(whole);
    return Owned(whole);
}

Owned itemOfStr(Object* o, ssize i) {
    StrObject* s = asStr(o);
    if (i < 0 || i >= s->length) return raise(exc::IndexError, "string index out of range");
    return charString(charAt(s, i));
}

Owned subscriptStr(Object* o, Object* key) {
    StrObject* s = asStr(o);
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return itemOfStr(o, i < 0 ? i + s->length : i);
    }
    if (isSlice(key)) {
        ssize start, stop, step;
        if (!sliceUnpack(key, &start, &stop, &step)) return nullptr;
        ssize count = sliceAdjust(s->length, &start, &stop, &step);
        if (step == 1) return strSubstring(o, start, start + count);
        if (count == 0) return Owned(emptyString);
        StrBuilder out;
        TextView text = viewOf(o);
        for (ssize i = 0, at = start; i < count; ++i, at += step) out.append(text.at(at));
        return out.finishNew();
    }
    return raise(exc::TypeError, "string indices must be integers, not '{}'", key->type->name);
}

int containsStr(Object* o, Object* part) {
    if (!isStr(part)) return raise(exc::TypeError, "'in <string>' requires string as left operand, not {}", part->type->name);
    TextView text = viewOf(o);
    return searchFirst(text, viewOf(part), 0, text.length) >= 0;
}

Owned percentSlot(Object* a, Object* b) { return isStr(a) ? strFormatPercent(a, b) : notImplemented(); }

// ---- construction

Owned subclassInstance(Type* type, Object* text) {
    Ref<> made(type->alloc(type, 0));
    if (!made) return nullptr;
    StrObject *s = asStr(made), *from = asStr(text);
    size_t bytes = (static_cast<size_t>(from->length) + 1) * from->kind;
    void* data = allocateBlock(bytes);
    if (!data) return nullptr;
    std::memcpy(data, strData(from), bytes);
    s->length = from->length;
    s->hash = from->hash;
    s->kind = from->kind;
    s->ascii = from->ascii;
    s->compact = 0;
    s->interned = 0;
    separateData(s) = data;
    recordResize(s);
    recordPayload(s);
    return made.release();
}

Owned createStr(Type* type, Args args) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    // Without keywords CPython comes in by another door, which words it otherwise (unicode_vectorcall).
    if (type == types::Str && !args.keywordCount()) {
        static const char* const places[] = {"", "encoding", "errors"};
        if (!checkArgCount("str", args.count, 0, 3)) return nullptr;
        for (size_t i = 0; i < args.count; ++i) {
            out[i] = args[i];
            if (i && !isStr(args[i])) return raise(exc::TypeError, "str() argument '{}' must be str, not {}", places[i], args[i]->type->name);
        }
    } else if (!parseArgs("str", args, "| object encoding errors", out)) {
        return nullptr;
    }
    if (out[1] && !wantStr("str", "argument 'encoding'", out[1])) return nullptr;
    if (out[2] && !wantStr("str", "argument 'errors'", out[2])) return nullptr;
    Held<> text;
    if (!out[0]) text = newRef(names::empty);
    else if (!out[1] && !out[2]) text = strOf(out[0]);
    else text = decodeObject(out[0], out[1], out[2]);
    if (!text || type == types::Str) return text.release();
    return subclassInstance(type, text);
}

// ---- small methods

Owned joinMethod(Object* self, Object* iterable) { return strJoin(self, iterable); }
Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(sizeOfStr(self))); }
Owned getnewargsMethod(Object* self) {
    Ref<> text(exactStr(self));
    if (!text) return nullptr;
    return packTuple(text.get());
}

const MethodDef methods[] = {
    {"encode", strEncode, NativeKind::Keywords},
    {"replace", strReplace, NativeKind::Keywords},
    {"split", strSplit, NativeKind::Keywords},
    {"rsplit", strRsplit, NativeKind::Keywords},
    {"join", joinMethod},
    {"capitalize", strCapitalize},
    {"casefold", strCasefold},
    {"title", strTitle},
    {"center", strCenter, 1, 2},
    {"count", strCountMethod, 1, 3},
    {"expandtabs", strExpandtabs, NativeKind::Keywords},
    {"find", strFindMethod, 1, 3},
    {"partition", strPartition},
    {"index", strIndexMethod, 1, 3},
    {"ljust", strLjust, 1, 2},
    {"lower", strLower},
    {"lstrip", strLstrip, 0, 1},
    {"rfind", strRfindMethod, 1, 3},
    {"rindex", strRindexMethod, 1, 3},
    {"rjust", strRjust, 1, 2},
    {"rstrip", strRstrip, 0, 1},
    {"rpartition", strRpartition},
    {"splitlines", strSplitlines, NativeKind::Keywords},
    {"strip", strStrip, 0, 1},
    {"swapcase", strSwapcase},
    {"translate", strTranslate},
    {"upper", strUpper},
    {"startswith", strStartswith, 1, 3},
    {"endswith", strEndswith, 1, 3},
    {"removeprefix", strRemovePrefix},
    {"removesuffix", strRemoveSuffix},
    {"isascii", strIsAscii},
    {"islower", strIsLower},
    {"isupper", strIsUpper},
    {"istitle", strIsTitle},
    {"isspace", strIsSpace},
    {"isdecimal", strIsDecimal},
    {"isdigit", strIsDigit},
    {"isnumeric", strIsNumeric},
    {"isalpha", strIsAlpha},
    {"isalnum", strIsAlnum},
    {"isidentifier", strIsIdentifier},
    {"isprintable", strIsPrintable},
    {"zfill", strZfill},
    {"format", strFormatMethod, NativeKind::Keywords},
    {"format_map", strFormatMap},
    {"__format__", strDunderFormat},
    {"maketrans", strMaketrans, 1, 3, NativeBinding::Static},
    {"__sizeof__", sizeofMethod},
    {"__getnewargs__", getnewargsMethod},
    {},
};

// ---- iterators

struct StrIteratorObject : Object {
    ssize index;
    Object* text; // null: exhausted
};

const Field iteratorFields[] = {{"it_seq", offsetof(StrIteratorObject, text)}, {}};

Owned iterStr(Object* o) {
    Object* made = allocateGcObject(asStr(o)->ascii ? types::StrAsciiIterator : types::StrIterator, sizeof(StrIteratorObject));
    if (!made) return nullptr;
    auto* it = static_cast<StrIteratorObject*>(made);
    it->index = 0;
    incref(o);
    it->text = o;
    gcTrack(it);
    recordCells(it);
    return Owned(it);
}

Owned nextChar(Object* o) {
    auto* it = static_cast<StrIteratorObject*>(o);
    if (!it->text) return nullptr;
    StrObject* s = asStr(it->text);
    if (it->index < s->length) return charString(charAt(s, it->index++));
    setField<Object>(it, it->text, nullptr);
    return nullptr;
}

Owned iteratorLengthHint(Object* o) {
    auto* it = static_cast<StrIteratorObject*>(o);
    return newInt(it->text ? asStr(it->text)->length - it->index : 0);
}

Owned iteratorReduce(Object* o) {
    auto* it = static_cast<StrIteratorObject*>(o);
    Ref<> function = Ref<>::share(dictFindText(interpreter.builtins, "iter"));
    if (!function) return raise(exc::AttributeError, "iter");
    Ref<> arguments(packTuple(it->text ? it->text : names::empty));
    if (!arguments) return nullptr;
    if (!it->text) return packTuple(function.get(), arguments.get());
    Ref<> index(newInt(it->index));
    return packTuple(function.get(), arguments.get(), index.get());
}

Owned iteratorSetState(Object* o, Object* state) {
    ssize index = indexAsSize(state, exc::OverflowError);
    if (index == -1 && errorOccurred()) return nullptr;
    auto* it = static_cast<StrIteratorObject*>(o);
    if (it->text) {
        ssize length = asStr(it->text)->length;
        it->index = index < 0 ? 0 : index > length ? length : index;
    }
    return newNone();
}

const MethodDef iteratorMethods[] = {
    {"__length_hint__", iteratorLengthHint},
    {"__reduce__", iteratorReduce},
    {"__setstate__", iteratorSetState},
    {},
};

void defineIterator(Type* t, const char* name) { describeIterator(t, name, sizeof(StrIteratorObject), iteratorFields, nextChar, iteratorMethods); }

}

bool wantStr(const char* function, const char* which, Object* arg) {
    if (isStr(arg)) return true;
    return raise(exc::TypeError, "{}() {} must be str, not {}", function, which, isNone(arg) ? "None" : arg->type->name);
}

Owned strJoin(Object* separator, Object* iterable) {
    Held<> sequence;
    if (isExactList(iterable) || isExactTuple(iterable)) {
        sequence = newRef(iterable);
    } else {
        if (!iterable->type->iter && !isSequence(iterable)) return raise(exc::TypeError, "can only join an iterable");
        sequence = sequenceToList(iterable);
        if (!sequence) return nullptr;
    }
    bool list = isExactList(sequence);
    Object* const* items = list ? asList(sequence)->items : asTuple(sequence)->items;
    ssize count = static_cast<VarObject*>(sequence.get())->count;
    for (ssize i = 0; i < count; ++i) {
        if (!isStr(items[i])) {
            return raise(exc::TypeError, "sequence item {}: expected str instance, {} found", i, items[i]->type->name);
        }
    }
    if (count == 0) return Owned(emptyString);
    if (count == 1) return exactStr(items[0]);
    if (asStr(separator)->length == 0) return joinStrings(items, static_cast<size_t>(count));
    uint32_t widest = 0;
    ssize length = 0;
    auto widthOf = [](Object* o) {
        StrObject* s = asStr(o);
        return s->ascii ? 0x7fu : s->kind == 1 ? 0xffu : s->kind == 2 ? 0xffffu : 0x10ffffu;
    };
    TextView between = viewOf(separator);
    widest = widthOf(separator);
    for (ssize i = 0; i < count; ++i) {
        ssize more = asStr(items[i])->length + (i ? between.length : 0);
        if (length > PTRDIFF_MAX - more) return raise(exc::OverflowError, "join() result is too long for a Python string");
        length += more;
        if (widthOf(items[i]) > widest) widest = widthOf(items[i]);
    }
    if (length == 0) return Owned(emptyString);
    StrObject* joined = allocateStr(length, widest);
    if (!joined) return nullptr;
    void* data = strData(joined);
    ssize at = 0;
    for (ssize i = 0; i < count; ++i) {
        if (i) {
            copyChars(data, joined->kind, at, between, 0, between.length);
            at += between.length;
        }
        TextView text = viewOf(items[i]);
        copyChars(data, joined->kind, at, text, 0, text.length);
        at += text.length;
    }
    recordPayload(joined);
    return Owned(joined);
}

void defineStrType(Type* t) {
    t->name = "str";
    t->basicSize = headSize;
    t->flags = BaseType | StrSubclass | MatchSelf;
    t->dealloc = deallocStr;
    t->size = sizeOfStr;
    t->create = createStr;
    t->repr = strRepr;
    t->str = exactStr;
    t->hash = hashSlot;
    t->richCompare = compareStr;
    t->iter = iterStr;
    t->remainder = percentSlot;
    t->sequenceLength = lengthSlot;
    t->mappingLength = lengthSlot;
    t->concat = strConcat;
    t->repeat = repeatStr;
    t->item = itemOfStr;
    t->contains = containsStr;
    t->subscript = subscriptStr;
    t->methods = methods;
    t->doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
             "Create a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\n"
             "that will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\n"
             "or repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.";
}

void defineStrIteratorType(Type* t) { defineIterator(t, "str_iterator"); }
void defineStrAsciiIteratorType(Type* t) { defineIterator(t, "str_ascii_iterator"); }

}

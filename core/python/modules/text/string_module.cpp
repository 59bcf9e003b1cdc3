// SPDX-License-Identifier: GPL-3.0-or-later

// _string: a format text taken apart, for string.Formatter. What str.format() makes of the parts is in objects/text/str_format.cpp.

#include <cstddef>

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape {

namespace {

// Both iterators: a text and how far it has been read. Sizes are those of CPython's, which keep more.
struct TextIterator : Object {
    Object* text;
    ssize at;
    void* unused[2];
};
struct FieldIterator : TextIterator {
    void* unusedToo;
};
static_assert(sizeof(TextIterator) == 48 && sizeof(FieldIterator) == 56);

Type *formatIteratorType, *fieldIteratorType;
RuntimeCache iteratorTypesCache([] { formatIteratorType = fieldIteratorType = nullptr; });

template <class T> Owned newTextIterator(Type* type, Object* text, ssize at) {
    Object* o = allocateObject(type, sizeof(T));
    if (!o) return nullptr;
    T* iterator = static_cast<T*>(o);
    iterator->text = newRef(text).pointer;
    iterator->at = at;
    recordCells(o);
    return Owned(o);
}

const Field iteratorFields[] = {{"str", offsetof(TextIterator, text)}, {}};

bool wantText(Object* o) {
    if (isStr(o)) return true;
    return raise(exc::TypeError, "expected str, got {}", o->type->name);
}

// ---- literal text and replacement fields

// The literal from `at` on, to the '{' of a field or to the end. A doubled brace ends it: one brace is its last character.
bool readLiteral(TextView text, ssize& at, ssize& end, bool& field) {
    field = false;
    ssize start = at;
    while (at < text.length) {
        uint32_t c = text.at(at++);
        if (c != '{' && c != '}') continue;
        bool doubled = at < text.length && text.at(at) == c;
        if (doubled) {
            end = at++;
            return true;
        }
        if (c == '}') return raise(exc::ValueError, "Single '}' encountered in format string");
        if (at == text.length) return raise(exc::ValueError, "Single '{{' encountered in format string");
        field = true;
        end = at - 1;
        return true;
    }
    end = text.length;
    (void)start;
    return true;
}

struct FieldParts {
    ssize nameStart, nameEnd, specStart, specEnd;
    uint32_t conversion = 0;
};

// What follows a '{'. Braces in the name are refused outside of [ ], in the format spec they nest.
bool readField(TextView text, ssize& at, FieldParts& parts) {
    parts.nameStart = at;
    bool bracketed = false;
    uint32_t c = 0;
    for (; at < text.length; ++at) {
        c = text.at(at);
        if (c == '{') return raise(exc::ValueError, "unexpected '{{' in field name");
        if (c == '[') bracketed = true;
        else if (c == ']') bracketed = false;
        else if (!bracketed && (c == '}' || c == ':' || c == '!')) break;
    }
    if (at >= text.length) return raise(exc::ValueError, "expected '}' before end of string");
    parts.nameEnd = at++;
    if (c == '!') {
        if (at >= text.length) return raise(exc::ValueError, "end of string while looking for conversion specifier");
        parts.conversion = text.at(at++);
        if (at < text.length) {
            c = text.at(at++);
            if (c == '}') return parts.specStart = parts.specEnd = at - 1, true;
            if (c != ':') return raise(exc::ValueError, "expected ':' after conversion specifier");
        }
    }
    parts.specStart = parts.specEnd = at;
    if (c == '}' && !parts.conversion) return parts.specEnd = parts.specStart = at - 1, true;
    for (int depth = 1; at < text.length; ++at) {
        c = text.at(at);
        if (c == '{') ++depth;
        else if (c == '}' && --depth == 0) return parts.specEnd = at++, true;
    }
    return raise(exc::ValueError, "unmatched '{{' in format spec");
}

Owned formatNext(Object* o) {
    auto* iterator = static_cast<TextIterator*>(o);
    TextView text = viewOf(iterator->text);
    if (iterator->at >= text.length) return nullptr;
    ssize start = iterator->at, end = 0;
    bool isField = false;
    FieldParts parts;
    if (!readLiteral(text, iterator->at, end, isField) || (isField && !readField(text, iterator->at, parts))) return nullptr;
    Ref<> literal = strSubstring(iterator->text, start, end);
    if (!literal) return nullptr;
    if (!isField) return packTuple(literal.get(), None, None, None);
    Ref<> name = strSubstring(iterator->text, parts.nameStart, parts.nameEnd), spec = strSubstring(iterator->text, parts.specStart, parts.specEnd);
    Ref<> conversion = parts.conversion ? newStrFromChar(parts.conversion) : newNone();
    return name && spec && conversion ? packTuple(literal.get(), name.get(), spec.get(), conversion.get()) : Owned(nullptr);
}

// ---- the parts of a field's name

// The text as an index where all of it are digits, else itself.
Owned indexOrText(Object* whole, ssize start, ssize end) {
    TextView text = viewOf(whole);
    int64_t value = 0;
    for (ssize i = start; i < end; ++i) {
        uint32_t c = text.at(i);
        if (c < '0' || c > '9') return strSubstring(whole, start, end);
        if (value > (PTRDIFF_MAX - (c - '0')) / 10) return raise(exc::ValueError, "Too many decimal digits in format string");
        value = value * 10 + (c - '0');
    }
    return start == end ? strSubstring(whole, start, end) : newInt(value);
}

Owned fieldNext(Object* o) {
    auto* iterator = static_cast<TextIterator*>(o);
    TextView text = viewOf(iterator->text);
    if (iterator->at >= text.length) return nullptr;
    uint32_t opening = text.at(iterator->at++);
    ssize start = iterator->at, end = start;
    if (opening == '.') {
        while (end < text.length && text.at(end) != '.' && text.at(end) != '[') ++end;
        iterator->at = end;
    } else if (opening == '[') {
        while (end < text.length && text.at(end) != ']') ++end;
        if (end == text.length) return raise(exc::ValueError, "Missing ']' in format string");
        iterator->at = end + 1;
    } else {
        return raise(exc::ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    if (start == end) return raise(exc::ValueError, "Empty attribute in format string");
    Ref<> key = opening == '[' ? indexOrText(iterator->text, start, end) : strSubstring(iterator->text, start, end);
    return key ? packTuple(opening == '.' ? True : False, key.get()) : Owned(nullptr);
}

Owned splitFieldName(Object*, Object* name) {
    if (!wantText(name)) return nullptr;
    TextView text = viewOf(name);
    ssize end = 0;
    while (end < text.length && text.at(end) != '.' && text.at(end) != '[') ++end;
    Ref<> first = indexOrText(name, 0, end);
    Ref<> rest = first ? newTextIterator<FieldIterator>(fieldIteratorType, name, end) : Owned(nullptr);
    return rest ? packTuple(first.get(), rest.get()) : Owned(nullptr);
}

Owned parseFormat(Object*, Object* text) { return wantText(text) ? newTextIterator<TextIterator>(formatIteratorType, text, 0) : Owned(nullptr); }

void describe(Type* t, const char* name, ssize size, UnaryFunc next) {
    t->name = name;
    t->basicSize = size;
    t->flags = DisallowInstantiation;
    t->fields = iteratorFields;
    t->iter = returnSelf;
    t->iterNext = next;
}
void defineFormatIterator(Type* t) { describe(t, "formatteriterator", sizeof(TextIterator), formatNext); }
void defineFieldIterator(Type* t) { describe(t, "fieldnameiterator", sizeof(FieldIterator), fieldNext); }

const MethodDef functions[] = {{"formatter_field_name_split", splitFieldName}, {"formatter_parser", parseFormat}, {}};

}

Owned makeStringModule() {
    Ref<> module = newModule("_string");
    if (!module || !addFunctions(module, functions)) return nullptr;
    formatIteratorType = makeModuleType(defineFormatIterator);
    fieldIteratorType = makeModuleType(defineFieldIterator);
    return formatIteratorType && fieldIteratorType ? module.release() : Owned(nullptr);
}

}

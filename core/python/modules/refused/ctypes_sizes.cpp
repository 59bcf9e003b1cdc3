// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/refused/ctypes_parts.h"

#include <string>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::ctypes {

namespace {

const struct {
    char code;
    ssize size;
} codes[] = {
    {'c', 1}, {'b', 1}, {'B', 1}, {'?', 1}, {'h', 2}, {'H', 2}, {'v', 2}, {'i', 4}, {'I', 4}, {'f', 4}, {'u', 4},
    {'l', 8}, {'L', 8}, {'q', 8}, {'Q', 8}, {'d', 8}, {'z', 8}, {'Z', 8}, {'P', 8}, {'X', 8}, {'O', 8}, {'g', 16},
};
constexpr ssize pointerSize = 8;

bool hasKind(Type* type, Kind kind) { return baseClass(kind) && type != baseClass(kind) && isSubtype(type, baseClass(kind)); }

// A class attribute; TypeError where it is not there, as a class without one is abstract.
Owned attributeOf(Type* type, const char* name) {
    bool failed = false;
    Held<> key(newStr(name));
    Held<> value(key ? findAttr(type, key, &failed) : Owned(nullptr));
    if (value) return value.release();
    return failed || !key ? Owned(nullptr) : Owned(raise(exc::TypeError, "this type has no size"));
}

ssize sizeOfSimple(Type* type) {
    Held<> code(attributeOf(type, "_type_"));
    if (!code) return -1;
    std::string text = isStr(code) ? strToUtf8(code) : std::string();
    ssize size = text.size() == 1 ? sizeOfCode(text[0]) : 0;
    return size ? size : raise(exc::TypeError, "this type has no size");
}

Type* elementOf(Type* type, Held<>& kept) {
    kept = attributeOf(type, "_type_");
    if (!kept) return nullptr;
    if (isType(kept)) return static_cast<Type*>(kept.get());
    raise(exc::TypeError, "this type has no size");
    return nullptr;
}

ssize sizeOfArray(Type* type) {
    Held<> element, length(attributeOf(type, "_length_"));
    int overflow = 0;
    if (!length || !isInt(length)) return errorOccurred() ? -1 : raise(exc::TypeError, "this type has no size");
    int64_t count = intValue(length, &overflow);
    Type* of = elementOf(type, element);
    ssize each = of ? sizeOfClass(of) : -1;
    if (each < 0) return -1;
    ssize whole = 0;
    if (overflow || count < 0 || __builtin_mul_overflow(each, count, &whole)) return raise(exc::OverflowError, "array too large");
    return whole;
}

// Classes that hold one another (an array whose element was set to itself) end as deep recursion does.
class Nesting {
public:
    Nesting() : m_ok(interpreter.nativeRemaining > 0) { --interpreter.nativeRemaining; }
    ~Nesting() { ++interpreter.nativeRemaining; }
    bool ok() const { return m_ok || raise(exc::RecursionError, "maximum recursion depth exceeded"); }

private:
    bool m_ok;
};

}

const char simpleCodes[] = "cbBhHiIlLdfuzZqQPXOv?g";

ssize sizeOfCode(char code) {
    for (const auto& row : codes)
        if (row.code == code) return row.size;
    return 0;
}

ssize sizeOfClass(Type* type) {
    Nesting nesting;
    if (!nesting.ok()) return -1;
    if (hasKind(type, Kind::Simple)) return sizeOfSimple(type);
    if (hasKind(type, Kind::Array)) return sizeOfArray(type);
    if (hasKind(type, Kind::Pointer) || hasKind(type, Kind::Function)) return pointerSize;
    if (hasKind(type, Kind::Structure) || hasKind(type, Kind::Union)) return raiseRefused(noMemory);
    return raise(exc::TypeError, "this type has no size");
}

ssize alignmentOfClass(Type* type) {
    Nesting nesting;
    if (!nesting.ok()) return -1;
    if (!hasKind(type, Kind::Array)) return sizeOfClass(type);
    Held<> element;
    Type* of = elementOf(type, element);
    return of ? alignmentOfClass(of) : -1;
}

}

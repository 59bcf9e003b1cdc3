// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/classes/constant_object.h"

#include <algorithm>
#include <string>

#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// Strings that look like identifiers are interned (all_name_chars).
bool looksLikeName(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char ch) {
        return ch == '_' || (ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
    });
}

bool addItem(Constant* constant, Object* item) { return constantOf(item, &constant->items.emplace_back()); }

bool itemsOf(Object* value, Constant* constant) {
    if (!enterNative(" during compilation")) return false;
    bool ok = true;
    if (value->type == types::Tuple) {
        constant->kind = Constant::Kind::Tuple;
        for (ssize i = 0; ok && i < asTuple(value)->count; ++i) ok = addItem(constant, asTuple(value)->items[i]);
    } else {
        constant->kind = Constant::Kind::FrozenSet;
        Object* key;
        for (ssize position = 0; ok && setNext(value, &position, &key);) ok = addItem(constant, key);
    }
    leaveNative();
    return ok;
}

}

Owned newScalarConstant(const Constant& c) {
    switch (c.kind) {
    case Constant::Kind::None: return newNone();
    case Constant::Kind::Ellipsis: return newRef(Ellipsis);
    case Constant::Kind::False: return newBool(false);
    case Constant::Kind::True: return newBool(true);
    case Constant::Kind::Int: return newIntFromHex(c.text);
    case Constant::Kind::Float: return newFloat(c.real);
    case Constant::Kind::Complex: return newComplex(c.real, c.imaginary);
    case Constant::Kind::Str: return looksLikeName(c.text) ? internStr(c.text) : newStr(c.text);
    case Constant::Kind::Bytes: return newBytes(c.text);
    default: return nullptr;
    }
}

Owned newConstantObject(const Constant& c) {
    if (c.kind != Constant::Kind::Tuple && c.kind != Constant::Kind::FrozenSet) return newScalarConstant(c);
    Ref<TupleObject> tuple = newTuple(static_cast<ssize>(c.items.size()));
    if (!tuple) return nullptr;
    for (size_t i = 0; i < c.items.size(); ++i) {
        Owned item = newConstantObject(c.items[i]);
        if (!item) return nullptr;
        tuple->items[i] = item.pointer;
    }
    if (!c.items.empty()) recordCells(tuple);
    return c.kind == Constant::Kind::Tuple ? tuple.release() : newFrozenSet(tuple);
}

bool constantOf(Object* value, Constant* constant) {
    Type* type = value->type;
    if (isNone(value)) return true;
    if (value == Ellipsis) return constant->kind = Constant::Kind::Ellipsis, true;
    if (value == False || value == True) return constant->kind = value == True ? Constant::Kind::True : Constant::Kind::False, true;
    if (type == types::Int) {
        Ref<> text = intToText(value, 16);
        if (!text) return false;
        constant->kind = Constant::Kind::Int;
        constant->text = strToUtf8(text);
        constant->text.erase(constant->text[0] == '-' ? 1 : 0, 2); // 0x
        return true;
    }
    if (type == types::Float) {
        constant->kind = Constant::Kind::Float;
        constant->real = floatValue(value);
        return true;
    }
    if (type == types::Complex) {
        constant->kind = Constant::Kind::Complex;
        constant->real = static_cast<ComplexObject*>(value)->real;
        constant->imaginary = static_cast<ComplexObject*>(value)->imaginary;
        return true;
    }
    if (type == types::Str) {
        constant->kind = Constant::Kind::Str;
        constant->text = strToUtf8(value);
        return true;
    }
    if (type == types::Bytes) {
        constant->kind = Constant::Kind::Bytes;
        constant->text.assign(reinterpret_cast<const char*>(bytesData(value)), static_cast<size_t>(bytesLength(value)));
        return true;
    }
    if (type == types::Tuple || type == types::FrozenSet) return itemsOf(value, constant);
    return raise(exc::TypeError, "got an invalid type in Constant: {}", type->name);
}

}

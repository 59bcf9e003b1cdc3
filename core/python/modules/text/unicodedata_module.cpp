// SPDX-License-Identifier: GPL-3.0-or-later
// unicodedata: the module's functions, which are also the methods of ucd_3_2_0.
#include <string>
#include <vector>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/text/unicodedata_properties.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/unicode.h"

namespace memtape {

namespace {

using unicodedata::Form;
using unicodedata::Version;

Type* databaseType;

// Of the module itself, or of the object for the older version.
Version versionOf(Object* self) { return self->type == databaseType ? Version::V3_2 : Version::Current; }

bool characterArgument(const char* function, const char* where, Object* o, char32_t* out) {
    if (!isStr(o) || asStr(o)->length != 1)
        return raise(exc::TypeError, "{}() {} must be a unicode character, not {}", function, where, o->type->name);
    *out = charAt(asStr(o), 0);
    return true;
}

// ---- properties of a character ------------------------------------------------------------------------------------------

constexpr char categoryName[] = "category", bidirectionalName[] = "bidirectional", widthName[] = "east_asian_width", combiningName[] = "combining",
               mirroredName[] = "mirrored";

template <const char* function, const char* (*property)(char32_t, Version)> Owned textProperty(Object* self, Object* given) {
    char32_t c;
    return characterArgument(function, "argument", given, &c) ? internStr(property(c, versionOf(self))) : nullptr;
}
template <const char* function, int (*property)(char32_t, Version)> Owned numberProperty(Object* self, Object* given) {
    char32_t c;
    return characterArgument(function, "argument", given, &c) ? newInt(property(c, versionOf(self))) : nullptr;
}
Owned decompositionFunction(Object* self, Object* given) {
    char32_t c;
    return characterArgument("decomposition", "argument", given, &c) ? newStr(unicodedata::decomposition(c, versionOf(self))) : nullptr;
}

// The value, or what was given for the case that there is none.
Owned valueOr(Args args, const char* words) { return args.count > 1 ? newRef(args[1]) : Owned(raise(exc::ValueError, words)); }

Owned decimalFunction(Object* self, Args args) {
    char32_t c;
    if (!characterArgument("decimal", "argument 1", args[0], &c)) return nullptr;
    int value = unicodedata::decimal(c, versionOf(self));
    return value < 0 ? valueOr(args, "not a decimal") : newInt(value);
}
Owned digitFunction(Object*, Args args) { // the same in both versions, as CPython has it
    char32_t c;
    if (!characterArgument("digit", "argument 1", args[0], &c)) return nullptr;
    int value = unicode::digitValue(c);
    return value < 0 ? valueOr(args, "not a digit") : newInt(value);
}
Owned numericFunction(Object* self, Args args) {
    char32_t c;
    if (!characterArgument("numeric", "argument 1", args[0], &c)) return nullptr;
    std::optional<double> value = unicodedata::numeric(c, versionOf(self));
    return value ? newFloat(*value) : valueOr(args, "not a numeric character");
}

// ---- names --------------------------------------------------------------------------------------------------------------

Owned nameFunction(Object* self, Args args) {
    char32_t c;
    if (!characterArgument("name", "argument 1", args[0], &c)) return nullptr;
    std::string name = unicodedata::name(c, versionOf(self));
    return name.empty() ? valueOr(args, "no such name") : newStr(name);
}

Owned lookupFunction(Object* self, Object* given) {
    constexpr size_t longestName = 256;
    std::string name;
    if (isStr(given)) {
        if (!encodeInto(name, given, "utf-8", "strict")) return nullptr;
    } else {
        const uint8_t* data;
        size_t size;
        if (!wantBuffer(given, &data, &size)) return nullptr;
        if (!isBytes(given)) return raiseWrongArgument("lookup", "argument", "read-only bytes-like object", given);
        name.assign(reinterpret_cast<const char*>(data), size);
    }
    if (name.size() > longestName) return raise(exc::KeyError, "name too long");
    std::string found = unicodedata::lookup(name, versionOf(self));
    return found.empty() ? Owned(raise(exc::KeyError, "undefined character name '{}'", name.c_str())) : newStr(found);
}

// ---- normal forms -------------------------------------------------------------------------------------------------------

bool formArgument(Object* form, Form* out) {
    const char* const names[] = {"NFC", "NFD", "NFKC", "NFKD"};
    for (int i = 0; i < 4; ++i) {
        if (!strEqualsText(form, names[i])) continue;
        *out = static_cast<Form>(i);
        return true;
    }
    return raise(exc::ValueError, "invalid normalization form");
}

// The text in the form; where it is in it already, `same` is set and the result is empty.
bool normalize(Object* self, const char* function, Args args, std::vector<char32_t>* out, bool* same) {
    for (size_t i = 0; i < 2; ++i)
        if (!isStr(args[i])) return raiseWrongArgument(function, i ? "argument 2" : "argument 1", "str", args[i]);
    StrObject* s = asStr(args[1]);
    Form form;
    *same = s->length == 0;
    if (*same) return true;
    if (!formArgument(args[0], &form)) return false;
    *same = s->ascii;
    if (*same) return true;
    std::vector<char32_t> text(static_cast<size_t>(s->length));
    for (ssize i = 0; i < s->length; ++i) text[static_cast<size_t>(i)] = charAt(s, i);
    *out = unicodedata::normalized(form, text, versionOf(self));
    *same = *out == text;
    return true;
}

Owned normalizeFunction(Object* self, Args args) {
    std::vector<char32_t> text;
    bool same;
    if (!normalize(self, "normalize", args, &text, &same)) return nullptr;
    return same ? newRef(args[1]) : newStrFromCodePoints(reinterpret_cast<const uint32_t*>(text.data()), text.size());
}
Owned isNormalizedFunction(Object* self, Args args) {
    std::vector<char32_t> text;
    bool same;
    return normalize(self, "is_normalized", args, &text, &same) ? newBool(same) : nullptr;
}

const MethodDef functions[] = {
    {"decimal", decimalFunction, 1, 2},
    {"digit", digitFunction, 1, 2},
    {"numeric", numericFunction, 1, 2},
    {"category", textProperty<categoryName, unicodedata::category>},
    {"bidirectional", textProperty<bidirectionalName, unicodedata::bidirectional>},
    {"combining", numberProperty<combiningName, unicodedata::combining>},
    {"mirrored", numberProperty<mirroredName, unicodedata::mirrored>},
    {"east_asian_width", textProperty<widthName, unicodedata::eastAsianWidth>},
    {"decomposition", decompositionFunction},
    {"name", nameFunction, 1, 2},
    {"lookup", lookupFunction},
    {"is_normalized", isNormalizedFunction, 2, 2},
    {"normalize", normalizeFunction, 2, 2},
    {},
};

// ---- the older version ----------------------------------------------------------------------------------------------------

Owned getVersion(Object*) { return newStr("3.2.0"); }
const GetSetDef databaseGetsets[] = {{"unidata_version", getVersion}, {}};

void defineDatabase(Type* t) {
    t->name = "unicodedata.UCD";
    t->basicSize = 40;
    t->flags = HaveGc | DisallowInstantiation;
    t->traverse = [](Object*, Visit, void*) { return 0; };
    t->cells = [](Object*, CellVisitor&) {};
    t->dealloc = [](Object* o) {
        gcUntrack(o);
        freeObject(o);
    };
    t->methods = functions;
    t->getsets = databaseGetsets;
}

}

Owned makeUnicodedataModule() {
    Ref<> module(newModule("unicodedata"));
    if (!module || !addTypeToModule(module, databaseType, defineDatabase) || !addFunctions(module, functions) ||
        !addText(module, "unidata_version", "15.1.0") || !addToModule(module, "ucd_3_2_0", databaseType->alloc(databaseType, 0)))
        return nullptr;
    return module.release();
}

}

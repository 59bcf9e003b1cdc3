// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/modules/text/json_parts.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/text/float_text.h"

namespace memtape {

Type *jsonScannerType = nullptr, *jsonEncoderType = nullptr;

namespace {

struct ScannerObject : Object {
    bool strict;
    Object *objectHook, *objectPairsHook, *parseFloat, *parseInt, *parseConstant;
};
static_assert(sizeof(ScannerObject) == 64);

ScannerObject* asScanner(Object* o) { return static_cast<ScannerObject*>(o); }

bool isJsonSpace(uint32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isDigit(uint32_t c) { return c - '0' < 10; }

// One reading of one text.
class Scan {
public:
    Scan(ScannerObject* scanner, Object* text) : m_scanner(scanner), m_textObject(text), m_text(viewOf(text)), m_keys(newDict()) {}

    // The value that begins at `at`, which moves behind it. Null: exception pending, StopIteration where none begins.
    Owned value(ssize& at) {
        if (!m_keys) return nullptr;
        if (at >= m_text.length) return nothingAt(at);
        switch (m_text.at(at)) {
        case '"': return scanJsonString(m_textObject, at + 1, m_scanner->strict, &at);
        case '{': return nested(at, &Scan::object, " while decoding a JSON object from a unicode string");
        case '[': return nested(at, &Scan::array, " while decoding a JSON array from a unicode string");
        case 'n':
            if (takeWord(at, "null")) return newNone();
            break;
        case 't':
            if (takeWord(at, "true")) return newBool(true);
            break;
        case 'f':
            if (takeWord(at, "false")) return newBool(false);
            break;
        case 'N':
            if (takeWord(at, "NaN")) return constant("NaN");
            break;
        case 'I':
            if (takeWord(at, "Infinity")) return constant("Infinity");
            break;
        case '-':
            if (takeWord(at, "-Infinity")) return constant("-Infinity");
            break;
        }
        return number(at);
    }

private:
    Failure nothingAt(ssize at) {
        Ref<> place = newInt(at);
        return place ? raiseStopIteration(place) : Failure();
    }
    Failure wrong(const char* message, ssize at) { return raiseJsonError(message, m_textObject, at); }

    uint32_t peek(ssize at) const { return at < m_text.length ? m_text.at(at) : 0; }
    bool is(ssize at, uint32_t c) const { return at < m_text.length && m_text.at(at) == c; }
    void skipSpace(ssize& at) const {
        while (at < m_text.length && isJsonSpace(m_text.at(at))) ++at;
    }
    bool takeWord(ssize& at, std::string_view word) const {
        if (m_text.length - at < static_cast<ssize>(word.size())) return false;
        for (size_t i = 0; i < word.size(); ++i)
            if (m_text.at(at + static_cast<ssize>(i)) != static_cast<uint32_t>(word[i])) return false;
        at += static_cast<ssize>(word.size());
        return true;
    }

    Owned nested(ssize& at, Owned (Scan::*read)(ssize&), const char* where) {
        if (!enterNative(where)) return nullptr;
        ++at;
        Owned result = (this->*read)(at);
        leaveNative();
        return result;
    }

    Owned constant(std::string_view name) {
        Held<> text(internStr(name));
        return text ? call(m_scanner->parseConstant, text.get()) : Owned(nullptr);
    }

    Owned number(ssize& at) {
        ssize begin = at, end = at;
        if (is(end, '-')) ++end;
        if (!isDigit(peek(end))) return nothingAt(begin);
        if (is(end, '0')) ++end;
        else
            while (isDigit(peek(end))) ++end;
        bool isFloat = false;
        if (is(end, '.') && isDigit(peek(end + 1))) {
            isFloat = true;
            ++end;
            while (isDigit(peek(end))) ++end;
        }
        if (is(end, 'e') || is(end, 'E')) {
            ssize digits = end + 1;
            if (is(digits, '-') || is(digits, '+')) ++digits;
            if (isDigit(peek(digits))) {
                isFloat = true;
                end = digits;
                while (isDigit(peek(end))) ++end;
            }
        }
        at = end;
        Object* parse = isFloat ? m_scanner->parseFloat : m_scanner->parseInt;
        if (parse != (isFloat ? types::Float : types::Int)) {
            Held<> text(strSubstring(m_textObject, begin, end));
            return text ? call(parse, text.get()) : Owned(nullptr);
        }
        std::string digits;
        for (ssize i = begin; i < end; ++i) digits += static_cast<char>(m_text.at(i));
        if (isFloat) {
            double value;
            parseDouble(digits, &value);
            return newFloat(value);
        }
        constexpr size_t surelyFit = 18;
        if (digits.size() <= surelyFit) return newInt(std::strtoll(digits.c_str(), nullptr, 10));
        Ref<> text = newStr(digits);
        return text ? intFromTextObject(text, 10) : Owned(nullptr);
    }

    // Equal keys are one object throughout a text.
    Owned key(ssize& at) {
        Ref<> read = scanJsonString(m_textObject, at + 1, m_scanner->strict, &at);
        return read ? dictSetDefault(m_keys, read, read) : Owned(nullptr);
    }

    Owned object(ssize& at) {
        bool asPairs = !isNone(m_scanner->objectPairsHook);
        Held<> result(asPairs ? Owned(newList(0)) : Owned(newDict()));
        if (!result) return nullptr;
        skipSpace(at);
        for (bool first = true; !(first && is(at, '}')); first = false) {
            if (!is(at, '"')) return wrong("Expecting property name enclosed in double quotes", at);
            Held<> name(key(at));
            if (!name) return nullptr;
            skipSpace(at);
            if (!is(at, ':')) return wrong("Expecting ':' delimiter", at);
            skipSpace(++at);
            Held<> item(value(at));
            if (!item) return nullptr;
            if (asPairs) {
                Ref<> pair = packTuple(name.get(), item.get());
                if (!pair || !listAppend(asList(result), pair)) return nullptr;
            } else if (!dictSet(result, name, item)) {
                return nullptr;
            }
            if (!separator(at, '}', "Illegal trailing comma before end of object")) return nullptr;
            if (is(at, '}')) break;
        }
        ++at;
        if (asPairs) return call(m_scanner->objectPairsHook, result.get());
        return isNone(m_scanner->objectHook) ? result.release() : call(m_scanner->objectHook, result.get());
    }

    Owned array(ssize& at) {
        Held<ListObject> list(newList(0));
        if (!list) return nullptr;
        skipSpace(at);
        while (!is(at, ']')) {
            Owned item = value(at);
            if (!item || !listAppendStealing(list, item.pointer)) return nullptr;
            if (!separator(at, ']', "Illegal trailing comma before end of array")) return nullptr;
        }
        ++at;
        return list.release();
    }

    // Behind an item: the closing bracket, which stays, or a comma, which is passed with what is blank behind it.
    bool separator(ssize& at, uint32_t close, const char* trailing) {
        if (!mayGoOn()) return false;
        skipSpace(at);
        if (is(at, close)) return true;
        if (!is(at, ',')) return wrong("Expecting ',' delimiter", at);
        ssize comma = at;
        skipSpace(++at);
        return !is(at, close) || wrong(trailing, comma);
    }

    ScannerObject* m_scanner;
    Object* m_textObject;
    TextView m_text;
    Held<DictObject> m_keys;
};

Owned callScanner(Object* o, Args args) {
    Object* out[2] = {};
    ssize at;
    if (!parseArgs("scan_once", args, "string idx", out) || !sizeArgument(out[1], &at)) return nullptr;
    if (!isStr(out[0])) return raise(exc::TypeError, "first argument must be a string, not {}", out[0]->type->name);
    if (at < 0) return raise(exc::ValueError, "idx cannot be negative");
    Scan scan(asScanner(o), out[0]);
    Held<> value(scan.value(at));
    Ref<> end = value ? Ref<>(newInt(at)) : Ref<>();
    return end ? packTuple(value.get(), end.get()) : Owned(nullptr);
}

Owned createScanner(Type* type, Args args) {
    Object* context[1] = {};
    if (!parseArgs("make_scanner", args, "context", context)) return nullptr;
    Held<> made(type->alloc(type, 0));
    if (!made) return nullptr;
    ScannerObject* self = asScanner(made);
    Held<> strict(getAttr(context[0], "strict"));
    int truth = strict ? isTrue(strict) : -1;
    if (truth < 0) return nullptr;
    self->strict = truth;
    const struct {
        const char* name;
        Object*& field;
    } rows[] = {{"object_hook", self->objectHook},
                {"object_pairs_hook", self->objectPairsHook},
                {"parse_float", self->parseFloat},
                {"parse_int", self->parseInt},
                {"parse_constant", self->parseConstant}};
    for (const auto& row : rows) {
        Owned value = getAttr(context[0], row.name);
        if (!value) return nullptr;
        setField(self, row.field, value);
    }
    return made.release();
}

const Field fields[] = {{"object_hook", offsetof(ScannerObject, objectHook)},       {"object_pairs_hook", offsetof(ScannerObject, objectPairsHook)},
                        {"parse_float", offsetof(ScannerObject, parseFloat)},       {"parse_int", offsetof(ScannerObject, parseInt)},
                        {"parse_constant", offsetof(ScannerObject, parseConstant)}, {}};
const MemberDef members[] = {{"strict", MemberKind::Bool, offsetof(ScannerObject, strict)},
                             {"object_hook", MemberKind::Object, offsetof(ScannerObject, objectHook)},
                             {"object_pairs_hook", MemberKind::Object, offsetof(ScannerObject, objectPairsHook)},
                             {"parse_float", MemberKind::Object, offsetof(ScannerObject, parseFloat)},
                             {"parse_int", MemberKind::Object, offsetof(ScannerObject, parseInt)},
                             {"parse_constant", MemberKind::Object, offsetof(ScannerObject, parseConstant)},
                             {}};

}

void defineJsonScannerType(Type* t) {
    t->name = "_json.Scanner";
    t->doc = "JSON scanner object";
    t->basicSize = sizeof(ScannerObject);
    t->flags = BaseType | HaveGc;
    t->fields = fields;
    t->create = createScanner;
    t->call = callScanner;
    t->members = members;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/csv_dialect.h"

#include <cstddef>
#include <vector>

#include "core/python/modules/arguments.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

enum Option { Delimiter, DoubleQuote, EscapeChar, LineTerminator, QuoteChar, Quoting, SkipInitialSpace, Strict, OptionCount };
constexpr const char* optionNames[] = {"delimiter", "doublequote", "escapechar",       "lineterminator",
                                       "quotechar", "quoting",     "skipinitialspace", "strict"};

bool readCharacter(const char* name, Object* given, const char* expected, uint32_t* out) {
    if (!isStr(given)) return raise(exc::TypeError, "\"{}\" must be {}, not {}", name, expected, given->type->name);
    if (asStr(given)->length != 1) return raise(exc::TypeError, "\"{}\" must be a 1-character string", name);
    *out = charAt(asStr(given), 0);
    return true;
}
bool readCharacterOrNone(const char* name, Object* given, uint32_t* out) {
    *out = noCsvCharacter;
    return isNone(given) || readCharacter(name, given, "string or None", out);
}
bool readQuoting(Object* given, CsvQuoting* out) {
    if (!isExactInt(given)) return raise(exc::TypeError, "\"quoting\" must be an integer");
    int value;
    if (!intArgument(given, &value)) return false;
    if (value < 0 || value >= static_cast<int>(CsvQuoting::Count)) return raise(exc::TypeError, "bad \"quoting\" value");
    *out = static_cast<CsvQuoting>(value);
    return true;
}

// The options that are given; absent ones keep what the dialect is made with.
bool readOptions(CsvDialect* d, Object* const* given) {
    auto at = [&](Option option) { return given[option]; };
    if (at(Delimiter) && !readCharacter("delimiter", at(Delimiter), "string", &d->delimiter)) return false;
    if (!boolArgument(at(DoubleQuote), &d->doubleQuote)) return false;
    if (at(EscapeChar) && !readCharacterOrNone("escapechar", at(EscapeChar), &d->escapeCharacter)) return false;
    if (Object* text = at(LineTerminator)) {
        if (!isNone(text) && !isStr(text)) return raise(exc::TypeError, "\"lineterminator\" must be a string");
        setField<Object>(d, d->lineTerminator, isNone(text) ? Owned(nullptr) : newRef(text));
    }
    if (at(QuoteChar) && !readCharacterOrNone("quotechar", at(QuoteChar), &d->quoteCharacter)) return false;
    if (at(Quoting) && !readQuoting(at(Quoting), &d->quoting)) return false;
    if (!at(Quoting) && at(QuoteChar) && isNone(at(QuoteChar))) d->quoting = CsvQuoting::None;
    if (!boolArgument(at(SkipInitialSpace), &d->skipInitialSpace)) return false;
    return boolArgument(at(Strict), &d->strict);
}

bool checkOptions(CsvDialect* d) {
    if (d->quoting != CsvQuoting::None && d->quoteCharacter == noCsvCharacter)
        return raise(exc::TypeError, "quotechar must be set if quoting enabled");
    if (!d->lineTerminator) return raise(exc::TypeError, "lineterminator must be set");
    struct {
        const char* name;
        uint32_t character;
    } rows[] = {{"delimiter", d->delimiter}, {"escapechar", d->escapeCharacter}, {"quotechar", d->quoteCharacter}};
    for (const auto& row : rows) {
        bool blank = row.character == ' ' && d->skipInitialSpace && &row != rows;
        if (row.character == '\n' || row.character == '\r' || blank) return raise(exc::ValueError, "bad {} value", row.name);
    }
    for (int i = 0; i < 3; ++i)
        for (int k = i + 1; k < 3; ++k)
            if (rows[i].character == rows[k].character && rows[i].character != noCsvCharacter)
                return raise(exc::ValueError, "bad {} or {} value", rows[i].name, rows[k].name);
    for (const auto& row : rows) {
        StrObject* end = asStr(d->lineTerminator);
        for (ssize i = 0; i < end->length; ++i)
            if (charAt(end, i) == row.character) return raise(exc::ValueError, "bad {} or lineterminator value", row.name);
    }
    return true;
}

Owned createDialect(Type* type, Args args) {
    Object* out[1 + OptionCount] = {};
    if (!parseArgs("", args, "| dialect delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict", out))
        return nullptr;
    Object** options = out + 1;
    Held<> dialect(out[0] && !isNone(out[0]) ? newRef(out[0]) : Owned(nullptr));
    if (dialect && isStr(dialect)) {
        Object* found = csvDialectNamed(dialect);
        if (!found) return nullptr;
        dialect = newRef(found);
    }
    bool alone = true;
    for (int i = 0; i < OptionCount; ++i) alone &= options[i] == nullptr;
    if (dialect && alone && type == csvDialectType && isInstance(dialect, csvDialectType)) return dialect.release();
    std::vector<Ref<>> found(OptionCount); // attributes of the dialect, in place of options that are not given
    for (int i = 0; dialect && i < OptionCount; ++i) {
        if (options[i]) continue;
        bool failed;
        Ref<> name = internStr(optionNames[i]);
        found[static_cast<size_t>(i)] = name ? findAttr(dialect, name, &failed) : Owned(nullptr);
        if (errorOccurred()) clearError();
        options[i] = found[static_cast<size_t>(i)];
    }
    Held<CsvDialect> made(OwnedOf<CsvDialect>(static_cast<CsvDialect*>(type->alloc(type, 0).pointer)));
    if (!made) return nullptr;
    made->doubleQuote = true;
    made->delimiter = ',';
    made->quoteCharacter = '"';
    made->escapeCharacter = noCsvCharacter;
    setField(made.get(), made->lineTerminator, newStr("\r\n"));
    return readOptions(made, options) && checkOptions(made) ? made.release() : Owned(nullptr);
}

Owned characterOf(uint32_t c) { return c == noCsvCharacter ? newNone() : newStrFromChar(c); }
Owned getDelimiter(Object* o) { return characterOf(asCsvDialect(o)->delimiter); }
Owned getEscape(Object* o) { return characterOf(asCsvDialect(o)->escapeCharacter); }
Owned getQuote(Object* o) { return characterOf(asCsvDialect(o)->quoteCharacter); }
Owned getQuoting(Object* o) { return newInt(static_cast<int>(asCsvDialect(o)->quoting)); }
Owned getLineTerminator(Object* o) { return newRef(asCsvDialect(o)->lineTerminator); }

Owned refusePickling(Object* self) {
    std::string name = self->type->name;
    return raise(exc::TypeError, "cannot pickle '{}' instances", name.substr(name.rfind('.') + 1));
}
Owned refusePicklingEx(Object* self, Object*) { return refusePickling(self); }

const Field fields[] = {{"lineterminator", offsetof(CsvDialect, lineTerminator)}, {}};
const MemberDef members[] = {{"skipinitialspace", MemberKind::Bool, offsetof(CsvDialect, skipInitialSpace)},
                             {"doublequote", MemberKind::Bool, offsetof(CsvDialect, doubleQuote)},
                             {"strict", MemberKind::Bool, offsetof(CsvDialect, strict)},
                             {}};
const GetSetDef getsets[] = {{"delimiter", getDelimiter}, {"escapechar", getEscape}, {"lineterminator", getLineTerminator},
                             {"quotechar", getQuote},     {"quoting", getQuoting},   {}};
const MethodDef methods[] = {{"__reduce__", refusePickling}, {"__reduce_ex__", refusePicklingEx}, {}};

}

Object* csvDialectNamed(Object* name) {
    Object* found = dictFind(csvDialects, name);
    if (!found && !errorOccurred()) raise(csvError, "unknown dialect");
    return found;
}

Owned makeCsvDialect(Object* dialectOrNull, Args args) {
    std::vector<Object*> values;
    if (dialectOrNull) values.push_back(dialectOrNull);
    for (size_t i = 0; i < args.keywordCount(); ++i) values.push_back(args.keywordValue(i));
    return call(csvDialectType, Args{values.data(), size_t{dialectOrNull != nullptr}, args.names});
}

void defineCsvDialectType(Type* t) {
    t->name = "_csv.Dialect";
    t->doc = "How rows are written and read: delimiter, quotes, line ends.\n";
    t->basicSize = sizeof(CsvDialect);
    t->flags = BaseType | HaveGc | ImmutableType;
    t->fields = fields;
    t->create = createDialect;
    t->members = members;
    t->getsets = getsets;
    t->methods = methods;
}

}

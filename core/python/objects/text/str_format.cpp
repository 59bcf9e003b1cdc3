// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/format_spec.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"

// str.format, str.format_map and str.__format__.

namespace memtape {

namespace {

struct Range {
    ssize start, end;
};

enum class Numbering { Unknown, Automatic, Manual };

// One call of format: where replacement fields find their values.
struct Formatter {
    Object* format;
    Args args;       // format()
    Object* mapping; // format_map(); else null
    Numbering numbering = Numbering::Unknown;
    ssize nextField = 0;

    bool render(StrBuilder& out, TextView text, Object* owner, Range range, int depth);
    Owned fieldValue(TextView text, Object* owner, Range name);
    Owned firstValue(TextView text, Object* owner, Range first);
    bool number(Range first, bool empty, ssize* index);
};

// The digits as a number; -1: not digits; -2: exception pending.
ssize integerIn(TextView text, Range range) {
    if (range.start >= range.end) return -1;
    ssize value = 0;
    for (ssize i = range.start; i < range.end; ++i) {
        uint32_t c = text.at(i);
        if (c - '0' > 9) return -1;
        if (value > (PTRDIFF_MAX - static_cast<ssize>(c - '0')) / 10) {
            raise(exc::ValueError, "Too many decimal digits in format string");
            return -2;
        }
        value = value * 10 + static_cast<ssize>(c - '0');
    }
    return value;
}

bool Formatter::number(Range first, bool empty, ssize* index) {
    Numbering wanted = empty ? Numbering::Automatic : Numbering::Manual;
    if (numbering == Numbering::Unknown) numbering = wanted;
    else if (numbering != wanted) {
        return raise(exc::ValueError, wanted == Numbering::Automatic ? "cannot switch from manual field specification to automatic field numbering"
                                                                     : "cannot switch from automatic field numbering to manual field specification");
    }
    if (empty) *index = nextField++;
    return true;
}

Owned Formatter::firstValue(TextView text, Object* owner, Range first) {
    bool empty = first.start >= first.end;
    ssize index = integerIn(text, first);
    if (index == -2) return nullptr;
    if ((empty || index != -1) && !number(first, empty, &index)) return nullptr;
    if (index == -1) {
        Held<> key(strSubstring(owner, first.start, first.end));
        if (!key) return nullptr;
        if (mapping) return getItem(mapping, key);
        for (size_t i = 0; i < args.keywordCount(); ++i)
            if (strEquals(args.keywordName(i), key)) return newRef(args.keywordValue(i));
        return raiseObject(exc::KeyError, key);
    }
    if (mapping) return raise(exc::ValueError, "Format string contains positional fields");
    if (static_cast<size_t>(index) >= args.count) {
        return raise(exc::IndexError, "Replacement index {} out of range for positional args tuple", index);
    }
    return newRef(args[static_cast<size_t>(index)]);
}

Owned Formatter::fieldValue(TextView text, Object* owner, Range name) {
    ssize i = name.start;
    while (i < name.end && text.at(i) != '.' && text.at(i) != '[') ++i;
    Held<> value(firstValue(text, owner, {name.start, i}));
    while (value && i < name.end) {
        uint32_t c = text.at(i++);
        if (c == '.') {
            ssize start = i;
            while (i < name.end && text.at(i) != '.' && text.at(i) != '[') ++i;
            if (i == start) return raise(exc::ValueError, "Empty attribute in format string");
            Held<> attribute(strSubstring(owner, start, i));
            if (!attribute) return nullptr;
            value = getAttr(value, attribute.get());
        } else if (c == '[') {
            ssize start = i;
            while (i < name.end && text.at(i) != ']') ++i;
            if (i >= name.end) return raise(exc::ValueError, "Missing ']' in format string");
            if (i == start) return raise(exc::ValueError, "Empty attribute in format string");
            ssize index = integerIn(text, {start, i});
            if (index == -2) return nullptr;
            Held<> key(index >= 0 ? newInt(index) : strSubstring(owner, start, i));
            ++i;
            if (!key) return nullptr;
            value = getItem(value, key);
        } else {
            return raise(exc::ValueError, "Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return value.release();
}

struct Field {
    Range name{0, 0}, spec{0, 0};
    uint32_t conversion = 0;
    bool nested = false;
};

// Reads a replacement field from after its '{' on; `i` is then after its '}'.
bool parseField(TextView text, ssize& i, ssize end, Field& field) {
    uint32_t c = 0;
    field.name.start = i;
    while (i < end) {
        c = text.at(i++);
        if (c == '{') return raise(exc::ValueError, "unexpected '{{' in field name");
        if (c == '[') {
            while (i < end && text.at(i) != ']') ++i;
            continue;
        }
        if (c == '}' || c == ':' || c == '!') break;
    }
    field.name.end = i - 1;
    if (c != '!' && c != ':') {
        if (c != '}') return raise(exc::ValueError, "expected '}' before end of string");
        return true;
    }
    if (c == '!') {
        if (i >= end) return raise(exc::ValueError, "end of string while looking for conversion specifier");
        field.conversion = text.at(i++);
        if (i < end) {
            c = text.at(i++);
            if (c == '}') return true;
            if (c != ':') return raise(exc::ValueError, "expected ':' after conversion specifier");
        }
    }
    field.spec = {i, end - 1};
    for (int depth = 1; i < end;) {
        c = text.at(i++);
        if (c == '{') {
            field.nested = true;
            ++depth;
        } else if (c == '}' && --depth == 0) {
            field.spec.end = i - 1;
            return true;
        }
    }
    return raise(exc::ValueError, "unmatched '{{' in format spec");
}

Owned convert(Object* value, uint32_t conversion) {
    switch (conversion) {
    case 'r': return reprOf(value);
    case 's': return strOf(value);
    case 'a': return asciiOf(value);
    }
    if (conversion > 32 && conversion < 127) {
        char c = static_cast<char>(conversion);
        return raise(exc::ValueError, "Unknown conversion specifier {}", std::string_view(&c, 1));
    }
    char hex[16];
    std::snprintf(hex, sizeof hex, "\\x%x", conversion);
    return raise(exc::ValueError, "Unknown conversion specifier {}", hex);
}

bool Formatter::render(StrBuilder& out, TextView text, Object* owner, Range range, int depth) {
    if (depth < 0) return raise(exc::ValueError, "Max string recursion exceeded");
    for (ssize i = range.start; i < range.end;) {
        ssize start = i;
        uint32_t c = 0;
        while (i < range.end) {
            c = text.at(i++);
            if (c == '{' || c == '}') break;
        }
        bool brace = c == '{' || c == '}', atEnd = i >= range.end;
        if (!brace) {
            if (start == 0 && i == text.length) out.appendLast(owner);
            else out.append(text, start, i);
            continue;
        }
        if (c == '}' && (atEnd || text.at(i) != '}')) return raise(exc::ValueError, "Single '}' encountered in format string");
        if (atEnd) return raise(exc::ValueError, "Single '{{' encountered in format string");
        if (text.at(i) == c) { // a doubled brace stands for one
            out.append(text, start, i);
            ++i;
            continue;
        }
        out.append(text, start, i - 1);
        Field field;
        if (!parseField(text, i, range.end, field)) return false;
        Held<> value(fieldValue(text, owner, field.name));
        if (!value) return false;
        if (field.conversion) {
            value = convert(value, field.conversion);
            if (!value) return false;
        }
        Held<> spec;
        if (field.nested) {
            StrBuilder inner;
            if (!render(inner, text, owner, field.spec, depth - 1)) return false;
            spec = inner.finish();
        } else {
            spec = strSubstring(owner, field.spec.start, field.spec.end);
        }
        if (!spec) return false;
        Held<> rendered(formatOf(value, spec));
        if (!rendered) return false;
        // CPython writes numbers straight into the result
        bool isNumber = isExactInt(value) || value->type == types::Float || value->type == types::Complex;
        if (i == range.end && !isNumber) out.appendLast(rendered);
        else out.append(rendered.get());
    }
    return true;
}

Owned formatWith(Object* self, Args args, Object* mapping) {
    Formatter formatter{self, args, mapping};
    StrBuilder out;
    TextView text = viewOf(self);
    if (!formatter.render(out, text, self, {0, text.length}, 1)) return nullptr;
    return out.finish();
}

}

Owned strFormatMethod(Object* self, Args args) { return formatWith(self, args, nullptr); }
Owned strFormatMap(Object* self, Object* mapping) { return formatWith(self, {}, mapping); }

Owned strDunderFormat(Object* self, Object* specText) {
    if (!isStr(specText)) return raise(exc::TypeError, "__format__() argument must be str, not {}", specText->type->name);
    if (asStr(specText)->length == 0) return isExactStr(self) ? newRef(self) : strOf(self);
    FormatSpec spec;
    if (!parseFormatSpec(specText, 's', '<', self, &spec)) return nullptr;
    if (spec.type != 's') return raiseUnknownFormatCode(spec.type, self);
    if (spec.sign) {
        return raise(exc::ValueError,
                     spec.sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
    }
    if (spec.noNegativeZero) return raise(exc::ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) return raise(exc::ValueError, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') return raise(exc::ValueError, "'=' alignment not allowed in string format specifier");
    if (spec.grouping != FormatSpec::Grouping::None) {
        return raise(exc::ValueError, "Cannot specify '{}' with 's'.",
                     spec.grouping == FormatSpec::Grouping::Comma        ? ","
                     : spec.grouping == FormatSpec::Grouping::Underscore ? "_"
                                                                         : "n");
    }
    TextView text = viewOf(self);
    ssize length = text.length;
    if (spec.precision >= 0 && spec.precision < length) length = spec.precision;
    if (spec.width <= length && length == text.length) return newRef(self);
    ssize padding = spec.width > length ? spec.width - length : 0;
    ssize left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
    if (padding > PTRDIFF_MAX / 8) return raiseMemoryError();
    StrBuilder out;
    out.append(spec.fill, left);
    out.append(text, 0, length);
    out.append(spec.fill, padding - left);
    return out.finish();
}

}

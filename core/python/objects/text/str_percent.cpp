// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/percent_format.h"

#include <cstdio>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/text/float_text.h"

// `format % args`, for str and for bytes: one reader of conversion specifiers, two ways to convert and to write.

namespace memtape {

namespace {

struct Specifier {
    bool left = false, plus = false, blank = false, alternate = false, zero = false;
    ssize width = -1, precision = -1;
    uint32_t conversion = 0;
};

class PercentFormatter {
public:
    // `owner`: the str that the format is; none for bytes.
    PercentFormatter(TextView format, Object* owner, Object* args) : m_format(format), m_owner(owner), m_args(args), m_bytes(!owner) {
        if (isTuple(args)) m_count = asTuple(args)->count, m_next = 0;
        else m_count = -1, m_next = -2;
        if (args->type->subscript && !isTuple(args) && !isStr(args) && !(m_bytes && (isBytes(args) || isByteArray(args)))) m_mapping = args;
    }
    bool run(StrBuilder& out);

private:
    Object* nextArgument();
    bool readSpecifier(Specifier& spec);
    bool readKey();
    bool readStar(ssize* value, bool width);
    bool readNumber(ssize* value, ssize highest, const char* tooBig);
    bool convert(StrBuilder& out, const Specifier& spec, ssize position);
    bool isWholeResult(ssize length, Object* value, const Specifier& spec) const;
    bool convertInteger(StrBuilder& text, Object* value, const Specifier& spec);
    bool convertChar(StrBuilder& text, Object* value);
    bool convertBytes(StrBuilder& text, Object* value);
    void write(StrBuilder& out, TextView text, const Specifier& spec, bool numeric);

    TextView m_format;
    Object* m_owner;
    Object* m_args;
    bool m_bytes;
    Object* m_mapping = nullptr;
    Held<> m_keyed; // the value under the key of %(key)
    bool m_hasKeyed = false;
    ssize m_count, m_next, m_at = 0;
};

// The next positional argument; a single object that is no tuple counts as one argument.
Object* PercentFormatter::nextArgument() {
    if (m_hasKeyed) return m_keyed;
    if (m_next < m_count) {
        if (m_count < 0) {
            m_next = -1;
            return m_args;
        }
        return asTuple(m_args)->items[m_next++];
    }
    raise(exc::TypeError, "not enough arguments for format string");
    return nullptr;
}

bool PercentFormatter::readKey() {
    if (!m_mapping) return raise(exc::TypeError, "format requires a mapping");
    ssize start = ++m_at;
    int depth = 1;
    while (depth > 0 && m_at < m_format.length) {
        uint32_t c = m_format.at(m_at++);
        if (c == ')') --depth;
        else if (c == '(') ++depth;
    }
    if (depth > 0) return raise(exc::ValueError, "incomplete format key");
    Ref<> key;
    if (m_bytes) {
        key = newBytes(static_cast<const uint8_t*>(m_format.data) + start, static_cast<size_t>(m_at - 1 - start));
    } else {
        StrBuilder text;
        text.append(m_format, start, m_at - 1);
        key = text.finish();
    }
    if (!key) return false;
    m_keyed = getItem(m_mapping, key);
    m_hasKeyed = true;
    return static_cast<bool>(m_keyed);
}

bool PercentFormatter::readStar(ssize* value, bool width) {
    ++m_at;
    Object* argument = nextArgument();
    if (!argument) return false;
    if (!isInt(argument)) return raise(exc::TypeError, "* wants int");
    int overflow;
    int64_t number = intValue(argument, &overflow);
    if (overflow || (!width && number != static_cast<int32_t>(number))) {
        return width ? raise(exc::OverflowError, "Python int too large to convert to C ssize_t")
                     : raise(exc::OverflowError, "Python int too large to convert to C int");
    }
    *value = number;
    return true;
}

bool PercentFormatter::readNumber(ssize* value, ssize highest, const char* tooBig) {
    ssize number = 0;
    for (; m_at < m_format.length && m_format.at(m_at) - '0' <= 9; ++m_at) {
        ssize digit = static_cast<ssize>(m_format.at(m_at) - '0');
        if (number > (highest - digit) / 10) return raise(exc::ValueError, tooBig);
        number = number * 10 + digit;
    }
    *value = number;
    return true;
}

bool PercentFormatter::readSpecifier(Specifier& spec) {
    auto incomplete = [] { return raise(exc::ValueError, "incomplete format"); };
    m_hasKeyed = false;
    if (m_at < m_format.length && m_format.at(m_at) == '(') {
        if (!readKey()) return false;
    }
    for (; m_at < m_format.length; ++m_at) {
        uint32_t c = m_format.at(m_at);
        if (c == '-') spec.left = true;
        else if (c == '+') spec.plus = true;
        else if (c == ' ') spec.blank = true;
        else if (c == '#') spec.alternate = true;
        else if (c == '0') spec.zero = true;
        else break;
    }
    if (m_at >= m_format.length) return incomplete();
    if (m_format.at(m_at) == '*') {
        if (!readStar(&spec.width, true)) return false;
        if (spec.width < 0) spec.left = true, spec.width = -spec.width;
    } else if (m_format.at(m_at) - '0' <= 9) {
        if (!readNumber(&spec.width, PTRDIFF_MAX, "width too big")) return false;
    }
    if (m_at < m_format.length && m_format.at(m_at) == '.') {
        ++m_at;
        spec.precision = 0;
        if (m_at < m_format.length && m_format.at(m_at) == '*') {
            if (!readStar(&spec.precision, false)) return false;
            if (spec.precision < 0) spec.precision = 0;
        } else if (m_at < m_format.length && m_format.at(m_at) - '0' <= 9) {
            if (!readNumber(&spec.precision, INT32_MAX, m_bytes ? "prec too big" : "precision too big")) return false;
        }
    }
    if (m_at < m_format.length) {
        uint32_t c = m_format.at(m_at);
        if (c == 'h' || c == 'l' || c == 'L') ++m_at;
    }
    if (m_at >= m_format.length) return incomplete();
    spec.conversion = m_format.at(m_at++);
    return true;
}

bool PercentFormatter::convertInteger(StrBuilder& text, Object* value, const Specifier& spec) {
    char type = static_cast<char>(spec.conversion);
    if (type == 'i' || type == 'u') type = 'd';
    Held<> number;
    if (isInt(value)) {
        number = newRef(value);
    } else if (type == 'd' && (value->type->toInt || value->type->index)) {
        number = numberToInt(value);
    } else if (type != 'd' && value->type->index) {
        number = numberIndex(value);
    }
    if (!number) {
        if (errorOccurred()) {
            if (!errorMatches(exc::TypeError)) return false;
            clearError();
        }
        std::string_view shown(&type, 1);
        char asked = static_cast<char>(spec.conversion);
        if (type == 'd')
            return raise(exc::TypeError, "%{} format: a real number is required, not {}", std::string_view(&asked, 1), value->type->name);
        return raise(exc::TypeError, "%{} format: an integer is required, not {}", shown, value->type->name);
    }
    Ref<> digits(intToText(number, type == 'd' ? 10 : type == 'o' ? 8 : 16));
    if (!digits) return false;
    std::string shown = strToUtf8(digits), prefix;
    bool negative = !shown.empty() && shown[0] == '-';
    if (negative) shown.erase(0, 1);
    if (type != 'd') shown.erase(0, 2);
    if (type == 'X')
        for (char& c : shown)
            if (c >= 'a') c = static_cast<char>(c - 32);
    if (spec.precision > 0 && static_cast<size_t>(spec.precision) > shown.size()) {
        if (spec.precision > INT32_MAX - 3) return raise(exc::OverflowError, "precision too large");
        shown.insert(0, static_cast<size_t>(spec.precision) - shown.size(), '0');
    }
    if (spec.alternate && type != 'd') shown.insert(0, std::string("0") + type);
    if (negative) text.append('-');
    text.appendUtf8(shown);
    return true;
}

bool PercentFormatter::convertChar(StrBuilder& text, Object* value) {
    if (m_bytes) {
        if (isBytes(value) && static_cast<BytesObject*>(value)->count == 1) {
            text.append(uint32_t{bytesData(value)[0]});
            return true;
        }
        if (isByteArray(value) && static_cast<ByteArrayObject*>(value)->count == 1) {
            text.append(uint32_t{static_cast<ByteArrayObject*>(value)->start[0]});
            return true;
        }
        if (!value->type->index) return raise(exc::TypeError, "%c requires an integer in range(256) or a single byte");
    } else if (isStr(value)) {
        if (asStr(value)->length != 1) {
            return raise(exc::TypeError, "%c requires int or char");
        }
        text.append(charAt(asStr(value), 0));
        return true;
    } else if (!value->type->index) {
        return raise(exc::TypeError, "%c requires int or char");
    }
    Ref<> number(numberIndex(value));
    if (!number) return false;
    int overflow;
    int64_t code = intValue(number, &overflow);
    if (overflow || code < 0 || code >= (m_bytes ? 256 : 0x110000)) {
        return raise(exc::OverflowError, m_bytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
    }
    text.append(static_cast<uint32_t>(code));
    return true;
}

// %s and %b of bytes: a buffer, or what __bytes__ gives.
bool PercentFormatter::convertBytes(StrBuilder& text, Object* value) {
    const uint8_t* data;
    size_t size;
    if (bufferOf(value, &data, &size)) {
        text.append(TextView{data, static_cast<ssize>(size), 1});
        return true;
    }
    Held<> method(lookupSpecial(value, names::dunderBytes));
    if (!method) {
        if (errorOccurred()) return false;
        return raise(exc::TypeError, "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'", value->type->name);
    }
    Held<> made(call(method));
    if (!made) return false;
    if (!isBytes(made)) return raise(exc::TypeError, "__bytes__ returned non-bytes (type {})", made->type->name);
    text.append(TextView{bytesData(made), static_cast<BytesObject*>(made.get())->count, 1});
    return true;
}

// Sign, prefix, fill: the text of a converted value in its width.
void PercentFormatter::write(StrBuilder& out, TextView text, const Specifier& spec, bool numeric) {
    ssize start = 0, length = text.length;
    char sign = 0;
    if (numeric) {
        if (length > 0 && (text.at(0) == '-' || text.at(0) == '+')) sign = static_cast<char>(text.at(0)), start = 1;
        else if (spec.plus) sign = '+';
        else if (spec.blank) sign = ' ';
    }
    bool prefixed = numeric && spec.alternate && (spec.conversion == 'x' || spec.conversion == 'X' || spec.conversion == 'o');
    bool zeros = spec.zero && numeric;
    ssize shown = length - start + (sign ? 1 : 0), padding = spec.width > shown ? spec.width - shown : 0;
    if (zeros) {
        if (sign) out.append(sign);
        if (prefixed) out.append(text, start, start + 2), start += 2;
        if (!spec.left) out.append(uint32_t{'0'}, padding), padding = 0;
        out.append(text, start, length);
        out.append(uint32_t{' '}, padding);
        return;
    }
    if (!spec.left) out.append(uint32_t{' '}, padding);
    if (sign) out.append(sign);
    out.append(text, start, length);
    if (spec.left) out.append(uint32_t{' '}, padding);
}

// Whether a conversion's text, which is the last of the format, is taken as it is; an int in no width is written digit by digit.
bool PercentFormatter::isWholeResult(ssize length, Object* value, const Specifier& spec) const {
    if (m_bytes || m_at < m_format.length || spec.plus || spec.blank) return false;
    if (isExactInt(value) && spec.width < 0 && spec.precision < 0) return false;
    return spec.width <= length && (spec.precision < 0 || spec.precision >= length);
}

bool PercentFormatter::convert(StrBuilder& out, const Specifier& spec, ssize position) {
    uint32_t c = spec.conversion;
    Object* value = nextArgument();
    if (!value) return false;
    StrBuilder text;
    bool numeric = false;
    switch (c) {
    case 's':
    case 'r':
    case 'a':
    case 'b': {
        if (c == 'b' && !m_bytes) break;
        if (m_bytes && (c == 's' || c == 'b')) {
            if (!convertBytes(text, value)) return false;
        } else {
            Held<> shown(m_bytes || c == 'a' ? asciiOf(value) : c == 's' ? strOf(value) : reprOf(value));
            if (!shown) return false;
            if (isWholeResult(asStr(shown)->length, value, spec)) {
                out.appendLast(shown);
                return true;
            }
            text.append(shown.get());
        }
        TextView view = text.view();
        if (spec.precision >= 0 && spec.precision < view.length) view.length = spec.precision;
        write(out, view, spec, false);
        return true;
    }
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        if (!convertInteger(text, value, spec)) return false;
        numeric = true;
        break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
        double number;
        if (!toDouble(value, &number)) {
            if (m_bytes && errorMatches(exc::TypeError)) {
                clearError();
                return raise(exc::TypeError, "float argument required, not {}", value->type->name);
            }
            return false;
        }
        if (spec.precision > 1 << 24) return raise(exc::ValueError, "precision too big");
        text.appendUtf8(formatDouble(number, static_cast<char>(c), spec.precision < 0 ? 6 : static_cast<int>(spec.precision), spec.alternate, false));
        numeric = true;
        break;
    }
    case 'c':
        if (!convertChar(text, value)) return false;
        break;
    default: {
        char hex[16];
        std::snprintf(hex, sizeof hex, "%x", c);
        Ref<> shown(charString(c > 31 && c < 127 ? c : '?'));
        return raise(exc::ValueError, "unsupported format character '{}' (0x{}) at index {}", shown.get(), hex, position);
    }
    }
    if (c == 'b') return raise(exc::ValueError, "unsupported format character 'b' (0x62) at index {}", position);
    if (c != 'c' && isInt(value) && isWholeResult(text.length(), value, spec)) {
        Ref<> digits(text.finishNew());
        if (!digits) return false;
        out.appendLast(digits);
        return true;
    }
    write(out, text.view(), spec, numeric);
    return true;
}

bool PercentFormatter::run(StrBuilder& out) {
    while (m_at < m_format.length) {
        ssize start = m_at;
        while (m_at < m_format.length && m_format.at(m_at) != '%') ++m_at;
        if (m_owner && m_at - start == m_format.length) out.appendLast(m_owner);
        else out.append(m_format, start, m_at);
        if (m_at == m_format.length) break;
        if (++m_at < m_format.length && m_format.at(m_at) == '%') { // with anything between the two it is a conversion, which there is not
            out.append('%');
            ++m_at;
            continue;
        }
        Specifier spec;
        if (!readSpecifier(spec) || !convert(out, spec, m_at - 1)) return false;
    }
    if (m_next < m_count && !m_mapping) {
        return raise(exc::TypeError,
                     m_bytes ? "not all arguments converted during bytes formatting" : "not all arguments converted during string formatting");
    }
    return true;
}

}

Owned strFormatPercent(Object* format, Object* args) {
    PercentFormatter formatter(viewOf(format), format, args);
    StrBuilder out;
    if (!formatter.run(out)) return nullptr;
    return out.finish();
}

bool percentFormatBytes(const uint8_t* format, size_t size, Object* args, StrBuilder& out) {
    PercentFormatter formatter({format, static_cast<ssize>(size), 1}, nullptr, args);
    return formatter.run(out);
}

}

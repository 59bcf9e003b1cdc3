// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal.__format__: by libmpdec where it knows the specification, else by the library's _pydecimal.
#include <cstring>
#include <string>

#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// What a dict has to say of the locale's number format.
struct Override {
    std::string point, separator, grouping;
    bool read(Object* dict, mpd_spec_t* spec) {
        return take(dict, "decimal_point", &point, &spec->dot) && take(dict, "thousands_sep", &separator, &spec->sep) &&
               take(dict, "grouping", &grouping, &spec->grouping);
    }

private:
    static bool take(Object* dict, const char* key, std::string* kept, const char** place) {
        Object* value = dictFindText(dict, key);
        if (!value) return !errorOccurred();
        if (!isStr(value)) return raise(exc::TypeError, "encoding without a string argument");
        *kept = strToUtf8(value);
        *place = kept->c_str();
        return true;
    }
};

Owned formatInPython(Object* self, Object* spec) {
    Held<> type(importForDecimal("_pydecimal", "Decimal"));
    Ref<> text = decimalText(self, false, 1), name(newStr("__format__"));
    if (!type || !text || !name) return nullptr;
    Held<> number(call(type, text));
    Held<> formatted(number ? callMethod(number, name, spec) : Owned(nullptr));
    if (formatted || !errorMatches(exc::ValueError)) return formatted.release();
    clearError();
    return raise(exc::ValueError, "invalid format string");
}

}

Owned decimalFormat(Object* self, Args args) {
    if (!isStr(args[0])) return raise(exc::TypeError, "format arg must be str");
    Object* dict = args.count > 1 ? args[1] : nullptr;
    if (dict && !isDict(dict)) return raise(exc::TypeError, "optional argument must be a dict");
    ContextRef context = currentDecimalContext();
    if (!context) return nullptr;
    std::string format = strToUtf8(args[0]);
    // libmpdec's text ends at a null character, so one that is to fill is another meanwhile.
    bool nullFill = format.size() >= 2 && format[0] == '\0' && std::strchr("<>=^", format[1]);
    if (nullFill) format[0] = '_';
    if (!format.empty() && format.back() == 'N' && !warnDeprecated("Format specifier 'N' is deprecated")) return nullptr;
    mpd_spec_t spec;
    if (!mpd_parse_fmt_str(&spec, format.c_str(), context->capitals)) return formatInPython(self, args[0]);
    Override override;
    if (dict) {
        if (!override.read(dict, &spec)) return nullptr;
        if (mpd_validate_lconv(&spec) < 0) return raise(exc::ValueError, "invalid override dict");
    }
    uint32_t status = 0;
    char* text = mpd_qformat_spec(valueOf(self), &spec, &context->values, &status);
    if (!text) {
        if (status & MPD_Malloc_error) return raiseMemoryError();
        return raise(exc::ValueError, "format specification exceeds internal limits of _decimal");
    }
    std::string result = text;
    mpd_free(text);
    if (nullFill)
        for (char& c : result)
            if (c == '_') c = '\0';
    return newStr(result);
}

}

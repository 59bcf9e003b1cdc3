// SPDX-License-Identifier: GPL-3.0-or-later

// _locale: the C locale, with UTF-8 for text, which is the only one there is, as in a container without others. So a program's output does not
// depend on the machine that it runs on.

#include <langinfo.h>
#include <locale.h>

#include <climits>
#include <iterator>
#include <map>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Type* localeError;
// The names that setlocale() has been given, by category; only the spelling differs.
const char* categoryNames[LC_ALL];
std::string textDomainName;
std::map<std::string, std::string> domainFolders, domainCodesets;
void forgetState() {
    localeError = nullptr;
    for (const char*& name : categoryNames) name = "C";
    categoryNames[LC_CTYPE] = "C.UTF-8";
    textDomainName = "messages";
    domainFolders.clear();
    domainCodesets.clear();
}
RuntimeCache stateCache(forgetState);

bool wantPlainText(const char* function, const char* which, Object* o) {
    if (!wantStr(function, which, o)) return false;
    return strFind(o, Ref<>(newStrFromChar(0)), 0, asStr(o)->length, 1) < 0 || raise(exc::ValueError, "embedded null character");
}

// ---- the locale

Failure unsupported() { return raise(localeError, "unsupported locale setting"); }

// All categories as one name: that which they share, or each with its own.
std::string nameOfAll() {
    static const struct {
        int category;
        const char* name;
    } shown[] = {{LC_CTYPE, "LC_CTYPE"},     {LC_NUMERIC, "LC_NUMERIC"},   {LC_TIME, "LC_TIME"},
                 {LC_COLLATE, "LC_COLLATE"}, {LC_MONETARY, "LC_MONETARY"}, {LC_MESSAGES, "LC_MESSAGES"}};
    bool same = true;
    std::string all;
    for (const auto& row : shown) {
        same = same && std::string_view(categoryNames[row.category]) == categoryNames[LC_CTYPE];
        all += std::string(row.name) + "=" + categoryNames[row.category] + ";";
    }
    if (same) return categoryNames[LC_CTYPE];
    return all + "LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C";
}

Owned setLocale(Object*, Args args) {
    int category;
    if (!intArgument(args[0], &category)) return nullptr;
    if (args.count > 1 && !isNone(args[1])) {
        if (!isStr(args[1])) return raise(exc::TypeError, "setlocale() argument 2 must be str or None, not {}", args[1]->type->name);
        if (category < 0 || category > LC_ALL) return unsupported();
        const std::string wanted = strToUtf8(args[1]);
        const char* known = nullptr;
        for (const char* name : {"C", "POSIX"})
            if (wanted == name) known = "C";
        for (const char* name : {"", "C.UTF-8", "C.utf8"})
            if (wanted == name) known = wanted == "C.utf8" ? "C.utf8" : "C.UTF-8";
        // what setlocale(LC_ALL) gave for all categories is taken back
        if (!known && category == LC_ALL && wanted.rfind("LC_CTYPE=C", 0) == 0) return newStr(nameOfAll());
        if (!known) return unsupported();
        for (int i = 0; i < LC_ALL; ++i)
            if (category == LC_ALL || category == i) categoryNames[i] = known;
    }
    if (category < 0 || category > LC_ALL) return raise(localeError, "locale query failed");
    return newStr(category == LC_ALL ? nameOfAll() : categoryNames[category]);
}

// Numbers as the C locale writes them: nothing is defined but the decimal point.
Owned conventions(Object*) {
    Ref<DictObject> dict = newDict();
    if (!dict) return nullptr;
    const struct {
        const char *name, *text; // null: no list of groups; "?": a number that is not defined
    } rows[] = {
        {"int_curr_symbol", ""}, {"currency_symbol", ""}, {"mon_decimal_point", ""}, {"mon_thousands_sep", ""}, {"mon_grouping", nullptr},
        {"positive_sign", ""},   {"negative_sign", ""},   {"int_frac_digits", "?"},  {"frac_digits", "?"},      {"p_cs_precedes", "?"},
        {"p_sep_by_space", "?"}, {"n_cs_precedes", "?"},  {"n_sep_by_space", "?"},   {"p_sign_posn", "?"},      {"n_sign_posn", "?"},
        {"decimal_point", "."},  {"thousands_sep", ""},   {"grouping", nullptr},
    };
    for (const auto& row : rows) {
        Ref<> value = !row.text ? Owned(newList(0)) : *row.text == '?' ? newInt(CHAR_MAX) : newStr(row.text);
        if (!value || !dictSetText(dict, row.name, value)) return nullptr;
    }
    return dict.release();
}

Owned collate(Object*, Args args) {
    if (!wantStr("strcoll", "argument 1", args[0]) || !wantStr("strcoll", "argument 2", args[1])) return nullptr;
    if (!wantPlainText("strcoll", "argument 1", args[0]) || !wantPlainText("strcoll", "argument 2", args[1])) return nullptr;
    return newInt(strCompare(args[0], args[1]));
}
Owned collationKey(Object*, Object* text) { return wantPlainText("strxfrm", "argument", text) ? exactStr(text) : Owned(nullptr); }

Owned encoding(Object*) { return newStr(std::string_view(categoryNames[LC_CTYPE]) == "C" ? "ANSI_X3.4-1968" : "UTF-8"); }

struct Information {
    const char* name;
    int item;
};
const Information informations[] = {
#define ITEM(name) \
    { #name, name }
    ITEM(DAY_1),    ITEM(DAY_2),     ITEM(DAY_3),       ITEM(DAY_4),     ITEM(DAY_5),      ITEM(DAY_6),    ITEM(DAY_7),     ITEM(ABDAY_1),
    ITEM(ABDAY_2),  ITEM(ABDAY_3),   ITEM(ABDAY_4),     ITEM(ABDAY_5),   ITEM(ABDAY_6),    ITEM(ABDAY_7),  ITEM(MON_1),     ITEM(MON_2),
    ITEM(MON_3),    ITEM(MON_4),     ITEM(MON_5),       ITEM(MON_6),     ITEM(MON_7),      ITEM(MON_8),    ITEM(MON_9),     ITEM(MON_10),
    ITEM(MON_11),   ITEM(MON_12),    ITEM(ABMON_1),     ITEM(ABMON_2),   ITEM(ABMON_3),    ITEM(ABMON_4),  ITEM(ABMON_5),   ITEM(ABMON_6),
    ITEM(ABMON_7),  ITEM(ABMON_8),   ITEM(ABMON_9),     ITEM(ABMON_10),  ITEM(ABMON_11),   ITEM(ABMON_12), ITEM(RADIXCHAR), ITEM(THOUSEP),
    ITEM(CRNCYSTR), ITEM(D_T_FMT),   ITEM(D_FMT),       ITEM(T_FMT),     ITEM(AM_STR),     ITEM(PM_STR),   ITEM(CODESET),   ITEM(T_FMT_AMPM),
    ITEM(ERA),      ITEM(ERA_D_FMT), ITEM(ERA_D_T_FMT), ITEM(ERA_T_FMT), ITEM(ALT_DIGITS), ITEM(YESEXPR),  ITEM(NOEXPR),    ITEM(_DATE_FMT),
#undef ITEM
};

Owned information(Object*, Object* arg) {
    int wanted;
    if (!intArgument(arg, &wanted)) return nullptr;
    for (const Information& row : informations) {
        if (row.item != wanted) continue;
        if (wanted == CODESET) return encoding(nullptr);
        static const locale_t c = newlocale(LC_ALL_MASK, "C", nullptr);
        return newStr(nl_langinfo_l(row.item, c));
    }
    return raise(exc::ValueError, "unsupported langinfo constant");
}

// ---- message catalogs: there are none, so that each message is its own translation

Owned message(Object*, Object* text) { return wantPlainText("gettext", "argument", text) ? exactStr(text) : Owned(nullptr); }
Owned domainMessage(const char* function, Args args) {
    if (!isNone(args[0]) && !isStr(args[0]))
        return raise(exc::TypeError, "{}() argument 1 must be str or None, not {}", function, args[0]->type->name);
    return wantPlainText(function, "argument 2", args[1]) ? exactStr(args[1]) : Owned(nullptr);
}
Owned messageOfDomain(Object*, Args args) { return domainMessage("dgettext", args); }
Owned messageOfCategory(Object*, Args args) {
    int category;
    return intArgument(args[2], &category) ? domainMessage("dcgettext", args) : Owned(nullptr);
}

Owned textDomain(Object*, Object* domain) {
    if (!isNone(domain)) {
        if (!isStr(domain)) return raise(exc::TypeError, "textdomain() argument must be str or None, not {}", domain->type->name);
        if (!wantPlainText("textdomain", "argument", domain)) return nullptr;
        textDomainName = asStr(domain)->length ? strToUtf8(domain) : "messages";
    }
    return newStr(textDomainName);
}

Owned bindDomain(Object*, Args args) {
    if (!wantPlainText("bindtextdomain", "argument 1", args[0])) return nullptr;
    if (!asStr(args[0])->length) return raise(localeError, "domain must be a non-empty string");
    std::string domain = strToUtf8(args[0]);
    if (!isNone(args[1])) {
        if (!wantPlainText("bindtextdomain", "argument 2", args[1])) return nullptr;
        domainFolders[domain] = strToUtf8(args[1]);
    }
    auto found = domainFolders.find(domain);
    return newStr(found == domainFolders.end() ? "/usr/share/locale" : found->second);
}

Owned bindCodeset(Object*, Args args) {
    if (!wantPlainText("bind_textdomain_codeset", "argument 1", args[0])) return nullptr;
    std::string domain = strToUtf8(args[0]);
    if (!isNone(args[1])) {
        if (!wantPlainText("bind_textdomain_codeset", "argument 2", args[1])) return nullptr;
        domainCodesets[domain] = strToUtf8(args[1]);
    }
    auto found = domainCodesets.find(domain);
    return found == domainCodesets.end() ? newNone() : newStr(found->second);
}

const MethodDef functions[] = {
    {"setlocale", setLocale, 1, 2},
    {"localeconv", conventions},
    {"strcoll", collate, 2, 2},
    {"strxfrm", collationKey},
    {"nl_langinfo", information},
    {"gettext", message},
    {"dgettext", messageOfDomain, 2, 2},
    {"dcgettext", messageOfCategory, 3, 3},
    {"textdomain", textDomain},
    {"bindtextdomain", bindDomain, 2, 2},
    {"bind_textdomain_codeset", bindCodeset, 2, 2},
    {"getencoding", encoding},
    {},
};

const IntConstant constants[] = {
    {"LC_CTYPE", LC_CTYPE},       {"LC_TIME", LC_TIME},         {"LC_COLLATE", LC_COLLATE},
    {"LC_MONETARY", LC_MONETARY}, {"LC_MESSAGES", LC_MESSAGES}, {"LC_NUMERIC", LC_NUMERIC},
    {"LC_ALL", LC_ALL},           {"CHAR_MAX", CHAR_MAX},       {},
};

}

Owned makeLocaleModule() {
    forgetState();
    Ref<> module = newModule("_locale");
    if (!module || !addFunctions(module, functions) || !addConstants(module, constants)) return nullptr;
    for (const Information& row : informations)
        if (!addToModule(module, row.name, newInt(row.item))) return nullptr;
    localeError = newExceptionClass("locale.Error", {exc::Exception});
    return localeError && addToModule(module, "Error", newRef(localeError)) ? module.release() : Owned(nullptr);
}

}

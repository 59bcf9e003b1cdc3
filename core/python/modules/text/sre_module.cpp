// SPDX-License-Identifier: GPL-3.0-or-later

// _sre: the engine under CPython's re package, which parses and compiles patterns itself.

#include "core/python/modules/arguments.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/text/sre_codes.h"
#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

using namespace sre;

namespace {

template <uint32_t lower(uint32_t)> Owned toLowerFunction(Object*, Object* character) {
    int c;
    return intArgument(character, &c) ? newInt(static_cast<int32_t>(lower(static_cast<uint32_t>(c)))) : Owned(nullptr);
}
Owned asciiIsCased(Object*, Object* character) {
    int c;
    return intArgument(character, &c) ? newBool(c >= 0 && c < 128 && ((c | 32) - 'a') >= 0 && (c | 32) <= 'z') : Owned(nullptr);
}
Owned unicodeIsCased(Object*, Object* character) {
    int c;
    return intArgument(character, &c) ? newBool(isCasedUnicode(static_cast<uint32_t>(c))) : Owned(nullptr);
}
Owned getCodeSize(Object*) { return newInt(codeWordSize); }

const MethodDef functions[] = {
    {"compile", makePattern, NativeKind::Keywords},
    {"template", makeTemplate, 2, 2},
    {"getcodesize", getCodeSize},
    {"ascii_iscased", asciiIsCased},
    {"unicode_iscased", unicodeIsCased},
    {"ascii_tolower", toLowerFunction<lowerAscii>},
    {"unicode_tolower", toLowerFunction<lowerUnicode>},
    {},
};

RuntimeCache madeCache([] { patternType = matchType = scannerType = templateType = nullptr; });

// Made once for a run, so that a module that is imported anew shares them with the one before.
bool makeTypes() {
    if (templateType) return true;
    patternType = makeModuleType(definePatternType);
    matchType = makeModuleType(defineMatchType);
    scannerType = makeModuleType(defineScannerType);
    templateType = patternType && matchType && scannerType ? makeModuleType(defineTemplateType) : nullptr;
    return templateType != nullptr;
}

}

Owned makeSreModule() {
    Ref<> module = newModule("_sre");
    bool good = module && addFunctions(module, functions) && makeTypes() && addToModule(module, "MAGIC", newInt(codeMagic)) &&
                addToModule(module, "CODESIZE", newInt(codeWordSize)) && addToModule(module, "MAXREPEAT", newInt(maxRepeat)) &&
                addToModule(module, "MAXGROUPS", newInt(maxGroups)) &&
                addToModule(module, "copyright", newStr(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "));
    return good ? module.release() : Owned(nullptr);
}

}

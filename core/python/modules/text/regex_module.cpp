// SPDX-License-Identifier: GPL-3.0-or-later

// _regex: compile(pattern, flags) and the types, for python/re/.

#include "core/python/modules/native_modules.h"
#include "core/python/modules/text/regex_object.h"
#include "core/python/modules/text/regex_syntax.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

bool nameGroups(const RegexTranslation& read, Ref<DictObject>& index, Ref<TupleObject>& byNumber) {
    index = newDict();
    byNumber = newTuple(read.groups + 1);
    if (!index || !byNumber) return false;
    for (int i = 0; i <= read.groups; ++i) byNumber->items[i] = newRef(None).pointer;
    for (const auto& [name, number] : read.names) {
        Ref<> text = internStr(utf8::encoded(name)), value = newInt(number);
        if (!text || !value || !dictSet(index, text, value)) return false;
        clearField(byNumber->items[number]);
        byNumber->items[number] = newRef(text).pointer;
    }
    recordCells(byNumber);
    return true;
}

Owned compileFunction(Object*, Args args) {
    Object* out[2] = {};
    if (!parseArgs("compile", args, "pattern flags", out)) return nullptr;
    Object* source = out[0];
    const uint8_t* bytes;
    size_t size;
    bool isBytes = !isStr(source);
    if (isBytes && !bufferOf(source, &bytes, &size)) return raise(exc::TypeError, "first argument must be string or compiled pattern");
    int64_t flags;
    Ref<> number(numberIndex(out[1]));
    if (!number || !intToInt64(number, &flags)) return nullptr;
    RegexTranslation read = translateRegex(regexUnits(source), isBytes, static_cast<uint32_t>(flags));
    if (read.problem) {
        if (read.problem->isFlagError) return raise(exc::ValueError, "{}", read.problem->message);
        return raiseRegexProblem(read.problem->message, source, read.problem->position);
    }
    Ref<DictObject> index;
    Ref<TupleObject> byNumber;
    if (!nameGroups(read, index, byNumber)) return nullptr;
    RegexProgram* program = compileRegex(read.text, isBytes, read.enclosing);
    if (!program) return nullptr;
    auto* made = newPlainObject<PatternObject>(regexPatternType);
    if (!made) {
        releaseRegex(program);
        return nullptr;
    }
    made->groups = read.groups;
    made->groupIndex = index.releaseRaw();
    made->groupNames = byNumber.releaseRaw();
    made->pattern = newRef(source).pointer;
    made->program = program;
    made->flags = read.flags;
    made->isBytes = isBytes;
    return finishObject(made);
}

const MethodDef functions[] = {{"compile", compileFunction, NativeKind::Keywords}, {}};

}

Owned makeRegexModule() {
    Ref<> m = newModule("_regex");
    if (!m || !addFunctions(m, functions)) return nullptr;
    regexScannerType = makeModuleType(defineScannerType);
    if (!regexScannerType || !addTypeToModule(m, regexPatternType, definePatternType) || !addTypeToModule(m, regexMatchType, defineMatchType))
        return nullptr;
    return m.release();
}

}

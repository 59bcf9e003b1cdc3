// SPDX-License-Identifier: GPL-3.0-or-later
// pyexpat: the module, with its submodules of errors and of content models.
#include <cstring>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/xml/expat_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type *expatParserType = nullptr, *expatError = nullptr;

Failure raiseExpatError(ExpatParserObject* p, XML_Error code) {
    size_t line = XML_GetErrorLineNumber(p->parser), column = XML_GetErrorColumnNumber(p->parser);
    Ref<> text(newStr(std::string(XML_ErrorString(code)) + ": line " + std::to_string(line) + ", column " + std::to_string(column)));
    if (!text) return {};
    Held<> error(call(expatError, text));
    if (!error) return {};
    const struct {
        const char* name;
        int64_t value;
    } attributes[] = {{"code", code}, {"offset", static_cast<int64_t>(column)}, {"lineno", static_cast<int64_t>(line)}};
    for (const auto& a : attributes) {
        Ref<> name(internStr(a.name)), value(newInt(a.value));
        if (!name || !value || !setAttr(error, name, value)) return {};
    }
    return raiseInstance(error);
}

namespace {

Owned parserCreate(Object*, Args args) {
    Object* given[3] = {};
    if (!parseArgs("ParserCreate", args, "| encoding namespace_separator intern", given)) return nullptr;
    std::string texts[2];
    const char* const where[] = {"argument 'encoding'", "argument 'namespace_separator'"};
    for (int i = 0; i < 2; ++i) {
        if (!given[i] || isNone(given[i])) continue;
        if (!isStr(given[i])) return raiseWrongArgument("ParserCreate", where[i], "str or None", given[i]);
        if (!textArgument("ParserCreate", where[i], given[i], &texts[i])) return nullptr;
    }
    bool separated = given[1] && !isNone(given[1]);
    if (separated && texts[1].size() > 1) return raise(exc::ValueError, "namespace_separator must be at most one character, omitted, or None");
    Ref<> intern;
    if (!given[2]) intern = Ref<>(newDict());
    else if (!isNone(given[2])) intern = Ref<>::share(given[2]);
    if (!given[2] && !intern) return nullptr;
    if (intern && !isDict(intern)) return raise(exc::TypeError, "intern must be a dictionary");
    return newExpatParser(given[0] && !isNone(given[0]) ? texts[0].c_str() : nullptr, separated ? texts[1].c_str() : nullptr, intern);
}

Owned errorString(Object*, Object* given) {
    int64_t code;
    Held<> number(numberIndex(given));
    if (!number || !intToInt64(number, &code)) return nullptr;
    const XML_LChar* text = code < 0 || code > INT32_MAX ? nullptr : XML_ErrorString(static_cast<XML_Error>(code));
    return text ? newStr(text) : newNone();
}

const MethodDef functions[] = {{"ParserCreate", parserCreate, NativeKind::Keywords}, {"ErrorString", errorString}, {}};

const IntConstant constants[] = {
    {"XML_PARAM_ENTITY_PARSING_NEVER", XML_PARAM_ENTITY_PARSING_NEVER},
    {"XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE},
    {"XML_PARAM_ENTITY_PARSING_ALWAYS", XML_PARAM_ENTITY_PARSING_ALWAYS},
    {},
};
const IntConstant modelConstants[] = {
    {"XML_CTYPE_EMPTY", XML_CTYPE_EMPTY},
    {"XML_CTYPE_ANY", XML_CTYPE_ANY},
    {"XML_CTYPE_MIXED", XML_CTYPE_MIXED},
    {"XML_CTYPE_NAME", XML_CTYPE_NAME},
    {"XML_CTYPE_CHOICE", XML_CTYPE_CHOICE},
    {"XML_CTYPE_SEQ", XML_CTYPE_SEQ},
    {"XML_CQUANT_NONE", XML_CQUANT_NONE},
    {"XML_CQUANT_OPT", XML_CQUANT_OPT},
    {"XML_CQUANT_REP", XML_CQUANT_REP},
    {"XML_CQUANT_PLUS", XML_CQUANT_PLUS},
    {},
};

// The errors by their numbers from 1 on, which are the same in every Expat; a text is CPython's own where the library is older than the error.
const char* const errorNames[] = {
    "XML_ERROR_NO_MEMORY",
    "XML_ERROR_SYNTAX",
    "XML_ERROR_NO_ELEMENTS",
    "XML_ERROR_INVALID_TOKEN",
    "XML_ERROR_UNCLOSED_TOKEN",
    "XML_ERROR_PARTIAL_CHAR",
    "XML_ERROR_TAG_MISMATCH",
    "XML_ERROR_DUPLICATE_ATTRIBUTE",
    "XML_ERROR_JUNK_AFTER_DOC_ELEMENT",
    "XML_ERROR_PARAM_ENTITY_REF",
    "XML_ERROR_UNDEFINED_ENTITY",
    "XML_ERROR_RECURSIVE_ENTITY_REF",
    "XML_ERROR_ASYNC_ENTITY",
    "XML_ERROR_BAD_CHAR_REF",
    "XML_ERROR_BINARY_ENTITY_REF",
    "XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF",
    "XML_ERROR_MISPLACED_XML_PI",
    "XML_ERROR_UNKNOWN_ENCODING",
    "XML_ERROR_INCORRECT_ENCODING",
    "XML_ERROR_UNCLOSED_CDATA_SECTION",
    "XML_ERROR_EXTERNAL_ENTITY_HANDLING",
    "XML_ERROR_NOT_STANDALONE",
    "XML_ERROR_UNEXPECTED_STATE",
    "XML_ERROR_ENTITY_DECLARED_IN_PE",
    "XML_ERROR_FEATURE_REQUIRES_XML_DTD",
    "XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING",
    "XML_ERROR_UNBOUND_PREFIX",
    "XML_ERROR_UNDECLARING_PREFIX",
    "XML_ERROR_INCOMPLETE_PE",
    "XML_ERROR_XML_DECL",
    "XML_ERROR_TEXT_DECL",
    "XML_ERROR_PUBLICID",
    "XML_ERROR_SUSPENDED",
    "XML_ERROR_NOT_SUSPENDED",
    "XML_ERROR_ABORTED",
    "XML_ERROR_FINISHED",
    "XML_ERROR_SUSPEND_PE",
    "XML_ERROR_RESERVED_PREFIX_XML",
    "XML_ERROR_RESERVED_PREFIX_XMLNS",
    "XML_ERROR_RESERVED_NAMESPACE_URI",
    "XML_ERROR_INVALID_ARGUMENT",
    "XML_ERROR_NO_BUFFER",
    "XML_ERROR_AMPLIFICATION_LIMIT_BREACH",
};

Owned makeErrors() {
    Ref<> module(newModule("pyexpat.errors")), doc(newStr("Constants used to describe error conditions."));
    Ref<DictObject> codes(newDict()), messages(newDict());
    if (!module || !doc || !codes || !messages || !dictSetText(moduleDict(module), "__doc__", doc)) return nullptr;
    int code = 0;
    for (const char* name : errorNames) {
        ++code;
        const XML_LChar* text = XML_ErrorString(static_cast<XML_Error>(code));
        Ref<> message(newStr(text ? text : "")), number(newInt(code));
        if (!message || !number || !dictSet(codes, message, number) || !dictSet(messages, number, message) ||
            !dictSetText(moduleDict(module), name, message))
            return nullptr;
    }
    if (!addToModule(module, "codes", Owned(codes.release())) || !addToModule(module, "messages", Owned(messages.release()))) return nullptr;
    return module.release();
}

Owned makeModel() {
    Ref<> module(newModule("pyexpat.model")), doc(newStr("Constants used to interpret content model information."));
    if (!module || !doc || !dictSetText(moduleDict(module), "__doc__", doc) || !addConstants(module, modelConstants)) return nullptr;
    return module.release();
}

// Also to be had by `import pyexpat.errors`.
bool addSubmodule(Object* module, const char* name, Owned made) {
    if (!made) return false;
    Ref<> keep(newRef(made.pointer));
    return dictSetText(interpreter.modules, (std::string("pyexpat.") + name).c_str(), made.pointer) && addToModule(module, name, made);
}

Owned featuresList() {
    Ref<ListObject> list(newList(0));
    for (const XML_Feature* f = XML_GetFeatureList(); list && f->feature != XML_FEATURE_END; ++f) {
        Ref<> name(newStr(f->name)), value(newInt(f->value));
        Ref<> pair;
        if (name && value) pair = Ref<>(packTuple(name.get(), value.get()));
        if (!pair || !listAppend(list, pair)) return nullptr;
    }
    return Owned(list.release());
}

Owned versionTuple() {
    XML_Expat_Version version = XML_ExpatVersionInfo();
    Ref<> a(newInt(version.major)), b(newInt(version.minor)), c(newInt(version.micro));
    return a && b && c ? packTuple(a.get(), b.get(), c.get()) : nullptr;
}

}

Owned makePyexpatModule() {
    Ref<> module(newModule("pyexpat"));
    expatParserType = makeModuleType(defineExpatParser);
    expatError = newExceptionClass("xml.parsers.expat.ExpatError", {exc::Exception});
    if (!module || !expatParserType || !expatError || !addFunctions(module, functions) || !addConstants(module, constants) ||
        !addToModule(module, "error", newRef(expatError)) || !addToModule(module, "ExpatError", newRef(expatError)) ||
        !addToModule(module, "XMLParserType", newRef(expatParserType)) || !addText(module, "EXPAT_VERSION", XML_ExpatVersion()) ||
        !addToModule(module, "version_info", versionTuple()) || !addText(module, "native_encoding", "UTF-8") ||
        !addToModule(module, "features", featuresList()) || !addSubmodule(module, "errors", makeErrors()) ||
        !addSubmodule(module, "model", makeModel()))
        return nullptr;
    return module.release();
}

}

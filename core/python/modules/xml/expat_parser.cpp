// SPDX-License-Identifier: GPL-3.0-or-later
// pyexpat.xmlparser.
#include <algorithm>
#include <climits>
#include <cstddef>
#include <cstring>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/modules/xml/expat_parts.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/blocks.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr size_t largestPiece = 1 << 20;
constexpr int usualBufferSize = 8192;

const XML_Memory_Handling_Suite libraryMemory = {
    takeLibraryBlock,
    resizeLibraryBlock,
    giveLibraryBlock,
};

OwnedOf<ExpatParserObject> allocateParser(Object* intern) {
    Ref<ExpatParserObject> p = Ref<ExpatParserObject>::steal(expatParserType->alloc(expatParserType, 0).pointer);
    if (!p) return nullptr;
    p->bufferSize = usualBufferSize;
    p->handlers = static_cast<Object**>(allocateBlock(sizeof(Object*) * (expatHandlerCount + 1)));
    if (!p->handlers) return nullptr;
    std::fill_n(p->handlers, expatHandlerCount + 1, nullptr);
    xincref(intern);
    p->intern = intern;
    recordCells(p);
    return p.release();
}

void setUp(ExpatParserObject* p) {
    XML_SetHashSalt(p->parser, 0x6d656d74617065); // a run is the same each time
    XML_SetUserData(p->parser, p);
    installUnknownEncodingHandler(p);
}

// ---- parsing ------------------------------------------------------------------------------------------------------------

// Expat cannot be entered again by a handler.
bool begin(ExpatParserObject* p) {
    if (p->parsing) return raise(exc::RuntimeError, "the parser is parsing already");
    p->parsing = true;
    return true;
}

Owned resultOf(ExpatParserObject* p, int status) {
    p->parsing = false;
    if (errorOccurred()) return nullptr;
    if (status == XML_STATUS_ERROR) {
        XML_Error code = XML_GetErrorCode(p->parser);
        if (code == XML_ERROR_NO_MEMORY) return raiseMemoryError();
        return raiseExpatError(p, code);
    }
    return flushExpatBuffer(p) ? newInt(status) : nullptr;
}

int feed(ExpatParserObject* p, const uint8_t* data, size_t size, bool last) {
    int status = XML_STATUS_OK;
    do {
        size_t piece = std::min(size, largestPiece);
        status = XML_Parse(p->parser, reinterpret_cast<const char*>(data), static_cast<int>(piece), last && piece == size);
        data += piece;
        size -= piece;
    } while (size && status == XML_STATUS_OK && !errorOccurred());
    return status;
}

Owned parse(Object* self, Args args) {
    ExpatParserObject* p = asExpatParser(self);
    Object* given[2] = {};
    bool last = false;
    if (!parseArgs("Parse", args, "data | isfinal /", given) || !boolArgument(given[1], &last)) return nullptr;
    if (isStr(given[0])) {
        std::string text;
        if (!encodeInto(text, given[0], "utf-8", "strict")) return nullptr;
        strKeepUtf8(given[0]);
        if (!begin(p)) return nullptr;
        XML_SetEncoding(p->parser, "utf-8"); // whatever its declaration says
        return resultOf(p, feed(p, reinterpret_cast<const uint8_t*>(text.data()), text.size(), last));
    }
    HeldBuffer data;
    if (!data.want(given[0]) || !begin(p)) return nullptr;
    return resultOf(p, feed(p, data.data(), data.size(), last));
}

Owned parseFile(Object* self, Object* file) {
    ExpatParserObject* p = asExpatParser(self);
    constexpr ssize piece = 2048;
    bool failed = false;
    Held<> name(newStr("read"));
    Held<> read(name ? findAttr(file, name, &failed) : Owned(nullptr));
    if (!read) return failed ? Owned(nullptr) : raise(exc::TypeError, "argument must have 'read' attribute");
    Held<> wanted(newInt(piece));
    for (;;) {
        Held<> got(call(read, wanted));
        if (!got) return nullptr;
        const uint8_t* data;
        size_t size;
        if (!isBytes(got) && !isByteArray(got)) return raise(exc::TypeError, "read() did not return a bytes object (type={})", got->type->name);
        HeldBuffer buffer;
        if (!buffer.want(got)) return nullptr;
        data = buffer.data(), size = buffer.size();
        if (size > static_cast<size_t>(piece))
            return raise(exc::ValueError, "read() returned too much data: {} bytes requested, {} returned", piece, size);
        if (!begin(p)) return nullptr;
        int status = feed(p, data, size, size == 0);
        if (status == XML_STATUS_ERROR || size == 0 || errorOccurred()) return resultOf(p, status);
        p->parsing = false;
        if (!checkBreaker()) return nullptr;
    }
}

// ---- other methods ------------------------------------------------------------------------------------------------------

Owned setBase(Object* self, Object* base) {
    std::string text;
    if (!textArgument("SetBase", "argument", base, &text)) return nullptr;
    return XML_SetBase(asExpatParser(self)->parser, text.c_str()) ? newNone() : raiseMemoryError();
}
Owned getBase(Object* self) {
    const XML_Char* base = XML_GetBase(asExpatParser(self)->parser);
    return base ? newStr(base) : newNone();
}
Owned getInputContext(Object* self) {
    ExpatParserObject* p = asExpatParser(self);
    if (!p->inCallback) return newNone();
    int offset = 0, size = 0;
    const char* text = XML_GetInputContext(p->parser, &offset, &size);
    return text ? newBytes(std::string_view(text + offset, static_cast<size_t>(size - offset))) : newNone();
}

Owned createForEntity(Object* self, Args args) {
    ExpatParserObject* p = asExpatParser(self);
    std::string context, encoding;
    if (!isNone(args[0]) && !isStr(args[0])) return raiseWrongArgument("ExternalEntityParserCreate", "argument 1", "str or None", args[0]);
    if ((!isNone(args[0]) && !textArgument("ExternalEntityParserCreate", "argument 1", args[0], &context)) ||
        (args.count > 1 && !textArgument("ExternalEntityParserCreate", "argument 2", args[1], &encoding)))
        return nullptr;
    Ref<ExpatParserObject> made(allocateParser(p->intern));
    if (!made) return nullptr;
    made->orderedAttributes = p->orderedAttributes;
    made->specifiedAttributes = p->specifiedAttributes;
    made->namespacePrefixes = p->namespacePrefixes;
    made->bufferSize = p->bufferSize;
    if (p->buffer) {
        made->buffer = static_cast<char*>(allocateBlock(static_cast<size_t>(p->bufferSize)));
        if (!made->buffer) return nullptr;
    }
    made->parser =
        XML_ExternalEntityParserCreate(p->parser, isNone(args[0]) ? nullptr : context.c_str(), args.count > 1 ? encoding.c_str() : nullptr);
    if (!made->parser) return raiseMemoryError();
    XML_SetUserData(made->parser, made.get());
    for (int i = 0; i < expatHandlerCount; ++i) {
        xincref(p->handlers[i]);
        made->handlers[i] = p->handlers[i];
    }
    made->handlers[expatParent] = newRef(self).pointer;
    recordCells(made);
    installExpatHandlers(made);
    return Owned(made.release());
}

Owned setParamEntityParsing(Object* self, Object* flag) {
    int value = 0;
    if (!intArgument(flag, &value)) return nullptr;
    return newInt(XML_SetParamEntityParsing(asExpatParser(self)->parser, static_cast<XML_ParamEntityParsing>(value)));
}
Owned useForeignDtd(Object* self, Args args) {
    bool flag = true;
    if (args.count && !boolArgument(args[0], &flag)) return nullptr;
    XML_Error code = XML_UseForeignDTD(asExpatParser(self)->parser, flag);
    return code == XML_ERROR_NONE ? newNone() : raiseExpatError(asExpatParser(self), code);
}

// Since Expat 2.6 the parser may wait with a token that is not whole; older ones have no such thing to be told of.
Owned setReparseDeferral(Object* self, Object* enabled) {
    bool on = false;
    if (!boolArgument(enabled, &on)) return nullptr;
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 6
    if (XML_SetReparseDeferralEnabled(asExpatParser(self)->parser, on)) asExpatParser(self)->reparseDeferral = on;
#else
    (void)self;
#endif
    return newNone();
}
Owned getReparseDeferral(Object* self) { return newBool(asExpatParser(self)->reparseDeferral); }

// ---- attributes -----------------------------------------------------------------------------------------------------------

template <auto question> Owned ask(Object* self) { return newInt(static_cast<int64_t>(question(asExpatParser(self)->parser))); }

template <int ExpatParserObject::*flag> Owned getFlag(Object* self) { return newBool(asExpatParser(self)->*flag != 0); }
template <int ExpatParserObject::*flag> bool setFlag(Object* self, Object* value) {
    if (!value) return raise(exc::RuntimeError, "Cannot delete attribute");
    int truth = isTrue(value);
    if (truth < 0) return false;
    asExpatParser(self)->*flag = truth;
    return true;
}
bool setNamespacePrefixes(Object* self, Object* value) {
    if (!setFlag<&ExpatParserObject::namespacePrefixes>(self, value)) return false;
    XML_SetReturnNSTriplet(asExpatParser(self)->parser, asExpatParser(self)->namespacePrefixes);
    return true;
}

Owned getBufferText(Object* self) { return newBool(asExpatParser(self)->buffer != nullptr); }
bool setBufferText(Object* self, Object* value) {
    ExpatParserObject* p = asExpatParser(self);
    if (!value) return raise(exc::RuntimeError, "Cannot delete attribute");
    int truth = isTrue(value);
    if (truth < 0) return false;
    if (truth) {
        if (!p->buffer) p->buffer = static_cast<char*>(allocateBlock(static_cast<size_t>(p->bufferSize)));
        p->bufferUsed = 0;
        return p->buffer != nullptr;
    }
    if (!p->buffer) return true;
    if (!flushExpatBuffer(p)) return false;
    if (p->buffer) releaseBlock(p->buffer);
    p->buffer = nullptr;
    return true;
}
Owned getBufferSize(Object* self) { return newInt(asExpatParser(self)->bufferSize); }
bool setBufferSize(Object* self, Object* value) {
    ExpatParserObject* p = asExpatParser(self);
    int64_t size;
    if (!value) return raise(exc::RuntimeError, "Cannot delete attribute");
    if (!isInt(value)) return raise(exc::TypeError, "buffer_size must be an integer");
    if (!intToInt64(value, &size)) return false;
    if (size <= 0) return raise(exc::ValueError, "buffer_size must be greater than zero");
    if (size > INT_MAX) return raise(exc::ValueError, "buffer_size must not be greater than {}", INT_MAX);
    if (p->buffer) {
        if (p->bufferUsed && !flushExpatBuffer(p)) return false;
        void* block = allocateBlock(static_cast<size_t>(size));
        if (!block) return false;
        if (p->buffer) releaseBlock(p->buffer);
        p->buffer = static_cast<char*>(block);
        p->bufferUsed = 0;
    }
    p->bufferSize = static_cast<int>(size);
    return true;
}
Owned getBufferUsed(Object* self) { return newInt(asExpatParser(self)->bufferUsed); }

template <int index> Owned getHandler(Object* self) { return expatHandler(self, index); }
template <int index> bool setHandler(Object* self, Object* value) { return setExpatHandler(self, index, value); }

// All attributes: the handlers, then what the parser itself has to say.
const GetSetDef parserAttributes[] = {
    {"ErrorCode", ask<XML_GetErrorCode>},
    {"ErrorLineNumber", ask<XML_GetCurrentLineNumber>},
    {"ErrorColumnNumber", ask<XML_GetCurrentColumnNumber>},
    {"ErrorByteIndex", ask<XML_GetCurrentByteIndex>},
    {"CurrentLineNumber", ask<XML_GetCurrentLineNumber>},
    {"CurrentColumnNumber", ask<XML_GetCurrentColumnNumber>},
    {"CurrentByteIndex", ask<XML_GetCurrentByteIndex>},
    {"buffer_size", getBufferSize, setBufferSize},
    {"buffer_text", getBufferText, setBufferText},
    {"buffer_used", getBufferUsed},
    {"namespace_prefixes", getFlag<&ExpatParserObject::namespacePrefixes>, setNamespacePrefixes},
    {"ordered_attributes", getFlag<&ExpatParserObject::orderedAttributes>, setFlag<&ExpatParserObject::orderedAttributes>},
    {"specified_attributes", getFlag<&ExpatParserObject::specifiedAttributes>, setFlag<&ExpatParserObject::specifiedAttributes>},
};
constexpr size_t parserAttributeCount = sizeof parserAttributes / sizeof *parserAttributes;

template <int... index> const GetSetDef* allAttributes(std::integer_sequence<int, index...>) {
    static GetSetDef table[parserAttributeCount + expatHandlerCount + 1] = {};
    std::copy_n(parserAttributes, parserAttributeCount, table);
    ((table[parserAttributeCount + index] = {expatHandlerName(index), getHandler<index>, setHandler<index>}), ...);
    return table;
}

const MethodDef parserMethods[] = {
    {"Parse", parse, NativeKind::Keywords},
    {"ParseFile", parseFile},
    {"SetBase", setBase},
    {"GetBase", getBase},
    {"GetInputContext", getInputContext},
    {"ExternalEntityParserCreate", createForEntity, 1, 2},
    {"SetParamEntityParsing", setParamEntityParsing},
    {"UseForeignDTD", useForeignDtd, 0, 1},
    {"SetReparseDeferralEnabled", setReparseDeferral},
    {"GetReparseDeferralEnabled", getReparseDeferral},
    {},
};
const MemberDef parserMembers[] = {{"intern", MemberKind::Object, offsetof(ExpatParserObject, intern)}, {}};
const Field parserFields[] = {{"intern", offsetof(ExpatParserObject, intern)}, {}};

// ---- its life -------------------------------------------------------------------------------------------------------------

int parserTraverse(Object* o, Visit visit, void* context) {
    ExpatParserObject* p = asExpatParser(o);
    if (int stopped = p->intern ? visit(p->intern, context) : 0) return stopped;
    for (int i = 0; p->handlers && i <= expatParent; ++i)
        if (int stopped = p->handlers[i] ? visit(p->handlers[i], context) : 0) return stopped;
    return 0;
}
void parserCells(Object* o, CellVisitor& visitor) {
    ExpatParserObject* p = asExpatParser(o);
    visitor.visit(CellKind::Field, 0, p->intern);
    if (p->handlers) visitItems(visitor, p->handlers, expatHandlerCount + 1);
}
void clearHandlers(ExpatParserObject* p) {
    for (int i = 0; p->handlers && i <= expatParent; ++i) {
        if (!p->handlers[i]) continue;
        Object* old = p->handlers[i];
        p->handlers[i] = nullptr;
        recordCell(p, CellKind::Item, static_cast<uint32_t>(i), nullptr);
        decref(old);
    }
}
void parserClear(Object* o) {
    ExpatParserObject* p = asExpatParser(o);
    if (p->parser) XML_ParserFree(p->parser); // as it looks at the parent's
    p->parser = nullptr;
    clearHandlers(p);
    if (asExpatParser(o)->intern) clearField(asExpatParser(o)->intern);
}
void parserDealloc(Object* o) {
    ExpatParserObject* p = asExpatParser(o);
    gcUntrack(o);
    Dying dying(o);
    if (p->parser) XML_ParserFree(p->parser);
    p->parser = nullptr;
    clearHandlers(p);
    if (p->handlers) releaseBlock(p->handlers);
    p->handlers = nullptr;
    if (p->buffer) releaseBlock(p->buffer);
    dropFields(o);
    freeObject(o);
}

}

Owned newExpatParser(const char* encoding, const char* namespaceSeparator, Object* intern) {
    Ref<ExpatParserObject> p(allocateParser(intern));
    if (!p) return nullptr;
    p->parser = XML_ParserCreate_MM(encoding, &libraryMemory, namespaceSeparator);
    if (!p->parser) return raiseMemoryError();
    setUp(p);
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 6
    p->reparseDeferral = true;
#endif
    return Owned(p.release());
}

void defineExpatParser(Type* t) {
    t->name = "pyexpat.xmlparser";
    t->doc = "XML parser";
    t->basicSize = 80;
    t->flags = HaveGc | DisallowInstantiation;
    t->dealloc = parserDealloc;
    t->traverse = parserTraverse;
    t->clear = parserClear;
    t->cells = parserCells;
    t->fields = parserFields;
    t->methods = parserMethods;
    t->members = parserMembers;
    t->getsets = allAttributes(std::make_integer_sequence<int, expatHandlerCount>());
}

}

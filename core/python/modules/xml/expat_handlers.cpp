// SPDX-License-Identifier: GPL-3.0-or-later
// What Expat calls while it parses: each makes Python values of its arguments and calls the handler. Where that raises, the parser is stopped.
#include <cstring>
#include <string>

#include "core/python/modules/xml/expat_parts.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

enum Handler : int {
    StartElement,
    EndElement,
    ProcessingInstruction,
    CharacterData,
    UnparsedEntityDecl,
    NotationDecl,
    StartNamespaceDecl,
    EndNamespaceDecl,
    Comment,
    StartCdataSection,
    EndCdataSection,
    Default,
    DefaultExpand,
    NotStandalone,
    ExternalEntityRef,
    StartDoctypeDecl,
    EndDoctypeDecl,
    EntityDecl,
    XmlDecl,
    ElementDecl,
    AttlistDecl,
    SkippedEntity,
};
static_assert(SkippedEntity + 1 == expatHandlerCount && CharacterData == characterDataHandler && ExternalEntityRef == externalEntityHandler);

ExpatParserObject* parserOf(void* userData) { return static_cast<ExpatParserObject*>(userData); }

// ---- values -------------------------------------------------------------------------------------------------------------

Owned textOf(const XML_Char* text, size_t size) { return decodeBytes(reinterpret_cast<const uint8_t*>(text), size, "utf-8", "strict", nullptr); }
Owned textOrNone(const XML_Char* text) { return text ? textOf(text, std::strlen(text)) : newNone(); }

// Names that come again and again are one str.
Owned interned(ExpatParserObject* p, const XML_Char* text) {
    Ref<> made(textOrNone(text));
    if (!made || !p->intern) return made.release(); // None is looked up too
    if (Object* known = dictFind(p->intern, made)) return newRef(known);
    if (errorOccurred() || !dictSet(p->intern, made, made)) return nullptr;
    return made.release();
}

// ---- calling ------------------------------------------------------------------------------------------------------------

bool hasHandler(ExpatParserObject* p, int handler) { return p->handlers[handler] != nullptr; }

void fail(ExpatParserObject* p) {
    for (int i = 0; i < expatHandlerCount; ++i) {
        Object* old = p->handlers[i];
        p->handlers[i] = nullptr;
        if (!old) continue;
        recordCell(p, CellKind::Item, static_cast<uint32_t>(i), nullptr);
        decref(old);
    }
    XML_StopParser(p->parser, XML_FALSE);
}

// The handler called with these values, which are taken over. Null: it raised, and the parser is stopped.
Owned callHandler(ExpatParserObject* p, int handler, Ref<>* values, size_t count) {
    Object* arguments[8];
    for (size_t i = 0; i < count; ++i) {
        if (!values[i]) {
            fail(p);
            return nullptr;
        }
        arguments[i] = values[i];
    }
    Held<> held(newTupleOf(arguments, static_cast<ssize>(count))), function(newRef(p->handlers[handler]));
    if (!held) {
        fail(p);
        return nullptr;
    }
    for (size_t i = 0; i < count; ++i) values[i].reset();
    p->inCallback = 1;
    Owned result = call(function, {asTuple(held)->items, count, nullptr});
    p->inCallback = 0;
    if (!result) fail(p);
    return result;
}
// Of a handler whose answer is of no interest.
template <class... Values> void tell(ExpatParserObject* p, int handler, Values... values) {
    if (!hasHandler(p, handler) || errorOccurred() || !flushExpatBuffer(p)) return;
    Ref<> list[sizeof...(Values) + 1] = {values(p)...};
    Ref<> result(callHandler(p, handler, list, sizeof...(Values)));
}
// And of one that answers with a number; `otherwise` where there is none.
template <class... Values> int ask(ExpatParserObject* p, int handler, int otherwise, Values... values) {
    if (!hasHandler(p, handler) || errorOccurred() || !flushExpatBuffer(p)) return otherwise;
    Ref<> list[sizeof...(Values) + 1] = {values(p)...};
    Held<> result(callHandler(p, handler, list, sizeof...(Values)));
    if (!result) return 0;
    int64_t answer = 0;
    if (isInt(result) ? !intToInt64(result, &answer)
                      : !raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", result->type->name)) {
        fail(p);
        return 0;
    }
    return static_cast<int>(answer);
}

// Values to be made when the handler is known to be called.
auto name(const XML_Char* text) {
    return [text](ExpatParserObject* p) { return interned(p, text); };
}
auto plain(const XML_Char* text) {
    return [text](ExpatParserObject*) { return textOrNone(text); };
}
auto piece(const XML_Char* text, int size) {
    return [text, size](ExpatParserObject*) { return text ? textOf(text, static_cast<size_t>(size)) : newNone(); };
}
auto number(int n) {
    return [n](ExpatParserObject*) { return newInt(n); };
}

// ---- handlers -------------------------------------------------------------------------------------------------------------

// Attributes as a dict, or, where their order is asked for, a list of names and values.
Owned attributesOf(ExpatParserObject* p, const XML_Char** attributes) {
    int count = 0;
    if (p->specifiedAttributes) count = XML_GetSpecifiedAttributeCount(p->parser);
    else
        while (attributes[count]) count += 2;
    if (p->orderedAttributes) {
        Ref<ListObject> list(newList(0));
        for (int i = 0; list && i < count; ++i) {
            Ref<> value(i % 2 ? textOrNone(attributes[i]) : interned(p, attributes[i]));
            if (!value || !listAppend(list, value)) return nullptr;
        }
        return Owned(list.release());
    }
    Ref<DictObject> dict(newDict());
    for (int i = 0; dict && i < count; i += 2) {
        Ref<> key(interned(p, attributes[i]));
        Ref<> value;
        if (key) value = textOrNone(attributes[i + 1]);
        if (!value || !dictSet(dict, key, value)) return nullptr;
    }
    return Owned(dict.release());
}

void onStartElement(void* data, const XML_Char* element, const XML_Char** attributes) {
    tell(parserOf(data), StartElement, name(element), [attributes](ExpatParserObject* p) { return attributesOf(p, attributes); });
}
void onEndElement(void* data, const XML_Char* element) { tell(parserOf(data), EndElement, name(element)); }
void onProcessingInstruction(void* data, const XML_Char* target, const XML_Char* text) {
    tell(parserOf(data), ProcessingInstruction, name(target), plain(text));
}

void tellCharacters(ExpatParserObject* p, const XML_Char* text, int size) {
    if (!hasHandler(p, CharacterData)) return;
    Ref<> values[] = {textOf(text, static_cast<size_t>(size))};
    Ref<> result(callHandler(p, CharacterData, values, 1));
}
void onCharacterData(void* data, const XML_Char* text, int size) {
    ExpatParserObject* p = parserOf(data);
    if (errorOccurred()) return;
    if (!p->buffer) return tellCharacters(p, text, size);
    if (p->bufferUsed + size > p->bufferSize) {
        if (!flushExpatBuffer(p) || !hasHandler(p, CharacterData)) return; // which the flush may have changed
    }
    if (size > p->bufferSize) {
        p->bufferUsed = 0;
        return tellCharacters(p, text, size);
    }
    std::memcpy(p->buffer + p->bufferUsed, text, static_cast<size_t>(size));
    p->bufferUsed += size;
}

void onUnparsedEntityDecl(void* data, const XML_Char* entity, const XML_Char* base, const XML_Char* system, const XML_Char* publicId,
                          const XML_Char* notation) {
    tell(parserOf(data), UnparsedEntityDecl, name(entity), name(base), name(system), name(publicId), name(notation));
}
void onNotationDecl(void* data, const XML_Char* notation, const XML_Char* base, const XML_Char* system, const XML_Char* publicId) {
    tell(parserOf(data), NotationDecl, name(notation), name(base), name(system), name(publicId));
}
void onStartNamespaceDecl(void* data, const XML_Char* prefix, const XML_Char* uri) {
    tell(parserOf(data), StartNamespaceDecl, name(prefix), name(uri));
}
void onEndNamespaceDecl(void* data, const XML_Char* prefix) { tell(parserOf(data), EndNamespaceDecl, name(prefix)); }
void onComment(void* data, const XML_Char* text) { tell(parserOf(data), Comment, plain(text)); }
void onStartCdata(void* data) { tell(parserOf(data), StartCdataSection); }
void onEndCdata(void* data) { tell(parserOf(data), EndCdataSection); }
void onDefault(void* data, const XML_Char* text, int size) { tell(parserOf(data), Default, piece(text, size)); }
void onDefaultExpand(void* data, const XML_Char* text, int size) { tell(parserOf(data), DefaultExpand, piece(text, size)); }
int onNotStandalone(void* data) { return ask(parserOf(data), NotStandalone, 1); }
int onExternalEntityRef(XML_Parser parser, const XML_Char* context, const XML_Char* base, const XML_Char* system, const XML_Char* publicId) {
    return ask(parserOf(XML_GetUserData(parser)), ExternalEntityRef, 0, plain(context), name(base), name(system), name(publicId));
}
void onStartDoctype(void* data, const XML_Char* doctype, const XML_Char* system, const XML_Char* publicId, int hasInternalSubset) {
    tell(parserOf(data), StartDoctypeDecl, name(doctype), name(system), name(publicId), number(hasInternalSubset));
}
void onEndDoctype(void* data) { tell(parserOf(data), EndDoctypeDecl); }
void onEntityDecl(void* data, const XML_Char* entity, int isParameter, const XML_Char* value, int size, const XML_Char* base, const XML_Char* system,
                  const XML_Char* publicId, const XML_Char* notation) {
    tell(parserOf(data), EntityDecl, name(entity), number(isParameter), piece(value, size), name(base), name(system), name(publicId), name(notation));
}
void onXmlDecl(void* data, const XML_Char* version, const XML_Char* encoding, int standalone) {
    tell(parserOf(data), XmlDecl, plain(version), plain(encoding), number(standalone));
}

// (type, quantifier, name, children)
Owned modelOf(ExpatParserObject* p, const XML_Content* content) {
    if (!enterNative(" in conv_content_model")) return nullptr;
    Ref<TupleObject> children(newTuple(static_cast<ssize>(content->numchildren)));
    bool ok = static_cast<bool>(children);
    for (unsigned i = 0; ok && i < content->numchildren; ++i) {
        children->items[i] = modelOf(p, &content->children[i]).pointer;
        ok = children->items[i] != nullptr;
    }
    leaveNative();
    if (!ok) return nullptr;
    if (content->numchildren) recordCells(children);
    Ref<> type(newInt(content->type)), quantifier(newInt(content->quant)), element(interned(p, content->name));
    return type && quantifier && element ? packTuple(type.get(), quantifier.get(), element.get(), static_cast<Object*>(children.get())) : nullptr;
}
void onElementDecl(void* data, const XML_Char* element, XML_Content* content) {
    tell(parserOf(data), ElementDecl, name(element), [content](ExpatParserObject* p) { return modelOf(p, content); });
    XML_FreeContentModel(parserOf(data)->parser, content);
}
void onAttlistDecl(void* data, const XML_Char* element, const XML_Char* attribute, const XML_Char* type, const XML_Char* standard, int required) {
    tell(parserOf(data), AttlistDecl, name(element), name(attribute), plain(type), plain(standard), number(required));
}
void onSkippedEntity(void* data, const XML_Char* entity, int isParameter) { tell(parserOf(data), SkippedEntity, name(entity), number(isParameter)); }

// ---- the table ------------------------------------------------------------------------------------------------------------

// Expat keeps many of its functions in pairs; a null one means that the text goes to the default handler.
template <auto set, auto function> void install(XML_Parser parser, bool on) { set(parser, on ? function : nullptr); }

struct HandlerRow {
    const char* name;
    void (*install)(XML_Parser, bool on);
};
const HandlerRow rows[expatHandlerCount] = {
    {"StartElementHandler", install<XML_SetStartElementHandler, onStartElement>},
    {"EndElementHandler", install<XML_SetEndElementHandler, onEndElement>},
    {"ProcessingInstructionHandler", install<XML_SetProcessingInstructionHandler, onProcessingInstruction>},
    {"CharacterDataHandler", install<XML_SetCharacterDataHandler, onCharacterData>},
    {"UnparsedEntityDeclHandler", install<XML_SetUnparsedEntityDeclHandler, onUnparsedEntityDecl>},
    {"NotationDeclHandler", install<XML_SetNotationDeclHandler, onNotationDecl>},
    {"StartNamespaceDeclHandler", install<XML_SetStartNamespaceDeclHandler, onStartNamespaceDecl>},
    {"EndNamespaceDeclHandler", install<XML_SetEndNamespaceDeclHandler, onEndNamespaceDecl>},
    {"CommentHandler", install<XML_SetCommentHandler, onComment>},
    {"StartCdataSectionHandler", install<XML_SetStartCdataSectionHandler, onStartCdata>},
    {"EndCdataSectionHandler", install<XML_SetEndCdataSectionHandler, onEndCdata>},
    {"DefaultHandler", install<XML_SetDefaultHandler, onDefault>},
    {"DefaultHandlerExpand", install<XML_SetDefaultHandlerExpand, onDefaultExpand>},
    {"NotStandaloneHandler", install<XML_SetNotStandaloneHandler, onNotStandalone>},
    {"ExternalEntityRefHandler", install<XML_SetExternalEntityRefHandler, onExternalEntityRef>},
    {"StartDoctypeDeclHandler", install<XML_SetStartDoctypeDeclHandler, onStartDoctype>},
    {"EndDoctypeDeclHandler", install<XML_SetEndDoctypeDeclHandler, onEndDoctype>},
    {"EntityDeclHandler", install<XML_SetEntityDeclHandler, onEntityDecl>},
    {"XmlDeclHandler", install<XML_SetXmlDeclHandler, onXmlDecl>},
    {"ElementDeclHandler", install<XML_SetElementDeclHandler, onElementDecl>},
    {"AttlistDeclHandler", install<XML_SetAttlistDeclHandler, onAttlistDecl>},
    {"SkippedEntityHandler", install<XML_SetSkippedEntityHandler, onSkippedEntity>},
};

void ignoreCharacters(void*, const XML_Char*, int) {}

// ---- encodings that Expat does not know -------------------------------------------------------------------------------------

// Those of one byte a character, by what the codec makes of each of the 256.
int onUnknownEncoding(void*, const XML_Char* encoding, XML_Encoding* info) {
    if (errorOccurred()) return XML_STATUS_ERROR;
    uint8_t bytes[256];
    for (int i = 0; i < 256; ++i) bytes[i] = static_cast<uint8_t>(i);
    Ref<> text(decodeBytes(bytes, sizeof bytes, encoding, "replace", nullptr));
    if (!text) return XML_STATUS_ERROR;
    if (asStr(text)->length != 256) {
        raise(exc::ValueError, "multi-byte encodings are not supported");
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; ++i) {
        uint32_t c = charAt(asStr(text), i);
        info->map[i] = c == 0xfffd ? -1 : static_cast<int>(c);
    }
    info->data = nullptr;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
}

}

bool flushExpatBuffer(ExpatParserObject* p) {
    if (!p->buffer || !p->bufferUsed) return true;
    int used = p->bufferUsed;
    p->bufferUsed = 0; // it may be filled anew meanwhile
    std::string text(p->buffer, static_cast<size_t>(used));
    tellCharacters(p, text.data(), used);
    return !errorOccurred();
}

const char* expatHandlerName(int index) { return rows[index].name; }

Owned expatHandler(Object* self, int index) {
    Object* handler = asExpatParser(self)->handlers[index];
    return handler ? newRef(handler) : newNone();
}

bool setExpatHandler(Object* self, int index, Object* value) {
    ExpatParserObject* p = asExpatParser(self);
    if (!value) return raise(exc::RuntimeError, "Cannot delete attribute");
    if (index == CharacterData && !flushExpatBuffer(p)) return false; // to the handler that it was for
    Object *old = p->handlers[index], *next = isNone(value) ? nullptr : value;
    xincref(next);
    p->handlers[index] = next;
    recordCell(p, CellKind::Item, static_cast<uint32_t>(index), next);
    // Expat must not lose this one while it is in a piece of text.
    if (index == CharacterData && !next && p->inCallback) XML_SetCharacterDataHandler(p->parser, ignoreCharacters);
    else rows[index].install(p->parser, next != nullptr);
    if (old) decref(old);
    return true;
}

void installExpatHandlers(ExpatParserObject* p) {
    for (int i = 0; i < expatHandlerCount; ++i)
        if (p->handlers[i]) rows[i].install(p->parser, true);
}

void installUnknownEncodingHandler(ExpatParserObject* p) { XML_SetUnknownEncodingHandler(p->parser, onUnknownEncoding, nullptr); }

}

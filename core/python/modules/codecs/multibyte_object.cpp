// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/multibyte_object.h"

#include <cstddef>

#include "core/python/modules/arguments.h"
#include "core/python/modules/codecs/multibyte_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

std::string errorsOf(Object* o) { return strToUtf8(asStream(o)->errors); }
std::string pendingOf(Object* o) { return {reinterpret_cast<const char*>(asStream(o)->pending), asStream(o)->pendingCount}; }

void keepPending(Object* o, std::string_view bytes) {
    StreamObject* s = asStream(o);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(s->pending));
    s->pendingCount = static_cast<uint8_t>(bytes.size());
}

// A UnicodeDecodeError of all the bytes.
Owned refuseBytes(Object* o, std::string_view bytes, const char* reason) {
    Ref<> name(newStr(codecOf(asStream(o)->codec).name)), object(newBytes(bytes)), from(newInt(0)), to(newInt(static_cast<ssize>(bytes.size())));
    Ref<> why(newStr(reason));
    if (!name || !object || !to || !why) return nullptr;
    Object* values[] = {name, object, from, to, why};
    Ref<> error = call(exc::UnicodeDecodeError, Args{values, 5, nullptr});
    return error ? Owned(raiseInstance(error)) : nullptr;
}

Owned create(Type* type, CodecDirection direction, Object* stream, Object* errors) {
    Ref<> name(internStr("codec"));
    Held<> codec(name ? getAttr(type, name) : Owned(nullptr));
    if (!codec) return nullptr;
    if (!isMultibyteCodec(codec)) return raise(exc::TypeError, "codec is unexpected type");
    Held<> handler(errors ? newRef(errors) : newStr("strict"));
    if (!handler) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    StreamObject* s = asStream(made.pointer);
    s->state = beginMultibyte(codecOf(codec), direction);
    s->codec = codec.release().pointer;
    s->errors = handler.release().pointer;
    s->stream = stream ? newRef(stream).pointer : nullptr;
    recordCells(s);
    return made;
}

bool wantErrors(const char* function, Object* errors) {
    if (!errors || isStr(errors)) return true;
    return raise(exc::TypeError, "{}() argument 'errors' must be str, not {}", function, isNone(errors) ? "None" : errors->type->name);
}

Owned coderCreate(Type* type, CodecDirection direction, Args args, const char* function) {
    Object* out[1] = {};
    return parseArgs(function, args, "| errors", out) && wantErrors(function, out[0]) ? create(type, direction, nullptr, out[0]) : Owned(nullptr);
}
Owned encoderCreate(Type* type, Args args) { return coderCreate(type, CodecDirection::Encoding, args, "IncrementalEncoder"); }
Owned decoderCreate(Type* type, Args args) { return coderCreate(type, CodecDirection::Decoding, args, "IncrementalDecoder"); }

Owned streamCreate(Type* type, CodecDirection direction, Args args, const char* function) {
    Object* out[2] = {};
    return parseArgs(function, args, "stream | errors", out) && wantErrors(function, out[1]) ? create(type, direction, out[0], out[1])
                                                                                             : Owned(nullptr);
}
Owned readerCreate(Type* type, Args args) { return streamCreate(type, CodecDirection::Decoding, args, "StreamReader"); }
Owned writerCreate(Type* type, Args args) { return streamCreate(type, CodecDirection::Encoding, args, "StreamWriter"); }

Owned getErrors(Object* o) { return newRef(asStream(o)->errors); }
bool setErrors(Object* o, Object* value) {
    if (!value) return raise(exc::AttributeError, "cannot delete attribute");
    if (!isStr(value)) return raise(exc::TypeError, "errors must be a string");
    setField(o, asStream(o)->errors, newRef(value));
    return true;
}

// ---- encoding behind what was left before

}

bool encodeMore(Object* self, Object* given, bool final, std::string& bytes) {
    StreamObject* s = asStream(self);
    const MultibyteCodec& codec = codecOf(s->codec);
    Held<> text(isStr(given) ? newRef(given) : strOf(given));
    if (!text) return false;
    if (s->pendingCount) {
        StrBuilder both;
        both.appendUtf8(pendingOf(self));
        both.append(text);
        text = both.finish();
        if (!text) return false;
    }
    ssize used;
    if (!encodeMultibyteText(codec, s->state, text, errorsOf(self), final, bytes, used)) return false;
    std::string left;
    const TextView view = viewOf(text);
    for (ssize i = used; i < view.length; ++i) utf8::append(left, view.at(i));
    keepPending(self, left);
    if (final) endMultibyte(codec, s->state, bytes);
    return true;
}

namespace {

Owned encode(Object* self, Args args) {
    Object* out[2] = {};
    bool final = false;
    std::string bytes;
    if (!parseArgs("encode", args, "input | final", out) || !boolArgument(out[1], &final) || !encodeMore(self, out[0], final, bytes)) return nullptr;
    return newBytes(bytes);
}
Owned encoderState(Object* self) { return encoderStateNumber(asStream(self)->state, pendingOf(self)); }
Owned setEncoderState(Object* self, Object* number) {
    CodecState state;
    std::string pending;
    if (!readEncoderState(number, state, pending)) return nullptr;
    asStream(self)->state = state;
    keepPending(self, pending);
    return newNone();
}
Owned resetEncoder(Object* self) {
    std::string unused;
    endMultibyte(codecOf(asStream(self)->codec), asStream(self)->state, unused);
    keepPending(self, {});
    return newNone();
}

// ---- decoding with what was left before

}

Owned decodeMore(Object* self, std::string_view bytes, bool final) {
    std::string all = pendingOf(self);
    all += bytes;
    keepPending(self, {});
    size_t consumed = all.size(), unfinished = all.size();
    CodecInput input{reinterpret_cast<const uint8_t*>(all.data()), all.size(), nullptr, {}, final ? nullptr : &consumed};
    const std::string errors = errorsOf(self);
    input.errors = errors;
    Held<> text(decodeMultibyteBytes(codecOf(asStream(self)->codec), asStream(self)->state, input, &unfinished));
    if (!text) {
        // an unfinished end is kept, as there might be more of it after all
        keepPending(self, std::string_view(all).substr(std::min(unfinished, all.size()), mostPending));
        return nullptr;
    }
    const std::string_view left = std::string_view(all).substr(std::min(consumed, all.size()));
    if (left.size() > mostPending) return refuseBytes(self, all, "pending buffer overflow");
    keepPending(self, left);
    return text.release();
}

namespace {

Owned decode(Object* self, Args args) {
    Object* out[2] = {};
    bool final = false;
    HeldBuffer buffer;
    if (!parseArgs("decode", args, "input | final", out) || !buffer.want(out[0]) || !boolArgument(out[1], &final)) return nullptr;
    return decodeMore(self, {reinterpret_cast<const char*>(buffer.data()), buffer.size()}, final);
}

Owned decoderState(Object* self) {
    Held<> bytes(newBytes(pendingOf(self)));
    Ref<> number(decoderStateNumber(asStream(self)->state));
    return bytes && number ? packTuple(bytes.get(), number.get()) : Owned(nullptr);
}
Owned setDecoderState(Object* self, Object* state) {
    if (!isTuple(state)) return raise(exc::TypeError, "setstate() argument must be tuple, not {}", isNone(state) ? "None" : state->type->name);
    TupleObject* pair = asTuple(state);
    if (pair->count != 2 || !isBytes(pair->items[0]) || !isInt(pair->items[1])) return raise(exc::TypeError, "setstate(): illegal state argument");
    std::string_view bytes(reinterpret_cast<const char*>(bytesData(pair->items[0])), static_cast<size_t>(bytesLength(pair->items[0])));
    CodecState codecState;
    if (!readDecoderState(pair->items[1], codecState)) return nullptr;
    if (bytes.size() > mostPending) return refuseBytes(self, bytes, "pending buffer too large");
    asStream(self)->state = codecState;
    keepPending(self, bytes);
    return newNone();
}
}

Owned resetDecoder(Object* self) {
    resetMultibyteDecoding(codecOf(asStream(self)->codec), asStream(self)->state);
    keepPending(self, {});
    return newNone();
}

namespace {

// As in CPython; codecs.StreamWriter's, which would come next in a subclass, sets `stream`.
bool initAlready(Object*, Args) { return true; }

const Field streamFields[] = {
    {"codec", offsetof(StreamObject, codec)}, {"errors", offsetof(StreamObject, errors)}, {"stream", offsetof(StreamObject, stream)}, {}};
const MemberDef streamMembers[] = {{"stream", MemberKind::Object, offsetof(StreamObject, stream)}, {}};
const GetSetDef errorsGetset[] = {{"errors", getErrors, setErrors}, {}};
const MethodDef encoderMethods[] = {
    {"encode", encode, NativeKind::Keywords}, {"getstate", encoderState}, {"setstate", setEncoderState}, {"reset", resetEncoder}, {}};
const MethodDef decoderMethods[] = {
    {"decode", decode, NativeKind::Keywords}, {"getstate", decoderState}, {"setstate", setDecoderState}, {"reset", resetDecoder}, {}};

void describe(Type* t, const char* name, NewFunc create, const MethodDef* methods) {
    t->name = name;
    t->basicSize = sizeof(StreamObject);
    t->flags = BaseType | HaveGc;
    t->fields = streamFields;
    t->getsets = errorsGetset;
    t->methods = methods;
    t->create = create;
    t->init = initAlready;
}

}

void defineMultibyteEncoder(Type* t) { describe(t, "_multibytecodec.MultibyteIncrementalEncoder", encoderCreate, encoderMethods); }
void defineMultibyteDecoder(Type* t) { describe(t, "_multibytecodec.MultibyteIncrementalDecoder", decoderCreate, decoderMethods); }
void defineMultibyteReader(Type* t) {
    describe(t, "_multibytecodec.MultibyteStreamReader", readerCreate, multibyteReaderMethods);
    t->members = streamMembers;
}
void defineMultibyteWriter(Type* t) {
    describe(t, "_multibytecodec.MultibyteStreamWriter", writerCreate, multibyteWriterMethods);
    t->members = streamMembers;
}

}

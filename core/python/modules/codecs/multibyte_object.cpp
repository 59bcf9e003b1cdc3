// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/multibyte_object.h"

#include <cstddef>

#include "core/python/modules/arguments.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_errors.h"

namespace memtape {

namespace {

constexpr const char *illegal = "illegal multibyte sequence", *incomplete = "incomplete multibyte sequence";
constexpr size_t mostPending = 8; // bytes of an unfinished character that are kept

// What all four have; a subclass names its codec as a class attribute.
struct StreamObject : Object {
    Object *codec, *errors, *stream;
    uint8_t pending[mostPending];
    uint8_t pendingCount;
};
StreamObject* asStream(Object* o) { return static_cast<StreamObject*>(o); }

std::string errorsOf(Object* o) { return strToUtf8(asStream(o)->errors); }
std::string pendingOf(Object* o) { return {reinterpret_cast<const char*>(asStream(o)->pending), asStream(o)->pendingCount}; }

bool keepPending(Object* o, std::string_view bytes) {
    StreamObject* s = asStream(o);
    if (bytes.size() > mostPending) return raise(exc::UnicodeError, "pending buffer overflow");
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(s->pending));
    s->pendingCount = static_cast<uint8_t>(bytes.size());
    return true;
}

Owned create(Type* type, Object* stream, Object* errors) {
    Ref<> name(internStr("codec"));
    Held<> codec(name ? getAttr(type, name) : Owned(nullptr));
    if (!codec) return nullptr;
    if (!isMultibyteCodec(codec)) return raise(exc::TypeError, "codec is unexpected type");
    Held<> handler(errors ? newRef(errors) : newStr("strict"));
    if (!handler) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    StreamObject* s = asStream(made.pointer);
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

Owned coderCreate(Type* type, Args args, const char* function) {
    Object* out[1] = {};
    return parseArgs(function, args, "| errors", out) && wantErrors(function, out[0]) ? create(type, nullptr, out[0]) : Owned(nullptr);
}
Owned encoderCreate(Type* type, Args args) { return coderCreate(type, args, "IncrementalEncoder"); }
Owned decoderCreate(Type* type, Args args) { return coderCreate(type, args, "IncrementalDecoder"); }

Owned streamCreate(Type* type, Args args, const char* function) {
    Object* out[2] = {};
    return parseArgs(function, args, "stream | errors", out) && wantErrors(function, out[1]) ? create(type, out[0], out[1]) : Owned(nullptr);
}
Owned readerCreate(Type* type, Args args) { return streamCreate(type, args, "StreamReader"); }
Owned writerCreate(Type* type, Args args) { return streamCreate(type, args, "StreamWriter"); }

Owned getErrors(Object* o) { return newRef(asStream(o)->errors); }
bool setErrors(Object* o, Object* value) {
    if (!value) return raise(exc::AttributeError, "cannot delete attribute");
    if (!isStr(value)) return raise(exc::TypeError, "errors must be a string");
    setField(o, asStream(o)->errors, newRef(value));
    return true;
}
Owned reset(Object* o) {
    asStream(o)->pendingCount = 0;
    return newNone();
}

// ---- incremental encoder: these encodings have no state

Owned encode(Object* self, Args args) {
    Object* out[2] = {};
    bool final = false;
    std::string bytes;
    if (!parseArgs("encode", args, "input | final", out) || !boolArgument(out[1], &final)) return nullptr;
    Held<> text(isStr(out[0]) ? newRef(out[0]) : strOf(out[0]));
    if (!text || !encodeMultibyteText(codecOf(asStream(self)->codec), text, errorsOf(self), bytes)) return nullptr;
    return newBytes(bytes);
}
Owned encoderState(Object*) { return newInt(0); }
Owned setEncoderState(Object*, Object* state) {
    if (isInt(state)) return newNone();
    return raise(exc::TypeError, "setstate() argument must be int, not {}", isNone(state) ? "None" : state->type->name);
}

// ---- decoding with what was left before

Owned decodeMore(Object* self, std::string_view bytes, bool final) {
    std::string all = pendingOf(self);
    all += bytes;
    size_t consumed = all.size();
    CodecInput input{reinterpret_cast<const uint8_t*>(all.data()), all.size(), nullptr, {}, final ? nullptr : &consumed};
    const std::string errors = errorsOf(self);
    input.errors = errors;
    Held<> text(decodeMultibyteBytes(codecOf(asStream(self)->codec), input));
    if (!text || !keepPending(self, std::string_view(all).substr(std::min(consumed, all.size())))) return nullptr;
    return text.release();
}

Owned decode(Object* self, Args args) {
    Object* out[2] = {};
    bool final = false;
    HeldBuffer buffer;
    if (!parseArgs("decode", args, "input | final", out) || !buffer.want(out[0]) || !boolArgument(out[1], &final)) return nullptr;
    return decodeMore(self, {reinterpret_cast<const char*>(buffer.data()), buffer.size()}, final);
}

Owned decoderState(Object* self) {
    Held<> bytes(newBytes(pendingOf(self)));
    Ref<> number(newInt(0));
    return bytes ? packTuple(bytes.get(), number.get()) : Owned(nullptr);
}
Owned setDecoderState(Object* self, Object* state) {
    if (!isTuple(state)) return raise(exc::TypeError, "setstate() argument must be tuple, not {}", isNone(state) ? "None" : state->type->name);
    TupleObject* pair = asTuple(state);
    if (pair->count != 2 || !isBytes(pair->items[0]) || !isInt(pair->items[1])) return raise(exc::TypeError, "setstate(): illegal state argument");
    std::string_view bytes(reinterpret_cast<const char*>(bytesData(pair->items[0])), static_cast<size_t>(bytesLength(pair->items[0])));
    if (bytes.size() > mostPending) {
        Ref<> name(newStr(codecOf(asStream(self)->codec).name)), from(newInt(0)), to(newInt(bytesLength(pair->items[0])));
        Ref<> why(newStr("pending buffer too large"));
        if (!name || !to || !why) return nullptr;
        Object* values[] = {name, pair->items[0], from, to, why};
        Ref<> error = call(exc::UnicodeDecodeError, Args{values, 5, nullptr});
        return error ? Owned(raiseInstance(error)) : nullptr;
    }
    return keepPending(self, bytes) ? newNone() : Owned(nullptr);
}

// ---- streams

// What the stream's method gives, decoded; at least one character where there is one. `size` null: all.
Owned readWith(Object* self, const char* method, Object* size) {
    Ref<> name(internStr(method));
    for (;;) {
        Held<> data(!name                   ? Owned(nullptr)
                    : size && !isNone(size) ? callMethod(asStream(self)->stream, name, size)
                                            : callMethod(asStream(self)->stream, name));
        if (!data) return nullptr;
        if (!isBytes(data)) return raise(exc::TypeError, "stream function returned a non-bytes object ({})", data->type->name);
        std::string_view bytes(reinterpret_cast<const char*>(bytesData(data)), static_cast<size_t>(bytesLength(data)));
        const bool atEnd = bytes.empty() || !size || isNone(size);
        Held<> text(decodeMore(self, bytes, atEnd));
        if (!text || atEnd || asStr(text)->length) return text.release();
    }
}

bool wantSize(Args args, Object** size) {
    *size = args.count ? args[0] : nullptr;
    if (!*size || isNone(*size)) return true;
    ssize number;
    if (!isInt(*size)) return raise(exc::TypeError, "arg 1 must be an integer");
    if (!sizeArgument(*size, &number)) return false;
    if (number < 0) *size = nullptr;
    return true;
}
Owned readerRead(Object* self, Args args) {
    Object* size;
    return wantSize(args, &size) ? readWith(self, "read", size) : Owned(nullptr);
}
Owned readerReadLine(Object* self, Args args) {
    Object* size;
    return wantSize(args, &size) ? readWith(self, "readline", size) : Owned(nullptr);
}
Owned readerReadLines(Object* self, Args args) {
    Object* size;
    if (!wantSize(args, &size)) return nullptr;
    Held<> text(readWith(self, "read", size));
    Ref<> name(internStr("splitlines"));
    return text && name ? callMethod(text, name, True) : Owned(nullptr);
}

Owned writerWrite(Object* self, Object* given) {
    std::string bytes;
    Held<> text(isStr(given) ? newRef(given) : strOf(given));
    if (!text || !encodeMultibyteText(codecOf(asStream(self)->codec), text, errorsOf(self), bytes)) return nullptr;
    Held<> encoded(newBytes(bytes));
    return encoded && Ref<>(callMethod(asStream(self)->stream, names::write, encoded)) ? newNone() : Owned(nullptr);
}
Owned writerWriteLines(Object* self, Object* lines) {
    if (!isSequence(lines)) return raise(exc::TypeError, "arg must be a sequence object");
    for (ssize i = 0;; ++i) {
        const ssize length = lengthOf(lines);
        if (length < 0) return nullptr;
        if (i >= length) return newNone();
        Held<> line(getItemAt(lines, i));
        if (!line || !Ref<>(writerWrite(self, line))) return nullptr;
    }
}

const Field streamFields[] = {
    {"codec", offsetof(StreamObject, codec)}, {"errors", offsetof(StreamObject, errors)}, {"stream", offsetof(StreamObject, stream)}, {}};
const MemberDef streamMembers[] = {{"stream", MemberKind::Object, offsetof(StreamObject, stream)}, {}};
const GetSetDef errorsGetset[] = {{"errors", getErrors, setErrors}, {}};
const MethodDef encoderMethods[] = {
    {"encode", encode, NativeKind::Keywords}, {"getstate", encoderState}, {"setstate", setEncoderState}, {"reset", reset}, {}};
const MethodDef decoderMethods[] = {
    {"decode", decode, NativeKind::Keywords}, {"getstate", decoderState}, {"setstate", setDecoderState}, {"reset", reset}, {}};
const MethodDef readerMethods[] = {
    {"read", readerRead, 0, 1}, {"readline", readerReadLine, 0, 1}, {"readlines", readerReadLines, 0, 1}, {"reset", reset}, {}};
const MethodDef writerMethods[] = {{"write", writerWrite}, {"writelines", writerWriteLines}, {"reset", reset}, {}};

void describe(Type* t, const char* name, NewFunc create, const MethodDef* methods) {
    t->name = name;
    t->basicSize = sizeof(StreamObject);
    t->flags = BaseType | HaveGc;
    t->fields = streamFields;
    t->getsets = errorsGetset;
    t->methods = methods;
    t->create = create;
}

}

void defineMultibyteEncoder(Type* t) { describe(t, "_multibytecodec.MultibyteIncrementalEncoder", encoderCreate, encoderMethods); }
void defineMultibyteDecoder(Type* t) { describe(t, "_multibytecodec.MultibyteIncrementalDecoder", decoderCreate, decoderMethods); }
void defineMultibyteReader(Type* t) {
    describe(t, "_multibytecodec.MultibyteStreamReader", readerCreate, readerMethods);
    t->members = streamMembers;
}
void defineMultibyteWriter(Type* t) {
    describe(t, "_multibytecodec.MultibyteStreamWriter", writerCreate, writerMethods);
    t->members = streamMembers;
}

// ---- whole texts

bool multibyteErrors(const char* function, Object* given, std::string& out) {
    if (!given || isNone(given)) return true;
    if (!isStr(given)) return raise(exc::TypeError, "{}() argument 'errors' must be str or None, not {}", function, given->type->name);
    out = strToUtf8(given);
    return true;
}

bool encodeMultibyteText(const MultibyteCodec& codec, Object* str, std::string_view errors, std::string& out) {
    EncodeTrouble trouble(codec.name, str, errors);
    const TextView text = viewOf(str);
    for (ssize i = 0; i < text.length;) {
        if (encodeMultibyte(codec, text.at(i), out)) {
            ++i;
            continue;
        }
        Replacement replacement;
        const ssize at = i;
        if (!trouble.handle(at, at + 1, illegal, replacement, i)) return false;
        out += replacement.bytes;
        for (char32_t c : replacement.text)
            if (!encodeMultibyte(codec, c, out)) return trouble.raise(at, at + 1, illegal);
    }
    return true;
}

Owned decodeMultibyteBytes(const MultibyteCodec& codec, CodecInput input) {
    StrBuilder out;
    DecodeTrouble trouble(codec.name, input, out);
    size_t i = 0;
    while (i < input.size) {
        std::u32string characters;
        size_t length;
        const MultibyteStep step = decodeMultibyte(codec, {reinterpret_cast<const char*>(input.data) + i, input.size - i}, characters, length);
        if (step == MultibyteStep::Character) {
            for (char32_t c : characters) out.append(static_cast<uint32_t>(c));
            i += length;
        } else if (step == MultibyteStep::Incomplete) {
            if (input.consumed) break;
            if (!trouble.handle(i, input.size, incomplete, i)) return nullptr;
        } else if (!trouble.handle(i, i + 1, illegal, i)) {
            return nullptr;
        }
    }
    if (input.consumed) *input.consumed = i;
    return out.finish();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// _multibytecodec, and _codecs_kr, _codecs_jp, _codecs_cn, _codecs_tw, _codecs_hk, _codecs_iso2022, each with its getcodec().

#include <cstddef>

#include "core/python/modules/arguments.h"
#include "core/python/modules/codecs/multibyte_object.h"
#include "core/python/modules/codecs/multibyte_text.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Type *codecType, *encoderType, *decoderType, *readerType, *writerType;
RuntimeCache typesCache([] { codecType = encoderType = decoderType = readerType = writerType = nullptr; });

// ---- a codec

Owned codecEncode(Object* self, Args args) {
    Object* out[2] = {};
    std::string errors, bytes;
    if (!parseArgs("encode", args, "input | errors", out) || !multibyteErrors("encode", out[1], errors)) return nullptr;
    Held<> text(isStr(out[0]) ? newRef(out[0]) : strOf(out[0]));
    if (!text || !encodeMultibyteText(codecOf(self), text, errors, bytes)) return nullptr;
    Held<> encoded(newBytes(bytes));
    Ref<> length(newInt(asStr(text)->length));
    return encoded && length ? packTuple(encoded.get(), length.get()) : Owned(nullptr);
}

Owned codecDecode(Object* self, Args args) {
    Object* out[2] = {};
    std::string errors;
    if (!parseArgs("decode", args, "input | errors", out)) return nullptr;
    HeldBuffer buffer;
    if (!buffer.want(out[0]) || !multibyteErrors("decode", out[1], errors)) return nullptr;
    CodecState state = beginMultibyte(codecOf(self), CodecDirection::Decoding);
    Held<> text(decodeMultibyteBytes(codecOf(self), state, {buffer.data(), buffer.size(), out[0], errors, nullptr}));
    Ref<> length(newInt(static_cast<ssize>(buffer.size())));
    return text && length ? packTuple(text.get(), length.get()) : Owned(nullptr);
}

const MethodDef codecMethods[] = {{"encode", codecEncode, NativeKind::Keywords}, {"decode", codecDecode, NativeKind::Keywords}, {}};

void defineCodec(Type* t) {
    t->name = "_multibytecodec.MultibyteCodec";
    t->basicSize = sizeof(MultibyteCodecObject);
    t->flags = DisallowInstantiation;
    t->methods = codecMethods;
}

bool startTypes() {
    if (writerType) return true;
    codecType = makeModuleType(defineCodec);
    encoderType = makeModuleType(defineMultibyteEncoder);
    decoderType = makeModuleType(defineMultibyteDecoder);
    readerType = makeModuleType(defineMultibyteReader);
    writerType = makeModuleType(defineMultibyteWriter);
    return codecType && encoderType && decoderType && readerType && writerType;
}

Owned getCodec(Object* module, Object* name) {
    if (!isStr(name)) return raise(exc::TypeError, "encoding name must be a string.");
    const std::string moduleName = strToUtf8(static_cast<ModuleObject*>(module)->name);
    const MultibyteCodec* codec = findMultibyteCodec(moduleName, strToUtf8(name));
    if (!codec) return raise(exc::LookupError, "no such codec is supported.");
    if (!startTypes()) return nullptr;
    Object* made = allocateObject(codecType, sizeof(MultibyteCodecObject));
    if (!made) return nullptr;
    static_cast<MultibyteCodecObject*>(made)->codec = codec;
    recordCells(made);
    return Owned(made);
}

Owned makeTables(const char* name) {
    static const MethodDef functions[] = {{"getcodec", getCodec}, {}};
    Ref<> module = newModule(name);
    return module && addFunctions(module, functions) ? module.release() : Owned(nullptr);
}

}

bool isMultibyteCodec(const Object* o) { return codecType && o->type == codecType; }

Owned makeKoreanCodecsModule() { return makeTables("_codecs_kr"); }
Owned makeJapaneseCodecsModule() { return makeTables("_codecs_jp"); }
Owned makeChineseCodecsModule() { return makeTables("_codecs_cn"); }
Owned makeTaiwaneseCodecsModule() { return makeTables("_codecs_tw"); }
Owned makeHongKongCodecsModule() { return makeTables("_codecs_hk"); }
Owned makeIso2022CodecsModule() { return makeTables("_codecs_iso2022"); }

Owned makeMultibyteCodecModule() {
    Ref<> module = newModule("_multibytecodec");
    if (!module || !startTypes()) return nullptr;
    const struct {
        const char* name;
        Type* type;
    } rows[] = {{"MultibyteIncrementalEncoder", encoderType},
                {"MultibyteIncrementalDecoder", decoderType},
                {"MultibyteStreamReader", readerType},
                {"MultibyteStreamWriter", writerType}};
    for (const auto& row : rows)
        if (!addToModule(module, row.name, newRef(row.type))) return nullptr;
    return module.release();
}

}

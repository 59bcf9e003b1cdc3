// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/text_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_registry.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

// The encoder and decoder of a text file, piece by piece.

namespace memtape::io {

namespace {

bool is16(Codec c) { return c == Codec::Utf16 || c == Codec::Utf16Le || c == Codec::Utf16Be; }
bool hasMark(Codec c) { return c == Codec::Utf16 || c == Codec::Utf32; }

constexpr int64_t orderUnknown = 2, little = 0, big = 1;

Owned decodeNative(TextState& s, std::string_view added, bool final) {
    std::string joined = s.native.bytes;
    std::string_view bytes = added;
    if (!joined.empty()) bytes = joined += added;
    StrBuilder out;
    size_t consumed = bytes.size();
    CodecInput input{reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), nullptr, s.errors, final ? nullptr : &consumed};
    if (hasMark(s.codec)) {
        int order = s.native.flags == orderUnknown ? 0 : s.native.flags == big ? 1 : -1;
        bool isShort = is16(s.codec);
        if (!(isShort ? decodeUtf16(out, input, order) : decodeUtf32(out, input, order))) return nullptr;
        if (order == 0 && consumed >= (isShort ? 2 : 4))
            return raise(exc::UnicodeError, isShort ? "UTF-16 stream does not start with BOM" : "UTF-32 stream does not start with BOM");
        s.native.flags = order == 0 ? orderUnknown : order > 0 ? big : little;
    } else if (!decodeBy(out, s.codec, input)) {
        return nullptr;
    }
    s.native.bytes = std::string(bytes.substr(consumed));
    return out.finish();
}

Owned makeCoder(Object* info, Object* name, Object* errors) {
    Held<> make(getAttr(info, name));
    return make ? call(make, errors) : nullptr;
}

}

bool startCodec(TextObject* t, Object* encoding, Object* errors, bool reads, bool writes) {
    std::string name = strToUtf8(encoding);
    if (name.find('\0') != name.npos) return raise(exc::LookupError, "unknown encoding: {}", name.c_str());
    Codec codec = codecNamed(name);
    Held<> decoder, encoder;
    if (codec == Codec::Unknown) {
        Held<> info(lookupTextCodec(name, "codecs.open()"));
        if (!info) return false;
        if (reads) decoder = makeCoder(info, words::incrementaldecoder, errors);
        if (reads && !decoder) return false;
        if (writes) encoder = makeCoder(info, words::incrementalencoder, errors);
        if (writes && !encoder) return false;
    }
    TextState& s = *t->state;
    s.codec = codec;
    s.errors = strToUtf8(errors);
    s.reads = reads;
    s.writes = writes;
    s.native = DecoderState();
    s.native.flags = hasMark(codec) ? orderUnknown : 0;
    s.begun = false;
    s.newlines = Newlines(s.mode.translates);
    setField<Object>(t, t->encoding, newRef(encoding));
    setField<Object>(t, t->errors, newRef(errors));
    setField<Object>(t, t->decoder, decoder.release());
    setField<Object>(t, t->encoder, encoder.release());
    return true;
}

Owned decodeText(TextObject* t, std::string_view bytes, bool final) {
    TextState& s = *t->state;
    Held<> text;
    if (s.codec == Codec::Unknown && !t->decoder) return raiseUnsupported("not readable"); // it was collected
    if (s.codec != Codec::Unknown) {
        text = decodeNative(s, bytes, final);
    } else {
        Held<> input(newBytes(bytes)), last(newBool(final)), decoder(newRef(t->decoder));
        text = input ? callMethod(decoder, words::decode, input.get(), last.get()) : Owned(nullptr);
    }
    if (!text) return nullptr;
    if (!isStr(text)) return raise(exc::TypeError, "decoder should return a string result, not '{}'", text->type->name);
    return s.mode.universal ? s.newlines.decode(text, final) : text.release();
}

bool encodeText(TextObject* t, Object* str, std::string& out) {
    TextState& s = *t->state;
    if (s.codec != Codec::Unknown) {
        Codec codec = s.codec;
        if (s.begun && hasMark(codec)) codec = is16(codec) ? Codec::Utf16Le : Codec::Utf32Le;
        if (!encodeBy(out, str, codec, s.errors)) return false;
        s.begun = true;
        return true;
    }
    if (!t->encoder) return raiseUnsupported("not writable");
    Held<> encoder(newRef(t->encoder));
    Held<> bytes(callMethod(encoder, words::encode, str));
    if (!bytes) return false;
    if (!isBytes(bytes)) return raise(exc::TypeError, "encoder should return a bytes object, not '{}'", bytes->type->name);
    out.append(reinterpret_cast<const char*>(bytesData(bytes)), static_cast<size_t>(bytesLength(bytes)));
    return true;
}

bool decoderState(TextObject* t, DecoderState& state) {
    TextState& s = *t->state;
    if (s.codec != Codec::Unknown) {
        state = s.native;
    } else {
        Held<> pair(callMethod(t->decoder, words::getstate));
        if (!pair) return false;
        if (!isTuple(pair) || asTuple(pair)->count != 2) return raise(exc::TypeError, "illegal decoder state");
        Object* bytes = asTuple(pair)->items[0];
        if (!isBytes(bytes))
            return raise(exc::TypeError, "illegal decoder state: the first item should be a bytes object, not '{}'", bytes->type->name);
        state.bytes.assign(reinterpret_cast<const char*>(bytesData(bytes)), static_cast<size_t>(bytesLength(bytes)));
        if (!offsetOf(asTuple(pair)->items[1], &state.flags)) return false;
    }
    if (s.mode.universal) state.flags = state.flags << 1 | s.newlines.keepsReturn();
    return true;
}

bool setDecoderState(TextObject* t, const DecoderState& state) {
    TextState& s = *t->state;
    DecoderState own = state;
    if (s.mode.universal) {
        s.newlines.setKeepsReturn(state.flags & 1);
        own.flags = state.flags >> 1;
    }
    if (s.codec != Codec::Unknown) {
        s.native = own;
        return true;
    }
    Held<> bytes(newBytes(own.bytes)), flags(newInt(own.flags));
    Held<> pair(bytes && flags ? packTuple(bytes.get(), flags.get()) : Owned(nullptr));
    return pair && Ref<>(callMethod(t->decoder, words::setstate, pair.get()));
}

bool resetDecoder(TextObject* t) {
    TextState& s = *t->state;
    if (!s.reads) return true;
    s.newlines.reset();
    if (s.codec == Codec::Unknown) return static_cast<bool>(Ref<>(callMethod(t->decoder, words::reset)));
    s.native = DecoderState();
    s.native.flags = hasMark(s.codec) ? orderUnknown : 0;
    return true;
}

bool resetEncoder(TextObject* t, bool atStart) {
    TextState& s = *t->state;
    if (!s.writes) return true;
    s.begun = !atStart;
    if (s.codec != Codec::Unknown) return true;
    if (atStart) return static_cast<bool>(Ref<>(callMethod(t->encoder, words::reset)));
    Held<> zero(newInt(0));
    return static_cast<bool>(Ref<>(callMethod(t->encoder, words::setstate, zero.get())));
}

}

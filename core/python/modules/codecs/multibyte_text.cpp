// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/multibyte_text.h"

#include "core/python/modules/codecs/stateful_codec.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codec_errors.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape {

namespace {

constexpr const char *illegal = "illegal multibyte sequence", *incomplete = "incomplete multibyte sequence";

EncodeStep encodeAt(const MultibyteCodec& codec, CodecState& state, TextView text, ssize i, bool final, std::string& out, ssize& used) {
    used = 1;
    const bool isLast = i + 1 == text.length;
    if (beginsMultibytePair(codec, text.at(i))) {
        if (isLast && !final) return EncodeStep::Incomplete;
        if (!isLast && encodeMultibytePair(codec, text.at(i), text.at(i + 1), out)) return used = 2, EncodeStep::Done;
    }
    if (!codec.stateful) return encodeMultibyte(codec, text.at(i), out) ? EncodeStep::Done : EncodeStep::Illegal;
    const char32_t two[] = {text.at(i), isLast ? 0 : text.at(i + 1)};
    size_t count = 1;
    const EncodeStep step = codec.stateful->encode(state, {two, isLast ? 1u : 2u}, final, out, count);
    used = static_cast<ssize>(count);
    return step;
}

// What an error handler gave. What cannot be encoded of it is an error of that text.
bool encodeReplacement(const MultibyteCodec& codec, CodecState& state, const Replacement& replacement, std::string& out) {
    out += replacement.bytes;
    if (replacement.text.empty()) return true;
    const TextView text{replacement.text.data(), static_cast<ssize>(replacement.text.size()), sizeof(char32_t)};
    ssize used;
    for (ssize i = 0; i < text.length; i += used) {
        if (encodeAt(codec, state, text, i, true, out, used) == EncodeStep::Done) continue;
        StrBuilder copy;
        copy.append(text);
        Held<> str(copy.finish());
        return str && EncodeTrouble(codec.name, str, {}).raise(i, i + 1, illegal);
    }
    return true;
}

}

bool multibyteErrors(const char* function, Object* given, std::string& out) {
    if (!given || isNone(given)) return true;
    if (!isStr(given)) return raise(exc::TypeError, "{}() argument 'errors' must be str or None, not {}", function, given->type->name);
    out = strToUtf8(given);
    return true;
}

CodecState beginMultibyte(const MultibyteCodec& codec, CodecDirection direction) {
    CodecState state{};
    if (!codec.stateful) return state;
    direction == CodecDirection::Encoding ? codec.stateful->beginEncoding(state) : codec.stateful->beginDecoding(state);
    return state;
}
void endMultibyte(const MultibyteCodec& codec, CodecState& state, std::string& out) {
    if (codec.stateful) codec.stateful->end(state, out);
}
void resetMultibyteDecoding(const MultibyteCodec& codec, CodecState& state) {
    if (codec.stateful) codec.stateful->resetDecoding(state);
}

bool encodeMultibyteText(const MultibyteCodec& codec, CodecState& state, Object* str, std::string_view errors, bool final, std::string& out,
                         ssize& used) {
    EncodeTrouble trouble(codec.name, str, errors);
    const TextView text = viewOf(str);
    ssize i = 0;
    while (i < text.length) {
        ssize count;
        const EncodeStep step = encodeAt(codec, state, text, i, final, out, count);
        if (step == EncodeStep::Incomplete) break;
        if (step == EncodeStep::Done) {
            i += count;
            continue;
        }
        Replacement replacement;
        const ssize at = i;
        if (!trouble.handle(at, at + 1, illegal, replacement, i) || !encodeReplacement(codec, state, replacement, out)) return false;
    }
    used = i;
    return true;
}

bool encodeMultibyteText(const MultibyteCodec& codec, Object* text, std::string_view errors, std::string& out) {
    CodecState state = beginMultibyte(codec, CodecDirection::Encoding);
    ssize used;
    if (!encodeMultibyteText(codec, state, text, errors, true, out, used)) return false;
    endMultibyte(codec, state, out);
    return true;
}

Owned decodeMultibyteBytes(const MultibyteCodec& codec, CodecState& state, CodecInput input, size_t* unfinished) {
    StrBuilder out;
    DecodeTrouble trouble(codec.name, input, out);
    size_t i = 0;
    while (i < input.size) {
        std::u32string characters;
        size_t length;
        const std::string_view rest(reinterpret_cast<const char*>(input.data) + i, input.size - i);
        const MultibyteStep step =
            codec.stateful ? codec.stateful->decode(state, rest, characters, length) : decodeMultibyte(codec, rest, characters, length);
        if (step == MultibyteStep::UnknownState) return raise(exc::RuntimeError, "internal codec error");
        if (step == MultibyteStep::Character) {
            for (char32_t c : characters) out.append(static_cast<uint32_t>(c));
            i += length;
        } else if (step == MultibyteStep::Incomplete) {
            if (input.consumed) break;
            const size_t at = i;
            if (!trouble.handle(at, input.size, incomplete, i)) {
                if (unfinished) *unfinished = at;
                return nullptr;
            }
        } else if (!trouble.handle(i, i + length, illegal, i)) {
            return nullptr;
        }
    }
    if (input.consumed) *input.consumed = i;
    return out.finish();
}

}

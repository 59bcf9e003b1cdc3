// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/newlines.h"

#include <cstddef>
#include <cstring>

#include "core/python/modules/io/io_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::io {

Owned Newlines::decode(Object* str, bool final) {
    TextView text = viewOf(str);
    bool endsInReturn = text.length > 0 && text.at(text.length - 1) == '\r';
    bool hasReturn = text.kind == 1 ? text.length > 0 && std::memchr(text.data, '\r', static_cast<size_t>(text.length)) : false;
    if (text.kind != 1)
        for (ssize i = 0; i < text.length && !hasReturn; ++i) hasReturn = text.at(i) == '\r';
    if (!m_keepsReturn && !hasReturn) {
        if (!(m_seen & Line))
            for (ssize i = 0; i < text.length; ++i)
                if (text.at(i) == '\n') {
                    m_seen |= Line;
                    break;
                }
        return newRef(str);
    }
    StrBuilder out;
    bool before = m_keepsReturn && (text.length > 0 || final); // a '\r' whose next character is not looked at yet
    if (m_keepsReturn && !before) return newRef(str);
    m_keepsReturn = false;
    ssize end = text.length;
    if (endsInReturn && !final) {
        --end;
        m_keepsReturn = true;
    }
    auto ended = [&](uint8_t kind, bool two) {
        m_seen |= kind;
        if (m_translates) return out.append('\n');
        out.append('\r');
        if (two) out.append('\n');
    };
    for (ssize i = 0; i < end; ++i) {
        uint32_t c = text.at(i);
        if (before) {
            before = false;
            if (c == '\n') {
                ended(Both, true);
                continue;
            }
            ended(Return, false);
        }
        if (c == '\r') {
            before = true;
            continue;
        }
        if (c == '\n') m_seen |= Line;
        out.append(c);
    }
    if (before) { // followed by the kept one, or by nothing
        ended(Return, false);
    }
    return out.finish();
}

Owned Newlines::describe(uint8_t seen) {
    static const struct {
        uint8_t kind;
        const char* text;
    } kinds[] = {{Return, "\r"}, {Line, "\n"}, {Both, "\r\n"}};
    Object* found[3];
    ssize count = 0;
    for (const auto& row : kinds)
        if (seen & row.kind) found[count++] = newStr(row.text).pointer;
    if (count == 0) return newNone();
    if (count == 1) return Owned(found[0]);
    return newTupleStealing(found, count);
}

bool newlineMode(Object* newline, NewlineMode& mode, const char* problem) {
    mode = NewlineMode();
    if (isNone(newline)) return true;
    std::string text = strToUtf8(newline);
    mode.translates = false;
    mode.universal = text.empty();
    if (text.empty()) mode.ends = LineEnds::Any;
    else if (text == "\r") mode.ends = LineEnds::Return, mode.written = "\r";
    else if (text == "\r\n") mode.ends = LineEnds::Both, mode.written = "\r\n";
    else if (text != "\n") return raise(exc::ValueError, problem, newline);
    return true;
}

ssize lineEnd(TextView text, ssize start, ssize end, LineEnds ends) {
    if (text.kind == 1 && (ends == LineEnds::Line || ends == LineEnds::Return)) {
        const char* data = static_cast<const char*>(text.data);
        const void* found = end > start ? std::memchr(data + start, ends == LineEnds::Line ? '\n' : '\r', static_cast<size_t>(end - start)) : nullptr;
        return found ? static_cast<const char*>(found) - data + 1 : -1;
    }
    for (ssize i = start; i < end; ++i) {
        uint32_t c = text.at(i);
        if (c != '\n' && c != '\r') continue;
        bool two = c == '\r' && i + 1 < end && text.at(i + 1) == '\n';
        switch (ends) {
        case LineEnds::Line:
            if (c == '\n') return i + 1;
            break;
        case LineEnds::Return:
            if (c == '\r') return i + 1;
            break;
        case LineEnds::Both:
            if (two) return i + 2;
            break;
        case LineEnds::Any: return two ? i + 2 : i + 1;
        }
    }
    return -1;
}

namespace {

struct DecoderObject : Object {
    Object* decoder; // whose text is translated; None: text comes in
    Newlines newlines;
    bool translates, initialized;
    Object* errors;
};
static_assert(sizeof(DecoderObject) == 40);

DecoderObject* asDecoder(Object* o) { return static_cast<DecoderObject*>(o); }

bool init(Object* o, Args args) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    if (!parseArgs("IncrementalNewlineDecoder", args, "decoder translate | errors", out)) return false;
    int translates = isTrue(out[1]);
    if (translates < 0) return false;
    DecoderObject* d = asDecoder(o);
    setField<Object>(o, d->decoder, newRef(out[0]));
    setField<Object>(o, d->errors, out[2] ? newRef(out[2]) : newStr("strict"));
    d->translates = translates;
    d->newlines = Newlines(d->translates);
    d->initialized = true;
    return true;
}

bool wantInitialized(Object* o) {
    return (asDecoder(o)->initialized && asDecoder(o)->decoder) || raise(exc::ValueError, "IncrementalNewlineDecoder.__init__() not called");
}

Owned decodeMethod(Object* o, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("decode", args, "input | final", out) || !wantInitialized(o)) return nullptr;
    int final = out[1] ? isTrue(out[1]) : 0;
    if (final < 0) return nullptr;
    Held<> text(newRef(out[0]));
    if (!isNone(asDecoder(o)->decoder)) {
        Held<> last(newBool(final)), decoder(newRef(asDecoder(o)->decoder));
        text = callMethod(decoder, words::decode, text.get(), last.get());
        if (!text) return nullptr;
    }
    if (!isStr(text)) return raise(exc::TypeError, "decoder should return a string result, not '{}'", text->type->name);
    return asDecoder(o)->newlines.decode(text, final);
}

Owned getstateMethod(Object* o) {
    if (!wantInitialized(o)) return nullptr;
    Held<> bytes(newBytes(std::string_view()));
    uint64_t flag = 0;
    if (!isNone(asDecoder(o)->decoder)) {
        Held<> state(callMethod(asDecoder(o)->decoder, words::getstate));
        if (!state) return nullptr;
        if (!isTuple(state) || asTuple(state)->count != 2) return raise(exc::TypeError, "illegal decoder state");
        bytes = newRef(asTuple(state)->items[0]);
        Ref<> number(numberIndex(asTuple(state)->items[1]));
        int64_t value;
        if (!number || !intToInt64(number, &value)) return nullptr;
        flag = static_cast<uint64_t>(value);
    }
    flag = flag << 1 | asDecoder(o)->newlines.keepsReturn();
    Held<> number(newIntFromUnsigned(flag));
    return packTuple(bytes.get(), number.get());
}

Owned setstateMethod(Object* o, Object* state) {
    if (!wantInitialized(o)) return nullptr;
    if (!isTuple(state)) return raise(exc::TypeError, "state argument must be a tuple");
    int64_t flag;
    if (asTuple(state)->count != 2 || !isInt(asTuple(state)->items[1])) return raise(exc::TypeError, "setstate(): illegal state argument");
    if (!intToInt64(asTuple(state)->items[1], &flag)) return nullptr;
    asDecoder(o)->newlines.setKeepsReturn(flag & 1);
    if (isNone(asDecoder(o)->decoder)) return newNone();
    Held<> rest(newInt(flag >> 1)), bytes(newRef(asTuple(state)->items[0]));
    Held<> below(packTuple(bytes.get(), rest.get()));
    return below ? callMethod(asDecoder(o)->decoder, words::setstate, below.get()) : nullptr;
}

Owned resetMethod(Object* o) {
    if (!wantInitialized(o)) return nullptr;
    asDecoder(o)->newlines.reset();
    return isNone(asDecoder(o)->decoder) ? newNone() : callMethod(asDecoder(o)->decoder, words::reset);
}

Owned getNewlines(Object* o) { return wantInitialized(o) ? Newlines::describe(asDecoder(o)->newlines.seen()) : nullptr; }
Owned create(Type* type, Args) { return type->alloc(type, 0); }

const MethodDef methods[] = {
    {"decode", decodeMethod, NativeKind::Keywords}, {"getstate", getstateMethod}, {"setstate", setstateMethod}, {"reset", resetMethod}, {}};
const GetSetDef getsets[] = {{"newlines", getNewlines}, {}};
const Field fields[] = {{"decoder", offsetof(DecoderObject, decoder)}, {"errors", offsetof(DecoderObject, errors)}, {}};

}

void defineNewlineDecoder(Type* t) {
    t->name = "_io.IncrementalNewlineDecoder";
    t->doc = "Decodes by another decoder, makes one line end of all, and remembers which there were.";
    t->basicSize = sizeof(DecoderObject);
    t->flags = HaveGc | BaseType;
    t->fields = fields;
    t->create = create;
    t->init = init;
    t->methods = methods;
    t->getsets = getsets;
}

}

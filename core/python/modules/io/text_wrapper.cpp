// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <unordered_set>

#include "core/python/modules/io/text_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// TextIOWrapper as a type: how it begins and ends, and what it says of itself.

namespace memtape::io {

namespace {

std::unordered_set<TextState*> states; // those that are left at the end lie in the region that is dropped
RuntimeCache statesCache([] {
    for (TextState* state : states) delete state;
    states.clear();
});

}

bool wantUsable(TextObject* t) {
    if (t->initialized && t->buffer) return true;
    return raise(exc::ValueError, t->detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}

bool wantTextOpen(TextObject* t) {
    if (!wantUsable(t)) return false;
    int closed = isClosed(t->buffer);
    return closed < 0 ? false : closed ? static_cast<bool>(raiseClosed()) : true;
}

namespace {

// ---- life

Owned create(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    asText(made.pointer)->state = new TextState;
    states.insert(asText(made.pointer)->state);
    return made;
}

void dealloc(Object* o) {
    TextObject* t = asText(o);
    t->finalizing = true;
    if (!finalizeFile(o)) return;
    Dying dying(o);
    t->initialized = false;
    for (Object** field : {&t->buffer, &t->encoding, &t->errors, &t->encoder, &t->decoder, &t->decoded}) clearField(*field);
    states.erase(t->state);
    delete t->state;
    t->state = nullptr;
    dropBase(o, t->dict, t->weakrefs);
}

// A str that is UTF-8, without zero characters; or None.
bool wantTextOrNone(const char* function, const char* name, Object* value) {
    if (isNone(value)) return true;
    if (!isStr(value)) return raise(exc::TypeError, "{}() argument '{}' must be str or None, not {}", function, name, value->type->name);
    std::string text;
    if (!encodeInto(text, value, "utf-8", "strict")) return false;
    return text.find('\0') == std::string::npos || raise(exc::ValueError, "embedded null character");
}

// The same as reconfigure() takes it: nothing is said of zeros.
bool wantNameOrNone(const char* name, Object* value) {
    std::string text;
    if (isNone(value)) return true;
    if (!isStr(value)) return raise(exc::TypeError, "reconfigure() argument '{}' must be str or None, not {}", name, value->type->name);
    return encodeInto(text, value, "utf-8", "strict");
}

bool wantNewline(Object* value) {
    return isNone(value) || isStr(value) || raise(exc::TypeError, "reconfigure() argument 'newline' must be str or None, not {}", value->type->name);
}

bool isLocale(Object* encoding) { return isNone(encoding) || strEqualsText(encoding, "locale"); }

bool startCodecs(TextObject* t, Object* encoding, Object* errors) {
    int reads = callBool(t->buffer, words::readable);
    int writes = reads < 0 ? -1 : callBool(t->buffer, words::writable);
    return writes >= 0 && startCodec(t, encoding, errors, reads, writes);
}

// A file that is written to in its middle has no byte order mark there.
bool startEncoderAtPlace(TextObject* t) {
    TextState& s = *t->state;
    if (!s.seekable || !s.writes) return true;
    Held<> place(callMethod(t->buffer, words::tell));
    if (!place) return false;
    int isLater = isTrue(place);
    return isLater >= 0 && (!isLater || resetEncoder(t, false));
}

bool init(Object* o, Args args) {
    TextObject* t = asText(o);
    Object* out[6] = {nullptr, None, None, None, nullptr, nullptr};
    t->initialized = t->detached = false;
    if (!parseArgs("TextIOWrapper", args, "buffer | encoding errors newline line_buffering write_through", out)) return false;
    static const char* const names[] = {"encoding", "errors", "newline"};
    for (size_t i = 0; i < 3; ++i)
        if (!wantTextOrNone("TextIOWrapper", names[i], out[i + 1])) return false;
    int lineBuffering = out[4] ? isTrue(out[4]) : 0, writeThrough = out[5] ? isTrue(out[5]) : 0;
    if (lineBuffering < 0 || writeThrough < 0) return false;
    TextState& s = *t->state;
    s = TextState();
    if (!newlineMode(out[3], s.mode)) return false;
    Held<> buffer(newRef(out[0])), errors(newRef(out[2]));
    // The locale's encoding goes by this name.
    Held<> encoding(isLocale(out[1]) ? newStr("UTF-8") : newRef(out[1]));
    if (isNone(errors)) errors = newStr("strict");
    if (!encoding || !errors) return false;
    setField<Object>(o, t->buffer, buffer.release());
    setDecoded(t, nullptr);
    s.lineBuffering = lineBuffering;
    s.writeThrough = writeThrough;
    if (!startCodecs(t, encoding, errors)) return false;
    int seekable = callBool(t->buffer, words::seekable);
    if (seekable < 0) return false;
    s.seekable = s.telling = seekable;
    bool failed = false;
    Ref<> read1(findAttr(t->buffer, words::read1, &failed));
    if (failed) return false;
    s.hasRead1 = static_cast<bool>(read1);
    if (!startEncoderAtPlace(t)) return false;
    t->initialized = true;
    return true;
}

Owned reconfigureMethod(Object* o, Args args) {
    TextObject* t = asText(o);
    if (args.count) return raise(exc::TypeError, "reconfigure() takes no positional arguments");
    Object* out[5] = {None, None, nullptr, None, None};
    if (!parseArgs("reconfigure", args, "| $ encoding errors newline line_buffering write_through", out)) return nullptr;
    if (!wantNameOrNone("encoding", out[0]) || !wantNameOrNone("errors", out[1]) || (out[2] && !wantNewline(out[2]))) return nullptr;
    if (!wantUsable(t)) return nullptr;
    TextState& s = *t->state;
    bool changes = !isNone(out[0]) || !isNone(out[1]) || out[2];
    if (t->decoded && changes) return raiseUnsupported("It is not possible to set the encoding or newline of stream after the first read");
    NewlineMode mode = s.mode;
    if (out[2] && !newlineMode(out[2], mode)) return nullptr;
    int lineBuffering = s.lineBuffering, writeThrough = s.writeThrough;
    if (!isNone(out[3]) && !intArgument(out[3], &lineBuffering)) return nullptr;
    if (!isNone(out[4]) && !intArgument(out[4], &writeThrough)) return nullptr;
    Held<> encoding(newRef(out[0])), errors(newRef(out[1]));
    if (!Ref<>(callMethod(o, words::flush))) return nullptr;
    s.lineBuffering = lineBuffering;
    s.writeThrough = writeThrough;
    if (!changes) return newNone();
    if (isNone(errors)) errors = isNone(encoding) ? newRef(t->errors) : newStr("strict");
    if (isNone(encoding)) encoding = newRef(t->encoding);
    else if (strEqualsText(encoding, "locale")) encoding = newStr("UTF-8");
    if (!encoding || !errors) return nullptr;
    NewlineMode before = s.mode;
    s.mode = mode;
    if (startCodecs(t, encoding, errors)) return startEncoderAtPlace(t) ? newNone() : nullptr;
    s.mode = before;
    return nullptr;
}

// ---- reading and writing

Owned readMethod(Object* o, Args args) {
    ssize size;
    return sizeArgument(args, &size) && wantTextOpen(asText(o)) ? readText(asText(o), size) : nullptr;
}

Owned readlineMethod(Object* o, Args args) {
    ssize limit = -1;
    if (args.count && !sizeArgument(args[0], &limit)) return nullptr;
    return wantTextOpen(asText(o)) ? readTextLine(asText(o), limit) : nullptr;
}

Owned iterNext(Object* o) {
    TextObject* t = asText(o);
    if (!wantUsable(t)) return nullptr;
    t->state->telling = false;
    Held<> line(o->type == textWrapper ? readlineMethod(o, {}) : callMethod(o, words::readline));
    if (!line) return nullptr;
    if (!isStr(line)) return raise(exc::OSError, "readline() should have returned a str object, not '{}'", line->type->name);
    if (asStr(line)->length) return line.release();
    setDecoded(t, nullptr);
    forgetSnapshot(t);
    t->state->telling = t->state->seekable;
    return nullptr;
}

Owned writeMethod(Object* o, Object* what) {
    if (!isStr(what)) return raise(exc::TypeError, "write() argument must be str, not {}", isNone(what) ? "None" : what->type->name);
    return wantTextOpen(asText(o)) ? writeText(asText(o), what) : nullptr;
}

Owned flushMethod(Object* o) {
    TextObject* t = asText(o);
    if (!wantTextOpen(t)) return nullptr;
    t->state->telling = t->state->seekable;
    return flushPendingText(t) ? callMethod(t->buffer, words::flush) : nullptr;
}

Owned truncateMethod(Object* o, Args args) {
    if (!wantUsable(asText(o)) || !Ref<>(callMethod(o, words::flush))) return nullptr;
    return callMethod(asText(o)->buffer, words::truncate, args.count ? args[0] : None);
}

// ---- its end

Owned closeMethod(Object* o) {
    TextObject* t = asText(o);
    if (!wantUsable(t)) return nullptr;
    int closed = isClosed(o);
    if (closed) return closed < 0 ? nullptr : newNone();
    Held<> buffer(newRef(t->buffer));
    if (t->finalizing && !Ref<>(callMethod(buffer, words::_dealloc_warn, o))) clearError();
    Ref<> flushed(callMethod(o, words::flush));
    Held<> error(takeError());
    Held<> done(callMethod(buffer, words::close));
    if (!error) return done.release();
    chainError(error.release());
    return nullptr;
}

Owned detachMethod(Object* o) {
    TextObject* t = asText(o);
    if (!wantUsable(t) || !Ref<>(callMethod(o, words::flush)) || !wantUsable(t)) return nullptr;
    Ref<> buffer(newRef(t->buffer));
    setField<Object>(o, t->buffer, nullptr);
    t->detached = true;
    return buffer.release();
}

// ---- what it says of itself

Owned askBuffer(Object* o, Object* name) { return wantUsable(asText(o)) ? callMethod(asText(o)->buffer, name) : nullptr; }
Owned filenoMethod(Object* o) { return askBuffer(o, words::fileno); }
Owned seekableMethod(Object* o) { return askBuffer(o, words::seekable); }
Owned readableMethod(Object* o) { return askBuffer(o, words::readable); }
Owned writableMethod(Object* o) { return askBuffer(o, words::writable); }
Owned isattyMethod(Object* o) { return askBuffer(o, words::isatty); }

Owned getName(Object* o) { return wantUsable(asText(o)) ? getAttr(asText(o)->buffer, words::name) : nullptr; }
Owned getClosed(Object* o) { return wantUsable(asText(o)) ? getAttr(asText(o)->buffer, words::closed) : nullptr; }
Owned getNewlines(Object* o) {
    TextObject* t = asText(o);
    if (!wantUsable(t)) return nullptr;
    return t->state->reads && t->state->mode.universal ? Newlines::describe(t->state->newlines.seen()) : newNone();
}
Owned getErrors(Object* o) {
    if (!asText(o)->initialized) return raise(exc::ValueError, "I/O operation on uninitialized object");
    return newRef(asText(o)->errors);
}
Owned getField(Object* value) { return value ? newRef(value) : newNone(); }
Owned getBuffer(Object* o) { return getField(asText(o)->buffer); }
Owned getEncoding(Object* o) { return getField(asText(o)->encoding); }
Owned getLineBuffering(Object* o) { return newBool(asText(o)->state->lineBuffering); }
Owned getWriteThrough(Object* o) { return newBool(asText(o)->state->writeThrough); }
Owned getFinalizing(Object* o) { return newBool(asText(o)->finalizing); }
bool setFinalizing(Object* o, Object* value) {
    int truth = value ? isTrue(value) : 0;
    if (truth >= 0) asText(o)->finalizing = truth;
    return truth >= 0;
}
Owned getChunkSize(Object* o) { return wantUsable(asText(o)) ? newInt(asText(o)->state->chunkSize) : nullptr; }
bool setChunkSize(Object* o, Object* value) {
    if (!wantUsable(asText(o))) return false;
    if (!value) return raise(exc::AttributeError, "cannot delete attribute");
    ssize size = indexAsSize(value, exc::ValueError);
    if (size == -1 && errorOccurred()) return false;
    if (size <= 0) return raise(exc::ValueError, "a strictly positive integer is required");
    asText(o)->state->chunkSize = size;
    return true;
}

// ` name=…` where there is such an attribute.
bool appendAttribute(std::string& text, Object* o, Object* name, const char* shown) {
    bool failed = false;
    Held<> value(findAttr(o, name, &failed));
    if (failed) {
        if (!errorMatches(exc::ValueError)) return false;
        clearError();
    }
    if (!value) return true;
    text += std::string(" ") + shown + "=";
    return appendRepr(text, value);
}

Owned repr(Object* o) {
    if (!asText(o)->initialized) return raise(exc::ValueError, "I/O operation on uninitialized object");
    int entered = reprEnter(o);
    if (entered) return entered < 0 ? nullptr : Owned(raise(exc::RuntimeError, "reentrant call inside {}.__repr__", o->type->name));
    std::string text = std::string("<") + o->type->name;
    bool ok = appendAttribute(text, o, words::name, "name") && appendAttribute(text, o, words::mode, "mode");
    if (ok) {
        text += " encoding=";
        ok = appendRepr(text, asText(o)->encoding);
    }
    reprLeave(o);
    return ok ? newStr(text + ">") : nullptr;
}

const MethodDef methods[] = {
    {"detach", detachMethod},
    {"reconfigure", reconfigureMethod, NativeKind::Keywords},
    {"write", writeMethod},
    {"read", readMethod, 0, 1},
    {"readline", readlineMethod, 0, 1},
    {"flush", flushMethod},
    {"close", closeMethod},
    {"fileno", filenoMethod},
    {"seekable", seekableMethod},
    {"readable", readableMethod},
    {"writable", writableMethod},
    {"isatty", isattyMethod},
    {"seek", seekText, 1, 2},
    {"tell", tellText},
    {"truncate", truncateMethod, 0, 1},
    {"__reduce__", cannotPickle},
    {"__reduce_ex__", cannotPickleEx},
    {},
};
const GetSetDef getsets[] = {
    {"name", getName},
    {"closed", getClosed},
    {"newlines", getNewlines},
    {"errors", getErrors},
    {"encoding", getEncoding},
    {"buffer", getBuffer},
    {"line_buffering", getLineBuffering},
    {"write_through", getWriteThrough},
    {"_finalizing", getFinalizing, setFinalizing},
    {"_CHUNK_SIZE", getChunkSize, setChunkSize},
    {},
};
const Field fields[] = {
    {"buffer", offsetof(TextObject, buffer)},   {"encoding", offsetof(TextObject, encoding)},
    {"errors", offsetof(TextObject, errors)},   {"encoder", offsetof(TextObject, encoder)},
    {"decoder", offsetof(TextObject, decoder)}, {"decoded_chars", offsetof(TextObject, decoded)},
    {"__dict__", offsetof(TextObject, dict)},   {},
};

}

void defineTextWrapper(Type* t) {
    t->name = "_io.TextIOWrapper";
    t->doc = "Text over a buffered binary stream: encoding and errors as of str.encode(), newline says which line ends there are.";
    t->basicSize = sizeof(TextObject);
    t->flags = HaveGc | BaseType;
    t->base = textBase;
    t->dictOffset = offsetof(TextObject, dict);
    t->weaklistOffset = offsetof(TextObject, weakrefs);
    t->fields = fields;
    t->dealloc = dealloc;
    t->create = create;
    t->init = init;
    t->iterNext = iterNext;
    t->repr = repr;
    t->methods = methods;
    t->getsets = getsets;
}

Owned newTextFile(Object* buffer, const char* encoding, const char* errors) {
    Held<> made(create(textWrapper, {})), name(newStr(encoding)), handler(newStr(errors)), line(newStr("\n"));
    if (!made || !name || !handler || !line) return nullptr;
    Object* values[] = {buffer, name, handler, line};
    return init(made, Args{values, 4, nullptr}) ? made.release() : nullptr;
}

}

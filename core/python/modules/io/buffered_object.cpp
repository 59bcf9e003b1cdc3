// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/buffered_object.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <vector>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// The three buffered files: what they have in common, and their types.

namespace memtape::io {

Owned iterNextBuffered(Object* o);

namespace {

// ---- life

Owned createBufferedObject(Type* type, Args) { return type->alloc(type, 0); }

void freeBuffer(BufferedObject* b) {
    if (!b->buffer) return;
    releaseBlock(b->buffer);
    b->buffer = nullptr;
    b->size = 0;
    b->position = b->readEnd = b->pending = 0;
}

void dealloc(Object* o) {
    BufferedObject* b = asBuffered(o);
    b->finalizing = true;
    if (!finalizeFile(o)) return;
    Dying dying(o);
    b->initialized = false;
    freeBuffer(b);
    clearField(b->raw);
    dropBase(o, b->dict, b->weakrefs);
}

size_t sizeOfBufferedObject(Object* o) { return static_cast<size_t>(o->type->basicSize + asBuffered(o)->size); }
Owned sizeofMethod(Object* o) { return newInt(static_cast<int64_t>(sizeOfBufferedObject(o))); }

bool init(Object* o, Args args, const char* name, bool reads, bool writes) {
    BufferedObject* b = asBuffered(o);
    Object* out[2] = {nullptr, nullptr};
    ssize size;
    if (!parseArgs(name, args, "raw | buffer_size", out) || !bufferSizeArgument(out[1], &size)) return false;
    b->initialized = b->detached = false;
    Held<> raw(newRef(out[0]));
    if (reads && writes && !checkSeekable(raw)) return false;
    if (reads && !checkReadable(raw)) return false;
    if (writes && !checkWritable(raw)) return false;
    b->reads = reads;
    b->writes = writes;
    return initBuffered(b, raw, size);
}
bool initReader(Object* o, Args args) { return init(o, args, "BufferedReader", true, false); }
bool initWriter(Object* o, Args args) { return init(o, args, "BufferedWriter", false, true); }
bool initRandom(Object* o, Args args) { return init(o, args, "BufferedRandom", true, true); }

// ---- questions that the raw file answers

Owned askRaw(Object* o, Object* name) { return wantInitialized(asBuffered(o)) ? callMethod(asBuffered(o)->raw, name) : nullptr; }
Owned readableMethod(Object* o) { return askRaw(o, words::readable); }
Owned writableMethod(Object* o) { return askRaw(o, words::writable); }
Owned seekableMethod(Object* o) { return askRaw(o, words::seekable); }
Owned filenoMethod(Object* o) { return askRaw(o, words::fileno); }
Owned isattyMethod(Object* o) { return askRaw(o, words::isatty); }
Owned simpleFlushMethod(Object* o) { return askRaw(o, words::flush); }

Owned attributeOfRaw(Object* o, Object* name) { return wantInitialized(asBuffered(o)) ? getAttr(asBuffered(o)->raw, name) : nullptr; }
Owned getClosed(Object* o) { return attributeOfRaw(o, words::closed); }
Owned getName(Object* o) { return attributeOfRaw(o, words::name); }
Owned getMode(Object* o) { return attributeOfRaw(o, words::mode); }
Owned getRaw(Object* o) { return asBuffered(o)->raw ? newRef(asBuffered(o)->raw) : newNone(); }
Owned getFinalizing(Object* o) { return newBool(asBuffered(o)->finalizing); }
bool setFinalizing(Object* o, Object* value) {
    int truth = value ? isTrue(value) : 0;
    if (truth >= 0) asBuffered(o)->finalizing = truth;
    return truth >= 0;
}

Owned reprBuffered(Object* o) {
    std::string text = std::string("<") + (isHeapType(o->type) ? "" : "") + o->type->name;
    bool failed = false;
    Held<> name(findAttr(o, words::name, &failed));
    if (failed) {
        if (!errorMatches(exc::ValueError)) return nullptr;
        clearError();
    }
    if (!name) return newStr(text + ">");
    int entered = reprEnter(o);
    if (entered) return entered < 0 ? nullptr : Owned(raise(exc::RuntimeError, "reentrant call inside {}.__repr__", o->type->name));
    text += " name=";
    bool ok = appendRepr(text, name);
    reprLeave(o);
    return ok ? newStr(text + ">") : nullptr;
}

// ---- flushing, closing

Owned flushMethod(Object* o) {
    BufferedObject* b = asBuffered(o);
    if (!wantInitialized(b)) return nullptr;
    int closed = rawClosed(b);
    if (closed) return closed < 0 ? Owned(nullptr) : Owned(raise(exc::ValueError, "flush of closed file"));
    Busy busy(b);
    return busy && flushAndRewind(b) ? newNone() : nullptr;
}

Owned closeMethod(Object* o) {
    BufferedObject* b = asBuffered(o);
    if (!wantInitialized(b)) return nullptr;
    int closed = isClosed(b->raw);
    if (closed) return closed < 0 ? nullptr : newNone();
    Held<> raw(newRef(b->raw));
    if (b->finalizing) {
        Ref<> warned(callMethod(raw, words::_dealloc_warn, o));
        if (!warned) clearError();
    }
    Ref<> flushed(callMethod(o, words::flush));
    Held<> error(takeError());
    Busy busy(b);
    Held<> done(busy ? callMethod(raw, words::close) : Owned(nullptr));
    if (busy && b->buffer) {
        freeBuffer(b);
        recordResize(b);
    }
    if (!error) return done.release();
    chainError(error.release());
    return nullptr;
}

Owned detachMethod(Object* o) {
    BufferedObject* b = asBuffered(o);
    if (!wantInitialized(b)) return nullptr;
    Ref<> flushed(callMethod(o, words::flush));
    if (!flushed || !wantInitialized(b)) return nullptr;
    Ref<> raw(newRef(b->raw));
    setField<Object>(b, b->raw, nullptr);
    b->detached = true;
    b->initialized = false;
    return raw.release();
}

Owned deallocWarnMethod(Object* o, Object* source) {
    if (asBuffered(o)->initialized && asBuffered(o)->raw) {
        Ref<> warned(callMethod(asBuffered(o)->raw, words::_dealloc_warn, source));
        if (!warned) clearError();
    }
    return newNone();
}

// ---- place

Owned tellMethod(Object* o) {
    BufferedObject* b = asBuffered(o);
    if (!wantInitialized(b)) return nullptr;
    int64_t position = tellRaw(b);
    if (position < 0) return nullptr;
    position += b->pending - readAhead(b);
    return newInt(position < 0 ? 0 : position);
}

Owned seekMethod(Object* o, Args args) {
    BufferedObject* b = asBuffered(o);
    ssize whence = 0;
    int64_t target;
    if (args.count > 1 && !sizeArgument(args[1], &whence)) return nullptr;
    if (!wantInitialized(b)) return nullptr;
    if (whence < 0 || whence > 2) return raise(exc::ValueError, "whence value {} unsupported", whence);
    int closed = rawClosed(b);
    if (closed) return closed < 0 ? Owned(nullptr) : Owned(raise(exc::ValueError, "seek of closed file"));
    if (b->raw->type != fileIO && !checkSeekable(b->raw)) return nullptr;
    if (!offsetOf(args[0], &target)) return nullptr;
    Busy busy(b);
    if (!busy) return nullptr;
    if (whence != 2 && b->reads && b->pending == 0 && readAhead(b) > 0) {
        int64_t current = b->rawPosition != -1 ? b->rawPosition : tellRaw(b);
        if (current < 0) return nullptr;
        current -= readAhead(b);
        int64_t move = whence == 0 ? target - current : target;
        if (move >= -b->position && move <= readAhead(b)) { // within what was read ahead
            b->position += move;
            return newInt(std::max(current + move, int64_t{0})); // a device may stand at 0 all the time
        }
    }
    if (b->writes && !flushPending(b)) return nullptr;
    if (whence == 1) target -= readAhead(b);
    int64_t position = seekRaw(b, target, static_cast<int>(whence));
    if (position < 0) return nullptr;
    forgetReadAhead(b);
    return newInt(position);
}

Owned truncateMethod(Object* o, Args args) {
    BufferedObject* b = asBuffered(o);
    if (!wantInitialized(b)) return nullptr;
    int closed = rawClosed(b);
    if (closed) return closed < 0 ? Owned(nullptr) : Owned(raise(exc::ValueError, "truncate of closed file"));
    if (!b->writes) return raiseUnsupported("truncate");
    Busy busy(b);
    if (!busy || !flushAndRewind(b)) return nullptr;
    Held<> size(args.count && !isNone(args[0]) ? newRef(args[0]) : callMethod(b->raw, words::tell));
    if (!size) return nullptr;
    Held<> done(callMethod(b->raw, words::truncate, size.get()));
    if (!done) return nullptr;
    if (tellRaw(b) == -1) clearError();
    return done.release();
}

const GetSetDef getsets[] = {
    {"closed", getClosed}, {"name", getName}, {"mode", getMode}, {"raw", getRaw}, {"_finalizing", getFinalizing, setFinalizing}, {}};
const Field fields[] = {{"raw", offsetof(BufferedObject, raw)}, {"__dict__", offsetof(BufferedObject, dict)}, {}};

const MethodDef commonMethods[] = {
    {"close", closeMethod},
    {"detach", detachMethod},
    {"seekable", seekableMethod},
    {"fileno", filenoMethod},
    {"isatty", isattyMethod},
    {"_dealloc_warn", deallocWarnMethod},
    {"seek", seekMethod, 1, 2},
    {"tell", tellMethod},
    {"truncate", truncateMethod, 0, 1},
    {"__sizeof__", sizeofMethod},
    {"__reduce__", cannotPickle},
    {"__reduce_ex__", cannotPickleEx},
    {},
};

// A type's table is what several of ours have together; it is made once and lives as long as the process.
std::vector<MethodDef> joined(std::initializer_list<const MethodDef*> tables) {
    std::vector<MethodDef> all;
    for (const MethodDef* table : tables)
        for (; table->name; ++table) all.push_back(*table);
    all.push_back({});
    return all;
}

const MethodDef asReader[] = {{"flush", simpleFlushMethod}, {"readable", readableMethod}, {}};
const MethodDef asWriter[] = {{"flush", flushMethod}, {"writable", writableMethod}, {}};
const MethodDef asRandom[] = {{"flush", flushMethod}, {"readable", readableMethod}, {"writable", writableMethod}, {}};

void describe(Type* t, const char* name, const char* doc, InitFunc initFunction, const std::vector<MethodDef>& methods) {
    t->name = name;
    t->doc = doc;
    t->basicSize = sizeof(BufferedObject);
    t->flags = HaveGc | BaseType;
    t->base = bufferedBase;
    t->dictOffset = offsetof(BufferedObject, dict);
    t->weaklistOffset = offsetof(BufferedObject, weakrefs);
    t->fields = fields;
    t->dealloc = dealloc;
    t->size = sizeOfBufferedObject;
    t->create = createBufferedObject;
    t->init = initFunction;
    t->repr = reprBuffered;
    t->methods = methods.data();
    t->getsets = getsets;
}

}

void defineBufferedReader(Type* t) {
    static const std::vector<MethodDef> methods = joined({readerMethods, asReader, commonMethods});
    describe(t, "_io.BufferedReader", "Create a new buffered reader using the given readable raw IO object.", initReader, methods);
    t->iterNext = iterNextBuffered;
}
void defineBufferedWriter(Type* t) {
    static const std::vector<MethodDef> methods = joined({writerMethods, asWriter, commonMethods});
    describe(
        t, "_io.BufferedWriter",
        "A buffer for a writeable sequential RawIO object.\n\nThe constructor creates a BufferedWriter for the given writeable raw\nstream. If the "
        "buffer_size is not given, it defaults to\nDEFAULT_BUFFER_SIZE.",
        initWriter, methods);
}
void defineBufferedRandom(Type* t) {
    static const std::vector<MethodDef> methods = joined({readerMethods, writerMethods, asRandom, commonMethods});
    describe(
        t, "_io.BufferedRandom",
        "A buffered interface to random access streams.\n\nThe constructor creates a reader and writer for a seekable stream,\nraw, given in the first "
        "argument. If the buffer_size is omitted it\ndefaults to DEFAULT_BUFFER_SIZE.",
        initRandom, methods);
    t->iterNext = iterNextBuffered;
}

Owned newBuffered(Type* type, Object* raw, ssize size) {
    Ref<> made(createBufferedObject(type, {}));
    if (!made) return nullptr;
    BufferedObject* b = asBuffered(made);
    b->reads = type != bufferedWriter;
    b->writes = type != bufferedReader;
    return initBuffered(b, raw, size) ? made.release() : nullptr;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/stream_object.h"
#include "core/python/modules/os/os_error.h"

#include <cerrno>
#include <cstring>
#include <unordered_set>
#include <vector>

#include "core/host/files.h"
#include "core/host/rules.h"
#include "core/host/streams.h"
#include "core/python/builtins/text_stream.h"
#include "core/python/modules/io/io_module.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

using Kind = StreamState::Kind;

std::vector<StreamState*> openFiles;         // on disk and written to, not closed yet
std::unordered_set<StreamState*> allStreams; // those that are left at the end lie in the region that is dropped
RuntimeCache filesCache([] {
    openFiles.clear();
    for (StreamState* state : allStreams) delete state;
    allStreams.clear();
});

StreamState& stateOf(Object* o) { return *asStream(o)->state; }

bool wantOpen(Object* o) {
    StreamState& s = stateOf(o);
    if (!s.closed) return true;
    return raise(exc::ValueError, o->type == types::StringIO ? "I/O operation on closed file" : "I/O operation on closed file.");
}

bool wantReadable(Object* o) {
    if (!wantOpen(o)) return false;
    if (stateOf(o).readable) return true;
    return raise(unsupportedOperation(), o->type == types::BinaryFile ? "read" : "not readable");
}

bool wantWritable(Object* o) {
    if (!wantOpen(o)) return false;
    if (stateOf(o).writable) return true;
    return raise(unsupportedOperation(), o->type == types::BinaryFile ? "write" : "not writable");
}

void appendDecoded(std::u32string& out, Object* str) {
    TextView view = viewOf(str);
    for (ssize i = 0; i < view.length; ++i) out += static_cast<char32_t>(view.at(i));
}

// Whether input ended because of an exception (KeyboardInterrupt) or because the run is being stopped.
bool readFailed() { return interpreter.stopping || errorOccurred(); }

// One more line of the program's input; false: there is none, or readFailed().
bool readMore(StreamState& s) {
    if (s.kind != Kind::Stdin || s.ended) return false;
    std::string line;
    if (!hostReadLine(line)) {
        s.ended = !readFailed();
        return false;
    }
    if (s.text) {
        Ref<> text(decodeBytes(reinterpret_cast<const uint8_t*>(line.data()), line.size(), "utf-8", "surrogateescape", nullptr));
        if (text) appendDecoded(s.chars, text);
        else clearError();
    } else {
        s.bytes += line;
    }
    return true;
}

size_t sizeOf(const StreamState& s) { return s.text ? s.chars.size() : s.bytes.size(); }

Owned takeRange(StreamState& s, size_t start, size_t end) {
    s.position = end;
    if (!s.text) return newBytes(reinterpret_cast<const uint8_t*>(s.bytes.data()) + start, end - start);
    return newStrFromCodePoints(reinterpret_cast<const uint32_t*>(s.chars.data()) + start, end - start);
}

// What was read of stdin need not be kept.
void forgetRead(StreamState& s) {
    if (s.kind != Kind::Stdin || s.position < 65536) return;
    if (s.text) s.chars.erase(0, s.position);
    else s.bytes.erase(0, s.position);
    s.position = 0;
}

bool sizeArgument(Args args, ssize* size) {
    *size = -1;
    if (args.count == 0 || isNone(args[0])) return true;
    if (!args[0]->type->index) return raise(exc::TypeError, "argument should be integer or None, not '{}'", args[0]->type->name);
    *size = indexAsSize(args[0], exc::OverflowError);
    return *size != -1 || !errorOccurred();
}

Owned readMethod(Object* o, Args args) {
    ssize size;
    if (!wantReadable(o) || !sizeArgument(args, &size)) return nullptr;
    StreamState& s = stateOf(o);
    while ((size < 0 || sizeOf(s) - s.position < static_cast<size_t>(size)) && readMore(s)) {}
    if (readFailed()) return nullptr;
    size_t start = s.position < sizeOf(s) ? s.position : sizeOf(s), end = sizeOf(s);
    if (size >= 0 && static_cast<size_t>(size) < end - start) end = start + static_cast<size_t>(size);
    Owned result = takeRange(s, start, end);
    forgetRead(s);
    return result;
}

// The place after the next line's end.
size_t findLineEnd(StreamState& s, ssize limit) {
    for (size_t i = s.position;; ++i) {
        if (limit >= 0 && i - s.position >= static_cast<size_t>(limit)) return i;
        if (i >= sizeOf(s) && !readMore(s)) return sizeOf(s);
        if (i >= sizeOf(s)) return sizeOf(s);
        if ((s.text ? s.chars[i] : static_cast<char32_t>(static_cast<unsigned char>(s.bytes[i]))) == '\n') return i + 1;
    }
}

Owned nextLine(StreamState& s, ssize limit) {
    if (s.position >= sizeOf(s) && !readMore(s)) {
        if (readFailed()) return nullptr;
        return s.text ? Owned(emptyString) : newBytes(std::string_view());
    }
    size_t start = s.position, end = findLineEnd(s, limit);
    if (readFailed()) return nullptr;
    Owned line = takeRange(s, start, end);
    forgetRead(s);
    return line;
}

Owned readlineMethod(Object* o, Args args) {
    ssize size;
    if (!wantReadable(o) || !sizeArgument(args, &size)) return nullptr;
    return nextLine(stateOf(o), size);
}

Owned iterNextStream(Object* o) {
    if (!wantReadable(o)) return nullptr;
    StreamState& s = stateOf(o);
    if (s.position >= sizeOf(s) && !readMore(s)) return nullptr;
    return nextLine(s, -1);
}

Owned iterStream(Object* o) { return wantOpen(o) ? newRef(o) : nullptr; }

Owned readlinesMethod(Object* o, Args args) {
    ssize hint, total = 0;
    if (!wantReadable(o) || !sizeArgument(args, &hint)) return nullptr;
    Ref<ListObject> lines(newList(0));
    StreamState& s = stateOf(o);
    while (lines) {
        size_t before = s.position;
        if (before >= sizeOf(s) && !readMore(s)) {
            if (readFailed()) return nullptr;
            break;
        }
        Ref<> line(nextLine(s, -1));
        if (!line) return nullptr;
        total += static_cast<ssize>(s.position - before);
        if (!listAppendStealing(lines, line.releaseRaw())) return nullptr;
        if (hint > 0 && total >= hint) break;
    }
    return lines.release();
}

// ---- writing

// Writing far behind the end would fill the gap with zeros.
constexpr size_t largestFile = size_t{1} << 31;

bool writeOut(StreamState& s, std::string_view bytes) {
    hostWrite(s.kind == Kind::Stderr ? OutputStream::Stderr : OutputStream::Stdout, bytes);
    return true;
}

Owned writeText(Object* o, Object* text) {
    StreamState& s = stateOf(o);
    if (s.kind == Kind::Stdout || s.kind == Kind::Stderr) {
        std::string bytes;
        if (!encodeInto(bytes, text, s.encoding, s.errors)) return nullptr;
        writeOut(s, bytes);
        return newInt(asStr(text)->length);
    }
    if (s.kind == Kind::Disk && !asStr(text)->ascii) { // what cannot be encoded is refused now, as CPython does
        std::string bytes;
        if (!encodeInto(bytes, text, s.encoding, s.errors)) return nullptr;
    }
    std::u32string added;
    appendDecoded(added, text);
    if (s.append) s.position = s.chars.size();
    if (s.position + added.size() > largestFile) return raiseMemoryError();
    if (s.position > s.chars.size()) s.chars.resize(s.position, U'\0');
    s.chars.replace(s.position, added.size(), added);
    s.position += added.size();
    s.dirty = true;
    return newInt(asStr(text)->length);
}

Owned writeMethod(Object* o, Object* what) {
    StreamState& s = stateOf(o);
    if (s.text) {
        if (!isStr(what)) {
            if (o->type == types::StringIO) return raise(exc::TypeError, "string argument expected, got '{}'", what->type->name);
            return raise(exc::TypeError, "write() argument must be str, not {}", isNone(what) ? "None" : what->type->name);
        }
        return wantWritable(o) ? writeText(o, what) : nullptr;
    }
    const uint8_t* data;
    size_t size;
    if (!wantWritable(o) || !wantBuffer(what, &data, &size)) return nullptr;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (s.kind == Kind::Stdout || s.kind == Kind::Stderr) {
        writeOut(s, bytes);
    } else {
        if (s.append) s.position = s.bytes.size();
        if (s.position + size > largestFile) return raiseMemoryError();
        if (s.position > s.bytes.size()) s.bytes.resize(s.position, 0);
        s.bytes.replace(s.position, size, bytes);
        s.position += size;
        s.dirty = true;
    }
    return newInt(static_cast<int64_t>(size));
}

Owned writelinesMethod(Object* o, Object* lines) {
    if (!wantOpen(o)) return nullptr;
    Held<> iterator(getIter(lines));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> line(nextOf(iterator));
        if (!line) return errorOccurred() ? Owned(nullptr) : newNone();
        if (!Ref<>(callMethod(o, names::write, line.get()))) return nullptr;
    }
}

int flushState(StreamState& s) {
    if (s.kind != Kind::Disk || !s.dirty) return 0;
    std::string bytes = s.bytes;
    if (s.text) {
        Held<> text(newStrFromCodePoints(reinterpret_cast<const uint32_t*>(s.chars.data()), s.chars.size()));
        if (!text || !encodeInto(bytes, text, s.encoding, s.errors)) {
            clearError();
            return EIO;
        }
        if (s.newline == "\r\n" || s.newline == "\r") {
            std::string translated;
            for (char c : bytes) {
                if (c == '\n') translated += s.newline;
                else translated += c;
            }
            bytes = translated;
        }
    }
    s.dirty = false;
    return hostWriteFile(s.path, bytes);
}

Owned flushMethod(Object* o) {
    if (!wantOpen(o)) return nullptr;
    if (int failed = flushState(stateOf(o))) return raiseOsError(failed, nullptr);
    return newNone();
}

Owned closeMethod(Object* o) {
    StreamState& s = stateOf(o);
    if (s.closed) return newNone();
    s.closed = true;
    int failed = flushState(s);
    std::erase(openFiles, &s);
    if (o->type != types::StringIO && o->type != types::BytesIO) s.chars.clear(), s.bytes.clear();
    if (isInstance(o, types::StringIO)) {
        auto* text = static_cast<StringIoObject*>(asStream(o));
        setField<Object>(o, text->readNewline, Owned(nullptr));
        setField<Object>(o, text->writeNewline, Owned(nullptr));
    }
    if (failed) return raiseOsError(failed, nullptr);
    return newNone();
}

Owned enterMethod(Object* o) { return wantOpen(o) ? newRef(o) : nullptr; }
Owned exitMethod(Object* o, Args) { return callMethod(o, names::close); }

// ---- position

size_t bytesBefore(const StreamState& s, size_t position) {
    if (!s.text || s.kind == Kind::Memory) return position;
    size_t bytes = 0;
    for (size_t i = 0; i < position && i < s.chars.size(); ++i) bytes += utf8::encodedLength(s.chars[i]);
    return bytes;
}

size_t positionOfByte(const StreamState& s, size_t wanted) {
    if (!s.text || s.kind == Kind::Memory) return wanted;
    size_t bytes = 0, i = 0;
    for (; i < s.chars.size() && bytes < wanted; ++i) bytes += utf8::encodedLength(s.chars[i]);
    return i;
}

Owned tellMethod(Object* o) {
    if (!wantOpen(o)) return nullptr;
    return newInt(static_cast<int64_t>(bytesBefore(stateOf(o), stateOf(o).position)));
}

Owned seekMethod(Object* o, Args args) {
    if (!wantOpen(o)) return nullptr;
    StreamState& s = stateOf(o);
    if (s.kind != Kind::Disk && s.kind != Kind::Memory) return raise(unsupportedOperation(), "underlying stream is not seekable");
    ssize offset = indexAsSize(args[0], exc::OverflowError), whence = 0;
    if (offset == -1 && errorOccurred()) return nullptr;
    if (args.count > 1) {
        whence = indexAsSize(args[1], exc::OverflowError);
        if (whence == -1 && errorOccurred()) return nullptr;
    }
    if (whence < 0 || whence > 2) return raise(exc::ValueError, "Invalid whence ({}, should be 0, 1 or 2)", whence);
    if (s.text && whence != 0 && offset != 0) {
        if (s.kind == Kind::Memory) return raise(exc::OSError, "Can't do nonzero cur-relative seeks");
        return raise(unsupportedOperation(), whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    }
    if (whence == 0 && offset < 0) {
        if (s.text && s.kind == Kind::Disk) return raise(exc::ValueError, "negative seek position {}", offset);
        return raise(exc::ValueError, s.text ? "Negative seek position {}" : "negative seek value {}", offset);
    }
    if (whence == 0) s.position = positionOfByte(s, static_cast<size_t>(offset));
    else {
        ssize base = static_cast<ssize>(whence == 1 ? s.position : sizeOf(s)) + offset;
        s.position = base < 0 ? 0 : static_cast<size_t>(base);
    }
    return newInt(static_cast<int64_t>(bytesBefore(s, s.position)));
}

Owned truncateMethod(Object* o, Args args) {
    if (!wantWritable(o)) return nullptr;
    StreamState& s = stateOf(o);
    ssize size = static_cast<ssize>(s.position);
    if (args.count && !isNone(args[0])) {
        size = indexAsSize(args[0], exc::OverflowError);
        if (size == -1 && errorOccurred()) return nullptr;
        if (size < 0) return raise(exc::ValueError, s.text ? "Negative size value {}" : "negative size value {}", size);
    }
    if (static_cast<size_t>(size) > largestFile) return raiseMemoryError();
    if (s.text && static_cast<size_t>(size) < s.chars.size()) s.chars.resize(static_cast<size_t>(size));
    if (!s.text && (static_cast<size_t>(size) < s.bytes.size() || s.kind == Kind::Disk)) s.bytes.resize(static_cast<size_t>(size));
    s.dirty = true;
    return newInt(size);
}

Owned getvalueMethod(Object* o) {
    if (!wantOpen(o)) return nullptr;
    StreamState& s = stateOf(o);
    if (!s.text) return newBytes(s.bytes);
    return newStrFromCodePoints(reinterpret_cast<const uint32_t*>(s.chars.data()), s.chars.size());
}

// ---- questions

Owned readableMethod(Object* o) { return wantOpen(o) ? newBool(stateOf(o).readable) : nullptr; }
Owned writableMethod(Object* o) { return wantOpen(o) ? newBool(stateOf(o).writable) : nullptr; }
Owned seekableMethod(Object* o) { return wantOpen(o) ? newBool(stateOf(o).kind == Kind::Disk || stateOf(o).kind == Kind::Memory) : nullptr; }
Owned isattyMethod(Object* o) { return wantOpen(o) ? newBool(false) : nullptr; }
Owned filenoMethod(Object* o) {
    StreamState& s = stateOf(o);
    if (s.kind == Kind::Memory || s.kind == Kind::Disk) return raise(unsupportedOperation(), "fileno");
    return newInt(static_cast<int>(s.kind));
}
Owned reconfigureMethod(Object*, Args) { return newNone(); }

Owned getClosed(Object* o) { return newBool(stateOf(o).closed); }
Owned getMode(Object* o) { return newStr(stateOf(o).mode); }
Owned getEncoding(Object* o) { return o->type == types::StringIO ? newNone() : newStr(stateOf(o).encoding); }
Owned getErrors(Object* o) { return o->type == types::StringIO ? newNone() : newStr(stateOf(o).errors); }
Owned getName(Object* o) {
    if (asStream(o)->name) return newRef(asStream(o)->name);
    return raiseAttributeError(o, names::name);
}
Owned getNewlines(Object*) { return newNone(); }
Owned getLineBuffering(Object* o) { return newBool(stateOf(o).kind == Kind::Stderr); }
Owned getBuffer(Object* o) {
    if (asStream(o)->buffer) return newRef(asStream(o)->buffer);
    Ref<> name(newStr("buffer"));
    return raiseAttributeError(o, name);
}

// A text file of open() has its mode as an attribute of its own.
bool keepMode(Object* o) {
    Ref<> name(newStr("mode")), mode(newStr(stateOf(o).mode));
    return name && mode && setAttr(o, name, mode);
}

// ---- life

Owned newStream(Type* type) {
    Ref<> made(type->alloc(type, 0));
    if (!made) return nullptr;
    asStream(made)->state = new StreamState;
    allStreams.insert(asStream(made)->state);
    recordCells(made);
    return made.release();
}

void deallocStream(Object* o) {
    StreamObject* stream = asStream(o);
    Dying dying(o);
    if (isTracked(o)) gcUntrack(o);
    if (stream->state) {
        if (!stream->state->closed) flushState(*stream->state);
        std::erase(openFiles, stream->state);
        allStreams.erase(stream->state);
        delete stream->state;
        stream->state = nullptr;
    }
    clearField(stream->name);
    clearField(stream->buffer);
    clearField(stream->dict);
    freeObject(o);
}

StringIoObject* asStringIo(Object* o) { return static_cast<StringIoObject*>(o); }

int traverseStringIo(Object* o, Visit visit, void* context) {
    for (Object* part : {asStringIo(o)->readNewline, asStringIo(o)->writeNewline, asStream(o)->dict})
        if (int stop = part ? visit(part, context) : 0) return stop;
    return 0;
}

void deallocStringIo(Object* o) {
    Dying dying(o);
    clearField(asStringIo(o)->readNewline);
    clearField(asStringIo(o)->writeNewline);
    deallocStream(o);
}

Owned reprStream(Object* o) {
    StreamState& s = stateOf(o);
    std::string out = std::string("<") + o->type->name;
    if (asStream(o)->name) {
        out += " name=";
        if (!appendRepr(out, asStream(o)->name)) return nullptr;
    }
    if (o->type == types::TextFile) out += " mode='" + s.mode + "' encoding='" + s.encoding + "'";
    return newStr(out + ">");
}

Owned createText(Type* type, Args) { return newStream(type); }

bool initStringIo(Object* self, Args args) {
    Object* out[2] = {None, nullptr};
    if (!parseArgs("StringIO", args, "| initial_value newline", out)) return false;
    if (!isNone(out[0]) && !isStr(out[0])) return raise(exc::TypeError, "initial_value must be str or None, not {}", out[0]->type->name);
    StreamState& s = stateOf(self);
    s = StreamState();
    if (isStr(out[0])) appendDecoded(s.chars, out[0]);
    // "\n", the default, is written as it is; "" and None are, too
    std::string newline = out[1] && isStr(out[1]) ? strToUtf8(out[1]) : out[1] ? "" : "\n";
    bool isKept = !out[1] || isStr(out[1]), isWritten = newline == "\r" || newline == "\r\n";
    setField<Object>(self, asStringIo(self)->readNewline, isKept ? newStr(newline) : Owned(nullptr));
    setField<Object>(self, asStringIo(self)->writeNewline, isWritten ? newStr(newline) : Owned(nullptr));
    return true;
}

bool initBytesIo(Object* self, Args args) {
    Object* out[1] = {None};
    if (!parseArgs("BytesIO", args, "| initial_bytes", out)) return false;
    StreamState& s = stateOf(self);
    s = StreamState();
    s.text = false;
    if (isNone(out[0])) return true;
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(out[0], &data, &size)) return false;
    s.bytes.assign(reinterpret_cast<const char*>(data), size);
    return true;
}

const MethodDef methods[] = {
    {"read", readMethod, 0, 1},
    {"readline", readlineMethod, 0, 1},
    {"readlines", readlinesMethod, 0, 1},
    {"write", writeMethod},
    {"writelines", writelinesMethod},
    {"flush", flushMethod},
    {"close", closeMethod},
    {"__enter__", enterMethod},
    {"__exit__", exitMethod, 0, -1},
    {"seek", seekMethod, 1, 2},
    {"tell", tellMethod},
    {"truncate", truncateMethod, 0, 1},
    {"readable", readableMethod},
    {"writable", writableMethod},
    {"seekable", seekableMethod},
    {"isatty", isattyMethod},
    {"fileno", filenoMethod},
    {"reconfigure", reconfigureMethod, NativeKind::Keywords},
    {},
};

const MethodDef memoryMethods[] = {
    {"getvalue", getvalueMethod},
    {"read", readMethod, 0, 1},
    {"read1", readMethod, 0, 1},
    {"readline", readlineMethod, 0, 1},
    {"readlines", readlinesMethod, 0, 1},
    {"write", writeMethod},
    {"writelines", writelinesMethod},
    {"flush", flushMethod},
    {"close", closeMethod},
    {"__enter__", enterMethod},
    {"__exit__", exitMethod, 0, -1},
    {"seek", seekMethod, 1, 2},
    {"tell", tellMethod},
    {"truncate", truncateMethod, 0, 1},
    {"readable", readableMethod},
    {"writable", writableMethod},
    {"seekable", seekableMethod},
    {"isatty", isattyMethod},
    {"fileno", filenoMethod},
    {},
};

Owned getAttributes(Object* o) { return asStream(o)->dict ? newRef(asStream(o)->dict) : Owned(newDict()); }

const GetSetDef textGetsets[] = {
    {"__dict__", getAttributes},
    {"closed", getClosed},
    {"encoding", getEncoding},
    {"errors", getErrors},
    {"name", getName},
    {"newlines", getNewlines},
    {"line_buffering", getLineBuffering},
    {"buffer", getBuffer},
    {},
};
const GetSetDef binaryGetsets[] = {{"closed", getClosed}, {"mode", getMode}, {"name", getName}, {}};
const GetSetDef memoryGetsets[] = {
    {"closed", getClosed}, {"encoding", getEncoding}, {"errors", getErrors}, {"newlines", getNewlines}, {"line_buffering", getLineBuffering}, {}};
const GetSetDef bytesGetsets[] = {{"closed", getClosed}, {}};

const Field fields[] = {
    {"name", offsetof(StreamObject, name)},
    {"buffer", offsetof(StreamObject, buffer)},
    {"__dict__", offsetof(StreamObject, dict)},
    {},
};

int traverseStream(Object* o, Visit visit, void* context) {
    for (Object* part : {asStream(o)->name, asStream(o)->buffer, asStream(o)->dict}) {
        if (part)
            if (int stop = visit(part, context)) return stop;
    }
    return 0;
}
void clearStream(Object* o) {
    clearField(asStream(o)->name);
    clearField(asStream(o)->buffer);
    clearField(asStream(o)->dict);
}

void defineStream(Type* t, const char* name, const MethodDef* table, const GetSetDef* getsets) {
    t->name = name;
    t->basicSize = sizeof(StreamObject);
    t->flags = HaveGc | BaseType;
    t->dictOffset = offsetof(StreamObject, dict);
    t->weaklistOffset = offsetof(StreamObject, weakrefs);
    t->dealloc = deallocStream;
    t->traverse = traverseStream;
    t->clear = clearStream;
    t->fields = fields;
    t->iter = iterStream;
    t->iterNext = iterNextStream;
    t->methods = table;
    t->getsets = getsets;
}

// ---- print's short way

bool isStandard(Object* file) {
    return file->type == types::TextFile && (stateOf(file).kind == Kind::Stdout || stateOf(file).kind == Kind::Stderr) && !stateOf(file).closed;
}
bool appendEncoded(Object* file, Object* text, std::string& bytes) { return encodeInto(bytes, text, stateOf(file).encoding, stateOf(file).errors); }
bool writeBytes(Object* file, const std::string& bytes) { return writeOut(stateOf(file), bytes); }

}

bool isStream(const Object* o) {
    return o->type == types::TextFile || o->type == types::BinaryFile || o->type == types::StringIO || o->type == types::BytesIO;
}

void flushOpenFiles() {
    for (StreamState* s : openFiles) flushState(*s);
}

void defineTextFileType(Type* t) {
    defineStream(t, "_io.TextIOWrapper", methods, textGetsets);
    t->basicSize = sizeof(TextFileObject);
    t->repr = reprStream;
    textStreams = {isStandard, appendEncoded, writeBytes, openFile};
}
void defineBinaryFileType(Type* t) {
    defineStream(t, "_io.BufferedRandom", methods, binaryGetsets);
    t->repr = reprStream;
}
void defineStringIOType(Type* t) {
    static const Field stringIoFields[] = {{"readnl", offsetof(StringIoObject, readNewline)},
                                           {"writenl", offsetof(StringIoObject, writeNewline)},
                                           {"__dict__", offsetof(StreamObject, dict)},
                                           {}};
    defineStream(t, "_io.StringIO", memoryMethods, memoryGetsets);
    t->basicSize = sizeof(StringIoObject);
    t->fields = stringIoFields;
    t->traverse = traverseStringIo;
    t->dealloc = deallocStringIo;
    t->create = createText;
    t->init = initStringIo;
}
void defineBytesIOType(Type* t) {
    defineStream(t, "_io.BytesIO", memoryMethods, bytesGetsets);
    t->create = createText;
    t->init = initBytesIo;
}

Owned newStandardStream(Kind kind) {
    const char* name = kind == Kind::Stdin ? "<stdin>" : kind == Kind::Stdout ? "<stdout>" : "<stderr>";
    Object* pair[2];
    for (int i = 0; i < 2; ++i) { // the bytes below, the text above
        Ref<> made(newStream(i == 0 ? types::BinaryFile : types::TextFile));
        if (!made) return nullptr;
        StreamState& s = stateOf(made);
        s.kind = kind;
        s.text = i == 1;
        s.readable = kind == Kind::Stdin;
        s.writable = !s.readable;
        s.mode = i == 0 ? (s.readable ? "rb" : "wb") : s.readable ? "r" : "w";
        s.errors = kind == Kind::Stderr ? "backslashreplace" : "strict";
        setField(made.get(), asStream(made)->name, newStr(name));
        if (i == 1) setField<Object>(made.get(), asStream(made)->buffer, Owned(pair[0]));
        if (i == 1 && !keepMode(made)) return nullptr;
        pair[i] = made.releaseRaw();
    }
    return Owned(pair[1]);
}

Owned openFile(Args args) {
    Object* out[8] = {nullptr, nullptr, nullptr, None, None, None, nullptr, nullptr};
    if (!parseArgs("open", args, "file | mode buffering encoding errors newline closefd opener", out)) return nullptr;
    if (out[1] && !wantStr("open", "argument 'mode'", out[1])) return nullptr;
    Held<> name(newRef(out[0]));
    if (isInt(name)) return raise(exc::OSError, "Memtape opens files by name only");
    if (!isStr(name) && !isBytes(name)) {
        Held<> method(lookupSpecial(name, names::dunderFspath));
        if (!method) {
            if (errorOccurred()) return nullptr;
            return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not {}", out[0]->type->name);
        }
        name = call(method);
        if (!name) return nullptr;
    }
    std::string path =
        isBytes(name) ? std::string(reinterpret_cast<char*>(bytesData(name)), static_cast<size_t>(bytesLength(name))) : strToUtf8(name);
    if (path.find('\0') != path.npos) return raise(exc::ValueError, "embedded null byte");
    std::string mode = out[1] ? strToUtf8(out[1]) : "r";
    int kinds = 0;
    bool plus = false, binary = false, text = false;
    char kind = 0;
    for (size_t i = 0; i < mode.size(); ++i) {
        char c = mode[i];
        if (!std::strchr("rwaxbt+", c) || mode.find(c, i + 1) != mode.npos) return raise(exc::ValueError, "invalid mode: '{}'", mode);
        if (c == '+') plus = true;
        else if (c == 'b') binary = true;
        else if (c == 't') text = true;
        else ++kinds, kind = c;
    }
    if (text && binary) return raise(exc::ValueError, "can't have text and binary mode at once");
    if (kinds != 1) {
        return raise(exc::ValueError, kinds ? "must have exactly one of create/read/write/append mode"
                                            : "Must have exactly one of create/read/write/append mode and at most one plus");
    }
    for (int i : {3, 4, 5}) {
        static const char* const what[] = {"encoding", "errors", "newline"};
        if (isNone(out[i])) continue;
        if (!isStr(out[i])) return raise(exc::TypeError, "open() argument '{}' must be str or None, not {}", what[i - 3], out[i]->type->name);
        if (binary)
            return raise(exc::ValueError, i == 5   ? "binary mode doesn't take a newline argument"
                                          : i == 4 ? "binary mode doesn't take an errors argument"
                                                   : "binary mode doesn't take an encoding argument");
    }
    Ref<> made(newStream(binary ? types::BinaryFile : types::TextFile));
    if (!made) return nullptr;
    StreamState& s = stateOf(made);
    s.kind = Kind::Disk;
    s.text = !binary;
    s.path = path;
    s.mode = mode;
    s.readable = kind == 'r' || plus;
    s.writable = kind != 'r' || plus;
    s.append = kind == 'a';
    s.encoding = isStr(out[3]) ? strToUtf8(out[3]) : "UTF-8"; // the locale's name for it
    if (isStr(out[4])) s.errors = strToUtf8(out[4]);
    if (isStr(out[5])) s.newline = strToUtf8(out[5]), s.translate = false;
    std::string real;
    if (int refused = s.writable ? hostResolve(path, FileUse::Write, real) : 0) return raiseOsError(refused, name);
    std::string content;
    if (kind == 'r' || kind == 'a') {
        int failed = hostReadFile(path, content);
        if (failed && !(kind == 'a' && failed == ENOENT)) return raiseOsError(failed, name);
    } else if (kind == 'x' && hostFileKind(path) != FileKind::Missing) {
        return raiseOsError(EEXIST, name);
    }
    if (s.writable && kind != 'r') {
        if (int failed = hostWriteFile(path, content)) return raiseOsError(failed, name);
    }
    if (s.writable) openFiles.push_back(&s);
    if (binary) {
        s.bytes = std::move(content);
    } else {
        Ref<> decoded(decodeBytes(reinterpret_cast<const uint8_t*>(content.data()), content.size(), s.encoding, s.errors, nullptr));
        if (!decoded) return nullptr;
        appendDecoded(s.chars, decoded);
        if (s.translate && s.chars.find(U'\r') != s.chars.npos) {
            std::u32string plain;
            for (size_t i = 0; i < s.chars.size(); ++i) {
                if (s.chars[i] != U'\r') plain += s.chars[i];
                else if (i + 1 == s.chars.size() || s.chars[i + 1] != U'\n') plain += U'\n';
            }
            s.chars = std::move(plain);
        }
    }
    if (s.append) s.position = sizeOf(s);
    setField(made.get(), asStream(made)->name, newRef(name));
    if (!binary && !keepMode(made)) return nullptr;
    return made.release();
}

}

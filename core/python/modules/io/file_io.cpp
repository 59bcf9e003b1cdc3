// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

#include "core/host/handles.h"
#include "core/python/modules/io/io_object.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// FileIO: a handle of the host as a raw file.

namespace memtape::io {

namespace {

struct FileObject : Object {
    int handle; // -1: closed
    bool created : 1, reads : 1, writes : 1, appends : 1, closesHandle : 1, finalizing : 1;
    int8_t seekable; // -1: not known yet
    int64_t blockSize;
    Object *weakrefs, *dict;
};
static_assert(sizeof(FileObject) == 48);

FileObject* asFile(Object* o) { return static_cast<FileObject*>(o); }

bool wantOpen(Object* o) { return asFile(o)->handle >= 0 || raise(exc::ValueError, "I/O operation on closed file"); }
bool wantReading(Object* o) {
    if (!wantOpen(o)) return false;
    return asFile(o)->reads || raiseUnsupported("File not open for reading");
}
bool wantWriting(Object* o) {
    if (!wantOpen(o)) return false;
    return asFile(o)->writes || raiseUnsupported("File not open for writing");
}

const char* modeOf(const FileObject* f) {
    if (f->created) return f->reads ? "xb+" : "xb";
    if (f->appends) return f->reads ? "ab+" : "ab";
    if (f->reads && f->writes) return "rb+";
    return f->reads ? "rb" : "wb";
}

int closeHandle(FileObject* f) {
    int handle = f->handle;
    f->handle = -1;
    return handle >= 0 && f->closesHandle ? hostClose(handle) : 0;
}

// ---- making one

struct Mode {
    int flags = 0;
    bool created = false, reads = false, writes = false, appends = false;
};

bool readMode(std::string_view text, Mode& mode) {
    int kinds = 0, plus = 0;
    for (char c : text) {
        switch (c) {
        case 'x': ++kinds, mode.created = mode.writes = true, mode.flags |= O_EXCL | O_CREAT; break;
        case 'r': ++kinds, mode.reads = true; break;
        case 'w': ++kinds, mode.writes = true, mode.flags |= O_CREAT | O_TRUNC; break;
        case 'a': ++kinds, mode.writes = mode.appends = true, mode.flags |= O_CREAT | O_APPEND; break;
        case '+': ++plus, mode.reads = mode.writes = true; break;
        case 'b': break;
        default: return raise(exc::ValueError, "invalid mode: {}", text);
        }
        if (kinds > 1 || plus > 1) break;
    }
    if (kinds != 1 || plus > 1) return raise(exc::ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    mode.flags |= O_CLOEXEC | (mode.reads && mode.writes ? O_RDWR : mode.reads ? O_RDONLY : O_WRONLY);
    return true;
}

// The handle that the program's opener gives.
bool openBy(Object* opener, Object* name, int flags, int* handle) {
    Held<> number(newInt(flags));
    Held<> answer(number ? call(opener, name, number.get()) : Owned(nullptr));
    if (!answer) return false;
    if (!isInt(answer)) return raise(exc::TypeError, "expected integer from opener");
    int overflow;
    int64_t value = intValue(answer, &overflow);
    if (overflow || value > INT32_MAX || value < INT32_MIN) return raise(exc::OverflowError, "Python int too large to convert to C int");
    if (value < 0) return raise(exc::ValueError, "opener returned {}", value);
    *handle = static_cast<int>(value);
    return true;
}

// `given`: whether the handle is the program's, to be left open where what follows fails.
bool openFile(FileObject* f, Object* name, const Mode& mode, Object* opener, bool* isGiven) {
    int given = -1;
    if (isInt(name)) {
        if (isBool(name) && !warn(exc::RuntimeWarning, "bool is used as a file descriptor")) return false;
        int overflow;
        int64_t value = intValue(name, &overflow);
        if (overflow || value > INT32_MAX || value < INT32_MIN) return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not int");
        if (value < 0) return raise(exc::ValueError, "negative file descriptor");
        given = static_cast<int>(value);
    }
    *isGiven = given >= 0;
    if (given >= 0) {
        f->handle = given;
    } else {
        std::string path;
        if (!pathArgument(name, path)) return false;
        if (!f->closesHandle) return raise(exc::ValueError, "Cannot use closefd=False with file name");
        if (!isNone(opener)) {
            int handle;
            if (!openBy(opener, name, mode.flags, &handle)) return false;
            f->handle = handle;
        } else if (int failed = hostOpen(path, mode.flags, 0666, f->handle)) {
            f->handle = -1;
            return raiseOsError(failed, name);
        }
    }
    FileStatus status;
    int failed = hostHandleStatus(f->handle, status);
    if (!failed && S_ISDIR(status.mode)) failed = EISDIR;
    if (failed) return raiseOsError(failed, failed == EBADF ? nullptr : name);
    f->blockSize = status.blockSize > 1 ? status.blockSize : 8192;
    return true;
}

bool initFile(Object* o, Args args) {
    FileObject* f = asFile(o);
    Object* out[4] = {nullptr, nullptr, True, None};
    if (!parseArgs("FileIO", args, "file | mode closefd opener", out)) return false;
    if (out[1] && !wantStr("FileIO", "argument 'mode'", out[1])) return false;
    int closes = isTrue(out[2]);
    if (closes < 0) return false;
    if (f->handle >= 0) { // called again
        if (int failed = closeHandle(f)) return raiseOsError(failed);
    }
    Mode mode;
    std::string text = out[1] ? strToUtf8(out[1]) : "r";
    if (text.find('\0') != text.npos) return raise(exc::ValueError, "embedded null character");
    if (!readMode(text, mode)) return false;
    f->created = mode.created;
    f->reads = mode.reads;
    f->writes = mode.writes;
    f->appends = mode.appends;
    f->closesHandle = closes;
    f->seekable = -1;
    Held<> name(newRef(out[0]));
    int64_t end;
    bool isGiven = false;
    bool ok = openFile(f, name, mode, out[3], &isGiven) && setAttr(o, words::name, name);
    if (ok && f->appends) {
        int failed = hostSeek(f->handle, 0, SEEK_END, end);
        if (failed && failed != ESPIPE) ok = raiseOsError(failed, name);
    }
    if (ok) return true;
    Held<> error(takeError());
    if (isGiven) f->handle = -1;
    else closeHandle(f);
    restoreError(error.release());
    return false;
}

Owned createFile(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    asFile(made.pointer)->handle = -1;
    asFile(made.pointer)->blockSize = 8192;
    asFile(made.pointer)->seekable = -1;
    asFile(made.pointer)->closesHandle = true;
    return made;
}

void deallocFile(Object* o) {
    asFile(o)->finalizing = true;
    if (!finalizeFile(o)) return;
    Dying dying(o);
    dropBase(o, asFile(o)->dict, asFile(o)->weakrefs);
}

// ---- reading and writing

// All that is left: a program that grows a file while it reads it would otherwise not end.
Owned readAll(Object* o) {
    FileObject* f = asFile(o);
    RawFile raw{f->handle, true, false};
    std::string whole;
    char part[65536];
    FileStatus status;
    int64_t position = 0;
    if (hostHandleStatus(f->handle, status) == 0 && S_ISREG(status.mode) && hostSeek(f->handle, 0, SEEK_CUR, position) == 0 &&
        position < status.size) {
        whole.reserve(static_cast<size_t>(status.size - position));
    }
    for (;;) {
        ssize got = readRaw(raw, part, sizeof part);
        if (got == -2) {
            if (whole.empty()) return newNone();
            break;
        }
        if (got < 0) return nullptr;
        if (got == 0) break;
        whole.append(part, static_cast<size_t>(got));
        if (!checkBreaker()) return nullptr;
    }
    return newBytes(whole);
}

Owned readMethod(Object* o, Args args) {
    ssize size;
    if (!wantReading(o) || !sizeArgument(args, &size)) return nullptr;
    if (size < 0) return readAll(o);
    if (size > PTRDIFF_MAX - 64) return raise(exc::OverflowError, "byte string is too large");
    RawFile raw{asFile(o)->handle, true, false};
    // Not more than there is has to be made room for.
    FileStatus status;
    int64_t position = 0;
    if (size > 65536 && hostHandleStatus(raw.handle, status) == 0 && S_ISREG(status.mode) && hostSeek(raw.handle, 0, SEEK_CUR, position) == 0) {
        int64_t left = status.size > position ? status.size - position : 0;
        if (size > left) size = left + 1;
    }
    std::string room(static_cast<size_t>(size > 65536 && !S_ISREG(status.mode) ? 65536 : size), 0);
    ssize got = readRaw(raw, room.data(), room.size());
    if (got == -2) return newNone();
    return got < 0 ? nullptr : newBytes(reinterpret_cast<const uint8_t*>(room.data()), static_cast<size_t>(got));
}

Owned readallMethod(Object* o) { return wantOpen(o) ? readAll(o) : nullptr; }

Owned readintoMethod(Object* o, Object* target) {
    WritableBuffer buffer;
    if (!buffer.want(target, "readinto", "argument 1") || !wantReading(o)) return nullptr;
    ssize got = readRaw({asFile(o)->handle, true, false}, reinterpret_cast<char*>(buffer.data()), buffer.size());
    if (got == -2) return newNone();
    if (got < 0) return nullptr;
    buffer.written();
    return newInt(got);
}

Owned writeMethod(Object* o, Object* what) {
    HeldBuffer bytes;
    if (!bytes.want(what) || !wantWriting(o)) return nullptr;
    ssize put = writeRaw({asFile(o)->handle, false, true}, reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (put == -2) return newNone();
    return put < 0 || wasBroken() ? nullptr : newInt(put);
}

// ---- place

Owned seekTo(Object* o, int64_t offset, int whence) {
    int64_t position;
    if (int failed = hostSeek(asFile(o)->handle, offset, whence, position)) return raiseOsError(failed);
    return newInt(position);
}

Owned seekMethod(Object* o, Args args) {
    ssize whence = 0;
    int64_t offset;
    if (args.count > 1 && !sizeArgument(args[1], &whence)) return nullptr;
    if (!wantOpen(o) || !offsetOf(args[0], &offset)) return nullptr;
    return seekTo(o, offset, static_cast<int>(whence));
}
Owned tellMethod(Object* o) { return wantOpen(o) ? seekTo(o, 0, SEEK_CUR) : nullptr; }

Owned truncateMethod(Object* o, Args args) {
    if (!wantWriting(o)) return nullptr;
    int64_t size;
    Held<> given;
    if (args.count && !isNone(args[0])) given = newRef(args[0]);
    else given = seekTo(o, 0, SEEK_CUR);
    if (!given || !offsetOf(given, &size)) return nullptr;
    if (int failed = hostTruncateHandle(asFile(o)->handle, size)) return raiseOsError(failed);
    return given.release();
}

Owned seekableMethod(Object* o) {
    if (!wantOpen(o)) return nullptr;
    int64_t position;
    if (asFile(o)->seekable < 0) asFile(o)->seekable = hostSeek(asFile(o)->handle, 0, SEEK_CUR, position) == 0;
    return newBool(asFile(o)->seekable);
}
Owned readableMethod(Object* o) { return wantOpen(o) ? newBool(asFile(o)->reads) : nullptr; }
Owned writableMethod(Object* o) { return wantOpen(o) ? newBool(asFile(o)->writes) : nullptr; }
Owned filenoMethod(Object* o) { return wantOpen(o) ? newInt(asFile(o)->handle) : nullptr; }
Owned isattyMethod(Object* o) { return wantOpen(o) ? newBool(false) : nullptr; }

// ---- its end

Owned deallocWarnMethod(Object* o, Object* source) {
    if (asFile(o)->handle < 0 || !asFile(o)->closesHandle) return newNone();
    Held<> before(takeError());
    std::string text = "unclosed file ";
    if (!appendRepr(text, source)) clearError();
    else if (!warn(exc::ResourceWarning, text, source)) {
        // as an error it cannot be raised here
        if (errorMatches(exc::Warning)) writeUnraisable(o);
        else clearError();
    }
    if (before) restoreError(before.release());
    return newNone();
}

Owned closeMethod(Object* o) {
    FileObject* f = asFile(o);
    Held<> self(newRef(o));
    Held<> done; // _RawIOBase.close: flush() of a subclass, and the mark
    {
        Held<> method(getAttr(rawBase, words::close));
        done = method ? call(method, o) : Owned(nullptr);
    }
    if (!f->closesHandle) {
        f->handle = -1;
        return done.release();
    }
    Owned error = done ? Owned(nullptr) : takeError();
    if (f->finalizing) Ref<> warned(deallocWarnMethod(o, o));
    if (int failed = closeHandle(f)) {
        raiseOsError(failed);
        return chainError(error), Owned(nullptr);
    }
    if (error) return restoreError(error), Owned(nullptr);
    return newNone();
}

Owned reprFile(Object* o) {
    FileObject* f = asFile(o);
    std::string text = std::string("<") + o->type->name + " ";
    if (f->handle < 0) return newStr(text + "[closed]>");
    bool failed = false;
    Held<> name(findAttr(o, words::name, &failed));
    if (failed) return nullptr;
    if (name) {
        int entered = reprEnter(o);
        if (entered) return entered < 0 ? nullptr : Owned(raise(exc::RuntimeError, "reentrant call inside {}.__repr__", o->type->name));
        text += "name=";
        bool ok = appendRepr(text, name);
        reprLeave(o);
        if (!ok) return nullptr;
    } else {
        text += "fd=" + std::to_string(f->handle);
    }
    return newStr(text + " mode='" + modeOf(f) + "' closefd=" + (f->closesHandle ? "True>" : "False>"));
}

Owned getClosed(Object* o) { return newBool(asFile(o)->handle < 0); }
Owned getClosesHandle(Object* o) { return newBool(asFile(o)->closesHandle); }
Owned getMode(Object* o) { return newStr(modeOf(asFile(o))); }
Owned getBlockSize(Object* o) { return newInt(asFile(o)->blockSize); }
Owned getFinalizing(Object* o) { return newBool(asFile(o)->finalizing); }
bool setFinalizing(Object* o, Object* value) {
    int truth = value ? isTrue(value) : 0;
    if (truth < 0) return false;
    asFile(o)->finalizing = truth;
    return true;
}
bool setBlockSize(Object* o, Object* value) {
    if (!value) return raise(exc::TypeError, "can't delete numeric/char attribute");
    return offsetOf(value, &asFile(o)->blockSize);
}

const MethodDef methods[] = {
    {"read", readMethod, 0, 1},
    {"readall", readallMethod},
    {"readinto", readintoMethod},
    {"write", writeMethod},
    {"seek", seekMethod, 1, 2},
    {"tell", tellMethod},
    {"truncate", truncateMethod, 0, 1},
    {"close", closeMethod},
    {"seekable", seekableMethod},
    {"readable", readableMethod},
    {"writable", writableMethod},
    {"fileno", filenoMethod},
    {"isatty", isattyMethod},
    {"_dealloc_warn", deallocWarnMethod},
    {"__reduce__", cannotPickle},
    {"__reduce_ex__", cannotPickleEx},
    {},
};
const GetSetDef getsets[] = {{"closed", getClosed},
                             {"closefd", getClosesHandle},
                             {"mode", getMode},
                             {"_blksize", getBlockSize, setBlockSize},
                             {"_finalizing", getFinalizing, setFinalizing},
                             {}};
const Field fields[] = {{"__dict__", offsetof(FileObject, dict)}, {}};

}

void defineFileIO(Type* t) {
    t->name = "_io.FileIO";
    t->doc = "A file as the system has it, without a buffer. The mode is r, w, x or a, with + for both ways.";
    t->basicSize = sizeof(FileObject);
    t->flags = HaveGc | BaseType;
    t->base = rawBase;
    t->dictOffset = offsetof(FileObject, dict);
    t->weaklistOffset = offsetof(FileObject, weakrefs);
    t->fields = fields;
    t->dealloc = deallocFile;
    t->create = createFile;
    t->init = initFile;
    t->repr = reprFile;
    t->methods = methods;
    t->getsets = getsets;
}

Owned newFileOfHandle(int handle, const char* mode) {
    Ref<> file(createFile(fileIO, {}));
    Mode read;
    if (!file || !readMode(mode, read)) return nullptr;
    FileObject* f = asFile(file);
    f->handle = handle;
    f->reads = read.reads;
    f->writes = read.writes;
    f->closesHandle = false;
    return file.release();
}

bool asRawFile(Object* o, RawFile& file) {
    if (o->type != fileIO || asFile(o)->handle < 0) return false;
    file = {asFile(o)->handle, static_cast<bool>(asFile(o)->reads), static_cast<bool>(asFile(o)->writes)};
    return true;
}

ssize readRaw(const RawFile& file, char* data, size_t size) {
    size_t got;
    int failed = hostReadHandle(file.handle, data, size, got);
    if (failed == EAGAIN) return -2;
    if (failed) return raiseOsError(failed);
    if (got == 0 && wasBroken()) return -1;
    return static_cast<ssize>(got);
}

ssize writeRaw(const RawFile& file, const char* data, size_t size) {
    size_t put;
    int failed = hostWriteHandle(file.handle, {data, size}, put);
    if (failed == EAGAIN) return -2;
    if (failed) return raiseOsError(failed);
    if (put == 0 && wasBroken()) return -1;
    return static_cast<ssize>(put);
}

}

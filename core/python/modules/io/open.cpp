// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/modules/io/buffered_object.h"
#include "core/python/modules/io/io_object.h"
#include "core/python/modules/os/paths.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// open(): a raw file, with the buffer and the text above it that the mode asks for.

namespace memtape::io {

namespace {

struct OpenMode {
    bool reads = false, writes = false, creates = false, appends = false, updates = false, isText = false, isBinary = false;
    std::string raw; // FileIO's mode
};

bool readMode(const std::string& text, OpenMode& mode) {
    for (size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (text.find(c, i + 1) != text.npos) return raise(exc::ValueError, "invalid mode: '{}'", text);
        switch (c) {
        case 'r': mode.reads = true; break;
        case 'w': mode.writes = true; break;
        case 'x': mode.creates = true; break;
        case 'a': mode.appends = true; break;
        case '+': mode.updates = true; break;
        case 't': mode.isText = true; continue;
        case 'b': mode.isBinary = true; continue;
        default: return raise(exc::ValueError, "invalid mode: '{}'", text);
        }
        mode.raw += c;
    }
    if (mode.isText && mode.isBinary) return raise(exc::ValueError, "can't have text and binary mode at once");
    if (mode.reads + mode.writes + mode.creates + mode.appends > 1)
        return raise(exc::ValueError, "must have exactly one of create/read/write/append mode");
    return true;
}

struct Wanted {
    Object *file, *opener, *encoding, *errors, *newline, *closesHandle;
    int64_t buffering = -1;
    std::string modeText;
    OpenMode mode;
};

// How large the buffer is to be; 0: none.
bool bufferSize(Object* raw, Wanted& w, bool* isLineBuffered) {
    *isLineBuffered = w.buffering == 1;
    if (w.buffering == 1 && w.mode.isBinary) w.buffering = -1, *isLineBuffered = false;
    if (w.buffering < 0) {
        int isTerminal = callBool(raw, words::isatty);
        if (isTerminal < 0) return false;
        *isLineBuffered = isTerminal && !w.mode.isBinary;
    }
    if (w.buffering < 0 || w.buffering == 1) {
        Held<> size(getAttr(raw, words::_blksize));
        if (!size || !offsetOf(size, &w.buffering)) return false;
    }
    if (w.buffering == 0 && !w.mode.isBinary) return raise(exc::ValueError, "can't have unbuffered text I/O");
    return true;
}

Owned addText(Object* buffer, const Wanted& w, bool isLineBuffered) {
    Held<> lineBuffering(newBool(isLineBuffered));
    Object* values[] = {buffer, w.encoding, w.errors, w.newline, lineBuffering};
    Held<> text(call(textWrapper, Args{values, 5, nullptr}));
    Held<> mode(text ? newStr(w.modeText) : Owned(nullptr));
    return mode && setAttr(text, words::mode, mode) ? text.release() : nullptr;
}

// What is open so far is closed where the next layer fails.
Owned failWith(Object* open) {
    Held<> error(takeError());
    Ref<> closed(callMethod(open, words::close));
    chainError(error.release());
    return nullptr;
}

Owned openLayers(Wanted& w) {
    Held<> mode(newStr(w.mode.raw));
    Object* values[] = {w.file, mode, w.closesHandle, w.opener};
    Held<> raw(mode ? call(fileIO, Args{values, 4, nullptr}) : Owned(nullptr));
    if (!raw) return nullptr;
    bool isLineBuffered;
    if (!bufferSize(raw, w, &isLineBuffered)) return failWith(raw);
    if (w.buffering == 0) return raw.release();
    Type* type = w.mode.updates ? bufferedRandom : w.mode.reads ? bufferedReader : bufferedWriter;
    Held<> size(newInt(w.buffering));
    Held<> buffer(call(type, raw, size));
    if (!buffer) return failWith(raw);
    if (w.mode.isBinary) return buffer.release();
    Held<> text(addText(buffer, w, isLineBuffered));
    return text ? text.release() : failWith(buffer);
}

}

Owned open(Args args) {
    Object* out[8] = {nullptr, nullptr, nullptr, None, None, None, True, None};
    if (!parseArgs("open", args, "file | mode buffering encoding errors newline closefd opener", out)) return nullptr;
    if (out[1] && !wantStr("open", "argument 'mode'", out[1])) return nullptr;
    Wanted w{nullptr, out[7], out[3], out[4], out[5], out[6], -1, out[1] ? strToUtf8(out[1]) : "r", {}};
    if (out[2]) {
        ssize buffering = indexAsSize(out[2], exc::OverflowError);
        if (buffering == -1 && errorOccurred()) return nullptr;
        if (buffering < INT32_MIN || buffering > INT32_MAX) return raise(exc::OverflowError, "Python int too large to convert to C int");
        w.buffering = buffering < 0 ? -1 : buffering;
    }
    static const char* const names[] = {"encoding", "errors", "newline"};
    for (size_t i = 0; i < 3; ++i) {
        Object* value = out[i + 3];
        if (!isNone(value) && !isStr(value))
            return raise(exc::TypeError, "open() argument '{}' must be str or None, not {}", names[i], value->type->name);
        if (isStr(value) && strToUtf8(value).find('\0') != std::string::npos) return raise(exc::ValueError, "embedded null character");
    }
    Held<> file(isInt(out[0]) ? newRef(out[0]) : fsPath(out[0]));
    if (!file) return nullptr;
    w.file = file;
    if (!readMode(w.modeText, w.mode)) return nullptr;
    if (w.mode.isBinary) {
        static const char* const articles[] = {"an encoding", "an errors", "a newline"};
        for (size_t i = 0; i < 3; ++i)
            if (!isNone(out[i + 3])) return raise(exc::ValueError, "binary mode doesn't take {} argument", articles[i]);
        if (w.buffering == 1 &&
            !warn(exc::RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"))
            return nullptr;
    }
    return openLayers(w);
}

}

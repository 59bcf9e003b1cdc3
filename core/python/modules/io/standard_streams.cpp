// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/standard_streams.h"

#include "core/host/handles.h"
#include "core/python/builtins/text_stream.h"
#include "core/python/modules/io/buffered_object.h"
#include "core/python/modules/io/text_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// print's short way: everything below the text is as it was made, and open.
bool isDirect(const Object* o, io::RawFile& raw) {
    if (o->type != io::textWrapper) return false;
    const auto* t = static_cast<const io::TextObject*>(o);
    if (!t->initialized || !t->state->isStandard || !t->buffer || t->state->mode.written || t->state->codec == Codec::Unknown) return false;
    if (t->state->codec > Codec::Latin1 || t->buffer->type != io::bufferedWriter) return false; // utf-16 begins with a mark
    const io::BufferedObject* b = io::asBuffered(t->buffer);
    return b->initialized && b->raw && !b->busy && b->pending == 0 && t->state->pending.empty() && io::asRawFile(b->raw, raw);
}

bool isDirectStream(Object* file) {
    io::RawFile raw;
    return isDirect(file, raw);
}

bool appendEncoded(Object* file, Object* text, std::string& bytes) {
    const io::TextState& s = *io::asText(file)->state;
    return encodeBy(bytes, text, s.codec, s.errors);
}

bool writeOut(Object* file, const std::string& bytes) {
    io::RawFile raw;
    if (!isDirect(file, raw)) return true; // closed by what was printed
    size_t done = 0;
    while (done < bytes.size()) {
        ssize put = io::writeRaw(raw, bytes.data() + done, bytes.size() - done);
        if (put == -2) return io::raiseBlocking(static_cast<ssize>(done));
        if (put < 0) return false;
        done += static_cast<size_t>(put);
    }
    return true;
}

}

Owned newStandardStream(StandardStream which) {
    static const char* const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    bool isInput = which == StandardStream::Input;
    textStreams = {isDirectStream, appendEncoded, writeOut, io::open};
    if (!io::startTypes()) return nullptr;
    Held<> raw(io::newFileOfHandle(static_cast<int>(which), isInput ? "r" : "w"));
    Held<> name(newStr(names[static_cast<int>(which)])), mode(newStr(isInput ? "r" : "w"));
    if (!raw || !name || !mode || !setAttr(raw, io::words::name, name)) return nullptr;
    Held<> buffer(io::newBuffered(isInput ? io::bufferedReader : io::bufferedWriter, raw, 8192));
    if (!buffer) return nullptr;
    io::asBuffered(buffer)->immediate = !isInput;
    Held<> text(io::newTextFile(buffer, "utf-8", which == StandardStream::Error ? "backslashreplace" : "strict"));
    if (!text || !setAttr(text, io::words::mode, mode)) return nullptr;
    io::TextState& s = *io::asText(text)->state;
    s.isStandard = !isInput;
    s.lineBuffering = which == StandardStream::Error;
    return text.release();
}

bool isStandardStream(const Object* o, StandardStream which) {
    io::RawFile raw;
    return isDirect(o, raw) && raw.handle == static_cast<int>(which);
}

}

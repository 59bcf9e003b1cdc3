// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/pickle/pickle_output.h"

#include <utility>

#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape::pickle {

namespace {

constexpr size_t frameHeader = 9, smallestFrame = 4, frameTarget = 64 * 1024;

}

bool Output::put(std::string_view bytes) {
    if (m_bytes.size() + bytes.size() + frameHeader > m_bytes.capacity()) {
        const size_t room = 2 * (m_bytes.size() + bytes.size()) + 64;
        if (!wantRoom(room)) return false;
        m_bytes.reserve(room);
    }
    if (m_framing && m_frame == none) {
        m_frame = m_bytes.size();
        m_bytes.append(frameHeader, '\0');
    }
    m_bytes += bytes;
    return true;
}

bool Output::endFrame() {
    if (!m_framing || m_frame == none) return true;
    const size_t length = m_bytes.size() - m_frame - frameHeader;
    if (length >= smallestFrame) {
        m_bytes[m_frame] = opcode::Frame;
        for (size_t i = 0; i < 8; ++i) m_bytes[m_frame + 1 + i] = static_cast<char>(length >> (8 * i));
    } else {
        m_bytes.erase(m_frame, frameHeader);
    }
    m_frame = none;
    return true;
}

bool Output::boundary() {
    if (!m_framing || m_frame == none || m_bytes.size() - m_frame - frameHeader < frameTarget) return true;
    return endFrame() && (!m_write || flush());
}

bool Output::writeOut(Object* bytes) {
    Held<> done(call(m_write, bytes));
    return bool(done);
}

bool Output::flush() {
    Held<> bytes(newBytes(std::exchange(m_bytes, {})));
    return bytes && writeOut(bytes);
}

bool Output::putLarge(std::string_view header, std::string_view bytes, Object* payload) {
    if (bytes.size() < frameTarget) return put(header) && put(bytes);
    if (!endFrame()) return false;
    const bool framing = std::exchange(m_framing, false);
    bool good = put(header);
    if (good && m_write) {
        Held<> given(payload ? newRef(payload) : newBytes(bytes));
        good = given && flush() && writeOut(given);
    } else {
        good = good && put(bytes);
    }
    m_framing = framing;
    return good;
}

bool Output::finish() {
    const bool good = endFrame();
    m_framing = false;
    return good;
}

}

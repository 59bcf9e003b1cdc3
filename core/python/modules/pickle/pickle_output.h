// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a dump writes: gathered, in frames from protocol 4 on (a frame is a stretch of opcodes of 64 KiB or more, with its length in front), and
// handed to the file when a frame is full. Large bytes stand between frames, and go to the file as they are.

#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape::pickle {

class Output {
public:
    explicit Output(Object* writeOrNull) : m_write(writeOrNull) {}
    void beginFraming() { m_framing = true; }
    bool put(std::string_view bytes);
    bool op(char opcode) { return put({&opcode, 1}); }
    // `payload`: the object whose bytes they are; null: a copy is made where the file wants them.
    bool putLarge(std::string_view header, std::string_view bytes, Object* payload);
    bool boundary(); // an object is over: the frame may end here
    bool finish();   // the last frame
    bool flush();    // to the file
    const std::string& bytes() const { return m_bytes; }

private:
    bool endFrame();
    bool writeOut(Object* bytes);

    Object* m_write;
    std::string m_bytes;
    size_t m_frame = none; // where the header of the frame under way stands
    bool m_framing = false;
    static constexpr size_t none = std::string::npos;
};

}

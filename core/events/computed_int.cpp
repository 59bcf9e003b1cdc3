// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/computed_int.h"

#include "core/events/encoding.h"
#include "core/events/large_int.h"

namespace memtape {

namespace {

// The first byte: the operation, and which operands are numbers.
constexpr uint8_t operationBits = 15, leftIsNumber = 16, rightIsNumber = 32;

uint8_t* writeOperand(uint8_t* to, const IntOperand& operand, PayloadPlace at) {
    if (!operand.place) return putVarint(to, zigzag64(operand.number));
    const uint64_t back = chunkOfPayload(at) - chunkOfPayload(operand.place), offset = offsetOfPayload(operand.place);
    to = putVarint(to, back);
    to = putVarint(to, back ? offset : offsetOfPayload(at) - offset);
    return putVarint(to, lengthOfPayload(operand.place) << 1 | isComputed(operand.place));
}

class OperandReader {
public:
    explicit OperandReader(std::string_view bytes) : m_in(reinterpret_cast<const uint8_t*>(bytes.data())), m_end(m_in + bytes.size()) {}

    bool read(bool isNumber, PayloadPlace at, IntOperand& operand) {
        uint64_t back = 0, offset = 0, length = 0;
        if (isNumber) {
            if (!take(length)) return false;
            operand.number = unzigzag64(length);
            return true;
        }
        if (!take(back) || !take(offset) || !take(length) || back > chunkOfPayload(at)) return false;
        if (!back) offset = offsetOfPayload(at) - offset;
        if (offset > lastPayloadOffset || length >> 1 > longestPayload) return false;
        operand.place = payloadPlace(chunkOfPayload(at) - back, offset, length >> 1 | (length & 1 ? computedPayload : 0));
        return liesBefore(operand.place, at) && lengthOfPayload(operand.place);
    }
    bool isAtEnd() const { return m_in == m_end; }

private:
    bool take(uint64_t& value) {
        value = 0;
        for (unsigned shift = 0; shift < 64 && m_in != m_end; shift += 7) {
            const uint8_t byte = *m_in++;
            value |= uint64_t{byte & 0x7fu} << shift;
            if (byte < 0x80) return true;
        }
        return false;
    }

    const uint8_t *m_in, *m_end;
};

}

unsigned writeComputedInt(uint8_t* to, const ComputedInt& value, PayloadPlace at) {
    uint8_t* const begin = to;
    *to++ = static_cast<uint8_t>(static_cast<unsigned>(value.operation) | (value.left.place ? 0 : leftIsNumber) |
                                 (value.right.place ? 0 : rightIsNumber));
    *to++ = static_cast<uint8_t>(value.checksum);
    *to++ = static_cast<uint8_t>(value.checksum >> 8);
    to = writeOperand(to, value.left, at);
    to = writeOperand(to, value.right, at);
    return static_cast<unsigned>(to - begin);
}

bool readComputedInt(std::string_view bytes, PayloadPlace at, ComputedInt& value) {
    if (bytes.size() < 5) return false;
    const auto head = static_cast<uint8_t>(bytes[0]);
    if ((head & operationBits) >= intOperationCount || head > (operationBits | leftIsNumber | rightIsNumber)) return false;
    value = {.operation = static_cast<IntOperation>(head & operationBits)};
    value.checksum = static_cast<uint16_t>(static_cast<uint8_t>(bytes[1]) | static_cast<uint8_t>(bytes[2]) << 8);
    OperandReader in(bytes.substr(3));
    return in.read(head & leftIsNumber, at, value.left) && in.read(head & rightIsNumber, at, value.right) && in.isAtEnd();
}

uint16_t checksumOfValue(const Event& event) {
    if (!isFormula(event)) return checksumOfLargeInt(event.bytes);
    ComputedInt formula;
    return readComputedInt(event.bytes, payloadPlace(lastPayloadChunk, lastPayloadOffset, 0), formula) ? formula.checksum : uint16_t{0};
}

}

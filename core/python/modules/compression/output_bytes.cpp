// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/compression/output_bytes.h"

#include <algorithm>

#include "core/python/heap/heap.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

bool OutputBytes::makeRoom() {
    if (room() || full()) return !full();
    size_t wanted = std::max(m_first, m_bytes.size() + std::min(m_bytes.size(), size_t{64} << 20));
    if (m_most >= 0) wanted = std::min(wanted, static_cast<size_t>(m_most));
    uint64_t left = heap.limit() > heap.bytesInUse() ? heap.limit() - heap.bytesInUse() : 0;
    if (wanted > left) {
        if (m_used >= left) { // as the bytes object itself would fail
            Ref<> tooLarge(Owned(allocateBytes(static_cast<ssize>(wanted))));
            return tooLarge ? raiseMemoryError() : Failure();
        }
        wanted = left;
    }
    m_bytes.resize(wanted);
    return true;
}

Owned OutputBytes::finish() const { return newBytes(m_bytes.data(), m_used); }

}

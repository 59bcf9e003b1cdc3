// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/payloads/payload_store.h"

#include <algorithm>

#include "core/tape/tape.h"

namespace memtape {

PayloadPlace PayloadStore::add(std::string_view text, uint64_t length, bool isChain) {
    PayloadPlace place = 0;
    {
        std::lock_guard lock(m_mutex);
        constexpr unsigned bytes = static_cast<unsigned>(Stream::Bytes);
        text = text.substr(0, longestPayload);
        if (m_added.empty() || m_added.back()->sizes[bytes] + text.size() > lastPayloadOffset) m_added.push_back(std::make_shared<EncodedChunk>());
        EncodedChunk& chunk = *m_added.back();
        std::vector<uint8_t>& own = chunk.bytes.own();
        place = payloadPlace(lastPayloadChunk - (m_added.size() - 1), own.size(), text.size());
        own.insert(own.end(), text.begin(), text.end());
        chunk.sizes[bytes] = static_cast<uint32_t>(own.size());
    }
    // one that has grown goes on growing as if it were its first link
    if (isChain) noteAppend(place, 0, false, length);
    else if (length != text.size()) noteCut(place, length);
    return place;
}

void PayloadStore::noteCut(PayloadPlace place, uint64_t length) {
    std::lock_guard lock(m_mutex);
    m_cut.emplace(place, length);
}

void PayloadStore::noteAppend(PayloadPlace place, PayloadPlace prefix, bool prefixIsChain, uint64_t tailLength) {
    std::lock_guard lock(m_mutex);
    Link link;
    link.prefix = prefix;
    link.prefixIsChain = prefixIsChain;
    uint64_t prefixLength = lengthLocked(prefix, prefixIsChain);
    link.length = prefixLength + tailLength;
    link.head = place;
    if (prefixLength >= wholeTextLimit && prefixIsChain) {
        auto found = m_links.find(prefix);
        if (found != m_links.end()) link.head = found->second.head;
    }
    m_links.emplace(place, link);
}

uint64_t PayloadStore::lengthLocked(PayloadPlace place, bool isChain) const {
    if (isChain) {
        auto found = m_links.find(place);
        if (found != m_links.end()) return found->second.length;
    }
    auto cut = m_cut.find(place);
    return cut != m_cut.end() ? cut->second : lengthOfPayload(place);
}

uint64_t PayloadStore::fullLength(PayloadPlace place, bool isChain) const {
    if (isComputed(place)) return computed(place).size();
    std::lock_guard lock(m_mutex);
    return lengthLocked(place, isChain);
}

std::shared_ptr<const EncodedChunk> PayloadStore::chunk(size_t index) const {
    {
        std::lock_guard lock(m_mutex);
        if (index <= lastPayloadChunk && lastPayloadChunk - index < m_added.size()) return m_added[lastPayloadChunk - index];
        for (Cached& c : m_cache)
            if (c.index == index) return c.chunk;
    }
    // the chunk under way may grow: it is asked for anew each time
    bool isComplete = m_tape->isFinished() || index + 1 < m_tape->chunkCount();
    std::shared_ptr<const EncodedChunk> found = m_tape->chunk(index);
    if (found && isComplete) {
        std::lock_guard lock(m_mutex);
        m_cache[m_nextCached++ % std::size(m_cache)] = {index, found};
    }
    return found;
}

std::string_view PayloadStore::piece(PayloadPlace place, Keep& keep) const {
    size_t index = chunkOfPayload(place), offset = offsetOfPayload(place), length = lengthOfPayload(place);
    if (!length) return {};
    std::shared_ptr<const EncodedChunk> from = chunk(index);
    if (!from) return {};
    if (std::find(keep.chunks.begin(), keep.chunks.end(), from) == keep.chunks.end()) keep.chunks.push_back(from);
    if (offset + length > from->size(Stream::Bytes)) return {};
    return {reinterpret_cast<const char*>(from->stream(Stream::Bytes)) + offset, length};
}

std::string PayloadStore::computed(PayloadPlace place) const {
    Keep pieces;
    return m_computed.text(place, [&](PayloadPlace part) {
        if (pieces.chunks.size() > 4) pieces.clear();
        return piece(part, pieces);
    });
}

std::string_view PayloadStore::text(PayloadPlace place, bool isChain, Keep& keep) const {
    if (isComputed(place)) {
        keep.texts.push_back(std::make_unique<std::string>(computed(place)));
        return *keep.texts.back();
    }
    if (!isChain) return piece(place, keep);
    std::vector<PayloadPlace> tails;
    {
        std::lock_guard lock(m_mutex);
        auto found = m_links.find(place);
        if (found != m_links.end()) place = found->second.head;
        while (isChain && (found = m_links.find(place)) != m_links.end()) {
            tails.push_back(place);
            place = found->second.prefix;
            isChain = found->second.prefixIsChain;
        }
    }
    auto whole = std::make_unique<std::string>();
    Keep pieces;
    whole->append(piece(place, pieces));
    for (size_t i = tails.size(); i-- > 0;) {
        if (pieces.chunks.size() > 4) pieces.clear();
        whole->append(piece(tails[i], pieces));
    }
    keep.texts.push_back(std::move(whole));
    return *keep.texts.back();
}

}

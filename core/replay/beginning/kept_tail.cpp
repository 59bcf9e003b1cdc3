// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/beginning/kept_tail.h"

#include <algorithm>
#include <string>

#include "core/replay/beginning/memory_beginning.h"
#include "core/replay/player.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

// A memory is read and written for each drop, so that has to be worth it: some chunks, and the more the larger it is; but fewer than Tape lets wait.
constexpr size_t fewestChunks = 32, mostChunks = 4096, bytesPerChunk = 64 << 10;
constexpr size_t mostPrinted = 1 << 20; // of each stream, the end of what the dropped part printed

// All that was printed, as far as it is kept.
class PrintedEnd final : public Observer {
public:
    explicit PrintedEnd(ReplayShared& shared) {
        if (!shared.tape->beginning()) return;
        for (OutputStream stream : {OutputStream::Stdout, OutputStream::Stderr})
            texts[static_cast<unsigned>(stream)] = shared.beginning.printed(shared, stream);
    }
    void see(const RawChange& change, const Memory&) override {
        if (change.kind != EventKind::Output) return;
        std::string& text = texts[static_cast<unsigned>(change.stream)];
        text += change.text;
        if (text.size() > 2 * mostPrinted) cut(text);
    }
    void finish() {
        for (std::string& text : texts) cut(text);
    }
    std::string texts[2];

private:
    static void cut(std::string& text) {
        if (text.size() <= mostPrinted) return;
        size_t from = text.size() - mostPrinted;
        while (from < text.size() && (static_cast<uint8_t>(text[from]) & 0xc0) == 0x80) from++; // within no character
        text.erase(0, from);
    }
};

}

KeptTail::KeptTail(std::shared_ptr<Tape> tape, uint64_t steps) : m_tape(std::move(tape)), m_steps(steps) { m_tape->keepLast(m_steps); }

void KeptTail::letGo() { m_tape->keepLast(0); }

size_t KeptTail::worthwhile() const {
    const auto beginning = m_tape->beginning();
    return std::clamp(beginning ? static_cast<size_t>(beginning->size / bytesPerChunk) : 0, fewestChunks, mostChunks);
}

bool KeptTail::advance() {
    const size_t ripe = m_tape->ripeChunks();
    return ripe >= worthwhile() && drop(ripe);
}

void KeptTail::finish() {
    if (m_isGivenUp) return;
    m_tape->keepLast(m_steps);
    m_tape->settle();
    if (const size_t ripe = m_tape->ripeChunks()) drop(ripe);
    letGo();
}

bool KeptTail::drop(size_t chunks) {
    ReplayShared shared(m_tape);
    Player player(shared);
    PrintedEnd printed(shared);
    player.memory().setOutputObserver(&printed);
    for (size_t i = 0; i < chunks; i++) player.playChunk();
    printed.finish();
    const ChunkInfo next = m_tape->chunkInfo(chunks);
    const bool isThere = !player.isDamaged() && player.events() == next.firstEvent;
    const std::string bytes = isThere ? beginningBytes(player.memory(), printed.texts) : std::string();
    if (!isThere || bytes.size() > TapeBeginning::mostBytes) {
        m_isGivenUp = true;
        letGo();
        return false;
    }
    auto beginning = std::make_shared<TapeBeginning>();
    beginning->events = next.firstEvent;
    beginning->steps = next.firstStep;
    beginning->lives = next.firstLife;
    beginning->size = bytes.size();
    beginning->packed = packMemory(bytes);
    m_tape->dropFront(chunks, std::move(beginning));
    return true;
}

}

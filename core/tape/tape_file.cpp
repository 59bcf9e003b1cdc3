// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tape/tape_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include "core/base/check.h"
#include "core/base/file_to_be.h"
#include "core/base/plain_files.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr std::string_view magic("MEMTAPE\n", 8);
constexpr size_t headSize = 12, blockHeadSize = 13, chunkHeadSize = 12 + 8 * streamCount;
constexpr uint64_t largestDefinitions = uint64_t{1} << 30;
constexpr size_t longestLanguage = 64;
enum class Block : uint8_t { Language = 'L', Beginning = 'B', Definitions = 'D', Chunk = 'C', End = 'E' };

template <class Unsigned> void put(std::string& out, Unsigned v) {
    for (unsigned i = 0; i < sizeof v; i++) out += static_cast<char>(v >> (8 * i));
}

template <class Unsigned> Unsigned get(std::string_view in, size_t at) {
    Unsigned v = 0;
    for (unsigned i = 0; i < sizeof v; i++) v |= static_cast<Unsigned>(static_cast<uint8_t>(in[at + i])) << (8 * i);
    return v;
}

// Finds accidents, not malice: eight bytes at a time through a multiplication.
uint64_t checksum(Block kind, std::string_view content) {
    constexpr uint64_t factor = 0x9FB21C651E98DF25ull;
    uint64_t sum = 0x4D454D5441504531ull ^ (static_cast<uint64_t>(kind) * factor) ^ content.size();
    auto mix = [&](uint64_t word) {
        sum = (sum ^ word) * factor;
        sum ^= sum >> 29;
    };
    size_t i = 0;
    for (; i + 8 <= content.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, content.data() + i, 8);
        mix(word);
    }
    uint64_t rest = 0;
    if (i < content.size()) std::memcpy(&rest, content.data() + i, content.size() - i);
    mix(rest);
    return sum;
}

// Takes the file's bytes piece by piece; false: stop.
class Output {
public:
    virtual bool write(std::string_view bytes) = 0;

protected:
    ~Output() = default;
};

// A block's content is put behind its head, which is filled in when the content is there.
class BlockWriter {
public:
    BlockWriter(std::string& out, Block kind) : m_out(out), m_kind(kind), m_begin(out.size()) { m_out.append(blockHeadSize, '\0'); }
    ~BlockWriter() {
        const std::string_view content = std::string_view(m_out).substr(m_begin + blockHeadSize);
        std::string head(1, static_cast<char>(m_kind));
        put<uint32_t>(head, static_cast<uint32_t>(content.size()));
        put<uint64_t>(head, checksum(m_kind, content));
        m_out.replace(m_begin, blockHeadSize, head);
    }
    BlockWriter(const BlockWriter&) = delete;
    BlockWriter& operator=(const BlockWriter&) = delete;

private:
    std::string& m_out;
    const Block m_kind;
    const size_t m_begin;
};

void appendBlock(std::string& out, Block kind, std::string_view content) {
    BlockWriter block(out, kind);
    out += content;
}

// Those from one number to another.
void appendDefinitions(std::string& out, const Tape& tape, size_t from, size_t to) {
    // a block for every so many, so that none grows beyond what a length holds
    constexpr size_t atATime = 4096;
    for (; from < to; from += atATime) {
        std::string plain = tape.definitions().serialize(from, std::min(to, from + atATime));
        std::string content;
        put<uint64_t>(content, plain.size());
        size_t at = content.size(), room = ZSTD_compressBound(plain.size());
        content.resize(at + room);
        size_t used = ZSTD_compress(content.data() + at, room, plain.data(), plain.size(), 3);
        MEMTAPE_CHECK(!ZSTD_isError(used)); // there is room for the worst
        content.resize(at + used);
        appendBlock(out, Block::Definitions, content);
    }
}

void appendBeginning(std::string& out, const TapeBeginning& beginning) {
    std::string content;
    put<uint64_t>(content, beginning.events);
    put<uint64_t>(content, beginning.steps);
    put<uint32_t>(content, beginning.lives);
    put<uint64_t>(content, beginning.size);
    content.append(reinterpret_cast<const char*>(beginning.packed.data()), beginning.packed.size());
    appendBlock(out, Block::Beginning, content);
}

void appendChunk(std::string& out, const StoredChunk& chunk) {
    out.reserve(out.size() + blockHeadSize + chunkHeadSize + chunk.data.size());
    BlockWriter block(out, Block::Chunk);
    put<uint32_t>(out, chunk.info.events);
    put<uint32_t>(out, chunk.info.steps);
    put<uint32_t>(out, chunk.info.allocs);
    for (unsigned s = 0; s < streamCount; s++) {
        put<uint32_t>(out, chunk.rawSizes[s]);
        put<uint32_t>(out, chunk.storedSizes[s]);
    }
    out.append(reinterpret_cast<const char*>(chunk.data.data()), chunk.data.size());
}

bool writeAll(Output& out, const Tape& tape) {
    tape.settle();
    TapePieces pieces(tape);
    std::string piece;
    for (pieces.next(piece); !piece.empty(); pieces.next(piece))
        if (!out.write(piece)) return false;
    pieces.last(piece);
    return out.write(piece);
}

bool readDefinitions(Tape& tape, std::string_view content) {
    if (content.size() < 8) return false;
    uint64_t size = get<uint64_t>(content, 0);
    if (size > largestDefinitions) return false;
    content.remove_prefix(8);
    unsigned long long claimed = ZSTD_getFrameContentSize(content.data(), content.size());
    if (claimed != size) return false;
    std::string plain(size, '\0');
    size_t got = ZSTD_decompress(plain.data(), size, content.data(), content.size());
    return !ZSTD_isError(got) && got == size && tape.definitionsForWriting().deserialize(plain);
}

bool readBeginning(Tape& tape, std::string_view content) {
    constexpr size_t head = 28;
    if (content.size() < head || tape.beginning() || tape.chunkCount()) return false;
    auto beginning = std::make_shared<TapeBeginning>();
    beginning->events = get<uint64_t>(content, 0);
    beginning->steps = get<uint64_t>(content, 8);
    beginning->lives = get<uint32_t>(content, 16);
    beginning->size = get<uint64_t>(content, 20);
    if (beginning->size > TapeBeginning::mostBytes || beginning->steps > beginning->events || beginning->events >> 48) return false;
    content.remove_prefix(head);
    beginning->packed = std::vector<uint8_t>(content.begin(), content.end());
    tape.beginAt(std::move(beginning));
    return true;
}

bool readChunk(Tape& tape, std::string_view content, const std::shared_ptr<const void>& keeper) {
    if (content.size() < chunkHeadSize) return false;
    StoredChunk chunk;
    chunk.info.events = get<uint32_t>(content, 0);
    chunk.info.steps = get<uint32_t>(content, 4);
    chunk.info.allocs = get<uint32_t>(content, 8);
    for (unsigned s = 0; s < streamCount; s++) {
        chunk.rawSizes[s] = get<uint32_t>(content, 12 + 8 * s);
        chunk.storedSizes[s] = get<uint32_t>(content, 16 + 8 * s);
    }
    content.remove_prefix(chunkHeadSize);
    if (keeper) chunk.data = KeptBytes(keeper, reinterpret_cast<const uint8_t*>(content.data()), content.size());
    else chunk.data = std::vector<uint8_t>(content.begin(), content.end());
    if (!isPlausible(chunk)) return false;
    chunk.definitions = tape.definitions().count();
    tape.appendStored(std::move(chunk));
    return true;
}

struct BlockRead {
    Block kind = Block::End;
    std::string_view content;
    bool isWhole = false, isGood = false; // all of it is there; its checksum is right
};

// The block at `at`, which moves behind it.
BlockRead readBlock(std::string_view bytes, size_t& at) {
    BlockRead block;
    if (bytes.size() - at < blockHeadSize) return block;
    block.kind = static_cast<Block>(bytes[at]);
    uint32_t size = get<uint32_t>(bytes, at + 1);
    uint64_t sum = get<uint64_t>(bytes, at + 5);
    if (size > bytes.size() - at - blockHeadSize) return block;
    block.content = bytes.substr(at + blockHeadSize, size);
    block.isWhole = true;
    block.isGood = sum == checksum(block.kind, block.content);
    at += blockHeadSize + size;
    return block;
}

// A language's tag is one word: it stands in sentences.
bool isTag(std::string_view text) {
    return !text.empty() && text.size() <= longestLanguage && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

// Puts what a block holds on the tape, which the first block makes. False: it makes no sense there.
bool takeBlock(std::shared_ptr<Tape>& tape, const BlockRead& block, const std::shared_ptr<const void>& keeper, bool& complete) {
    if (block.kind == Block::Language) {
        if (tape || !isTag(block.content)) return false;
        tape = std::make_shared<Tape>(std::string(block.content));
        return true;
    }
    if (!tape) return false;
    switch (block.kind) {
    case Block::Definitions: return readDefinitions(*tape, block.content);
    case Block::Beginning: return readBeginning(*tape, block.content);
    case Block::Chunk: return readChunk(*tape, block.content, keeper);
    case Block::End: return complete = true;
    default: return false;
    }
}

std::string reason(int error) { return std::strerror(error); }

}

bool TapePieces::isOutdated() const { return m_begun && m_beginning != m_tape.beginning(); }

void TapePieces::next(std::string& piece) {
    piece.clear();
    if (!m_begun) {
        m_begun = true;
        piece = magic;
        m_beginning = m_tape.beginning();
        put<uint32_t>(piece, tapeFileVersion);
        appendBlock(piece, Block::Language, m_tape.language());
        if (m_beginning) appendBeginning(piece, *m_beginning);
        return;
    }
    const std::shared_ptr<const StoredChunk> chunk = m_tape.storedChunk(m_chunks);
    if (!chunk) return;
    ++m_chunks;
    appendDefinitions(piece, m_tape, m_definitions, chunk->definitions);
    m_definitions = std::max(m_definitions, chunk->definitions);
    appendChunk(piece, *chunk);
}

void TapePieces::last(std::string& piece) const {
    piece.clear();
    appendDefinitions(piece, m_tape, m_definitions, m_tape.definitions().count());
    if (m_tape.isFinished()) appendBlock(piece, Block::End, {});
}

bool looksLikeTape(std::string_view beginning) { return beginning.substr(0, magic.size()) == magic; }

LoadedTape readTape(std::string_view bytes, const std::shared_ptr<const void>& keeper) {
    LoadedTape result;
    if (!looksLikeTape(bytes)) {
        result.problem = "This is not a recording that Memtape made.";
        return result;
    }
    std::shared_ptr<Tape> tape;
    bool complete = false;
    const char* fault = "cut off";
    if (bytes.size() >= headSize) {
        uint32_t version = get<uint32_t>(bytes, magic.size());
        if (version < oldestTapeFileVersion || version > tapeFileVersion) {
            result.problem = std::string("The recording was made by ") + (version > tapeFileVersion ? "a newer" : "an older") + " Memtape (format " +
                             std::to_string(version) + "); this one reads formats " + std::to_string(oldestTapeFileVersion) + " to " +
                             std::to_string(tapeFileVersion) + ".";
            return result;
        }
        size_t at = headSize;
        while (!complete) {
            BlockRead block = readBlock(bytes, at);
            if (!block.isWhole) break;
            if (!block.isGood || !takeBlock(tape, block, keeper, complete)) {
                fault = "damaged";
                break;
            }
        }
    }
    if (!tape) tape = std::make_shared<Tape>(std::string());
    tape->finish();
    const uint64_t steps = tape->stepCount() - tape->firstStep();
    if (!complete && !steps) {
        result.problem = std::string("The recording is ") + fault + " before its first step.";
        return result;
    }
    if (const uint64_t first = tape->firstStep())
        result.note = "The recording begins at step " + std::to_string(first) + " of its run: what was before was dropped while it was made.";
    if (!complete)
        result.note += std::string(result.note.empty() ? "" : " ") + "The recording is " + fault + "; its first " + std::to_string(steps) +
                       " steps could be read.";
    result.tape = std::move(tape);
    return result;
}

namespace {

class FileOutput final : public Output {
public:
    explicit FileOutput(FILE* file) : m_file(file) {}
    bool write(std::string_view bytes) override { return bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), m_file) == bytes.size(); }

private:
    FILE* m_file;
};

class StringOutput final : public Output {
public:
    bool write(std::string_view bytes) override {
        text += bytes;
        return true;
    }
    std::string text;
};

class SizeOutput final : public Output {
public:
    bool write(std::string_view bytes) override {
        size += bytes.size();
        return true;
    }
    uint64_t size = 0;
};

}

std::string whyNotWritable(const std::string& path) {
    auto problem = [&](int error) { return "Cannot write '" + path + "': " + reason(error) + "."; };
    struct stat target;
    if (stat(path.c_str(), &target) == 0) {
        if (S_ISDIR(target.st_mode)) return problem(EISDIR);
        if (!S_ISREG(target.st_mode) && !isOpenAlready(path)) return "Cannot write '" + path + "': " + notPlainFileText + ".";
        return access(path.c_str(), W_OK) == 0 ? std::string() : problem(errno);
    }
    size_t slash = path.rfind('/');
    std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (path.empty()) return problem(ENOENT);
    if (stat(folder.c_str(), &target) != 0) return problem(errno);
    if (!S_ISDIR(target.st_mode)) return problem(ENOTDIR);
    return access(folder.c_str(), W_OK | X_OK) == 0 ? std::string() : problem(errno);
}

std::string saveTape(const Tape& tape, const std::string& path) {
    auto problem = [&](int error) { return "Cannot write '" + path + "': " + reason(error) + "."; };
    if (std::string before = whyNotWritable(path); !before.empty()) return before;
    struct stat target;
    bool exists = stat(path.c_str(), &target) == 0;
    if (exists && !S_ISREG(target.st_mode)) { // a pipe that is open already: nothing to put in place
        FILE* file = std::fopen(path.c_str(), "wb");
        if (!file) return problem(errno);
        FileOutput out(file);
        bool good = writeAll(out, tape);
        int error = errno;
        if (std::fclose(file) != 0 && good) good = false, error = errno;
        return good ? std::string() : problem(error);
    }
    FileToBe file;
    if (int failed = file.open(path)) return problem(failed);
    errno = 0;
    FileOutput out(file.stream());
    if (!writeAll(out, tape)) return problem(errno ? errno : EIO);
    int failed = file.putInPlace();
    return failed ? problem(failed) : std::string();
}

std::string writeTape(const Tape& tape) {
    StringOutput out;
    writeAll(out, tape);
    return std::move(out.text);
}

uint64_t tapeFileSize(const Tape& tape) {
    SizeOutput out;
    writeAll(out, tape);
    return out.size;
}

}

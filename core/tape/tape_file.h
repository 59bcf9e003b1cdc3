// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tape in a file:
//
//     "MEMTAPE\n" | version, 4 bytes | block of the language | block | block | …
//     block: kind, 1 byte | length, 4 bytes | checksum of kind, length and content, 8 bytes | content
//
// The first block names the program's language; behind it is, where the oldest part of the run is gone, the memory as it was there (tape/beginning.h). A block holds the definitions that were made before the chunk that follows (compressed), or
// a chunk, or nothing: the end. Numbers are
// little-endian. A file that was cut or damaged opens up to the fault. Checkpoints are not kept: replay makes them anew.

#include <memory>
#include <string>
#include <string_view>

namespace memtape {

class Tape;
struct TapeBeginning;

// 5 has bytes for rows of events, which 4 has not. 6 may have a beginning, and notes files of data. 7 has large ints as
// bytes instead of hexadecimal digits, 8 has some by how they came about (computed_int.h).
constexpr uint32_t tapeFileVersion = 8, oldestTapeFileVersion = 4;

struct LoadedTape {
    std::shared_ptr<Tape> tape; // null: refused
    std::string problem;        // why it was refused, one sentence
    std::string note;           // why not all of it is there, one sentence
};

// Without a keeper of the bytes they are copied; with one the tape's chunks lie where they were read.
LoadedTape readTape(std::string_view bytes, const std::shared_ptr<const void>& keeper = nullptr);
// Whether the beginning of a file is that of a tape.
bool looksLikeTape(std::string_view beginning);

// The file's bytes, piece by piece, also while the tape still grows. All pieces one after the other are the file; up to each of them it opens.
class TapePieces {
public:
    explicit TapePieces(const Tape& tape) : m_tape(tape) {}
    // Each takes the place of what is in `piece`.
    void next(std::string& piece);                 // the head, then each chunk as soon as it is compressed; empty: there is none yet
    void last(std::string& piece) const;           // what belongs behind the chunk that came last; a finished tape's end
    size_t chunkCount() const { return m_chunks; } // that came
    bool isOutdated() const;                       // the tape has lost of its front meanwhile: the file has to be written anew, from other TapePieces

private:
    const Tape& m_tape;
    std::shared_ptr<const TapeBeginning> m_beginning;
    size_t m_chunks = 0, m_definitions = 0;
    bool m_begun = false;
};

// Writes beside the target and puts it in place when it is complete. Empty: done; else what is wrong, one sentence.
std::string saveTape(const Tape& tape, const std::string& path);
// Whether a file could be written there, asked before a long run that would be lost. Empty: yes; else what is wrong, one sentence.
std::string whyNotWritable(const std::string& path);
// The same bytes in memory.
std::string writeTape(const Tape& tape);
// What the file would take.
uint64_t tapeFileSize(const Tape& tape);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes in the events of a run and keeps none: it holds them to those of a recording, and knows the step at which the two part. Chunks that end at the same
// events are compared as bytes; but a watched run tells one by one what is a row in the recording (events/encoding.h), so that its chunks end elsewhere.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/events/decoder.h"
#include "core/events/event_sink.h"

namespace memtape {

class Tape;

class TapeComparison final : public EventSink {
public:
    // What comes behind the first `steps` steps does not count.
    TapeComparison(std::shared_ptr<const Tape> tape, uint64_t steps) : m_tape(std::move(tape)), m_steps(steps) {}

    void defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram) override;
    void dataFile(const DataFile& file) override;
    void defineCode(const CodeInfo&) override {}
    void defineType(const TypeInfo&, uint32_t) override {}
    void attributeName(uint32_t, uint32_t, std::string_view) override {}
    void chunkFull(EncodedChunk chunk) override;
    void publish(EncodedChunk openChunk) override; // so much of the run was wanted
    void finish() override {}
    bool isFull() const override { return m_partedAt.has_value(); } // the run need not go on

    // The same for a run that has been recorded.
    void compareRecorded(const Tape& again);

    // The first step at which the runs differ; none: they do not.
    std::optional<uint64_t> partedAt() const { return m_partedAt; }
    // Files of the program, imported for instance, whose text is another one now, and files of data that it read which are others now, or which it no
    // longer could read: their paths.
    std::vector<std::string> changedFiles() const;

private:
    void compare(const std::shared_ptr<const EncodedChunk>& chunk);
    bool compareBytes(const EncodedChunk& chunk);
    bool nextRecorded(Event& event);
    void compareFile(std::string_view path, std::string_view source);
    void noteChanged(std::string_view path);

    std::shared_ptr<const Tape> m_tape;
    uint64_t m_steps;
    uint64_t m_common = 0;     // so many steps both have
    Decoder m_recorded;        // in a chunk of the recording, where the run's chunk ended within it
    size_t m_nextRecorded = 0; // the chunk behind it
    bool m_isWithin = false;
    bool m_isOver = false;
    std::optional<uint64_t> m_partedAt;
    size_t m_dataFiles = 0; // the run has opened so many
    std::vector<std::string> m_changedFiles;
};

}

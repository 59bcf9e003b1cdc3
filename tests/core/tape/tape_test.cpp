// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "core/events/decoder.h"
#include "core/events/recorder.h"
#include "core/python/reading/python_reading.h"
#include "core/python/shapes/shapes.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/catch.h"
#include "tests/support/random_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

std::filesystem::path temporaryFile(const char* name) {
    return std::filesystem::temp_directory_path() / (std::string(name) + std::to_string(getpid()));
}

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}

TEST_CASE("a saved tape loads to the same states", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 11, .steps = 300});
    std::string path = temporaryFile("memtape-saved").string();
    REQUIRE(saveTape(*run.tape, path) == "");
    LoadedTape loaded = readTape(contentOf(path));
    CHECK(loaded.problem == "");
    CHECK(loaded.note == "");
    REQUIRE(loaded.tape);
    CHECK(loaded.tape->isFinished());
    CHECK(loaded.tape->stepCount() == 300);
    CHECK(writeTape(*loaded.tape) == writeTape(*run.tape));
    CHECK(tapeFileSize(*run.tape) == std::filesystem::file_size(path));
    Replay replay(loaded.tape);
    for (uint64_t step = 0; step < 300; step++) {
        REQUIRE(replay.seek(step));
        REQUIRE(describeState(replay.state()) == run.states[step]);
    }
    std::filesystem::remove(path);
}

TEST_CASE("a tape that was cut opens up to the cut, or is refused", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 12, .steps = 40, .keepStates = false});
    std::string whole = writeTape(*run.tape);
    for (size_t length = 0; length < whole.size(); length++) {
        LoadedTape loaded = readTape(std::string_view(whole).substr(0, length));
        if (loaded.tape) {
            CHECK(loaded.note != "");
            Replay replay(loaded.tape, Replay::Learning::WhenAsked);
            CHECK(replay.seek(replay.stepCount() - 1));
        } else {
            CHECK(loaded.problem != "");
        }
    }
    CHECK(readTape("").problem != "");
    CHECK(readTape("print(1)\n").problem != "");
}

TEST_CASE("a damaged tape is noticed", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 13, .steps = 40, .keepStates = false});
    std::string whole = writeTape(*run.tape);
    std::mt19937 random(1);
    for (int round = 0; round < 2000; round++) {
        std::string damaged = whole;
        damaged[random() % damaged.size()] ^= static_cast<char>(1 << random() % 8);
        LoadedTape loaded = readTape(damaged);
        CHECK((loaded.note != "" || loaded.problem != ""));
        if (loaded.tape) {
            Replay replay(loaded.tape, Replay::Learning::WhenAsked);
            replay.seek(replay.stepCount() - 1);
        }
    }
}

TEST_CASE("chunks that pass their checksum but make no sense do no harm", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 14, .steps = 60, .keepStates = false});
    run.tape->settle();
    auto raw = run.tape->chunk(0);
    std::mt19937 random(2);
    for (int round = 0; round < 300; round++) {
        EncodedChunk chunk = *raw;
        for (int flips = 0; flips < 3; flips++)
            chunk.bytes.own()[random() % (chunk.bytes.size() - readSlack)] ^= static_cast<uint8_t>(1u << random() % 8);
        auto tape = std::make_shared<Tape>("python");
        tape->definitionsForWriting().deserialize(run.tape->definitions().serialize(0, run.tape->definitions().count()));
        ChunkInfo info = run.tape->chunkInfo(0);
        tape->appendStored(ChunkCompressor().compress(chunk, info));
        tape->finish();
        Replay replay(tape, Replay::Learning::WhenAsked);
        for (uint64_t step = 0; step < tape->stepCount(); step += 7)
            if (replay.seek(step)) describeState(replay.state());
        replay.lives();
        replay.edgeLives(1000);
    }
}

TEST_CASE("floats that do not compress are tried again after some chunks", "[tape]") {
    constexpr auto floats = static_cast<unsigned>(Stream::Floats), ops = static_cast<unsigned>(Stream::Ops);
    std::mt19937_64 random(5);
    EncodedChunk chunk;
    std::vector<uint8_t>& bytes = chunk.bytes.own();
    chunk.events = chunk.allocs = chunk.sizes[ops] = 4000;
    bytes.assign(chunk.sizes[ops], op::AllocFloat);
    chunk.sizes[floats] = chunk.events * 8;
    for (uint32_t i = 0; i < chunk.events; i++) {
        const uint64_t value = random() >> 8; // a byte of eight is always the same
        bytes.insert(bytes.end(), reinterpret_cast<const uint8_t*>(&value), reinterpret_cast<const uint8_t*>(&value + 1));
    }
    bytes.resize(bytes.size() + readSlack);
    ChunkCompressor compressor;
    std::vector<bool> isTried;
    for (int i = 0; i < 34; i++) {
        const StoredChunk stored = compressor.compress(chunk, {0, 0, 0, chunk.events, 0, chunk.allocs});
        isTried.push_back(stored.storedSizes[floats] < stored.rawSizes[floats]);
        CHECK(stored.storedSizes[ops] < stored.rawSizes[ops]);
        const auto expanded = expandChunk(stored);
        REQUIRE(expanded);
        REQUIRE(expanded->bytes == chunk.bytes);
    }
    std::vector<bool> expected(34);
    expected[0] = expected[16] = expected[32] = true;
    CHECK(isTried == expected);
}

TEST_CASE("a tape of another format is refused", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 12, .steps = 4, .keepStates = false});
    std::string bytes = writeTape(*run.tape);
    bytes[8] = 99;
    CHECK_FALSE(readTape(bytes).tape);
    CHECK(readTape(bytes).problem == "The recording was made by a newer Memtape (format 99); this one reads formats 4 to 8.");
    bytes[8] = 2;
    CHECK_FALSE(readTape(bytes).tape);
    CHECK(readTape(bytes).problem == "The recording was made by an older Memtape (format 2); this one reads formats 4 to 8.");
}

TEST_CASE("a tape names its language", "[tape]") {
    auto tape = std::make_shared<Tape>("toy");
    Recorder pen(*tape);
    pen.programBegin();
    pen.step(StepKind::Line, 1, 0);
    pen.end(EndReason::Exit, 0);
    LoadedTape loaded = readTape(writeTape(*tape));
    REQUIRE(loaded.tape);
    CHECK(loaded.tape->language() == "toy");
    CHECK(readTape(writeTape(*tape).substr(0, 30)).problem == "The recording is cut off before its first step.");
}

TEST_CASE("what cannot be written or opened is one sentence, and leaves nothing behind", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 12, .steps = 4, .keepStates = false});
    CHECK(saveTape(*run.tape, "/nonexistent/folder/x.tape").find("Cannot write") == 0);
    CHECK(saveTape(*run.tape, "/tmp").find("Cannot write") == 0);
    if (std::filesystem::exists("/dev/full")) CHECK(saveTape(*run.tape, "/dev/full").find("Cannot write") == 0);
    std::string path = temporaryFile("memtape-old").string();
    std::ofstream(path) << "old";
    REQUIRE(saveTape(*run.tape, path) == "");
    CHECK(readTape(contentOf(path)).tape);
    std::filesystem::remove(path);
}

TEST_CASE("the pieces of a tape are its file, and it opens up to each of them", "[tape]") {
    RandomRun run = makeRandomRun({.seed = 13, .steps = 20000, .keepStates = false});
    run.tape->settle();
    TapePieces pieces(*run.tape);
    std::string file;
    uint64_t steps = 0, count = 0;
    std::string piece;
    for (pieces.next(piece); !piece.empty(); pieces.next(piece)) {
        file += piece;
        ++count;
        LoadedTape loaded = readTape(file);
        if (count == 1) {
            CHECK(loaded.problem == "The recording is cut off before its first step.");
            continue;
        }
        REQUIRE(loaded.tape);
        CHECK(loaded.note.find("The recording is cut off; its first ") == 0);
        CHECK(loaded.tape->stepCount() > steps);
        steps = loaded.tape->stepCount();
    }
    CHECK(count > 3);
    CHECK(steps == run.tape->stepCount());
    pieces.next(piece);
    CHECK(piece.empty());
    pieces.last(piece);
    CHECK(file + piece == writeTape(*run.tape));
}

TEST_CASE("a tape can be read while it grows", "[tape]") {
    auto tape = std::make_shared<Tape>("python");
    std::atomic<bool> stop{false};
    std::thread reader([&] {
        Replay replay(tape);
        uint64_t last = 0;
        while (!stop) {
            uint64_t count = replay.stepCount();
            REQUIRE(count >= last);
            last = count;
            if (!count) continue;
            REQUIRE(replay.seek(count - 1));
            // the slot of the only frame holds the int that the step's number says
            FrameView frame = replay.state().frame(0);
            REQUIRE(PythonReading(replay.state()).valueText(frame.slots[0].value) == std::to_string(count - 1));
            replay.summary(0, 10);
            // what a window may go to without waiting, at any place in it
            if (uint64_t reach = replay.stepsInReach()) {
                REQUIRE(reach <= replay.stepCount());
                for (uint64_t step : {reach - 1, reach / 2, reach / 7}) {
                    REQUIRE(replay.seek(step));
                    REQUIRE(PythonReading(replay.state()).valueText(replay.state().frame(0).slots[0].value) == std::to_string(step));
                }
            }
        }
        REQUIRE(replay.seek(replay.stepCount() - 1));
    });
    {
        Recorder pen(*tape);
        TypeInfo type;
        type.id = 1;
        type.name = "int";
        type.shape = static_cast<uint8_t>(PythonShape::Int);
        type.role = TypeRole::Integer;
        type.fixedBytes = 24, type.digitBytes = 4, type.digitBits = 30;
        pen.defineType(type);
        CodeInfo code;
        code.id = 1;
        code.slots = {"x"};
        pen.defineCode(code);
        pen.programBegin();
        pen.framePush(0, 1, 0, 0, 0, 0);
        for (int64_t n = 0; n < 100000; n++) {
            Granule g = 0x100 + 2 * static_cast<Granule>(n % 3);
            pen.allocInt(g, n);
            pen.slotSet(0, g);
            if (n) pen.free(0x100 + 2 * static_cast<Granule>((n - 1) % 3), FreeCause::Count);
            pen.step(StepKind::Line, static_cast<uint32_t>(n % 7), 0);
            if (n % 1000 == 999) pen.publish();
        }
        pen.end(EndReason::Exit, 0);
    }
    stop = true;
    reader.join();
    CHECK(tape->stepCount() == 100000);
    tape->settle();
    WARN("bytes an event, compressed: " << static_cast<double>(tape->storedBytes()) / static_cast<double>(tape->eventCount()));
}

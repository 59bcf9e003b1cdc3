// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the command line prints of questions to a memory (core/replay/questions): text for a person, in English, or JSON (docs/cli.md).

#include <optional>
#include <string>

#include "app/command_line.h"
#include "app/verbs.h"
#include "core/replay/json/json_writer.h"
#include "core/replay/questions/kept_alive.h"
#include "core/replay/questions/reachability.h"
#include "core/replay/replay.h"

namespace memtape {

// ---- the questions; the replay stands at the step. None: it cannot be answered, and that was said.
std::optional<std::string> whyAnswer(const CommandLine& line, Replay& replay);
std::optional<std::string> historyAnswer(const CommandLine& line, Replay& replay);
std::string garbageAnswer(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape);
// state --step N.K; the replay stands at N. `options`: as the program is run again.
std::optional<std::string> insideAnswer(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape, const RunOptions& options);
std::optional<std::string> byLineAnswer(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape);

// ---- words and values that they share
uint64_t shownId(ObjectId id);                         // as `state` prints it
std::string hexId(ObjectId id);                        // 0x7f0000012340
std::optional<uint64_t> idOf(const std::string& text); // decimal, or hexadecimal behind 0x
// ID, or a path of names: `log[0]`. None: there is no such object at the step, and that was said.
std::optional<ObjectId> objectAsked(const std::string& text, const Replay& replay);
std::string described(const Reading& reading, ObjectId id);                        // in a few words: `list of 3`, `Node`, `'abc'`
std::string counted(uint64_t number, std::string_view one, std::string_view many); // `1 object`, `3 objects`
std::string amount(const Kept& kept);                                              // `3 objects, 120 bytes`
std::string pathText(const Reading& reading, const std::vector<PathStep>& path);   // `log[0].next`
std::string placeText(const MemoryState& state, uint32_t file, uint32_t line);     // `line 7`, `line 7 of helper.py`
std::string_view eventName(StepKind kind);

void writeKept(JsonWriter& json, std::string_view key, const Kept& kept); // {"objects": …, "bytes": …}
void writeObject(JsonWriter& json, const Reading& reading, ObjectId id);  // pairs of an open object: id, type, and the title where it says more
void writePlace(JsonWriter& json, const MemoryState& state, uint32_t file, uint32_t line); // line, and the file where it is not FILE

}

// SPDX-License-Identifier: GPL-3.0-or-later
// memtape_parts PROGRAM.py: records a program, runs it again with all its steps watched, and prints the parts of its lines in the order in which they end, one
// JSON object a line, for parts_oracle.py. Exit status 3: it could not be run again, and stderr says why.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>

#include "core/languages/languages.h"
#include "core/replay/json/json_writer.h"
#include "core/replay/moments/moments.h"
#include "core/replay/moments/short_text.h"
#include "core/replay/reading.h"
#include "core/session/rerun.h"
#include "core/tape/tape.h"

using namespace memtape;

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: memtape_parts PROGRAM.py\n";
        return 2;
    }
    registerLanguages();
    RunOptions options;
    options.file = argv[1];
    options.maxSteps = 50'000;
    std::string beside = options.file;
    std::ifstream input(std::filesystem::path(beside).replace_extension(".in"));
    options.readLine = [&input]() -> std::optional<std::string> {
        std::string line;
        if (!input || !std::getline(input, line)) return std::nullopt;
        return line + '\n';
    };
    Session session;
    const RunResult result = session.run(options);
    std::shared_ptr<const Tape> tape = session.tape();
    if (!tape || !tape->stepCount()) {
        std::cerr << "nothing was recorded: " << result.message << "\n";
        return 3;
    }
    std::vector<uint64_t> steps(tape->stepCount());
    std::iota(steps.begin(), steps.end(), uint64_t{0});
    Session again;
    LineParts found = runAgain(again, tape, options, steps);
    if (!found.problem.empty()) {
        std::cerr << found.problem << "\n";
        return 3;
    }
    std::vector<const LinePart*> ended;
    for (const LinePart& part : found.parts)
        if (part.number) ended.push_back(&part);
    std::sort(ended.begin(), ended.end(), [](const LinePart* a, const LinePart* b) {
        return a->ends.step != b->ends.step ? a->ends.step < b->ends.step : a->number < b->number;
    });
    Moments moments(tape);
    for (const LinePart* part : ended) {
        if (!moments.goTo(part->ends.step, part->ends.event)) {
            std::cerr << "step " << part->ends.step << " cannot be gone to\n";
            return 1;
        }
        const MemoryState& state = moments.state();
        std::string out;
        JsonWriter json(&out);
        json.beginObject();
        json.pair("kind", uint64_t(part->kind));
        json.pair("file", state.filePath(state.code(part->code).file));
        json.key("span");
        json.beginArray();
        for (int32_t number : {part->span.line, part->span.column, part->span.endLine, part->span.endColumn}) json.number(int64_t{number});
        json.endArray();
        if (ObjectId id = part->value ? state.objectAt(part->value) : ObjectId()) {
            json.pair("type", state.type(state.typeIdOf(id)).name);
            json.pair("text", shortText(moments.reading(), id));
        }
        json.endObject();
        std::cout << out << "\n";
    }
    return 0;
}

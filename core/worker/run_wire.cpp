// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/run_wire.h"

#include "core/tape/byte_stream.h"

namespace memtape {

namespace {

void put(ByteWriter& w, const std::vector<std::string>& texts) {
    w.number(texts.size());
    for (const std::string& text : texts) w.text(text);
}

std::vector<std::string> texts(ByteReader& r) {
    std::vector<std::string> all;
    for (size_t left = r.count(); left > 0 && r.good; left--) all.push_back(r.text());
    return all;
}

void put(ByteWriter& w, const std::optional<uint64_t>& number) {
    w.number(number.has_value());
    if (number) w.number(*number);
}

std::optional<uint64_t> optionalNumber(ByteReader& r) {
    if (!r.number()) return std::nullopt;
    return r.number();
}

// Numbers below 0 too.
void putSigned(ByteWriter& w, int64_t value) { w.number(zigzag64(value)); }
int takeSigned(ByteReader& r) { return static_cast<int>(unzigzag64(r.number())); }

void put(ByteWriter& w, const SyntaxProblem& problem) {
    w.number(static_cast<uint64_t>(problem.kind));
    for (const std::string* text : {&problem.message, &problem.file, &problem.text}) w.text(*text);
    for (int number : {problem.line, problem.column, problem.endLine, problem.endColumn}) putSigned(w, number);
    for (bool flag : {problem.hasText, problem.isOfScopes, problem.hasPosition, problem.isIncomplete}) w.number(flag);
}

SyntaxProblem problemOf(ByteReader& r) {
    SyntaxProblem problem;
    uint64_t kind = r.number();
    if (kind > static_cast<uint64_t>(SyntaxProblem::Kind::RecursionError)) r.good = false;
    else problem.kind = static_cast<SyntaxProblem::Kind>(kind);
    for (std::string* text : {&problem.message, &problem.file, &problem.text}) *text = r.text();
    for (int* number : {&problem.line, &problem.column, &problem.endLine, &problem.endColumn}) *number = takeSigned(r);
    for (bool* flag : {&problem.hasText, &problem.isOfScopes, &problem.hasPosition, &problem.isIncomplete}) *flag = r.number();
    return problem;
}

bool mayBeSaid(uint64_t reason) {
    return reason <= static_cast<uint64_t>(EndReason::CannotRead) && reason != static_cast<uint64_t>(EndReason::Crashed);
}

}

std::string runOptionsBytes(const RunOptions& options) {
    ByteWriter w;
    w.text(options.file);
    w.text(options.language);
    w.number(options.source.has_value());
    w.text(options.source.value_or(std::string()));
    w.text(options.workingFolder);
    for (const auto* list : {&options.arguments, &options.allowRead, &options.allowWrite, &options.libraryPaths}) put(w, *list);
    for (const auto& limit : {options.maxTape, options.maxOutput}) put(w, limit);
    for (uint64_t number : {options.maxHeap, options.maxSteps, options.maxScratch, options.hashSeed}) w.number(number);
    w.number(static_cast<uint64_t>(options.hash));
    for (bool flag : {options.stepIntoLibrary, options.virtualTime, options.output != nullptr}) w.number(flag);
    return std::move(w.out);
}

std::optional<RunOptions> runOptionsOf(std::string_view bytes, bool& wantsOutput) {
    ByteReader r{bytes};
    RunOptions options;
    options.file = r.text();
    options.language = r.text();
    bool hasSource = r.number();
    std::string source = r.text();
    if (hasSource) options.source = std::move(source);
    options.workingFolder = r.text();
    for (auto* list : {&options.arguments, &options.allowRead, &options.allowWrite, &options.libraryPaths}) *list = texts(r);
    for (auto* limit : {&options.maxTape, &options.maxOutput}) *limit = optionalNumber(r);
    for (uint64_t* number : {&options.maxHeap, &options.maxSteps, &options.maxScratch, &options.hashSeed}) *number = r.number();
    options.hash = r.number() ? RunOptions::Hash::Random : RunOptions::Hash::Seeded;
    for (bool* flag : {&options.stepIntoLibrary, &options.virtualTime, &wantsOutput}) *flag = r.number();
    options.readers = RunOptions::Readers::Meanwhile;
    if (!r.good || !r.in.empty()) return std::nullopt;
    return options;
}

std::string runResultBytes(const RunResult& result) {
    ByteWriter w;
    w.number(static_cast<uint64_t>(result.end));
    putSigned(w, result.exitStatus);
    w.text(result.message);
    w.number(result.problem.has_value());
    if (result.problem) put(w, *result.problem);
    for (uint64_t number :
         {result.steps, uint64_t{result.peakDepth}, result.peakStackBytes, result.peakHeapBytes, result.peakHeapObjects, result.collections})
        w.number(number);
    w.number(result.scratchFiles.size());
    for (const ScratchFile& file : result.scratchFiles) {
        w.text(file.path);
        w.text(file.content);
    }
    put(w, result.scratchFullAt);
    return std::move(w.out);
}

std::optional<RunResult> runResultOf(std::string_view bytes) {
    ByteReader r{bytes};
    RunResult result;
    uint64_t end = r.number();
    if (!mayBeSaid(end)) return std::nullopt;
    result.end = static_cast<EndReason>(end);
    result.exitStatus = takeSigned(r);
    result.message = r.text();
    if (r.number()) result.problem = problemOf(r);
    result.steps = r.number();
    result.peakDepth = r.number32();
    for (uint64_t* number : {&result.peakStackBytes, &result.peakHeapBytes, &result.peakHeapObjects, &result.collections}) *number = r.number();
    for (size_t left = r.count(); left > 0 && r.good; left--) {
        ScratchFile file;
        file.path = r.text();
        file.content = r.text();
        result.scratchFiles.push_back(std::move(file));
    }
    result.scratchFullAt = optionalNumber(r);
    if (!r.good || !r.in.empty()) return std::nullopt;
    return result;
}

}

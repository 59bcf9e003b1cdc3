// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/toy/toy_machine.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "core/host/host.h"

namespace memtape::test {

namespace {

constexpr uint32_t blockType = 1;

uint32_t numberOf(const std::string& text) { return static_cast<uint32_t>(std::strtoul(text.c_str(), nullptr, 10)); }

// How many words a statement has, at least and at most; none: there is no such statement.
std::pair<size_t, size_t> lengthOf(const std::string& verb) {
    if (verb == "to" || verb == "give" || verb == "call") return {2, 2};
    if (verb == "block") return {3, 3};
    if (verb == "point") return {3, 4};
    if (verb == "store") return {4, 4};
    if (verb == "say") return {2, SIZE_MAX};
    return {1, 0};
}

}

// ---- text ------------------------------------------------------------------------------------------------------------

std::optional<SyntaxProblem> ToyProgram::parse(std::string_view text, const std::string& file) {
    std::istringstream lines{std::string(text)};
    uint32_t number = 0;
    auto problem = [&](const std::string& message) {
        SyntaxProblem p;
        p.message = message;
        p.file = file;
        p.line = static_cast<int>(number);
        return p;
    };
    for (std::string line; std::getline(lines, line);) {
        number++;
        ToyStatement statement{number, {}};
        std::istringstream words(line.substr(0, line.find('#')));
        for (std::string word; words >> word;) statement.words.push_back(word);
        if (statement.words.empty()) continue;
        const std::string& verb = statement.words[0];
        auto [least, most] = lengthOf(verb);
        if (statement.words.size() < least || statement.words.size() > most) return problem("this is no statement: " + line);
        if (verb == "to") {
            m_routines.push_back({statement.words[1], number, {}, {}});
            continue;
        }
        if (m_routines.empty()) return problem("a statement before the first routine");
        ToyRoutine& routine = m_routines.back();
        if (verb != "call" && verb != "say")
            for (size_t i = 1; i < statement.words.size(); i++) {
                std::string name = statement.words[i];
                if (name[0] == '&') name.erase(0, 1);
                bool isName = std::isalpha(static_cast<unsigned char>(name[0])) && name != "nothing";
                if (isName && std::find(routine.slots.begin(), routine.slots.end(), name) == routine.slots.end()) routine.slots.push_back(name);
            }
        routine.statements.push_back(std::move(statement));
    }
    if (routine("main") == SIZE_MAX) return problem("there is no routine main");
    return std::nullopt;
}

size_t ToyProgram::routine(std::string_view name) const {
    for (size_t i = 0; i < m_routines.size(); i++)
        if (m_routines[i].name == name) return i;
    return SIZE_MAX;
}

// ---- run -------------------------------------------------------------------------------------------------------------

void ToyMachine::begin(const RunRequest& run) {
    if (m_pen) {
        TypeInfo type;
        type.id = blockType;
        type.name = type.qualname = "block";
        m_pen->defineType(type);
        m_pen->defineFile(1, run.file, run.source, true);
        for (size_t i = 0; i < m_program.routines().size(); i++) {
            const ToyRoutine& routine = m_program.routines()[i];
            CodeInfo code;
            code.id = static_cast<uint32_t>(i + 1);
            code.file = 1;
            code.name = code.qualname = routine.name;
            code.firstLine = routine.line;
            code.slots = routine.slots;
            code.slotKinds.assign(routine.slots.size(), 0);
            code.frameBytes = 16 + word * static_cast<uint32_t>(routine.slots.size());
            m_pen->defineCode(code);
        }
        m_pen->programBegin();
    }
    push(m_program.routine("main"));
}

void ToyMachine::tell(StepKind kind, uint32_t line) {
    m_steps++;
    if (m_pen) m_pen->step(kind, line, 0);
}

void ToyMachine::push(size_t routine) {
    const ToyRoutine& called = m_program.routines()[routine];
    if (m_pen) m_pen->framePush(static_cast<uint32_t>(m_frames.size()) * 64, static_cast<uint32_t>(routine + 1), 0, 0, 0, 0);
    m_frames.push_back({&called, 0, std::vector<Pointer>(called.slots.size())});
    tell(StepKind::Call, called.line);
}

bool ToyMachine::step() {
    if (m_frames.empty()) return false;
    Frame& frame = m_frames.back();
    const std::vector<ToyStatement>& statements = frame.routine->statements;
    if (frame.next < statements.size()) {
        const ToyStatement& statement = statements[frame.next++];
        tell(StepKind::Line, statement.line);
        execute(statement);
        return true;
    }
    tell(StepKind::Return, statements.empty() ? frame.routine->line : statements.back().line);
    if (m_pen) m_pen->framePop();
    m_frames.pop_back();
    return !m_frames.empty();
}

MemoryPlace ToyMachine::place(const std::string& name) const {
    uint32_t frame = name[0] == '^' && m_frames.size() > 1 ? 1 : 0;
    const std::vector<std::string>& slots = m_frames[m_frames.size() - 1 - frame].routine->slots;
    auto found = std::find(slots.begin(), slots.end(), name.substr(name[0] == '^' ? 1 : 0));
    return MemoryPlace::ofSlot(found == slots.end() ? 0 : static_cast<uint32_t>(found - slots.begin()), frame);
}

ToyMachine::Pointer& ToyMachine::slot(const std::string& name) {
    MemoryPlace at = place(name);
    return m_frames[m_frames.size() - 1 - at.frame].slots[at.index];
}

Granule ToyMachine::newBlock(uint32_t size) {
    std::vector<Granule>& given = m_given[size];
    Granule g = m_next;
    if (!given.empty()) {
        g = given.back();
        given.pop_back();
    } else {
        m_next += size / 16 + 1;
    }
    m_blocks[g] = size;
    m_heapBytes += size;
    m_peakHeapBytes = std::max(m_peakHeapBytes, m_heapBytes);
    if (m_pen) m_pen->alloc(g, blockType, size, 0);
    return g;
}

void ToyMachine::give(const std::string& name) {
    Pointer pointer = slot(name);
    auto block = m_blocks.find(pointer.block);
    if (block == m_blocks.end() || pointer.offset) return; // what C leaves undefined does nothing here
    m_heapBytes -= block->second;
    m_given[block->second].push_back(pointer.block);
    m_blocks.erase(block);
    if (m_pen) m_pen->free(pointer.block, FreeCause::GivenBack);
}

void ToyMachine::execute(const ToyStatement& s) {
    const std::vector<std::string>& w = s.words;
    const std::string& verb = w[0];
    auto set = [&](MemoryPlace target) {
        if (m_pen) m_pen->pointerSet(place(w[1]), RefKind::Leads, target);
    };
    auto copy = [&](MemoryPlace holder, MemoryPlace from) {
        if (m_pen) m_pen->pointerCopy(holder, from);
    };
    if (verb == "say") {
        std::string text;
        for (size_t i = 1; i < w.size(); i++) text += w[i] + (i + 1 < w.size() ? " " : "\n");
        if (m_pen) m_pen->output(OutputStream::Stdout, text);
        if (host.output) host.output(host.context, OutputStream::Stdout, text.data(), text.size());
    } else if (verb == "call") {
        if (size_t called = m_program.routine(w[1]); called != SIZE_MAX) push(called);
    } else if (verb == "give") {
        give(w[1]);
    } else if (verb == "block") {
        Granule block = newBlock(numberOf(w[2]));
        slot(w[1]) = {block, 0};
        set(MemoryPlace::ofObject(block));
    } else if (verb == "point" && w[2] == "nothing") {
        slot(w[1]) = {};
        set(MemoryPlace::ofObject(0));
    } else if (verb == "point" && w[2][0] == '&') {
        slot(w[1]) = {};
        set(place(w[2].substr(1)));
    } else if (verb == "point" && w.size() == 4) {
        slot(w[1]) = {slot(w[2]).block, numberOf(w[3])};
        set(MemoryPlace::ofByte(slot(w[1]).block, numberOf(w[3])));
    } else if (verb == "point") {
        slot(w[1]) = slot(w[2]);
        copy(place(w[1]), place(w[2]));
    } else if (auto block = m_blocks.find(slot(w[1]).block); block != m_blocks.end()) { // store
        uint32_t offset = numberOf(w[2]);
        if (offset + word <= block->second) copy(MemoryPlace::ofCell(block->first, CellKind::Item, offset / word), place(w[3]));
    }
}

}

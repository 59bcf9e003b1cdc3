// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/scripted_run.h"

#include <algorithm>
#include <set>

namespace memtape {

std::string_view ScriptTables::keep(const std::string& text) {
    auto& slot = strings[text];
    if (!slot) slot = std::make_unique<std::string>(text);
    return *slot;
}

// -- the state

FrameView ScriptedState::frame(size_t index) const {
    const ScriptedFrame& frame = frames[index];
    FrameView view;
    view.code = frame.code;
    view.frame = uint32_t(index * 96);
    view.line = frame.line;
    view.locals = frame.locals;
    const CodeInfo& info = tables->codes[frame.code];
    for (uint32_t i = 0; i < info.slots.size(); ++i) view.slots.push_back({info.slots[i], i, 0x20, frame.slots[i]});
    view.held = frame.held;
    return view;
}

ObjectId ScriptedState::objectAt(Granule granule) const {
    for (const auto& [id, object] : objects)
        if (id.granule == granule) return id;
    return {};
}

ObjectView ScriptedState::object(ObjectId id) const {
    ObjectView view;
    auto found = objects.find(id);
    if (found == objects.end()) return view;
    const ScriptedObject& object = found->second;
    view.id = id;
    view.type = object.type;
    view.address = 0x7f21a0000000 + uint64_t(id.granule) * 16;
    view.size = object.size;
    view.immortal = object.immortal;
    view.ofProgram = object.ofProgram;
    view.madeAtStep = object.madeAt;
    view.madeAtLine = object.madeAtLine;
    view.payload = object.payload;
    view.payloadLength = object.payload.size();
    return view;
}

ValueText ScriptedState::value(ObjectId id) const {
    auto found = objects.find(id);
    if (found == objects.end()) return {};
    return {found->second.value, found->second.value.size(), false};
}

size_t ScriptedState::cellCount(ObjectId id) const {
    auto found = objects.find(id);
    return found == objects.end() ? 0 : found->second.cells.size();
}

std::vector<CellView> ScriptedState::cells(ObjectId id, size_t from, size_t count) const {
    auto found = objects.find(id);
    if (found == objects.end() || from >= found->second.cells.size()) return {};
    const auto& cells = found->second.cells;
    size_t to = count > cells.size() - from ? cells.size() : from + count;
    return {cells.begin() + ptrdiff_t(from), cells.begin() + ptrdiff_t(to)};
}

std::vector<Holder> ScriptedState::holders(ObjectId id) const {
    std::vector<Holder> result;
    for (uint32_t f = 0; f < frames.size(); ++f) {
        const auto& slots = frames[f].slots;
        for (uint32_t s = 0; s < slots.size(); ++s)
            if (slots[s] == id) result.push_back({Holder::Kind::Slot, f, {}, CellKind::Field, s, tables->codes[frames[f].code].slots[s]});
        for (uint32_t d = 0; d < frames[f].held.size(); ++d)
            if (frames[f].held[d] == id) result.push_back({Holder::Kind::FrameStack, f, {}, CellKind::Field, d, {}});
        if (frames[f].locals == id) result.push_back({Holder::Kind::FrameLocals, f, {}, CellKind::Field, 0, {}});
    }
    if (info.returned == id) result.push_back({Holder::Kind::FrameStack, uint32_t(frames.size() - 1), {}, CellKind::Field, 0, {}});
    for (const auto& [holder, object] : objects)
        for (const CellView& cell : object.cells)
            if (cell.value == id) result.push_back({Holder::Kind::Cell, 0, holder, cell.kind, cell.index, cell.name});
    return result;
}

uint64_t ScriptedState::referenceCount(ObjectId id) const {
    auto found = objects.find(id);
    return found != objects.end() && found->second.immortal ? 4294967295u : holders(id).size();
}

std::vector<uint64_t> ScriptedState::referenceCounts(const std::vector<ObjectId>& ids) const {
    std::vector<uint64_t> result;
    for (ObjectId id : ids) result.push_back(referenceCount(id));
    return result;
}

std::vector<ObjectId> ScriptedState::liveObjects(bool ofProgramOnly) const {
    std::vector<ObjectId> result;
    for (const auto& [id, object] : objects)
        if (!ofProgramOnly || object.ofProgram) result.push_back(id);
    std::sort(result.begin(), result.end(), [](ObjectId a, ObjectId b) { return a.life < b.life; });
    return result;
}

std::vector<ObjectId> ScriptedState::unreachable() const {
    std::set<ObjectId> seen;
    std::vector<ObjectId> todo;
    auto reach = [&](ObjectId id) {
        if (id && seen.insert(id).second) todo.push_back(id);
    };
    for (const auto& frame : frames) {
        reach(frame.locals);
        for (ObjectId id : frame.slots) reach(id);
        for (ObjectId id : frame.held) reach(id);
    }
    reach(info.returned);
    reach(info.raised);
    while (!todo.empty()) {
        ObjectId id = todo.back();
        todo.pop_back();
        for (const CellView& cell : cells(id, 0, SIZE_MAX)) reach(cell.value);
    }
    std::vector<ObjectId> result;
    for (const auto& [id, object] : objects)
        if (object.ofProgram && !object.immortal && !seen.count(id)) result.push_back(id);
    return result;
}

uint64_t ScriptedState::heapBytes() const {
    uint64_t bytes = 0;
    for (const auto& [id, object] : objects)
        if (object.ofProgram) bytes += object.size;
    return bytes;
}

uint64_t ScriptedState::heapObjects() const { return liveObjects(true).size(); }

// -- the run

std::string ScriptedRun::outputUpTo(uint64_t step, OutputStream stream) {
    std::string text;
    if (stream == OutputStream::Stdout)
        for (uint64_t i = 0; i <= step && i < m_steps->size(); ++i) text += (*m_steps)[i].output;
    return text;
}

std::vector<StepSummary> ScriptedRun::summary(uint64_t from, uint64_t to) {
    std::vector<StepSummary> result;
    for (uint64_t i = from; i < to && i < m_steps->size(); ++i) {
        const ScriptedStep& step = (*m_steps)[i];
        StepSummary row{step.state->info.kind,
                        step.state->info.line,
                        step.state->info.code,
                        step.state->info.depth,
                        step.state->heapBytes(),
                        false,
                        false,
                        !step.output.empty(),
                        false};
        for (const Change& change : step.changes) {
            row.made = row.made || change.kind == EventKind::Alloc;
            row.released = row.released || change.kind == EventKind::Free;
            row.collected = row.collected || (change.kind == EventKind::Free && change.cause == FreeCause::Cycle);
        }
        result.push_back(row);
    }
    return result;
}

std::optional<uint64_t> ScriptedRun::stepOver(uint64_t from, bool backwards) {
    uint32_t depth = (*m_steps)[from].state->info.depth;
    for (uint64_t i = from; backwards ? i-- > 0 : ++i < m_steps->size();)
        if ((*m_steps)[i].state->info.depth <= depth) return i;
    return std::nullopt;
}

std::optional<uint64_t> ScriptedRun::stepOut(uint64_t from, bool backwards) {
    uint32_t depth = (*m_steps)[from].state->info.depth;
    for (uint64_t i = from; backwards ? i-- > 0 : ++i < m_steps->size();)
        if ((*m_steps)[i].state->info.depth < depth) return i;
    return std::nullopt;
}

std::optional<uint64_t> ScriptedRun::nextAtLine(uint64_t from, uint32_t line, uint32_t, bool backwards) {
    for (uint64_t i = from; backwards ? i-- > 0 : ++i < m_steps->size();)
        if ((*m_steps)[i].state->info.line == line && (*m_steps)[i].state->info.kind == StepKind::Line) return i;
    return std::nullopt;
}

std::vector<Life> ScriptedRun::lives() {
    std::map<ObjectId, Life> lives;
    for (uint64_t i = 0; i < m_steps->size(); ++i)
        for (const auto& [id, object] : (*m_steps)[i].state->objects) {
            if (!object.ofProgram) continue;
            auto [at, isNew] = lives.try_emplace(id, Life{id, i, UINT64_MAX, object.madeAtLine, object.type});
            if (!isNew || i > 0) at->second.releasedAt = i + 1 < m_steps->size() ? i + 1 : UINT64_MAX;
        }
    std::vector<Life> result;
    for (auto& [id, life] : lives) result.push_back(life);
    return result;
}

const std::vector<Change>& ScriptedRun::history(ObjectId id) {
    m_history.clear();
    for (uint64_t i = 0; i < m_steps->size(); ++i)
        for (Change change : (*m_steps)[i].changes)
            if (change.object == id || change.value == id || change.previous == id) {
                change.step = i;
                m_history.push_back(change);
            }
    return m_history;
}

// -- the script

Script::Script(std::string source, std::string path)
    : m_tables(std::make_shared<ScriptTables>()),
      m_now(m_tables),
      m_steps(std::make_shared<std::vector<ScriptedStep>>()) {
    using Shape = TypeInfo::Shape;
    m_tables->source = std::move(source);
    m_tables->path = std::move(path);
    m_int = addType("int", Shape::Int);
    m_str = addType("str", Shape::Str);
    m_noneType = addType("NoneType", Shape::None);
    m_class = addType("type", Shape::Class);
    m_function = addType("function", Shape::Function);
    m_list = addType("list", Shape::Sequence);
    m_dict = addType("dict", Shape::Dict);
    m_iterator = addType("tuple_iterator", Shape::Plain);
    addCode("<module>", {}, 0, 1);
    m_none = make(m_noneType, 16, {}, "None");
    m_globals = make(m_dict, 184);
    m_now.objects[m_none].immortal = true;
    m_now.objects[m_none].ofProgram = m_now.objects[m_globals].ofProgram = false;
    m_begun = true;
    m_changes.clear();
}

uint32_t Script::addType(const std::string& name, TypeInfo::Shape shape, bool ofProgram) {
    TypeInfo type;
    type.id = uint32_t(m_tables->types.size());
    type.name = type.qualname = name;
    type.shape = shape;
    type.ofProgram = ofProgram;
    m_tables->types.push_back(type);
    return type.id;
}

uint32_t Script::addCode(const std::string& name, std::vector<std::string> slots, uint32_t args, uint32_t firstLine) {
    CodeInfo code;
    code.id = uint32_t(m_tables->codes.size());
    code.name = code.qualname = name;
    code.slots = std::move(slots);
    code.slotKinds.assign(code.slots.size(), 0x20);
    code.argCount = args;
    code.firstLine = firstLine;
    code.frameBytes = 96;
    m_tables->codes.push_back(code);
    return code.id;
}

Change& Script::note(EventKind kind, ObjectId object) {
    Change change;
    change.kind = kind;
    change.object = object;
    m_changes.push_back(change);
    return m_changes.back();
}

ObjectId Script::make(uint32_t type, uint64_t size, const std::string& payload, const std::string& value) {
    ObjectId id{m_nextGranule += 3, ++m_nextLife};
    ScriptedObject object;
    object.type = type;
    object.size = size;
    object.payload = payload;
    object.value = value;
    object.madeAt = m_steps->size();
    object.madeAtLine = m_now.frames.empty() ? 0 : m_now.frames.back().line;
    m_now.objects[id] = object;
    Change& change = note(EventKind::Alloc, id);
    change.type = type;
    return id;
}

ObjectId Script::integer(int64_t value) {
    bool small = value >= -5 && value <= 256;
    if (small && m_integers.count(value)) return m_integers[value];
    ObjectId id = make(m_int, 28, {}, std::to_string(value));
    if (small) {
        m_changes.pop_back();
        m_now.objects[id].immortal = true;
        m_now.objects[id].ofProgram = false;
        m_integers[value] = id;
    }
    return id;
}

ObjectId Script::string(const std::string& text) {
    auto& known = m_strings[text];
    if (!known) {
        known = make(m_str, 41 + text.size(), text, "'" + text + "'");
        m_changes.pop_back();
        m_now.objects[known].immortal = true;
        m_now.objects[known].ofProgram = false;
    }
    return known;
}

ObjectId Script::none() { return m_none; }

ObjectId Script::classObject(const std::string& name) { return make(m_class, 1072, name, name); }
ObjectId Script::function(const std::string& name) { return make(m_function, 160, name, name); }

ObjectId Script::list(const std::vector<ObjectId>& items) {
    ObjectId id = make(m_list, 56 + 8 * items.size());
    for (ObjectId item : items) addItem(id, item);
    return id;
}

void Script::setGlobal(const std::string& name, ObjectId value) {
    ObjectId key = string(name);
    auto& cells = m_now.objects[m_globals].cells;
    uint32_t index = 0;
    ObjectId previous;
    size_t at = cells.size();
    for (size_t i = 0; i < cells.size(); ++i)
        if (cells[i].kind == CellKind::Key && cells[i].value == key) at = i + 1;
    if (at == cells.size()) {
        index = cells.empty() ? 0 : cells.back().index + 1;
        cells.push_back({CellKind::Key, index, {}, key});
        cells.push_back({CellKind::Value, index, {}, value});
    } else {
        index = cells[at].index;
        previous = cells[at].value;
        cells[at].value = value;
    }
    Change& change = note(EventKind::CellSet, m_globals);
    change.cell = CellKind::Value;
    change.index = index;
    change.value = value;
    change.previous = previous;
    change.name = name;
}

void Script::deleteGlobal(const std::string& name) {
    ObjectId key = string(name);
    auto& cells = m_now.objects[m_globals].cells;
    for (size_t i = 0; i + 1 < cells.size(); ++i)
        if (cells[i].kind == CellKind::Key && cells[i].value == key) {
            Change& change = note(EventKind::CellClear, m_globals);
            change.cell = CellKind::Value;
            change.index = cells[i].index;
            change.previous = cells[i + 1].value;
            change.name = name;
            cells.erase(cells.begin() + ptrdiff_t(i), cells.begin() + ptrdiff_t(i + 2));
            return;
        }
}

void Script::setLocal(const std::string& name, ObjectId value) {
    ScriptedFrame& frame = m_now.frames.back();
    const auto& slots = m_tables->codes[frame.code].slots;
    for (uint32_t i = 0; i < slots.size(); ++i) {
        if (slots[i] != name) continue;
        Change& change = note(value ? EventKind::SlotSet : EventKind::SlotClear, {});
        change.frame = uint32_t(m_now.frames.size() - 1);
        change.index = i;
        change.value = value;
        change.previous = frame.slots[i];
        change.name = name;
        frame.slots[i] = value;
    }
}

void Script::setAttribute(ObjectId object, const std::string& name, ObjectId value) {
    auto& cells = m_now.objects[object].cells;
    std::string_view kept = m_tables->keep(name);
    auto at = std::find_if(cells.begin(), cells.end(), [&](const CellView& cell) { return cell.kind == CellKind::Attribute && cell.name == kept; });
    Change& change = note(EventKind::CellSet, object);
    change.cell = CellKind::Attribute;
    change.value = value;
    change.name = name;
    if (at == cells.end()) {
        change.index = uint32_t(cells.size());
        cells.push_back({CellKind::Attribute, change.index, kept, value});
    } else {
        change.index = at->index;
        change.previous = at->value;
        at->value = value;
    }
}

void Script::setItem(ObjectId object, uint32_t index, ObjectId value) {
    for (CellView& cell : m_now.objects[object].cells)
        if (cell.kind == CellKind::Item && cell.index == index) {
            Change& change = note(EventKind::CellSet, object);
            change.cell = CellKind::Item;
            change.index = index;
            change.value = value;
            change.previous = cell.value;
            cell.value = value;
        }
}

void Script::addItem(ObjectId object, ObjectId value) {
    auto& cells = m_now.objects[object].cells;
    uint32_t index = uint32_t(cells.size());
    cells.push_back({CellKind::Item, index, {}, value});
    Change& change = note(EventKind::CellInsert, object);
    change.cell = CellKind::Item;
    change.index = index;
    change.value = value;
}

void Script::hold(size_t depth, ObjectId value) {
    auto& held = m_now.frames.back().held;
    if (held.size() <= depth) held.resize(depth + 1);
    held[depth] = value;
    note(EventKind::HoldSet, {}).value = value;
}

void Script::release(size_t depth) {
    auto& held = m_now.frames.back().held;
    if (held.size() > depth) held.resize(depth);
}

void Script::print(const std::string& text) {
    m_output += text;
    note(EventKind::Output, {}).name = text;
}

void Script::collect() {
    endCall();
    for (ObjectId id : m_now.unreachable()) {
        Change& change = note(EventKind::Free, id);
        change.cause = FreeCause::Cycle;
        change.type = m_now.objects[id].type;
        m_now.objects.erase(id);
    }
}

void Script::freeUnheld() {
    for (bool again = true; again;) {
        again = false;
        for (auto at = m_now.objects.begin(); at != m_now.objects.end(); ++at) {
            if (at->second.immortal || !at->second.ofProgram || !m_now.holders(at->first).empty()) continue;
            Change& change = note(EventKind::Free, at->first);
            change.type = at->second.type;
            m_now.objects.erase(at);
            again = true;
            break;
        }
    }
}

void Script::endCall() {
    if (!m_leaving) return;
    m_leaving = false;
    m_now.frames.pop_back();
    m_now.info.returned = {};
    note(EventKind::FramePop, {});
}

void Script::step(StepKind kind, uint32_t line) {
    freeUnheld();
    m_now.frames.back().line = line;
    m_now.info.step = m_steps->size();
    m_now.info.kind = kind;
    m_now.info.line = line;
    m_now.info.code = m_now.frames.back().code;
    m_now.info.depth = uint32_t(m_now.frames.size());
    m_steps->push_back({std::make_shared<ScriptedState>(m_now), m_changes, m_output});
    m_changes.clear();
    m_output.clear();
}

void Script::start() {
    ScriptedFrame frame;
    frame.locals = m_globals;
    m_now.frames.push_back(frame);
    m_changes.clear();
    step(StepKind::Call, 0);
}

void Script::line(uint32_t number) {
    endCall();
    m_now.info.raised = {};
    step(StepKind::Line, number);
}

void Script::call(uint32_t code, uint32_t line, const std::vector<ObjectId>& arguments) {
    endCall();
    ScriptedFrame frame;
    frame.code = code;
    frame.slots.resize(m_tables->codes[code].slots.size());
    for (size_t i = 0; i < arguments.size(); ++i) frame.slots[i] = arguments[i];
    m_now.frames.push_back(frame);
    note(EventKind::FramePush, {}).frame = uint32_t(m_now.frames.size() - 1);
    step(StepKind::Call, line);
}

void Script::leave(ObjectId value) {
    endCall();
    m_now.info.returned = value;
    step(StepKind::Return, m_now.frames.back().line);
    m_leaving = true;
}

void Script::raise(ObjectId exception) {
    m_now.info.raised = exception;
    step(StepKind::Exception, m_now.frames.back().line);
}

std::unique_ptr<Run> Script::finish() { return std::make_unique<ScriptedRun>(m_steps); }

}

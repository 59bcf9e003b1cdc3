// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_run.h"

#include <algorithm>
#include <map>
#include <random>

#include "core/events/recorder.h"
#include "core/python/reading/python_reading.h"
#include "core/python/shapes/shapes.h"

namespace memtape::test {

namespace {

// In the model's cells and slots a number from granuleEnd on stands for one of these.
struct ModelPointer {
    PointerView view;       // but for isDangling
    uint32_t frameLife = 0; // Slot
};

struct ModelObject {
    uint32_t life = 0, type = 0;
    uint64_t size = 0;
    std::string value;
    bool immortal = false;
    std::map<uint32_t, Granule> fields, items, keys, values;
    std::vector<std::pair<uint32_t, Granule>> attributes;
    std::vector<Granule> suspendedSlots, suspendedHeld;
    bool isSuspended = false;
    uint32_t suspendedCode = 0, suspendedLife = 0;
};

struct ModelFrame {
    uint32_t code;
    uint32_t life = 0;
    uint32_t line = 0;
    std::vector<Granule> slots, held;
};

enum TypeId : uint32_t { IntType = 1, FloatType, StrType, ListType, DictType, PointType, GeneratorType, TypeEnd };
constexpr uint32_t codeCount = 3;

std::string describePointer(const PointerView& p) {
    static const char* const refs[] = {"counts", "leads", "weak"};
    std::string text = std::string("(") + refs[static_cast<unsigned>(p.ref)] + ' ' + std::to_string(p.object.life);
    switch (p.place) {
    case MemoryPlace::Kind::Object: break;
    case MemoryPlace::Kind::Cell: text += " cell " + std::to_string(static_cast<unsigned>(p.cell)) + '.' + std::to_string(p.index); break;
    case MemoryPlace::Kind::Byte: text += " byte " + std::to_string(p.index); break;
    case MemoryPlace::Kind::Slot: text += " frame " + std::to_string(p.frame) + " slot " + std::to_string(p.index); break;
    }
    return text + (p.isDangling ? " dangling)" : ")");
}

class Model {
public:
    explicit Model(const RandomOptions& options)
        : m_options(options),
          m_random(options.seed),
          m_tape(std::make_shared<Tape>("python")),
          m_pen(*m_tape) {}

    RandomRun run() {
        define();
        m_pen.programBegin();
        pushFrame(1);
        for (uint32_t s = 0; s < m_options.steps; s++) {
            uint32_t events = pick(2 * m_options.eventsPerStep + 1);
            for (uint32_t e = 0; e < events; e++) event();
            step();
        }
        for (uint32_t e = 0; e < 5; e++) event();
        m_pen.end(EndReason::Exit, 0);
        RandomRun run;
        run.tape = m_tape;
        run.states = std::move(m_states);
        run.output = std::move(m_outputs);
        return run;
    }

private:
    uint32_t pick(uint32_t below) { return below ? static_cast<uint32_t>(m_random() % below) : 0; }

    void define() {
        using Shape = PythonShape;
        struct Row {
            const char* name;
            Shape shape;
            std::vector<std::string> fields;
        };
        const Row rows[] = {{"int", Shape::Int, {}},
                            {"float", Shape::Float, {}},
                            {"str", Shape::Str, {}},
                            {"list", Shape::Sequence, {}},
                            {"dict", Shape::Dict, {}},
                            {"Point", Shape::Plain, {"a", "b", "__dict__"}},
                            {"generator", Shape::Generator, {"name"}}};
        uint32_t id = 1;
        for (const Row& row : rows) {
            TypeInfo info;
            info.id = id++;
            info.name = info.qualname = row.name;
            info.shape = static_cast<uint8_t>(row.shape);
            if (row.shape == Shape::Int) info.role = TypeRole::Integer, info.fixedBytes = 24, info.digitBytes = 4, info.digitBits = 30;
            if (row.shape == Shape::Float) info.role = TypeRole::Float, info.fixedBytes = 24;
            info.fields = row.fields;
            m_pen.defineType(info);
        }
        for (uint32_t a = 0; a < 4; a++) m_pen.attributeName(PointType, a, std::string("attribute") + static_cast<char>('0' + a));
        m_pen.defineFile(1, "random.py", "pass\n", true);
        for (uint32_t c = 1; c <= codeCount; c++) {
            CodeInfo code;
            code.id = c;
            code.file = 1;
            code.name = code.qualname = "code" + std::to_string(c);
            for (uint32_t s = 0; s < c * 12; s++) code.slots.push_back("s" + std::to_string(s));
            code.slotKinds.assign(code.slots.size(), 0x20);
            code.stackSize = 3;
            m_pen.defineCode(code);
        }
    }

    Granule anyAlive() {
        if (m_alive.empty()) return 0;
        return m_alive[pick(static_cast<uint32_t>(m_alive.size()))];
    }
    Granule anyOf(TypeId type) {
        for (int i = 0; i < 8; i++)
            if (Granule g = anyAlive(); g && m_objects[g].type == type) return g;
        return 0;
    }

    void event() {
        switch (pick(27)) {
        case 0:
        case 1:
        case 2:
        case 3: allocate(); break;
        case 4:
        case 5: release(); break;
        case 6:
        case 7:
        case 8: bind(); break;
        case 9: unbind(); break;
        case 10:
        case 11:
        case 12: list(); break;
        case 13:
        case 14: dict(); break;
        case 15:
        case 16: point(); break;
        case 17: hold(); break;
        case 18: pick(8) ? frames() : threads(); break;
        case 19: generators(); break;
        case 20: output(); break;
        case 21: payload(); break;
        case 22: holdElsewhere(); break;
        case 23: whole(); break;
        case 24:
        case 25:
        case 26: pointer(); break;
        }
    }

    void allocate() {
        if (m_alive.size() > 120) release();
        Granule g = 0;
        if (!m_freed.empty() && pick(4)) {
            g = m_freed.back();
            m_freed.pop_back();
        } else {
            g = pick(20) ? m_next : m_next + 0x100000 * pick(16);
            while (m_objects.count(g)) g += 2;
            m_next = g + 2 + 2 * pick(3);
            if (m_next >= granuleEnd / 2) m_next = 0x2000;
        }
        if (!g || m_objects.count(g)) return;
        ModelObject o;
        o.life = ++m_lives;
        o.type = 1 + pick(TypeEnd - 1);
        if (o.type == IntType) {
            int64_t v = pick(4) ? static_cast<int64_t>(pick(1000)) : static_cast<int64_t>(m_random() * 0x123456789);
            m_pen.allocInt(g, v);
            o.value = std::to_string(v);
            uint64_t magnitude = v < 0 ? 0 - static_cast<uint64_t>(v) : static_cast<uint64_t>(v);
            o.size = 28;
            for (magnitude >>= 30; magnitude; magnitude >>= 30) o.size += 4;
        } else if (o.type == FloatType) {
            double v = pick(100) + 0.5;
            m_pen.allocFloat(g, v);
            o.value = std::to_string(static_cast<int>(v)) + ".5";
            o.size = 24;
        } else {
            o.size = pick(3) ? 56 : 40 + pick(100);
            m_pen.alloc(g, o.type, static_cast<uint32_t>(o.size), static_cast<uint8_t>(pick(5) == 0));
            if (o.type == StrType) {
                std::string text = "text" + std::to_string(pick(1000));
                m_pen.payloadSet(g, text, text.size());
                o.value = '\'' + text + '\'';
            }
        }
        m_objects[g] = o;
        m_alive.push_back(g);
    }

    void release() {
        Granule g = anyAlive();
        if (!g || m_objects[g].isSuspended) return;
        dropAll(g);
        m_pen.free(g, static_cast<FreeCause>(pick(4)));
        m_objects.erase(g);
        m_alive.erase(std::find(m_alive.begin(), m_alive.end(), g));
        m_freed.push_back(g);
    }

    void dropAll(Granule g) {
        for (Granule other : m_alive) {
            ModelObject& o = m_objects[other];
            auto dropFrom = [&](std::map<uint32_t, Granule>& cells, CellKind kind) {
                for (auto it = cells.begin(); it != cells.end();) {
                    if (it->second != g) {
                        ++it;
                        continue;
                    }
                    m_pen.cellClear(other, kind, it->first);
                    it = cells.erase(it);
                }
            };
            dropFrom(o.fields, CellKind::Field);
            dropFrom(o.keys, CellKind::Key);
            dropFrom(o.values, CellKind::Value);
            for (auto it = o.items.begin(); it != o.items.end(); ++it)
                if (it->second == g) {
                    m_pen.cellClear(other, CellKind::Item, it->first);
                    it->second = 0;
                }
            for (size_t i = o.attributes.size(); i-- > 0;)
                if (o.attributes[i].second == g) {
                    m_pen.cellClear(other, CellKind::Attribute, o.attributes[i].first);
                    o.attributes.erase(o.attributes.begin() + static_cast<ptrdiff_t>(i));
                }
        }
        // slots and holds may keep the name of what is dead: a state shows nothing there, or what has been made there since
    }

    ModelFrame& running() { return m_frames.back(); }

    void bind() {
        Granule g = anyAlive();
        if (!g) return;
        uint32_t s = pick(static_cast<uint32_t>(running().slots.size()));
        m_pen.slotSet(s, g);
        running().slots[s] = g;
    }
    void unbind() {
        uint32_t s = pick(static_cast<uint32_t>(running().slots.size()));
        m_pen.slotClear(s);
        running().slots[s] = 0;
    }

    void list() {
        Granule l = anyOf(ListType), g = anyAlive();
        if (!l) return;
        auto& items = m_objects[l].items;
        uint32_t count = static_cast<uint32_t>(items.size());
        switch (pick(6)) {
        case 0:
        case 1:
            m_pen.cellInsert(l, CellKind::Item, count, g);
            items[count] = g;
            break;
        case 2: {
            uint32_t at = pick(count + 1);
            m_pen.cellInsert(l, CellKind::Item, at, g);
            for (uint32_t i = count; i > at; i--) items[i] = items[i - 1];
            items[at] = g;
            break;
        }
        case 3: {
            if (!count) break;
            uint32_t at = pick(count), n = 1 + pick(count - at);
            m_pen.cellErase(l, CellKind::Item, at, n);
            for (uint32_t i = at; i + n < count; i++) items[i] = items[i + n];
            for (uint32_t i = count - n; i < count; i++) items.erase(i);
            break;
        }
        case 4: {
            std::vector<Granule> values;
            for (uint32_t i = pick(6); i > 0; i--) values.push_back(anyAlive());
            uint32_t at = pick(count + 1);
            m_pen.cellFill(l, CellKind::Item, at, values.data(), static_cast<uint32_t>(values.size()));
            for (uint32_t i = 0; i < values.size(); i++) items[at + i] = values[i];
            break;
        }
        case 5: {
            uint32_t length = pick(count + 1);
            m_pen.cellTruncate(l, CellKind::Item, length);
            items.erase(items.lower_bound(length), items.end());
            break;
        }
        }
        uint64_t size = 56 + 8 * items.size();
        if (size != m_objects[l].size) {
            m_pen.resize(l, size, items.size());
            m_objects[l].size = size;
        }
    }

    void dict() {
        Granule d = anyOf(DictType);
        if (!d) return;
        ModelObject& o = m_objects[d];
        uint32_t index = pick(10);
        if (pick(4)) {
            Granule key = anyAlive(), value = anyAlive();
            m_pen.cellSet(d, CellKind::Key, index, key);
            m_pen.cellSet(d, CellKind::Value, index, value);
            o.keys[index] = key;
            o.values[index] = value;
        } else if (pick(4)) {
            m_pen.cellClear(d, CellKind::Key, index);
            m_pen.cellClear(d, CellKind::Value, index);
            o.keys.erase(index);
            o.values.erase(index);
        } else {
            m_pen.cellTruncate(d, CellKind::Key, index);
            m_pen.cellTruncate(d, CellKind::Value, index);
            o.keys.erase(o.keys.lower_bound(index), o.keys.end());
            o.values.erase(o.values.lower_bound(index), o.values.end());
        }
    }

    void point() {
        Granule p = anyOf(PointType), g = anyAlive();
        if (!p) return;
        ModelObject& o = m_objects[p];
        uint32_t index = pick(4);
        auto found = std::find_if(o.attributes.begin(), o.attributes.end(), [&](auto& a) { return a.first == index; });
        if (pick(4) == 0) {
            m_pen.cellClear(p, CellKind::Attribute, index);
            if (found != o.attributes.end()) o.attributes.erase(found);
        } else if (pick(4) == 0) {
            m_pen.cellSet(p, CellKind::Field, index % 3, g);
            o.fields[index % 3] = g;
        } else {
            m_pen.cellSet(p, CellKind::Attribute, index, g);
            if (found != o.attributes.end()) found->second = g;
            else o.attributes.push_back({index, g});
        }
    }

    // Whole ranges and moves between objects.
    void whole() {
        Granule p = anyOf(PointType), q = anyOf(PointType);
        if (!p || p == q) return;
        if (q && pick(2)) {
            m_pen.cellMove(p, q, CellKind::Attribute);
            ModelObject &from = m_objects[p], &to = m_objects[q];
            if (from.attributes.empty()) return;
            to.attributes = std::move(from.attributes);
            from.attributes.clear();
            return;
        }
        ModelObject& o = m_objects[p];
        if (pick(2)) {
            std::vector<Granule> values;
            for (uint32_t i = 0; i < 4; i++) values.push_back(pick(3) ? anyAlive() : 0);
            m_pen.cellFill(p, CellKind::Attribute, 0, values.data(), 4);
            for (uint32_t i = 0; i < 4; i++) {
                auto found = std::find_if(o.attributes.begin(), o.attributes.end(), [&](auto& a) { return a.first == i; });
                if (!values[i]) {
                    if (found != o.attributes.end()) o.attributes.erase(found);
                } else if (found != o.attributes.end()) {
                    found->second = values[i];
                } else {
                    o.attributes.push_back({i, values[i]});
                }
            }
        } else {
            uint32_t length = pick(4);
            m_pen.cellTruncate(p, CellKind::Attribute, length);
            std::erase_if(o.attributes, [&](auto& a) { return a.first >= length; });
        }
    }

    // ---- references to places, and such as do not count

    MemoryPlace anyHolder() {
        Granule p = anyOf(PointType), l = anyOf(ListType), d = anyOf(DictType);
        switch (pick(6)) {
        case 0:
            if (p) return MemoryPlace::ofCell(p, CellKind::Field, pick(3));
            break;
        case 1:
            if (p) return MemoryPlace::ofCell(p, CellKind::Attribute, pick(4));
            break;
        case 2:
            if (l && !m_objects[l].items.empty())
                return MemoryPlace::ofCell(l, CellKind::Item, pick(static_cast<uint32_t>(m_objects[l].items.size())));
            break;
        case 3:
            if (d) return MemoryPlace::ofCell(d, pick(2) ? CellKind::Key : CellKind::Value, pick(10));
            break;
        default: break;
        }
        return anySlot();
    }
    MemoryPlace anySlot() {
        uint32_t frame = pick(3) ? 0 : pick(static_cast<uint32_t>(m_frames.size()));
        return MemoryPlace::ofSlot(pick(static_cast<uint32_t>(m_frames[m_frames.size() - 1 - frame].slots.size())), frame);
    }
    MemoryPlace anyTarget() {
        Granule g = pick(8) ? anyAlive() : 0;
        switch (pick(5)) {
        case 0: return MemoryPlace::ofCell(g, static_cast<CellKind>(pick(5)), pick(20));
        case 1: return MemoryPlace::ofByte(g, pick(300));
        case 2: return anySlot();
        default: return MemoryPlace::ofObject(g);
        }
    }

    Granule wordAt(const MemoryPlace& place) {
        if (place.kind == MemoryPlace::Kind::Slot) return m_frames[m_frames.size() - 1 - place.frame].slots[place.index];
        ModelObject& o = m_objects[place.object];
        if (place.cell == CellKind::Attribute) {
            for (auto& [index, word] : o.attributes)
                if (index == place.index) return word;
            return 0;
        }
        auto& cells = cellsOf(o, place.cell);
        auto found = cells.find(place.index);
        return found == cells.end() ? 0 : found->second;
    }
    static std::map<uint32_t, Granule>& cellsOf(ModelObject& o, CellKind kind) {
        return kind == CellKind::Field ? o.fields : kind == CellKind::Item ? o.items : kind == CellKind::Key ? o.keys : o.values;
    }
    void setWord(const MemoryPlace& place, Granule word) {
        if (place.kind == MemoryPlace::Kind::Slot) {
            m_frames[m_frames.size() - 1 - place.frame].slots[place.index] = word;
            return;
        }
        ModelObject& o = m_objects[place.object];
        if (place.cell == CellKind::Attribute) {
            auto found = std::find_if(o.attributes.begin(), o.attributes.end(), [&](auto& a) { return a.first == place.index; });
            if (found != o.attributes.end() && word) found->second = word;
            else if (found != o.attributes.end()) o.attributes.erase(found);
            else if (word) o.attributes.push_back({place.index, word});
        } else if (word || place.cell == CellKind::Item) {
            cellsOf(o, place.cell)[place.index] = word;
        } else {
            cellsOf(o, place.cell).erase(place.index);
        }
    }

    void pointer() {
        MemoryPlace holder = anyHolder();
        if (pick(4) == 0) {
            MemoryPlace from = anyHolder();
            Granule word = wordAt(from);
            if (word && !shows(word)) return; // an ordinary reference to what is gone is no reference
            m_pen.pointerCopy(holder, from);
            setWord(holder, word);
            return;
        }
        RefKind ref = static_cast<RefKind>(pick(3));
        MemoryPlace target = anyTarget();
        m_pen.pointerSet(holder, ref, target);
        if (target.kind != MemoryPlace::Kind::Slot && !target.object) return setWord(holder, 0);
        const bool isPlain = holder.kind == MemoryPlace::Kind::Slot && ref == RefKind::Counts && target.kind == MemoryPlace::Kind::Object;
        if (isPlain) return setWord(holder, target.object); // an ordinary reference of any frame
        ModelPointer made;
        made.view = {ref, target.kind, {}, target.cell, target.index, 0, false};
        if (target.kind == MemoryPlace::Kind::Slot) {
            made.view.frame = static_cast<uint32_t>(m_frames.size()) - 1 - target.frame;
            made.frameLife = m_frames[made.view.frame].life;
        } else {
            made.view.object = {target.object, m_objects[target.object].life};
        }
        m_pointers.push_back(made);
        setWord(holder, granuleEnd + static_cast<Granule>(m_pointers.size()) - 1);
    }

    void hold() {
        auto& held = running().held;
        if (pick(3)) {
            uint32_t depth = pick(12);
            Granule g = anyAlive();
            if (!g) return;
            m_pen.holdSet(HolderKind::Stack, depth, g);
            if (held.size() <= depth) held.resize(depth + 1);
            held[depth] = g;
        } else {
            uint32_t depth = pick(12);
            m_pen.holdClear(HolderKind::Stack, depth);
            if (held.size() > depth) held.resize(depth);
        }
    }

    void holdElsewhere() {
        uint32_t index = pick(5);
        Granule g = anyAlive();
        HolderKind kind = pick(2) ? HolderKind::Native : HolderKind::Interpreter;
        if (g && pick(2)) m_pen.holdSet(kind, index, g);
        else m_pen.holdClear(kind, index);
    }

    void pushFrame(uint32_t code) {
        m_pen.framePush(static_cast<uint32_t>(m_frames.size() * 128), code, anyAlive(), anyAlive(), 0, 0);
        ModelFrame f;
        f.code = code;
        f.life = ++m_frameLives;
        f.line = 0;
        f.slots.resize(code * 12);
        m_frames.push_back(f);
    }

    void frames() {
        if (m_frames.size() < 6 && pick(2)) {
            pushFrame(1 + pick(codeCount));
        } else if (m_frames.size() > 1) {
            m_pen.framePop();
            m_frames.pop_back();
        }
    }

    // Another thread of a few runs.
    void threads() {
        uint32_t next = pick(4);
        if (next == m_thread) return;
        m_pen.switchThread(next);
        m_aside[m_thread] = std::move(m_frames);
        m_frames = std::move(m_aside[next]);
        m_aside.erase(next);
        m_thread = next;
        if (m_frames.empty()) pushFrame(1 + pick(codeCount));
    }

    void generators() {
        Granule g = anyOf(GeneratorType);
        if (!g) return;
        ModelObject& o = m_objects[g];
        if (o.isSuspended) {
            if (m_frames.size() >= 8) return;
            m_pen.frameResume(g);
            ModelFrame f;
            f.code = o.suspendedCode;
            f.life = o.suspendedLife;
            f.slots = o.suspendedSlots;
            f.held = o.suspendedHeld;
            m_frames.push_back(f);
            o.isSuspended = false;
            o.suspendedSlots.clear();
            o.suspendedHeld.clear();
        } else if (m_frames.size() > 1) {
            m_pen.frameSuspend(g);
            o.isSuspended = true;
            o.suspendedCode = running().code;
            o.suspendedLife = running().life;
            o.suspendedSlots = running().slots;
            o.suspendedHeld = running().held;
            m_frames.pop_back();
        }
    }

    void output() {
        std::string text = "line " + std::to_string(pick(100)) + "\n";
        bool isError = pick(4) == 0;
        m_pen.output(isError ? OutputStream::Stderr : OutputStream::Stdout, text);
        if (!isError) m_output += text;
    }

    void payload() {
        Granule s = anyOf(StrType);
        if (!s) return;
        ModelObject& o = m_objects[s];
        if (pick(2)) {
            o.value.insert(o.value.size() - 1, "+tail");
            m_pen.payloadAppend(s, s, "+tail");
        } else {
            std::string text(pick(30), 'x');
            m_pen.payloadSet(s, text, text.size());
            o.value = '\'' + text + '\'';
        }
    }

    void step() {
        uint32_t line = 1 + pick(40);
        StepKind kind = static_cast<StepKind>(pick(4));
        Granule subject = kind == StepKind::Return || kind == StepKind::Exception ? anyAlive() : 0;
        m_pen.step(kind, line, subject);
        running().line = line;
        if (m_options.keepStates) {
            m_states.push_back(describe());
            m_outputs.push_back(m_output);
        }
    }

    bool shows(Granule g) const { return g >= granuleEnd || (g && m_objects.count(g)); }
    std::string name(Granule g) const {
        if (!shows(g)) return "-";
        if (g < granuleEnd) return std::to_string(m_objects.at(g).life);
        const ModelPointer& pointer = m_pointers[g - granuleEnd];
        PointerView view = pointer.view;
        if (view.place == MemoryPlace::Kind::Slot) {
            auto has = [&](const std::vector<ModelFrame>& frames) {
                return view.frame < frames.size() && frames[view.frame].life == pointer.frameLife;
            };
            view.isDangling = !has(m_frames);
            for (auto& [thread, frames] : m_aside) view.isDangling &= !has(frames);
        } else {
            auto found = m_objects.find(view.object.granule);
            view.isDangling = found == m_objects.end() || found->second.life != view.object.life;
        }
        return describePointer(view);
    }

    std::string describe() const {
        std::string out;
        auto describeFrames = [&](const std::vector<ModelFrame>& frames) {
            for (const ModelFrame& f : frames) {
                out += "frame " + std::to_string(f.code) + ":";
                for (Granule s : f.slots) out += ' ' + name(s);
                out += " |";
                for (Granule s : f.held) out += ' ' + name(s);
                out += '\n';
            }
        };
        describeFrames(m_frames);
        for (auto& [thread, frames] : m_aside) {
            out += "thread " + std::to_string(thread) + "\n";
            describeFrames(frames);
        }
        std::vector<Granule> order;
        for (auto& [g, o] : m_objects) order.push_back(g);
        std::sort(order.begin(), order.end(), [&](Granule a, Granule b) { return m_objects.at(a).life < m_objects.at(b).life; });
        for (Granule g : order) {
            const ModelObject& o = m_objects.at(g);
            out += std::to_string(o.life) + " t" + std::to_string(o.type) + " s" + std::to_string(o.size) + ' ' + o.value;
            for (auto [i, v] : o.fields) out += " f" + std::to_string(i) + '=' + name(v);
            for (auto [i, v] : o.items)
                if (shows(v)) out += " i" + std::to_string(i) + '=' + name(v);
            std::map<uint32_t, std::string> entries;
            for (auto [i, v] : o.keys) entries[i] += " k" + std::to_string(i) + '=' + name(v);
            for (auto [i, v] : o.values) entries[i] += " v" + std::to_string(i) + '=' + name(v);
            for (auto& [i, text] : entries) out += text;
            for (auto [i, v] : o.attributes) out += " attribute" + std::to_string(i) + '=' + name(v);
            if (o.isSuspended) {
                out += " suspended:";
                for (Granule s : o.suspendedSlots) out += ' ' + name(s);
                out += " |";
                for (Granule s : o.suspendedHeld) out += ' ' + name(s);
            }
            out += '\n';
        }
        return out;
    }

    RandomOptions m_options;
    std::mt19937_64 m_random;
    std::shared_ptr<Tape> m_tape;
    Recorder m_pen;
    std::map<Granule, ModelObject> m_objects;
    std::vector<Granule> m_alive, m_freed;
    std::vector<ModelFrame> m_frames;
    std::map<uint32_t, std::vector<ModelFrame>> m_aside; // of the threads that do not run
    uint32_t m_thread = 0;
    std::vector<std::string> m_states, m_outputs;
    std::string m_output;
    std::vector<ModelPointer> m_pointers;
    uint32_t m_lives = 0, m_frameLives = 0;
    Granule m_next = 0x2000;
};

}

RandomRun makeRandomRun(const RandomOptions& options) { return Model(options).run(); }

std::string describeState(const MemoryState& state) {
    PythonReading reading(state);
    std::string out;
    auto name = [](ObjectId id) { return id ? std::to_string(id.life) : std::string("-"); };
    auto words = [&](const FrameView& f) {
        for (const SlotView& s : f.slots) out += ' ' + (s.pointer ? describePointer(*s.pointer) : name(s.value));
        out += " |";
        for (ObjectId id : f.held) out += ' ' + name(id);
    };
    auto describeFrame = [&](const FrameView& f) {
        out += "frame " + std::to_string(f.code) + ":";
        words(f);
        out += '\n';
    };
    for (size_t i = 0; i < state.frameCount(); i++) describeFrame(state.frame(i));
    for (const ThreadView& thread : state.otherThreads()) {
        out += "thread " + std::to_string(thread.number) + "\n";
        for (const FrameView& f : thread.frames) describeFrame(f);
    }
    for (ObjectId id : state.liveObjects(false)) {
        ObjectView o = state.object(id);
        out += std::to_string(id.life) + " t" + std::to_string(o.type) + " s" + std::to_string(o.size) + ' ' + reading.valueText(id);
        for (const CellView& c : state.cells(id)) {
            if (c.kind == CellKind::Field && c.index >= suspendedCells) continue; // a suspended frame's
            if (!c.value && !c.pointer) continue;
            switch (c.kind) {
            case CellKind::Field: out += " f" + std::to_string(c.index); break;
            case CellKind::Item: out += " i" + std::to_string(c.index); break;
            case CellKind::Key: out += " k" + std::to_string(c.index); break;
            case CellKind::Value: out += " v" + std::to_string(c.index); break;
            case CellKind::Attribute: out += ' ' + std::string(c.name); break;
            }
            out += '=' + (c.pointer ? describePointer(*c.pointer) : name(c.value));
        }
        if (auto f = state.suspendedFrame(id)) {
            out += " suspended:";
            words(*f);
        }
        out += '\n';
    }
    return out;
}

}

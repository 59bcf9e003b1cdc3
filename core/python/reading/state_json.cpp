// SPDX-License-Identifier: GPL-3.0-or-later
// The memory at a step as JSON: a contract with other programs, which the manual of the command line says.
#include <deque>
#include <optional>
#include <unordered_set>

#include "core/python/reading/awaiting.h"
#include "core/python/reading/python_reading.h"
#include "core/python/reading/python_view.h"
#include "core/replay/json/json_writer.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"

namespace memtape {

namespace {

using Shape = PythonShape;

std::string_view eventName(StepKind kind) {
    switch (kind) {
    case StepKind::Call: return "call";
    case StepKind::Line: return "line";
    case StepKind::Return: return "return";
    case StepKind::Exception: return "exception";
    }
    return "line";
}

// The exact types whose objects are shown by their value alone.
bool isScalar(const TypeInfo& t) {
    switch (shapeOf(t)) {
    case Shape::Int: return t.name == "int";
    case Shape::Float: return t.name == "float";
    case Shape::Complex: return t.name == "complex";
    case Shape::Bool:
    case Shape::None:
    case Shape::Ellipsis:
    case Shape::NotImplemented:
    case Shape::Range: return true;
    case Shape::Str: return t.name == "str";
    case Shape::Bytes: return t.name == "bytes";
    case Shape::ByteArray: return t.name == "bytearray";
    default: return false;
    }
}

bool hasValue(Shape shape) { return shape >= Shape::Int && shape <= Shape::NotImplemented; }

class StateWriter {
public:
    StateWriter(const Reading& reading, std::string& out) : m_reading(reading), m_view(reading.state()), m_state(reading.state()), m_json(&out) {}

    void write(Replay& replay, const StateOptions& options, StateOutput output) {
        const StepInfo& step = m_state.step();
        const CodeInfo& code = m_state.code(step.code);
        m_yielding = yieldingFrame(replay);
        m_json.beginObject();
        m_json.pair("step", step.step);
        m_json.pair("event", eventName(step.kind));
        line(step.line, code);
        m_json.pair("function", code.qualname);
        if (code.file != mainFile()) m_json.pair("file", baseName(m_state.filePath(code.file)));
        if (m_state.thread()) m_json.pair("thread", uint64_t{m_state.thread()});
        m_json.key("stack");
        m_json.beginArray();
        for (size_t i = 0; i < m_state.frameCount(); i++) frame(m_state.frame(i));
        m_json.endArray();
        if (m_state.thread()) threads();
        if (step.kind == StepKind::Return && step.returned) ref("return", step.returned);
        if (step.kind == StepKind::Exception && step.raised) {
            m_json.pair("exception", m_view.typeOf(step.raised).name);
            ref("raised", step.raised);
        }
        heap(options.everything);
        m_json.pair("stdout", output == StateOutput::All ? replay.outputUpTo(step.step, OutputStream::Stdout)
                                                         : replay.outputAt(step.step, OutputStream::Stdout));
        m_json.endObject();
    }

private:
    static std::string_view baseName(std::string_view path) {
        size_t slash = path.rfind('/');
        return slash == std::string_view::npos ? path : path.substr(slash + 1);
    }
    // FILE: that of the outermost program frame, which runs its module.
    uint32_t mainFile() const {
        auto fileOf = [this](const FrameView& frame) {
            const CodeInfo& code = m_state.code(frame.code);
            return code.ofProgram ? code.file : 0;
        };
        if (m_state.thread())
            for (const ThreadView& thread : m_state.otherThreads())
                for (const FrameView& frame : thread.frames)
                    if (uint32_t file = thread.number == 0 ? fileOf(frame) : 0) return file;
        for (size_t i = 0; i < m_state.frameCount(); i++)
            if (uint32_t file = fileOf(m_state.frame(i))) return file;
        return 0;
    }

    // The stacks of the threads that do not run at this step.
    void threads() {
        m_json.key("threads");
        m_json.beginArray();
        for (const ThreadView& thread : m_state.otherThreads()) {
            m_json.beginObject();
            m_json.pair("thread", uint64_t{thread.number});
            m_json.key("stack");
            m_json.beginArray();
            for (const FrameView& f : thread.frames) frame(f);
            m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    // A generator's frame that yields: CPython counts it as suspended at that step already, though it is still on the stack.
    std::optional<FrameView> yieldingFrame(const Replay& replay) const {
        if (m_state.step().kind != StepKind::Return || !m_state.frameCount()) return std::nullopt;
        FrameView running = m_state.frame(m_state.frameCount() - 1);
        if (!running.generator || !replay.isYield()) return std::nullopt;
        return running;
    }

    static uint64_t number(ObjectId id) { return shownAddress(id.granule); }
    void ref(ObjectId id) {
        m_json.number(number(id));
        if (m_seen.insert(id.granule).second) m_pending.push_back(id);
    }
    void ref(std::string_view key, ObjectId id) {
        m_json.key(key);
        ref(id);
    }
    void refs(std::string_view key, const std::vector<ObjectId>& ids) {
        m_json.key(key);
        m_json.beginArray();
        for (ObjectId id : ids) ref(id);
        m_json.endArray();
    }
    void named(std::string_view key, const NamedRefs& names) {
        m_json.key(key);
        m_json.beginObject();
        for (auto& [name, id] : names)
            if (!PythonView::isHiddenName(name)) ref(name, id);
        m_json.endObject();
    }

    // In CPython a module begins in line 0, and an empty one runs and ends there, in three steps; a frame's line is None at instructions that are of no line.
    void line(uint32_t number, const CodeInfo& code) {
        m_json.key("line");
        const bool begins = m_state.step().step < 3 || m_state.step().kind == StepKind::Call;
        if (number || (code.name == "<module>" && begins)) m_json.number(uint64_t{number});
        else m_json.null();
    }

    void frame(const FrameView& f) {
        if (!f.ofProgram) return;
        m_json.beginObject();
        m_json.pair("function", m_state.code(f.code).qualname);
        line(f.line, m_state.code(f.code));
        named("locals", m_view.frameNames(f));
        m_json.endObject();
    }

    void heap(bool everything) {
        std::unordered_set<Granule> unreached; // what is reached from the stack is not among them
        if (everything) {
            for (ObjectId id : m_state.liveObjects(false))
                if (m_seen.insert(id.granule).second) m_pending.push_back(id);
            for (ObjectId id : m_state.unreachable()) unreached.insert(id.granule);
        }
        // the counts of all are found in one scan, so who they are must be known first
        std::string* out = m_json.target();
        std::vector<ObjectId> ids;
        std::vector<std::string> nodes;
        while (!m_pending.empty()) {
            ids.push_back(m_pending.front());
            m_pending.pop_front();
            nodes.emplace_back();
            m_json.setTarget(&nodes.back());
            node(ids.back());
        }
        m_json.setTarget(out);
        std::vector<uint64_t> counts = m_state.referenceCounts(ids);
        m_json.key("heap");
        m_json.beginObject();
        for (size_t i = 0; i < ids.size(); i++) {
            ObjectView o = m_state.object(ids[i]);
            m_json.key(std::to_string(number(ids[i])));
            m_json.beginObject();
            m_json.raw(nodes[i]);
            m_json.pair("address", o.address);
            m_json.pair("refcount", counts[i]);
            m_json.pair("made_at", o.madeAtStep);
            m_json.key("reachable");
            m_json.boolean(!unreached.count(ids[i].granule));
            m_json.endObject();
        }
        m_json.endObject();
    }

    void value(ObjectId id) {
        ValueText v = m_reading.value(id);
        m_json.pair("value", v.text);
        if (!v.cut) return;
        m_json.pair("length", v.length);
        m_json.key("cut");
        m_json.boolean(true);
    }

    // What the oracle of states writes of each kind of object.
    void node(ObjectId id) {
        const TypeInfo& type = m_view.typeOf(id);
        Shape shape = shapeOf(type);
        m_json.pair("type", typeName(id, type));
        m_json.pair("size", m_state.object(id).size);
        if (isScalar(type)) value(id);
        else if (shape == Shape::Module && type.name == "module") m_json.pair("name", moduleName(id));
        else if (shape == Shape::Class) classNode(id);
        else if (shape == Shape::Function) functionNode(id);
        else if (shape == Shape::Method) {
            if (ObjectId self = m_view.field(id, "self")) ref("self", self);
            if (ObjectId function = m_view.field(id, "func")) ref("function", function);
        } else if (shape == Shape::Generator) generatorNode(id);
        else if (shape != Shape::Traceback && shape != Shape::Frame && shape != Shape::Code) otherNode(id, type);
    }

    // A class may be renamed: its own name counts.
    std::string typeName(ObjectId id, const TypeInfo& type) {
        if (!type.ofProgram) return type.name;
        std::string own = m_view.str(m_view.field(m_view.classOf(id), "__name__"));
        return own.empty() ? type.name : own;
    }

    std::string moduleName(ObjectId id) {
        std::string name = m_view.str(m_view.lookup(m_view.field(id, "__dict__"), "__name__"));
        return name.empty() ? m_view.str(m_view.field(id, "name")) : name;
    }

    void classNode(ObjectId id) {
        m_json.pair("name", m_view.className(id));
        if (!m_view.isProgramClass(id)) return;
        m_json.key("bases");
        m_json.beginArray();
        for (ObjectId base : m_view.items(m_view.field(id, "__bases__"))) m_json.string(m_view.className(base));
        m_json.endArray();
        NamedRefs shown;
        for (auto& [name, value] : m_view.namedEntries(m_view.field(id, "__dict__"))) {
            const std::string& t = m_view.typeOf(value).name;
            if (t != "getset_descriptor" && t != "member_descriptor") shown.push_back({name, value});
        }
        named("attributes", shown);
    }

    void functionNode(ObjectId id) {
        m_json.pair("name", m_view.str(m_view.field(id, "__qualname__")));
        if (auto defaults = m_view.items(m_view.field(id, "__defaults__")); !defaults.empty()) refs("defaults", defaults);
        if (!m_view.items(m_view.field(id, "__closure__")).empty()) named("closure", m_view.closure(id));
        if (ObjectId dict = m_view.field(id, "__dict__"))
            if (!m_view.entries(dict).empty()) named("attributes", m_view.namedEntries(dict));
    }

    void generatorNode(ObjectId id) {
        ObjectId qualname = m_view.field(id, "__qualname__");
        // its fields stand in this order: name, qualified name
        if (!qualname) qualname = m_state.cell(id, CellKind::Field, 1);
        m_json.pair("name", m_view.str(qualname));
        // An async generator counts as running until its awaitable is done.
        bool yields = m_yielding && m_yielding->generator == id && m_view.typeOf(id).name != "async_generator";
        if (auto frame = yields ? m_yielding : m_state.suspendedFrame(id); frame && (yields || !drivesRunning(*frame)))
            named("locals", m_view.frameNames(*frame));
        if (Awaited awaited = awaitedInPython(m_reading, id); awaited.object) ref(awaited.isPassedOn ? "yields_from" : "awaits", awaited.object);
    }

    // While close() or throw() goes on into what a suspended generator waits for, CPython counts the generator as running.
    bool drivesRunning(const FrameView& suspended) const {
        FrameView frame = suspended;
        for (int depth = 0; depth < 1000 && !frame.held.empty(); depth++) {
            ObjectId next = frame.held.back();
            if (!next) return false;
            if (m_view.typeOf(next).name == "coroutine_wrapper")
                for (const CellView& cell : m_state.cells(next)) next = cell.value ? cell.value : next;
            if (m_view.shapeOf(next) != Shape::Generator) return false;
            for (size_t i = 0; i < m_state.frameCount(); i++)
                if (m_state.frame(i).generator == next) return true;
            auto waits = m_state.suspendedFrame(next);
            if (!waits) return false;
            frame = *waits;
        }
        return false;
    }

    void otherNode(ObjectId id, const TypeInfo& type) {
        bool ofProgram = !m_view.programClassesOf(id).empty(), plain = true;
        Shape shape = shapeOf(type);
        if (shape == Shape::Dict) {
            m_json.key("entries");
            m_json.beginArray();
            for (auto [key, value] : m_view.entries(id)) {
                m_json.beginArray();
                ref(key);
                ref(value);
                m_json.endArray();
            }
            m_json.endArray();
        } else if (shape == Shape::Sequence || shape == Shape::Set) {
            refs("items", m_view.items(id));
        } else if (hasValue(shape)) {
            value(id);
        } else if (shape == Shape::Exception) {
            refs("args", m_view.items(m_view.field(id, "args")));
        } else {
            plain = ofProgram;
        }
        NamedRefs attributes = m_view.attributes(id);
        if (!attributes.empty() || (ofProgram && plain)) named("attributes", attributes);
        if (!plain && attributes.empty()) refs("refs", m_view.referents(id));
    }

    const Reading& m_reading;
    PythonView m_view;
    const MemoryState& m_state;
    JsonWriter m_json;
    std::unordered_set<Granule> m_seen;
    std::deque<ObjectId> m_pending;
    std::optional<FrameView> m_yielding;
};

}

std::string PythonReading::stateJson(Replay& replay, const StateOptions& options, StateOutput output) const {
    std::string out;
    StateWriter(*this, out).write(replay, options, output);
    return out;
}

}

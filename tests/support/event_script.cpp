// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/event_script.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/python/reading/python_reading.h"

namespace memtape::test {

struct EventScript::Words {
    std::vector<std::string> words;
    size_t at = 0;
    bool more() const { return at < words.size(); }
    std::string next() { return more() ? words[at++] : std::string(); }
    std::string_view peek() const { return more() ? std::string_view(words[at]) : std::string_view(); }
    uint32_t number() { return static_cast<uint32_t>(std::strtoul(next().c_str(), nullptr, 10)); }
    bool take(std::string_view word) {
        if (peek() != word) return false;
        at++;
        return true;
    }
};

namespace {

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    for (size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\t') {
            i++;
        } else if (text[i] == '#') {
            break;
        } else if (text[i] == '"') {
            std::string word;
            for (i++; i < text.size() && text[i] != '"'; i++) {
                if (text[i] != '\\' || i + 1 == text.size()) {
                    word += text[i];
                    continue;
                }
                char c = text[++i];
                word += c == 'n' ? '\n' : c == 't' ? '\t' : c;
            }
            i++;
            words.push_back(word);
        } else {
            size_t end = text.find_first_of(" \t", i);
            if (end == std::string_view::npos) end = text.size();
            words.emplace_back(text.substr(i, end - i));
            i = end;
        }
    }
    return words;
}

}

EventScript::EventScript() : m_tape(std::make_shared<Tape>("python")), m_recorder(*m_tape) {
    registerPythonReading();
    using Shape = PythonShape;
    m_codeInfos.resize(1);
    m_typeInfos.resize(1);
    struct Row {
        const char* name;
        Shape shape;
        std::vector<std::string> fields;
    };
    const Row rows[] = {
        {"type", Shape::Class, {"dict", "bases", "mro", "base"}},
        {"object", Shape::Plain, {}},
        {"int", Shape::Int, {}},
        {"float", Shape::Float, {}},
        {"complex", Shape::Complex, {}},
        {"bool", Shape::Bool, {}},
        {"NoneType", Shape::None, {}},
        {"str", Shape::Str, {}},
        {"bytes", Shape::Bytes, {}},
        {"bytearray", Shape::ByteArray, {}},
        {"range", Shape::Range, {"start", "stop", "step"}},
        {"list", Shape::Sequence, {}},
        {"tuple", Shape::Sequence, {}},
        {"set", Shape::Set, {}},
        {"dict", Shape::Dict, {}},
        {"function", Shape::Function, {"code", "globals", "name", "qualname", "defaults", "dict", "closure"}},
        {"module", Shape::Module, {"dict"}},
        {"method", Shape::Method, {"func", "self"}},
        {"generator", Shape::Generator, {"name", "qualname"}},
        {"Exception", Shape::Exception, {"args", "traceback", "context", "cause", "notes", "dict"}},
        {"cell", Shape::Cell, {"contents"}},
        {"code", Shape::Code, {}},
        {"member_descriptor", Shape::Plain, {}},
    };
    for (const Row& row : rows) addType(row.name, row.shape, row.fields, false);
}

uint32_t EventScript::addType(std::string_view name, PythonShape shape, std::vector<std::string> fields, bool ofProgram) {
    TypeInfo info;
    info.id = static_cast<uint32_t>(m_typeInfos.size());
    info.name = info.qualname = name;
    info.module = ofProgram ? "__main__" : "builtins";
    info.shape = static_cast<uint8_t>(shape);
    if (shape == PythonShape::Int && !ofProgram) {
        info.role = TypeRole::Integer;
        info.fixedBytes = 24;
        info.digitBytes = 4;
        info.digitBits = 30;
    } else if (shape == PythonShape::Float && !ofProgram) {
        info.role = TypeRole::Float;
        info.fixedBytes = 24;
    } else if (shape == PythonShape::None) {
        info.role = TypeRole::Nothing;
    }
    info.ofProgram = ofProgram;
    if (shape == PythonShape::Class) info.defines = TypeInfo::Defines::Class;
    else if (shape == PythonShape::Function || shape == PythonShape::Module || shape == PythonShape::Code) info.defines = TypeInfo::Defines::Code;
    info.fields = std::move(fields);
    info.granule = granule(name);
    m_types[std::string(name)] = info.id;
    m_typeInfos.push_back(info);
    m_recorder.defineType(info);
    return info.id;
}

Granule EventScript::granule(std::string_view name) const {
    auto found = m_objects.find(std::string(name));
    return found == m_objects.end() ? 0 : found->second;
}

uint32_t EventScript::typeId(std::string_view name) const {
    auto found = m_types.find(std::string(name));
    return found == m_types.end() ? 0 : found->second;
}

uint32_t EventScript::codeId(std::string_view name) const {
    auto found = m_codes.find(std::string(name));
    return found == m_codes.end() ? 0 : found->second;
}

Granule EventScript::make(std::string_view name) {
    Granule& g = m_objects[std::string(name)];
    if (!g) {
        g = m_next;
        m_next += 4;
    }
    return g;
}

// An object that was made before; "none" is no object.
Granule EventScript::object(std::string_view name) {
    if (name == "none") return 0;
    Granule g = granule(name);
    if (!g && m_problem.empty()) m_problem = "no object '" + std::string(name) + "'";
    return g;
}

uint32_t EventScript::slot(std::string_view name) const {
    if (!name.empty() && name[0] >= '0' && name[0] <= '9') return static_cast<uint32_t>(std::strtoul(std::string(name).c_str(), nullptr, 10));
    if (m_frames.empty()) return UINT32_MAX;
    const CodeInfo& code = m_codeInfos[m_frames.back().code];
    for (uint32_t s = 0; s < code.slots.size(); s++)
        if (code.slots[s] == name) return s;
    return UINT32_MAX;
}

uint32_t EventScript::fieldOf(Granule o, std::string_view name) const {
    auto type = m_typeOf.find(o);
    if (type == m_typeOf.end()) return UINT32_MAX;
    const TypeInfo& info = m_typeInfos[type->second];
    for (uint32_t f = 0; f < info.fields.size(); f++)
        if (info.fields[f] == name) return f;
    return UINT32_MAX;
}

uint32_t EventScript::attributeOf(Granule o, std::string_view name) {
    uint32_t type = m_typeOf[o];
    auto [place, isNew] = m_attributes.try_emplace(std::to_string(type) + ' ' + std::string(name), 0);
    if (isNew) {
        place->second = m_attributeCount[type]++;
        m_recorder.attributeName(type, place->second, name);
    }
    return place->second;
}

bool EventScript::run(std::string_view text) {
    unsigned number = 0;
    while (!text.empty()) {
        size_t end = text.find('\n');
        std::string_view one = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        number++;
        bool good = line(one);
        if (good && m_problem.empty()) continue;
        m_problem = "line " + std::to_string(number) + ": " + (m_problem.empty() ? "cannot read '" + std::string(one) + "'" : m_problem);
        return false;
    }
    return true;
}

bool EventScript::line(std::string_view text) {
    Words w{split(text)};
    if (!w.more()) return true;
    std::string verb = w.next();
    return define(w, verb) || control(w, verb) || objects(w, verb) || cells(w, verb);
}

bool EventScript::define(Words& w, std::string_view verb) {
    if (verb == "file") {
        std::string path = w.next(), source = w.next();
        uint32_t id = static_cast<uint32_t>(m_files.size() + 1);
        m_files[path] = id;
        m_recorder.defineFile(id, path, source, true);
    } else if (verb == "code") {
        CodeInfo code;
        std::string name = w.next();
        code.id = static_cast<uint32_t>(m_codeInfos.size());
        code.file = m_files.empty() ? 0 : 1;
        code.qualname = w.next();
        size_t dot = code.qualname.rfind('.');
        code.name = dot == std::string::npos ? code.qualname : code.qualname.substr(dot + 1);
        code.firstLine = 1;
        while (w.more()) {
            if (w.take("line")) code.firstLine = w.number();
            else if (w.take("stack")) code.stackSize = w.number();
            else if (w.take("args")) code.argCount = w.number();
            else if (w.take("library")) code.ofLibrary = !(code.ofProgram = false);
            else if (w.take("slots")) {
                while (w.more() && w.peek() != "stack" && w.peek() != "args" && w.peek() != "library" && w.peek() != "line")
                    code.slots.push_back(w.next());
            } else return false;
        }
        code.slotKinds.assign(code.slots.size(), 0x20);
        code.frameBytes = static_cast<uint32_t>(88 + 8 * (code.slots.size() + code.stackSize));
        m_codes[name] = code.id;
        m_codeInfos.push_back(code);
        m_recorder.defineCode(code);
    } else if (verb == "type") {
        static const std::unordered_map<std::string, PythonShape> shapes = {
            {"Plain", PythonShape::Plain},         {"Int", PythonShape::Int},     {"Str", PythonShape::Str},
            {"Sequence", PythonShape::Sequence},   {"Set", PythonShape::Set},     {"Dict", PythonShape::Dict},
            {"Exception", PythonShape::Exception}, {"Class", PythonShape::Class},
        };
        std::string name = w.next();
        auto shape = shapes.find(w.next());
        if (shape == shapes.end()) return false;
        std::vector<std::string> fields;
        bool ofProgram = false;
        if (w.take("fields"))
            while (w.more() && w.peek() != "program") fields.push_back(w.next());
        if (w.take("program")) ofProgram = true;
        addType(name, shape->second, fields, ofProgram);
    } else if (verb == "program") {
        m_recorder.programBegin();
    } else {
        return false;
    }
    return true;
}

bool EventScript::control(Words& w, std::string_view verb) {
    auto holder = [&](HolderKind& kind) {
        std::string name = w.next();
        kind = name == "stack" ? HolderKind::Stack : name == "native" ? HolderKind::Native : HolderKind::Interpreter;
    };
    if (verb == "push") {
        uint32_t code = codeId(w.next());
        if (!code) return false;
        Granule locals = 0, function = 0, codeObject = 0;
        while (w.more()) {
            if (w.take("locals")) locals = object(w.next());
            else if (w.take("function")) function = object(w.next());
            else if (w.take("codeobject")) codeObject = object(w.next());
            else if (w.take("with")) break;
            else return false;
        }
        m_recorder.framePush(static_cast<uint32_t>(64 * m_frames.size()), code, codeObject, function, locals, m_codeInfos[code].ofProgram ? 0 : 1);
        m_frames.push_back({code, locals});
        for (uint32_t s = 0; w.more(); s++) m_recorder.slotSet(s, object(w.next()));
    } else if (verb == "pop") {
        if (m_frames.empty()) return false;
        m_frames.pop_back();
        m_recorder.framePop();
    } else if (verb == "suspend") {
        if (m_frames.empty()) return false;
        Granule g = object(w.next());
        m_suspended[g] = m_frames.back();
        m_frames.pop_back();
        m_recorder.frameSuspend(g);
    } else if (verb == "resume") {
        Granule g = object(w.next());
        if (!m_suspended.count(g)) return false;
        m_frames.push_back(m_suspended[g]);
        m_suspended.erase(g);
        m_recorder.frameResume(g);
    } else if (verb == "thread") {
        uint32_t number = w.number();
        m_aside[m_thread] = std::move(m_frames);
        m_frames = std::move(m_aside[number]);
        m_thread = number;
        m_recorder.switchThread(number);
    } else if (verb == "line") {
        m_recorder.step(StepKind::Line, w.number(), 0);
    } else if (verb == "call") {
        m_recorder.step(StepKind::Call, w.number(), 0);
    } else if (verb == "return" || verb == "exception") {
        uint32_t at = w.number();
        m_recorder.step(verb == "return" ? StepKind::Return : StepKind::Exception, at, w.more() ? object(w.next()) : 0);
    } else if (verb == "bind") {
        uint32_t s = slot(w.next());
        if (s == UINT32_MAX) return false;
        m_recorder.slotSet(s, object(w.next()));
    } else if (verb == "unbind") {
        uint32_t s = slot(w.next());
        if (s == UINT32_MAX) return false;
        m_recorder.slotClear(s);
    } else if (verb == "hold") {
        HolderKind kind;
        holder(kind);
        uint32_t index = w.number();
        m_recorder.holdSet(kind, index, object(w.next()));
    } else if (verb == "drop") {
        HolderKind kind;
        holder(kind);
        m_recorder.holdClear(kind, w.number());
    } else if (verb == "out") {
        m_recorder.output(OutputStream::Stdout, w.next());
    } else if (verb == "err") {
        m_recorder.output(OutputStream::Stderr, w.next());
    } else if (verb == "in") {
        m_recorder.input(w.next());
    } else if (verb == "raise") {
        m_recorder.raise(object(w.next()));
    } else if (verb == "caught") {
        m_recorder.caught(object(w.next()));
    } else if (verb == "collect") {
        m_recorder.collectBegin(w.number());
    } else if (verb == "collected") {
        uint32_t found = w.number();
        m_recorder.collectEnd(found, w.number());
    } else if (verb == "import") {
        if (w.take("begins")) m_recorder.libraryBegin();
        else if (w.take("ends")) m_recorder.libraryEnd();
        else return false;
    } else if (verb == "limit") {
        m_recorder.callLimit(w.number());
    } else if (verb == "end") {
        m_recorder.end(EndReason::Exit, static_cast<int>(w.number()));
        m_ended = true;
    } else {
        return false;
    }
    return true;
}

bool EventScript::objects(Words& w, std::string_view verb) {
    auto plain = [&](std::string_view type, uint32_t size) {
        Granule g = make(w.next());
        m_typeOf[g] = typeId(type);
        m_recorder.alloc(g, typeId(type), size, 0);
        return g;
    };
    if (verb == "int") {
        Granule g = make(w.next());
        m_typeOf[g] = typeId("int");
        m_recorder.allocInt(g, std::strtoll(w.next().c_str(), nullptr, 10));
    } else if (verb == "float") {
        Granule g = make(w.next());
        m_typeOf[g] = typeId("float");
        m_recorder.allocFloat(g, std::strtod(w.next().c_str(), nullptr));
    } else if (verb == "bool") {
        Granule g = plain("bool", 28);
        m_recorder.payloadInt(g, w.next() == "True");
    } else if (verb == "none") {
        plain("NoneType", 16);
    } else if (verb == "str" || verb == "bytes") {
        std::string text = w.words.size() > 2 ? w.words[2] : std::string();
        Granule g = plain(verb, static_cast<uint32_t>((verb == "str" ? 41 : 33) + text.size()));
        m_recorder.payloadSet(g, text, text.size());
    } else if (verb == "names") {
        while (w.more()) {
            std::string text = w.next();
            Granule g = make("'" + text + "'");
            m_typeOf[g] = typeId("str");
            m_recorder.alloc(g, typeId("str"), static_cast<uint32_t>(41 + text.size()), 0);
            m_recorder.payloadSet(g, text, text.size());
        }
    } else if (verb == "small") {
        while (w.more()) {
            std::string digits = w.next();
            Granule g = make(digits);
            m_typeOf[g] = typeId("int");
            m_recorder.allocInt(g, std::strtoll(digits.c_str(), nullptr, 10));
            m_recorder.immortal(g);
        }
    } else if (verb == "new") {
        std::string name = w.next(), type = w.next();
        if (!typeId(type)) return false;
        Granule g = make(name);
        m_typeOf[g] = typeId(type);
        m_recorder.alloc(g, typeId(type), w.more() ? w.number() : 56, 0);
    } else if (verb == "free") {
        Granule g = object(w.next());
        m_recorder.free(g, w.take("cycle") ? FreeCause::Cycle : w.take("exit") ? FreeCause::Exit : FreeCause::Count);
    } else if (verb == "resize") {
        Granule g = object(w.next());
        uint32_t size = w.number();
        m_recorder.resize(g, size, w.number());
    } else if (verb == "immortal") {
        m_recorder.immortal(object(w.next()));
    } else if (verb == "append") {
        Granule g = object(w.next()), prefix = object(w.next());
        m_recorder.payloadAppend(g, prefix, w.next());
    } else {
        return false;
    }
    return true;
}

// Binds a name of the innermost frame that has a dict of names; no value: it goes.
bool EventScript::rename(std::string_view name, Granule value) {
    auto frame = std::find_if(m_frames.rbegin(), m_frames.rend(), [](const Frame& f) { return f.locals; });
    Granule key = object("'" + std::string(name) + "'");
    if (frame == m_frames.rend() || !key) return false;
    Granule dict = frame->locals;
    std::string place = std::to_string(dict) + ' ' + std::string(name);
    auto [entry, isNew] = m_entries.try_emplace(place, 0);
    if (isNew && value) {
        entry->second = m_entryCount[dict]++;
        m_recorder.cellSet(dict, CellKind::Key, entry->second, key);
    }
    if (value) {
        m_recorder.cellSet(dict, CellKind::Value, entry->second, value);
        return true;
    }
    if (!isNew) {
        m_recorder.cellClear(dict, CellKind::Key, entry->second);
        m_recorder.cellClear(dict, CellKind::Value, entry->second);
    }
    m_entries.erase(entry);
    return !isNew;
}

bool EventScript::cells(Words& w, std::string_view verb) {
    if (verb == "name" || verb == "unname") {
        std::string name = w.next();
        return rename(name, verb == "name" ? object(w.next()) : 0);
    }
    auto set = [&](Granule o, CellKind kind, uint32_t index, Granule value) {
        if (value) m_recorder.cellSet(o, kind, index, value);
        else m_recorder.cellClear(o, kind, index);
    };
    static constexpr std::string_view verbs[] = {"item", "insert", "erase", "fill", "length", "entry", "remove", "attr", "delattr", "field"};
    if (std::find(std::begin(verbs), std::end(verbs), verb) == std::end(verbs)) return false;
    Granule o = object(w.next());
    if (verb == "item") {
        uint32_t index = w.number();
        set(o, CellKind::Item, index, object(w.next()));
    } else if (verb == "insert") {
        uint32_t index = w.number();
        m_recorder.cellInsert(o, CellKind::Item, index, object(w.next()));
    } else if (verb == "erase") {
        uint32_t index = w.number();
        m_recorder.cellErase(o, CellKind::Item, index, w.more() ? w.number() : 1);
    } else if (verb == "fill") {
        uint32_t index = w.number();
        std::vector<Granule> values;
        while (w.more()) values.push_back(object(w.next()));
        m_recorder.cellFill(o, CellKind::Item, index, values.data(), static_cast<uint32_t>(values.size()));
    } else if (verb == "length") {
        m_recorder.cellTruncate(o, CellKind::Item, w.number());
    } else if (verb == "entry") {
        uint32_t index = w.number();
        set(o, CellKind::Key, index, object(w.next()));
        set(o, CellKind::Value, index, object(w.next()));
    } else if (verb == "remove") {
        uint32_t index = w.number();
        m_recorder.cellClear(o, CellKind::Key, index);
        m_recorder.cellClear(o, CellKind::Value, index);
    } else if (verb == "attr") {
        uint32_t index = attributeOf(o, w.next());
        set(o, CellKind::Attribute, index, object(w.next()));
    } else if (verb == "delattr") {
        m_recorder.cellClear(o, CellKind::Attribute, attributeOf(o, w.next()));
    } else if (verb == "field") {
        uint32_t index = fieldOf(o, w.next());
        if (index == UINT32_MAX) return false;
        set(o, CellKind::Field, index, object(w.next()));
    }
    return true;
}

void EventScript::finish() {
    if (!m_ended) m_recorder.end(EndReason::Exit, 0);
    m_ended = true;
}

std::shared_ptr<Tape> tapeFromScript(std::string_view text) {
    EventScript script;
    if (!script.run(text)) {
        std::fprintf(stderr, "event script, %s\n", script.problem().c_str());
        std::abort();
    }
    script.finish();
    return script.tape();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/inspector_facts.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr size_t mostForPaths = 20000; // live objects, above which paths and kept sizes are not worked out

bool isNames(const MemoryState& state, ObjectId dict) {
    for (size_t i = 0; i < state.frameCount(); ++i)
        if (state.frame(i).locals == dict) return true;
    return false;
}

constexpr int mostOfStep = 4; // lines of history: a list of a thousand items is filled in one step

struct Roots {
    QVector<QPair<ObjectId, QString>> list;
};

Roots rootsOf(const MemoryState& state) {
    Roots roots;
    for (size_t i = 0; i < state.frameCount(); ++i) {
        FrameView frame = state.frame(i);
        if (frame.locals) roots.list.append({frame.locals, QString()});
        for (const SlotView& slot : frame.slots)
            if (slot.value) roots.list.append({slot.value, toQString(slot.name)});
        for (ObjectId held : frame.held)
            if (held) roots.list.append({held, InspectorFacts::tr("the running line")});
        for (ObjectId id : {frame.function, frame.codeObject})
            if (id) roots.list.append({id, InspectorFacts::tr("a running call")});
    }
    if (state.step().returned) roots.list.append({state.step().returned, QStringLiteral("return")});
    if (state.step().raised) roots.list.append({state.step().raised, InspectorFacts::tr("the exception")});
    return roots;
}

// Breadth first from the names: for each object reached, the one before it on a shortest path.
QHash<ObjectId, QPair<ObjectId, QString>> pathsFromNames(const MemoryState& state, ObjectId without) {
    QHash<ObjectId, QPair<ObjectId, QString>> before;
    QVector<ObjectId> queue;
    for (const auto& [id, name] : rootsOf(state).list) {
        if (id == without || before.contains(id)) continue;
        before.insert(id, {ObjectId(), name});
        queue.append(id);
    }
    for (qsizetype next = 0; next < queue.size(); ++next) {
        ObjectId from = queue[next];
        bool names = isNames(state, from);
        ObjectId key;
        for (const CellView& cell : state.cells(from)) {
            if (cell.kind == CellKind::Key) key = cell.value;
            if (!cell.value || cell.value == without || before.contains(cell.value)) continue;
            QString step;
            if (cell.kind == CellKind::Attribute) step = QLatin1Char('.') + toQString(cell.name);
            else if (cell.kind == CellKind::Item) step = QStringLiteral("[%1]").arg(cell.index);
            else if (cell.kind == CellKind::Value)
                step = names && key ? toQString(state.object(key).payload)
                       : key        ? QStringLiteral("[%1]").arg(ObjectText::chip(state, key, 14))
                                    : QString();
            else step = QLatin1Char('.') + toQString(cell.name);
            before.insert(cell.value, {names ? ObjectId() : from, step});
            queue.append(cell.value);
        }
    }
    return before;
}

}

QString InspectorFacts::sourceName(Fact::Source source) {
    switch (source) {
    case Fact::Source::Language: return tr("language");
    case Fact::Source::CPython: return tr("CPython 3.13");
    case Fact::Source::Model: return tr("model");
    }
    return {};
}

QString InspectorFacts::countSum(const MemoryState& state, ObjectId id) {
    const ObjectView object = state.object(id);
    if (object.immortal) return tr("immortal: never counted, never released");
    enum Group { Names, Attributes, Items, Keys, Values, Line, Call, Native, Interpreter, Instances, Parts, GroupCount };
    int counts[GroupCount] = {};
    auto holders = state.holders(id);
    for (const Holder& holder : holders) {
        switch (holder.kind) {
        case Holder::Kind::Slot: ++counts[Names]; break;
        case Holder::Kind::FrameFunction:
        case Holder::Kind::FrameCode:
        case Holder::Kind::FrameLocals: ++counts[Call]; break;
        case Holder::Kind::FrameStack: ++counts[Line]; break;
        case Holder::Kind::Native: ++counts[Native]; break;
        case Holder::Kind::Interpreter: ++counts[Interpreter]; break;
        case Holder::Kind::Instance: ++counts[Instances]; break;
        case Holder::Kind::Cell:
            switch (holder.cell) {
            case CellKind::Attribute: ++counts[Attributes]; break;
            case CellKind::Item: ++counts[Items]; break;
            case CellKind::Key: ++counts[Keys]; break;
            case CellKind::Value: ++counts[isNames(state, holder.object) ? Names : Values]; break;
            case CellKind::Field: ++counts[Parts]; break;
            }
            break;
        }
    }
    auto say = [](int count, const QString& one, const QString& many) { return count == 1 ? one : many.arg(count); };
    QStringList parts;
    for (int group = 0; group < GroupCount; ++group) {
        int count = counts[group];
        if (!count) continue;
        switch (group) {
        case Names: parts << say(count, tr("1 name"), tr("%1 names")); break;
        case Attributes: parts << say(count, tr("1 attribute"), tr("%1 attributes")); break;
        case Items: parts << say(count, tr("1 item"), tr("%1 items")); break;
        case Keys: parts << say(count, tr("1 key"), tr("%1 keys")); break;
        case Values: parts << say(count, tr("1 dict value"), tr("%1 dict values")); break;
        case Line: parts << say(count, tr("the running line"), tr("%1 by running lines")); break;
        case Call: parts << say(count, tr("the running call"), tr("%1 by running calls")); break;
        case Native: parts << say(count, tr("1 built-in at work"), tr("%1 built-ins at work")); break;
        case Interpreter: parts << say(count, tr("the interpreter"), tr("%1 by the interpreter")); break;
        case Instances: parts << say(count, tr("1 instance"), tr("%1 instances")); break;
        case Parts: parts << say(count, tr("1 part of another object"), tr("%1 parts of other objects")); break;
        }
    }
    QString count = ObjectText::count(holders.size(), false);
    return parts.isEmpty() ? count : tr("%1 = %2").arg(count, parts.join(QStringLiteral(" + ")));
}

QString InspectorFacts::holderWhere(const MemoryState& state, const Holder& holder) {
    auto function = [&](uint32_t frame) {
        if (frame >= state.frameCount()) return QString();
        QString name = QString::fromStdString(state.code(state.frame(frame).code).name);
        return name == QStringLiteral("<module>") ? tr("module") : name;
    };
    switch (holder.kind) {
    case Holder::Kind::Slot:
    case Holder::Kind::FrameFunction:
    case Holder::Kind::FrameCode:
    case Holder::Kind::FrameLocals:
    case Holder::Kind::FrameStack: return function(holder.frame);
    case Holder::Kind::Native: return tr("built-in");
    case Holder::Kind::Interpreter: return tr("interpreter");
    case Holder::Kind::Instance: return ObjectText::brief(state, holder.object);
    case Holder::Kind::Cell: return isNames(state, holder.object) ? tr("global") : ObjectText::brief(state, holder.object);
    }
    return {};
}

InspectorFacts InspectorFacts::of(Run& run, ObjectId id) {
    InspectorFacts out;
    const MemoryState& state = run.state();
    out.isAlive = id && state.isAlive(id);
    bool wasThere = out.isAlive && !state.object(id).ofProgram; // before the program: how it came to be is not its history
    int ofStep = 0, generation = 0;                             // a collection moves what it leaves into the next generation
    for (const Change& change : run.history(id)) {
        if (change.kind == EventKind::CollectBegin) {
            if (change.step <= state.step().step && change.index >= uint32_t(generation)) generation = std::min<int>(int(change.index) + 1, 2);
            continue;
        }
        if (wasThere && change.step == 0) continue;
        QString text;
        QString name = QString::fromStdString(change.name);
        if (name.isEmpty() && change.cell == CellKind::Value && change.object && state.isAlive(change.object))
            name = ObjectText::entryName(state, change.object, change.index);
        bool about = change.object == id;
        auto other = [&](ObjectId object) { return object && state.isAlive(object) ? ObjectText::brief(state, object) : tr("an object"); };
        switch (change.kind) {
        case EventKind::Alloc: text = tr("+ made"); break;
        case EventKind::Free: text = change.cause == FreeCause::Cycle ? tr("✕ collected") : tr("✕ released, its count reached 0"); break;
        case EventKind::SlotSet:
            if (change.value == id) text = tr("→ named %1").arg(name);
            else if (change.previous == id) text = tr("no longer named %1").arg(name);
            break;
        case EventKind::SlotClear: text = tr("name %1 removed").arg(name); break;
        case EventKind::CellSet:
        case EventKind::CellInsert:
            if (about && change.cell == CellKind::Attribute) text = tr("● .%1 = %2").arg(name, other(change.value));
            else if (about && change.cell == CellKind::Item) text = tr("● [%1] = %2").arg(change.index).arg(other(change.value));
            else if (about) text = tr("● changed");
            else if (change.value == id && isNames(state, change.object)) text = name.isEmpty() ? tr("→ named") : tr("→ named %1").arg(name);
            else if (change.value == id) text = tr("→ held by %1").arg(other(change.object));
            else if (change.previous == id && isNames(state, change.object)) text = tr("no longer named %1").arg(name);
            else if (change.previous == id) text = tr("no longer held by %1").arg(other(change.object));
            break;
        case EventKind::CellClear:
        case EventKind::CellErase:
            if (change.previous == id && isNames(state, change.object)) text = tr("name %1 removed").arg(name);
            else if (change.previous == id) text = tr("no longer held by %1").arg(other(change.object));
            else if (about) text = tr("● changed");
            break;
        case EventKind::CellFill:
        case EventKind::CellTruncate:
        case EventKind::Resize:
        case EventKind::PayloadSet:
        case EventKind::PayloadAppend:
            if (about) text = tr("● changed");
            break;
        default: break;
        }
        if (text.isEmpty()) continue;
        if (!out.history.isEmpty() && out.history.last().step == change.step && out.history.last().text == text) continue;
        ofStep = !out.history.isEmpty() && out.history.last().step == change.step ? ofStep + 1 : 1;
        if (ofStep <= mostOfStep) out.history.append({change.step, text});
        else if (ofStep == mostOfStep + 1) out.history.append({change.step, QString()});
        if (ofStep > mostOfStep) out.history.last().text = tr("… and %1 more changes").arg(ofStep - mostOfStep);
    }
    if (!out.isAlive) {
        out.title = tr("Released");
        out.subtitle = tr("This object is gone at this step.");
        return out;
    }
    const ObjectView object = state.object(id);
    const TypeInfo& type = state.type(object.type);
    out.title = QString::fromStdString(type.name);
    QString brief = ObjectText::brief(state, id);
    if (brief != out.title) out.subtitle = brief;
    out.facts.append({Fact::Source::Model, tr("Address"), ObjectText::address(object.address), true, {}});
    out.facts.append({Fact::Source::CPython, QStringLiteral("sys.getsizeof"), ObjectText::bytes(object.size), false, {}});
    if (object.capacity) out.facts.append({Fact::Source::CPython, tr("Room for"), QString::number(object.capacity), false, {}});
    uint64_t madeAt = object.madeAtStep;
    if (!out.history.isEmpty() && out.history.first().text == tr("+ made")) madeAt = out.history.first().step; // the first step at which it is there
    if (object.madeAtLine)
        out.facts.append({Fact::Source::Model, tr("Made"), tr("step %1, line %2").arg(madeAt).arg(object.madeAtLine), false, madeAt});
    else out.facts.append({Fact::Source::Model, tr("Made"), tr("before the first line"), false, {}});
    // Of the types that the collector always watches; CPython leaves some tuples and dicts out.
    using Shape = TypeInfo::Shape;
    bool isWatched = type.name == "list" || type.shape == Shape::Set || type.shape == Shape::Generator || type.shape == Shape::Exception ||
                     type.shape == Shape::Function || type.shape == Shape::Cell ||
                     (type.ofProgram && (type.shape == Shape::Plain || type.shape == Shape::Class));
    if (isWatched && object.ofProgram) out.facts.append({Fact::Source::CPython, tr("Generation"), QString::number(generation), false, {}});
    std::optional<uint64_t> lastChanged;
    for (const HistoryLine& line : out.history)
        if (line.step <= state.step().step && line.text.startsWith(QChar(0x25CF))) lastChanged = line.step;
    if (lastChanged) out.facts.append({Fact::Source::Model, tr("Last changed"), tr("step %1").arg(*lastChanged), false, lastChanged});

    out.sum = countSum(state, id);
    if (!object.immortal)
        for (const Holder& holder : state.holders(id)) {
            HolderLine line;
            line.where = holderWhere(state, holder);
            line.holder = holder.object;
            switch (holder.kind) {
            case Holder::Kind::Slot: line.what = toQString(holder.name); break;
            case Holder::Kind::FrameStack: line.what = tr("held by the running line"); break;
            case Holder::Kind::FrameFunction: line.what = tr("the function that runs"); break;
            case Holder::Kind::FrameCode: line.what = tr("the code that runs"); break;
            case Holder::Kind::FrameLocals: line.what = tr("its names"); break;
            case Holder::Kind::Native: line.what = tr("at work"); break;
            case Holder::Kind::Interpreter: break;
            case Holder::Kind::Instance: line.what = tr("an instance of it"); break;
            case Holder::Kind::Cell:
                if (holder.cell == CellKind::Attribute || holder.cell == CellKind::Field) line.what = QLatin1Char('.') + toQString(holder.name);
                else if (holder.cell == CellKind::Item) line.what = QStringLiteral("[%1]").arg(holder.index);
                else {
                    QString key = ObjectText::entryName(state, holder.object, holder.index);
                    line.what = isNames(state, holder.object) ? key : holder.cell == CellKind::Key ? tr("key") : QStringLiteral("[%1]").arg(key);
                }
                break;
            }
            out.holders.append(line);
            if (out.holders.size() >= 60) break;
        }

    if (state.heapObjects() <= mostForPaths && !object.immortal) {
        auto before = pathsFromNames(state, {});
        if (before.contains(id)) {
            QStringList path;
            ObjectId at = id;
            for (int hops = 0; at && before.contains(at) && hops < 40; ++hops) {
                auto [previous, step] = before.value(at);
                if (!step.isEmpty()) path.prepend(step);
                at = previous;
            }
            out.aliveBecause = path.isEmpty() ? tr("a running call holds it") : tr("%1 → this %2").arg(path.join(QStringLiteral(" → ")), out.title);
        } else {
            out.aliveBecause = tr("unreachable, but alive: no name leads here; only the cycle collector can take it");
        }
        // What would go with it: reached from it, and from nowhere else.
        auto others = pathsFromNames(state, id);
        QVector<ObjectId> queue{id};
        QSet<ObjectId> seen{id};
        uint64_t kept = 0;
        for (qsizetype next = 0; next < queue.size(); ++next) {
            kept += state.object(queue[next]).size;
            for (const CellView& cell : state.cells(queue[next])) {
                if (!cell.value || seen.contains(cell.value) || others.contains(cell.value)) continue;
                ObjectView inner = state.object(cell.value);
                if (inner.immortal || !inner.ofProgram) continue;
                seen.insert(cell.value);
                queue.append(cell.value);
            }
        }
        if (seen.size() > 1)
            out.facts.insert(
                2, {Fact::Source::CPython, tr("Keeps alive"), tr("%1 in %2 objects").arg(ObjectText::bytes(kept)).arg(seen.size()), false, {}});
    }
    return out;
}

}

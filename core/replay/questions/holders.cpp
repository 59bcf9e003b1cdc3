// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/holders.h"

#include "core/replay/questions/program_names.h"

namespace memtape {

namespace {

using Kind = HolderFact::Kind;

Kind kindOf(const Holder& holder) {
    switch (holder.kind) {
    case Holder::Kind::Slot: return Kind::Name;
    case Holder::Kind::FrameFunction: return Kind::RunningFunction;
    case Holder::Kind::FrameCode: return Kind::RunningCode;
    case Holder::Kind::FrameLocals: return Kind::FrameNames;
    case Holder::Kind::FrameStack: return Kind::RunningLine;
    case Holder::Kind::Native: return Kind::Native;
    case Holder::Kind::Interpreter: return Kind::Interpreter;
    case Holder::Kind::Thread: return Kind::Thread;
    case Holder::Kind::Instance: return Kind::Instance;
    case Holder::Kind::Cell: break;
    }
    switch (holder.cell) {
    case CellKind::Attribute: return Kind::Attribute;
    case CellKind::Item: return Kind::Item;
    case CellKind::Key: return Kind::Key;
    case CellKind::Value: return Kind::Entry;
    case CellKind::Field: break;
    }
    return Kind::Part;
}

HolderGroup groupOf(Kind kind, bool isOfNames) {
    switch (kind) {
    case Kind::Name: return HolderGroup::Names;
    case Kind::RunningLine: return HolderGroup::RunningLines;
    case Kind::RunningFunction:
    case Kind::RunningCode:
    case Kind::FrameNames: return HolderGroup::RunningCalls;
    case Kind::Thread: return HolderGroup::Threads;
    case Kind::Native: return HolderGroup::Natives;
    case Kind::Interpreter: return HolderGroup::Interpreter;
    case Kind::Instance: return HolderGroup::Instances;
    case Kind::Attribute: return HolderGroup::Attributes;
    case Kind::Part: return HolderGroup::Parts;
    case Kind::Item: return HolderGroup::Items;
    case Kind::Key: return HolderGroup::Keys;
    case Kind::Entry: break;
    }
    return isOfNames ? HolderGroup::Names : HolderGroup::Entries;
}

bool isFrame(Kind kind) {
    return kind == Kind::Name || kind == Kind::RunningLine || kind == Kind::RunningFunction || kind == Kind::RunningCode || kind == Kind::FrameNames;
}

HolderFact factOf(const Reading& reading, const Holder& holder, Kind kind, bool isOfNames) {
    const MemoryState& state = reading.state();
    HolderFact fact;
    fact.kind = kind;
    fact.isOfNames = isOfNames;
    fact.holder = holder.object;
    fact.index = holder.index;
    if (isFrame(kind) && holder.frame < state.frameCount()) {
        const CodeInfo& code = state.code(state.frame(holder.frame).code);
        fact.ofModule = reading.isModule(code);
        if (!fact.ofModule) fact.function = code.name;
    }
    if (kind == Kind::Key || kind == Kind::Entry) fact.name = entryKey(reading, holder.object, holder.index);
    else fact.name = holder.name;
    return fact;
}

}

Holders holdersOf(const Reading& reading, ObjectId id, size_t most) {
    const MemoryState& state = reading.state();
    Holders out;
    out.sum.immortal = state.object(id).immortal;
    if (out.sum.immortal) return out;
    for (const Holder& holder : state.holders(id)) {
        Kind kind = kindOf(holder);
        bool isOfNames = holder.kind == Holder::Kind::Cell && reading.isNamespace(holder.object);
        if (holder.ref == RefKind::Counts) {
            ++out.sum.total;
            ++out.sum.counts[size_t(groupOf(kind, isOfNames))];
        }
        if (out.some.size() < most) out.some.push_back(factOf(reading, holder, kind, isOfNames));
    }
    return out;
}

}

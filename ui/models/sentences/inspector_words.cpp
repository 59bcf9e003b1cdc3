// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/inspector_words.h"

#include <QStringList>

#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr int longestKey = 14;     // characters of a key in a path
constexpr size_t longestPath = 40; // steps of a path; of a longer one its ends are told
constexpr int mostOfStep = 4;      // lines of history: a list of a thousand items is filled in one step

QString counted(int count, const QString& one, const QString& many) { return count == 1 ? one : many.arg(count); }

}

QString InspectorWords::title(const InspectorFacts& facts) const { return facts.isAlive ? facts.type : tr("Released"); }

QString InspectorWords::subtitle(const InspectorFacts& facts) const {
    if (!facts.isAlive) return tr("This object is gone at this step.");
    QString brief = ObjectText::brief(m_reading, facts.id);
    return brief == facts.type ? QString() : brief;
}

QString InspectorWords::label(const Fact& fact) const {
    switch (fact.kind) {
    case Fact::Kind::Address: return tr("Address");
    case Fact::Kind::Size: return m_reading.sizeName().empty() ? tr("Size") : toQString(m_reading.sizeName());
    case Fact::Kind::KeepsAlive: return tr("Keeps alive");
    case Fact::Kind::Room: return tr("Room for");
    case Fact::Kind::Made:
    case Fact::Kind::MadeBeforeLines: return tr("Made");
    case Fact::Kind::Generation: return tr("Generation");
    case Fact::Kind::LastChanged: return tr("Last changed");
    case Fact::Kind::Awaits: return tr("Awaits");
    case Fact::Kind::AwaitedBy: return tr("Awaited by");
    case Fact::Kind::YieldsFrom: return tr("Yields from");
    case Fact::Kind::YieldedFromBy: return tr("Yielded from by");
    }
    return {};
}

QString InspectorWords::value(const Fact& fact) const {
    switch (fact.kind) {
    case Fact::Kind::Address: return ObjectText::address(fact.number);
    case Fact::Kind::Size: return ObjectText::bytes(fact.number);
    case Fact::Kind::KeepsAlive: return tr("%1 in %2 objects").arg(ObjectText::bytes(fact.number)).arg(fact.count);
    case Fact::Kind::Room:
    case Fact::Kind::Generation: return QString::number(fact.number);
    case Fact::Kind::Made: return tr("step %1, line %2").arg(fact.step.value()).arg(fact.number);
    case Fact::Kind::MadeBeforeLines: return tr("before the first line");
    case Fact::Kind::LastChanged: return tr("step %1").arg(fact.step.value());
    case Fact::Kind::Awaits:
    case Fact::Kind::AwaitedBy:
    case Fact::Kind::YieldsFrom:
    case Fact::Kind::YieldedFromBy: {
        bool isCall = m_reading.kind(fact.object) == ObjectKind::Activation;
        return isCall ? ObjectText::chip(m_reading, fact.object) : ObjectText::brief(m_reading, fact.object);
    }
    }
    return {};
}

QString InspectorWords::basisName(Basis basis) const {
    switch (basis) {
    case Basis::Language: return tr("language");
    case Basis::Implementation: return toQString(m_reading.implementation());
    case Basis::Model: return tr("model");
    }
    return {};
}

QString InspectorWords::sum(const ReferenceSum& sum) {
    if (sum.immortal) return tr("immortal: never counted, never released");
    QStringList parts;
    auto say = [&](HolderGroup group, const QString& one, const QString& many) {
        if (int count = sum.of(group)) parts << counted(count, one, many);
    };
    say(HolderGroup::Names, tr("1 name"), tr("%1 names"));
    say(HolderGroup::Attributes, tr("1 attribute"), tr("%1 attributes"));
    say(HolderGroup::Items, tr("1 item"), tr("%1 items"));
    say(HolderGroup::Keys, tr("1 key"), tr("%1 keys"));
    say(HolderGroup::Entries, tr("1 dict value"), tr("%1 dict values"));
    say(HolderGroup::RunningLines, tr("the running line"), tr("%1 by running lines"));
    say(HolderGroup::RunningCalls, tr("the running call"), tr("%1 by running calls"));
    say(HolderGroup::Threads, tr("1 waiting thread"), tr("%1 by waiting threads"));
    say(HolderGroup::Natives, tr("1 built-in at work"), tr("%1 built-ins at work"));
    say(HolderGroup::Interpreter, tr("the interpreter"), tr("%1 by the interpreter"));
    say(HolderGroup::Instances, tr("1 instance"), tr("%1 instances"));
    say(HolderGroup::Parts, tr("1 part of another object"), tr("%1 parts of other objects"));
    QString count = ObjectText::count(sum.total, false);
    return parts.isEmpty() ? count : tr("%1 = %2").arg(count, parts.join(QStringLiteral(" + ")));
}

QString InspectorWords::where(const HolderFact& holder) const {
    using Kind = HolderFact::Kind;
    switch (holder.kind) {
    case Kind::Name:
    case Kind::RunningLine:
    case Kind::RunningFunction:
    case Kind::RunningCode:
    case Kind::FrameNames: return holder.ofModule ? tr("module") : toQString(holder.function);
    case Kind::Thread: return tr("thread");
    case Kind::Native: return tr("built-in");
    case Kind::Interpreter: return tr("interpreter");
    case Kind::Instance:
    case Kind::Attribute:
    case Kind::Part:
    case Kind::Item:
    case Kind::Key:
    case Kind::Entry: return holder.isOfNames ? tr("global") : ObjectText::brief(m_reading, holder.holder);
    }
    return {};
}

QString InspectorWords::what(const HolderFact& holder) const {
    using Kind = HolderFact::Kind;
    switch (holder.kind) {
    case Kind::Name: return toQString(holder.name);
    case Kind::RunningLine: return tr("held by the running line");
    case Kind::RunningFunction: return tr("the function that runs");
    case Kind::RunningCode: return tr("the code that runs");
    case Kind::FrameNames: return tr("its names");
    case Kind::Thread: return tr("waiting");
    case Kind::Native: return tr("at work");
    case Kind::Interpreter: return {};
    case Kind::Instance: return tr("an instance of it");
    case Kind::Attribute:
    case Kind::Part: return QLatin1Char('.') + toQString(holder.name);
    case Kind::Item: return QStringLiteral("[%1]").arg(holder.index);
    case Kind::Key: return holder.isOfNames ? toQString(holder.name) : tr("key");
    case Kind::Entry: return holder.isOfNames ? toQString(holder.name) : QStringLiteral("[%1]").arg(toQString(holder.name));
    }
    return {};
}

QString InspectorWords::other(ObjectId id) const { return id ? ObjectText::brief(m_reading, id) : tr("an object"); }

QString InspectorWords::event(const HistoryEvent& event) const {
    using Kind = HistoryEvent::Kind;
    switch (event.kind) {
    case Kind::Made: return tr("+ made");
    case Kind::Released: return tr("✕ released, its count reached 0");
    case Kind::Collected: return tr("✕ collected");
    case Kind::GivenBack: return tr("✕ given back by the program");
    case Kind::Named: return event.name.empty() ? tr("→ named") : tr("→ named %1").arg(toQString(event.name));
    case Kind::NoLongerNamed: return tr("no longer named %1").arg(toQString(event.name));
    case Kind::NameRemoved: return tr("name %1 removed").arg(toQString(event.name));
    case Kind::Held: return tr("→ held by %1").arg(other(event.other));
    case Kind::NoLongerHeld: return tr("no longer held by %1").arg(other(event.other));
    case Kind::AttributeSet: return tr("● .%1 = %2").arg(toQString(event.name), other(event.other));
    case Kind::ItemSet: return tr("● [%1] = %2").arg(event.number).arg(other(event.other));
    case Kind::Changed: return tr("● changed");
    }
    return {};
}

QVector<HistoryLine> InspectorWords::history(const std::vector<HistoryEvent>& events) const {
    QVector<HistoryLine> lines;
    int ofStep = 0;
    for (const HistoryEvent& happened : events) {
        QString text = event(happened);
        bool isSameStep = !lines.isEmpty() && lines.last().step == happened.step;
        if (isSameStep && lines.last().text == text) continue;
        ofStep = isSameStep ? ofStep + 1 : 1;
        if (ofStep > mostOfStep) text = tr("… and %1 more changes").arg(ofStep - mostOfStep);
        if (ofStep > mostOfStep + 1) lines.last().text = text;
        else lines.append({happened.step, text});
    }
    return lines;
}

QString InspectorWords::pathStep(const PathStep& step) const {
    using Kind = PathStep::Kind;
    switch (step.kind) {
    case Kind::Name: return toQString(step.name);
    case Kind::RunningLine: return tr("the running line");
    case Kind::RunningCall: return tr("a running call");
    case Kind::Returned: return QStringLiteral("return");
    case Kind::Raised: return tr("the exception");
    case Kind::Native: return tr("a built-in at work");
    case Kind::Thread: return tr("a waiting thread");
    case Kind::Interpreter:
    case Kind::Always: return tr("the interpreter");
    case Kind::Attribute: return QLatin1Char('.') + toQString(step.name);
    case Kind::Item: return QStringLiteral("[%1]").arg(step.index);
    case Kind::Element: return tr("an element");
    case Kind::Key: return tr("key");
    case Kind::Entry: return QStringLiteral("[%1]").arg(ObjectText::chip(m_reading, step.key, longestKey));
    case Kind::Part: return tr("a part of it");
    case Kind::Type: return tr("its class");
    }
    return {};
}

QString InspectorWords::aliveBecause(const InspectorFacts& facts) const {
    const Reachability& reachability = facts.reachability;
    switch (reachability.kind) {
    case Reachability::Kind::Unknown: return {};
    case Reachability::Kind::Unreachable: return tr("unreachable, but alive: no name leads here; only the cycle collector can take it");
    case Reachability::Kind::Reached: break;
    }
    QStringList path;
    const size_t length = reachability.path.size();
    for (size_t i = 0; i < length; ++i) {
        const bool isMiddle = length > longestPath && i >= longestPath / 2 && i < length - longestPath / 2;
        if (!isMiddle) path.append(pathStep(reachability.path[i]));
        else if (i == longestPath / 2) path.append(QStringLiteral("…"));
    }
    return tr("%1 → this %2").arg(path.join(QStringLiteral(" → ")), facts.type);
}

}

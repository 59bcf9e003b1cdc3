// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/step_words.h"

#include <QStringList>

#include "core/replay/questions/holders.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/pointer_text.h"
#include "ui/models/sentences/inspector_words.h"
#include "ui/models/sentences/object_phrase.h"

namespace memtape {

namespace {

using Kind = StepFact::Kind;

constexpr qsizetype mostPhrases = 2; // objects that are told one by one
constexpr qsizetype mostArguments = 3;
constexpr qsizetype mostPlaces = 4; // through which an object is seen

QString listed(const QStringList& parts) { return parts.join(QStringLiteral(", ")); }

}

// ---- objects ---------------------------------------------------------------------------------------------------------

QString StepWords::phrase(ObjectId id) const { return ObjectPhrase::of(m_facts.readingOf(id), id, m_facts.isNew(id)); }

QString StepWords::phrases(const QVector<ObjectId>& ids) const {
    QStringList parts;
    qsizetype some = ids.size() <= mostPhrases + 1 ? ids.size() : mostPhrases;
    for (ObjectId id : ids.mid(0, some)) parts.append(phrase(id));
    if (ids.size() > some) return tr("%1 and %2 more objects").arg(listed(parts)).arg(ids.size() - some);
    return listed(parts);
}

QString StepWords::type(ObjectId id) const { return ObjectText::typeName(m_facts.readingOf(id), id); }

bool StepWords::isBox(ObjectId id) const { return id && m_facts.after().state().isAlive(id) && !m_facts.after().isDrawnInPlace(id); }

// ---- what the program puts out ---------------------------------------------------------------------------------------

QString StepWords::printed(const QString& text) const {
    QString whole = text.endsWith(QLatin1Char('\n')) ? text.chopped(1) : text;
    if (whole.isEmpty()) return tr("an empty line");
    if (whole.trimmed().isEmpty()) return tr("nothing but spaces");
    return ObjectPhrase::cut(whole.replace(QLatin1Char('\n'), QStringLiteral(" ⏎ ")));
}

// ---- objects that go -------------------------------------------------------------------------------------------------

QString StepWords::cause(const StepFact::Cause& cause) const {
    using Kind = StepFact::Cause::Kind;
    switch (cause.kind) {
    case Kind::Name: return tr("Its last reference was the name %1.").arg(cause.name);
    case Kind::Call: return tr("Its last reference went with the call of %1.").arg(cause.name);
    case Kind::Part: return tr("Its last reference was in %1.").arg(phrase(cause.holder));
    case Kind::Line: return tr("Only the running line still held it.");
    case Kind::Unknown: break;
    }
    return {};
}

// ---- calls -----------------------------------------------------------------------------------------------------------

QString StepWords::begun(const StepFact& fact) const {
    if (fact.isOfBody) return tr("The body of %1 has a frame of its own on the stack.").arg(fact.text);
    if (fact.given.isEmpty()) return tr("The call of %1 got a frame of its own on the stack.").arg(fact.text);
    QStringList names;
    bool isShared = false;
    for (const StepFact::Given& given : fact.given) {
        if (names.size() < mostArguments) names.append(QStringLiteral("%1 → %2").arg(given.name, phrase(given.value)));
        isShared |= isBox(given.value) && !m_facts.isNew(given.value);
    }
    if (fact.given.size() > names.size()) names.append(QStringLiteral("…"));
    QString told = tr("The call of %1 got a frame of its own on the stack, with the names %2.").arg(fact.text, listed(names));
    return isShared ? told + QLatin1Char(' ') + tr("Only references were handed over; nothing was copied.") : told;
}

QString StepWords::ended(const StepFact& fact) const {
    if (fact.isOfBody) return tr("The body of %1 has run; its frame is gone.").arg(fact.text);
    if (!fact.value) return tr("The call of %1 is over: its frame and the names in it are gone.").arg(fact.text);
    return tr("The call of %1 returned %2; its frame and the names in it are gone.").arg(fact.text, phrase(fact.value));
}

QString StepWords::thread(uint32_t number) const { return number == 0 ? tr("the main thread") : tr("thread %1").arg(number); }

// ---- names -----------------------------------------------------------------------------------------------------------

QString StepWords::notCopied(const StepFact& fact) const {
    if (!isBox(fact.value) || m_facts.isNew(fact.value)) return {};
    for (const QString& name : m_facts.namesOf(fact.value))
        if (name != fact.text || fact.kind != Kind::Named)
            return QLatin1Char(' ') + tr("It is the object of the name %1: nothing was copied.").arg(name);
    bool isShared = m_facts.after().state().referenceCount(fact.value) > 1;
    return isShared ? QLatin1Char(' ') + tr("Nothing was copied.") : QString();
}

QString StepWords::named(const StepFact& fact) const {
    QString told = fact.previous ? tr("The name %1 now refers to %2, no longer to %3.").arg(fact.text, phrase(fact.value), phrase(fact.previous))
                                 : tr("The name %1 now refers to %2.").arg(fact.text, phrase(fact.value));
    return told + notCopied(fact);
}

QString StepWords::removed(const StepFact& fact) const {
    QString told = tr("The name %1 was removed.").arg(fact.text);
    if (!isBox(fact.previous)) return told;
    QStringList others = m_facts.namesOf(fact.previous);
    return others.isEmpty() ? told : told + QLatin1Char(' ') + tr("Its object stays: the name %1 refers to it too.").arg(others.first());
}

// ---- parts of objects ------------------------------------------------------------------------------------------------

QString StepWords::alsoSeen(ObjectId changed) const {
    if (!isBox(changed)) return {};
    QStringList places = m_facts.placesOf(changed);
    if (places.size() < 2) return {};
    if (places.size() > mostPlaces) places = places.mid(0, mostPlaces) + QStringList{QStringLiteral("…")};
    return QLatin1Char(' ') + tr("One and the same %1 is seen through %2, so the change shows in all of them.").arg(type(changed), listed(places));
}

QString StepWords::emptied(const StepFact& fact) const {
    const QStringList places = m_facts.placesOf(fact.object);
    const QString told = places.isEmpty()
                             ? tr("The %1 was emptied: it held %2 items.").arg(type(fact.object)).arg(fact.index)
                             : tr("The %1 seen through %2 was emptied: it held %3 items.").arg(type(fact.object), places.first()).arg(fact.index);
    return told + alsoSeen(fact.object);
}

QString StepWords::partSet(const StepFact& fact) const {
    QString of = phrase(fact.owner ? fact.owner : fact.object), to = phrase(fact.value), from = fact.previous ? phrase(fact.previous) : QString();
    switch (fact.owner ? PartRole::Named : fact.role) {
    case PartRole::Item:
        return from.isEmpty() ? tr("Item %1 of %2 now refers to %3.").arg(fact.index).arg(of, to)
                              : tr("Item %1 of %2 now refers to %3, no longer to %4.").arg(fact.index).arg(of, to, from);
    case PartRole::Entry:
        if (fact.text.isEmpty()) return tr("A value in %1 now refers to %2.").arg(of, to);
        return from.isEmpty() ? tr("The key %1 of %2 now leads to %3.").arg(fact.text, of, to)
                              : tr("The key %1 of %2 now leads to %3, no longer to %4.").arg(fact.text, of, to, from);
    case PartRole::Content:
        if (fact.text.isEmpty()) return tr("The cell that functions share now refers to %1.").arg(to);
        return from.isEmpty() ? tr("The shared name %1 now refers to %2.").arg(fact.text, to)
                              : tr("The shared name %1 now refers to %2, no longer to %3.").arg(fact.text, to, from);
    default:
        return from.isEmpty() ? tr("Attribute %1 of %2 now refers to %3.").arg(fact.text, of, to)
                              : tr("Attribute %1 of %2 now refers to %3, no longer to %4.").arg(fact.text, of, to, from);
    }
}

QString StepWords::partAdded(const StepFact& fact) const {
    switch (fact.owner ? PartRole::Named : fact.role) {
    case PartRole::Item: return tr("New in %1: item %2, which refers to %3.").arg(phrase(fact.object)).arg(fact.index).arg(phrase(fact.value));
    case PartRole::Element: return tr("New in %1: %2.").arg(phrase(fact.object), phrase(fact.value));
    case PartRole::Entry:
        if (!fact.text.isEmpty()) return tr("New in %1: the key %2, which leads to %3.").arg(phrase(fact.object), fact.text, phrase(fact.value));
        [[fallthrough]];
    default: return partSet(fact);
    }
}

QString StepWords::partRemoved(const StepFact& fact) const {
    QString of = phrase(fact.owner ? fact.owner : fact.object), gone = phrase(fact.previous);
    switch (fact.owner ? PartRole::Named : fact.role) {
    case PartRole::Item: return tr("Taken out of %1: item %2, which referred to %3.").arg(of).arg(fact.index).arg(gone);
    case PartRole::Element: return tr("Taken out of %1: %2.").arg(of, gone);
    case PartRole::Entry:
        return fact.text.isEmpty() ? tr("Taken out of %1: %2.").arg(of, gone) : tr("Taken out of %1: the key %2.").arg(of, fact.text);
    case PartRole::Content:
        return fact.text.isEmpty() ? tr("The cell that functions share refers to nothing now.")
                                   : tr("The shared name %1 refers to nothing now.").arg(fact.text);
    default: return tr("Attribute %1 of %2 was removed.").arg(fact.text, of);
    }
}

QString StepWords::part(const StepFact& fact) const {
    switch (fact.kind) {
    case Kind::PartRemoved: return partRemoved(fact) + alsoSeen(fact.object);
    case Kind::PartAdded: return partAdded(fact) + notCopied(fact) + alsoSeen(fact.object);
    default: return partSet(fact) + notCopied(fact) + alsoSeen(fact.object);
    }
}

QString StepWords::points(const StepFact& fact) const {
    QString holder = fact.object ? tr("Part %1 of %2").arg(fact.index).arg(phrase(fact.object)) : tr("The name %1").arg(fact.text);
    if (!fact.pointer && !fact.value) return tr("%1 points to nothing now.").arg(holder);
    return tr("%1 points to %2.").arg(holder, fact.pointer ? PointerText::phrase(m_facts.after(), *fact.pointer) : phrase(fact.value));
}

// ---- counts ----------------------------------------------------------------------------------------------------------

QString StepWords::counted(const StepFact& fact) const {
    if (fact.objects.size() > 1) return tr("Counted anew, as other references came or went: %1.").arg(phrases(fact.objects));
    ObjectId id = fact.objects.first();
    return tr("The count of references to %1 went from %2 to %3.")
        .arg(phrase(id))
        .arg(m_facts.before().state().referenceCount(id))
        .arg(m_facts.after().state().referenceCount(id));
}

QString StepWords::sum(const StepFact& fact) const {
    bool isReference = fact.kind == Kind::Named || fact.kind == Kind::PartSet || fact.kind == Kind::PartAdded;
    if (!isReference || !isBox(fact.value)) return {};
    QString sum = InspectorWords::sum(referenceSum(m_facts.after(), fact.value));
    return tr("%1: %2.").arg(ObjectText::brief(m_facts.after(), fact.value), sum);
}

// ---- calls that pause ------------------------------------------------------------------------------------------------

QString StepWords::paused(const StepFact& fact) const {
    QString told = fact.value ? tr("The call of %1 handed out %2 and paused; its frame waits in the heap.").arg(fact.text, phrase(fact.value))
                              : tr("The call of %1 paused; its frame waits in the heap.").arg(fact.text);
    if (fact.objects.isEmpty()) return told;
    const QString awaited = phrase(fact.objects.first());
    told += QLatin1Char(' ') + (fact.isPassedOn ? tr("It yields from %1.").arg(awaited) : tr("It awaits %1.").arg(awaited));
    return told;
}

// ---- all of them -----------------------------------------------------------------------------------------------------

QString StepWords::sentence(const StepFact& fact) const {
    switch (fact.kind) {
    case Kind::Printed: return tr("Printed: %1").arg(printed(fact.text));
    case Kind::PrintedError: return tr("Printed to the error output: %1").arg(printed(fact.text));
    case Kind::Read: return tr("Read from the input: %1").arg(printed(fact.text));
    case Kind::Raised: {
        QString words = ObjectPhrase::message(m_facts.after(), fact.object);
        return words.isEmpty() ? tr("An exception was raised: %1.").arg(type(fact.object))
                               : tr("An exception was raised: %1 (%2).").arg(type(fact.object), words);
    }
    case Kind::Sought: return tr("The exception %1 waits for a handler here.").arg(type(fact.object));
    case Kind::GoesOn: return tr("The exception %1 goes on: nothing here has caught it.").arg(type(fact.object));
    case Kind::Caught: return tr("The exception %1 was caught, so the program goes on here.").arg(type(fact.object));
    case Kind::Settled: return tr("The exception %1 has been dealt with.").arg(type(fact.object));
    case Kind::Unreachable:
        if (fact.objects.size() == 1)
            return tr("Unreachable, but alive: %1. No name leads to it any more; only the cycle collector can take it.").arg(phrase(fact.objects[0]));
        return tr("Unreachable, but alive: %1. No name leads to them any more; only the cycle collector can take them.").arg(phrases(fact.objects));
    case Kind::Released: {
        QString told = tr("Released, its count reached 0: %1.").arg(phrase(fact.objects[0]));
        if (fact.because.kind == StepFact::Cause::Kind::Unknown && fact.objects.size() > 1)
            return tr("Released, their counts reached 0: %1.").arg(phrases(fact.objects));
        if (QString why = cause(fact.because); !why.isEmpty()) told += QLatin1Char(' ') + why;
        if (fact.objects.size() > 1) told += QLatin1Char(' ') + tr("With it went %1.").arg(phrases(fact.objects.mid(1)));
        return told;
    }
    case Kind::Collected: return tr("No name led there, so they were collected by the cycle collector: %1.").arg(phrases(fact.objects));
    case Kind::GivenBack: return tr("Given back by the program: %1.").arg(phrase(fact.object));
    case Kind::CollectorRan: return tr("The cycle collector ran and found nothing to collect.");
    case Kind::CallBegan: return begun(fact);
    case Kind::CallEnded: return ended(fact);
    case Kind::Ready: return tr("What the call gives back is ready: %1.").arg(phrase(fact.value));
    case Kind::CallLeft:
        return tr("The call of %1 was left by the exception %2; its frame and the names in it are gone.").arg(fact.text, type(fact.object));
    case Kind::Paused: return paused(fact);
    case Kind::HandedOut: return tr("The call of %1 handed out %2, paused, and was asked for more at once.").arg(fact.text, phrase(fact.value));
    case Kind::WentOn: return tr("The call of %1 goes on where it paused; its frame is back on the stack.").arg(fact.text);
    case Kind::Began: return tr("The call of %1 begins to run; its frame came from the heap to the stack.").arg(fact.text);
    case Kind::ThreadChanged: return tr("Another thread runs now: %1 instead of %2.").arg(thread(fact.index), thread(fact.other));
    case Kind::Named: return named(fact);
    case Kind::NameRemoved: return removed(fact);
    case Kind::NameShared: return tr("The name %1 now has a cell in the heap, so that functions can share it.").arg(fact.text);
    case Kind::PartSet:
    case Kind::PartAdded:
    case Kind::PartRemoved: return part(fact);
    case Kind::WeakLost: return tr("Where the weak reference led, there is nothing now: its object is gone.");
    case Kind::PartsSwapped:
        return tr("Items %1 and %2 of %3 have changed places.").arg(fact.index).arg(fact.other).arg(phrase(fact.object)) + alsoSeen(fact.object);
    case Kind::Emptied: return emptied(fact);
    case Kind::ContentsChanged: return tr("The contents of %1 changed.").arg(phrase(fact.object)) + alsoSeen(fact.object);
    case Kind::ValueChanged: return tr("The object itself changed, in its place: %1.").arg(phrase(fact.object)) + alsoSeen(fact.object);
    case Kind::Points: return points(fact);
    case Kind::Held: return tr("The running line holds for now: %1.").arg(phrases(fact.objects));
    case Kind::LetGo: return tr("The running line no longer holds: %1.").arg(phrases(fact.objects));
    case Kind::Made: return tr("Also made: %1.").arg(phrases(fact.objects));
    case Kind::Vanished: return tr("Also released: %1.").arg(phrases(fact.objects));
    case Kind::Counted: return counted(fact);
    case Kind::Bookkeeping: return tr("Only the language's own bookkeeping changed.");
    }
    return {};
}

}

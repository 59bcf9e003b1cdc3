// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/outlook_words.h"

#include <QStringList>

#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/object_phrase.h"

namespace memtape {

namespace {

using Doing = Outlook::Doing;
using Form = Outlook::Form;

constexpr int longestPiece = 48; // characters of the program's text in a sentence

QString piece(const std::string& text) {
    QString whole = toQString(text).simplified();
    return whole.size() > longestPiece ? whole.left(longestPiece - 1) + QChar(0x2026) : whole;
}

QString listed(const std::vector<std::string>& texts) {
    QStringList pieces;
    for (const std::string& text : texts) pieces.append(piece(text));
    return pieces.join(QStringLiteral(", "));
}

bool isName(const std::string& text) { return text.find_first_of(".[(") == std::string::npos; }

}

QString OutlookWords::phrase(ObjectId id) const { return ObjectPhrase::of(m_reading, id); }

ObjectId OutlookWords::at(const std::string& place) const {
    ObjectId id = place.empty() ? ObjectId() : m_reading.objectAt(place);
    return id && m_reading.state().isAlive(id) ? id : ObjectId();
}

QString OutlookWords::text(const Outlook& outlook, const QString& function) const {
    QString told = sentence(outlook, function);
    bool isSaid = outlook.doing == Doing::Test; // with the condition
    return told.isEmpty() || !outlook.hasMore || isSaid ? told : told + QLatin1Char(' ') + tr("More follows in the same line.");
}

// ---- values that are bound -------------------------------------------------------------------------------------------

ObjectId OutlookWords::ownerOf(const std::string& method) const {
    size_t dot = method.rfind('.');
    ObjectId owner = dot == std::string::npos ? ObjectId() : at(method.substr(0, dot));
    return isBox(owner) ? owner : ObjectId();
}

QString OutlookWords::called(const Outlook& outlook) const {
    QString callee = piece(outlook.callee);
    if (ObjectId owner = ownerOf(outlook.callee))
        return tr("First the method %1 is called on %2.").arg(callee.mid(callee.lastIndexOf(QLatin1Char('.')) + 1), phrase(owner));
    ObjectId object = at(outlook.callee);
    switch (object ? m_reading.kind(object) : ObjectKind::Other) {
    case ObjectKind::Class: return tr("First %1 is called, which makes an object.").arg(callee);
    case ObjectKind::Routine: return tr("First %1 is called, in a frame of its own.").arg(callee);
    case ObjectKind::NativeRoutine: return tr("First the built-in %1 is called; it needs no frame.").arg(callee);
    default: return tr("First %1 is called.").arg(callee);
    }
}

QString OutlookWords::bound(const Outlook& outlook) const {
    QString targets = listed(outlook.targets);
    bool isOne = outlook.targets.size() == 1;
    switch (outlook.form) {
    case Form::Place: {
        ObjectId object = at(outlook.value);
        if (!object) return tr("%1 will refer to the object to which %2 leads.").arg(targets, piece(outlook.value));
        if (isBox(object))
            return tr("%1 will refer to the same object as %2: %3. Nothing will be copied.").arg(targets, piece(outlook.value), phrase(object));
        return tr("%1 will refer to the same object as %2: %3.").arg(targets, piece(outlook.value), phrase(object));
    }
    case Form::Constant: return tr("%1 will refer to the object %2.").arg(targets, piece(outlook.value));
    case Form::Display:
        return isOne ? tr("A new %1 will be made, and %2 will refer to it.").arg(toQString(outlook.made), targets)
                     : tr("A new %1 will be made, and %2 will all refer to this one object.").arg(toQString(outlook.made), targets);
    case Form::Call: return called(outlook) + QLatin1Char(' ') + tr("Then %1 will refer to what it returns.").arg(targets);
    case Form::Wait: return tr("First the frame may pause to wait; then %1 will refer to what comes back.").arg(targets);
    case Form::Computed: break;
    }
    return isOne ? tr("First %1 is worked out; then %2 will refer to the result.").arg(piece(outlook.value), targets)
                 : tr("First %1 is worked out; then %2 will all refer to the one result.").arg(piece(outlook.value), targets);
}

QString OutlookWords::unpacked(const Outlook& outlook) const {
    QString targets = listed(outlook.targets);
    return tr("First the whole right side is worked out: %1. Then, one after the other, %2 will refer to its parts.")
        .arg(piece(outlook.value), targets);
}

// A container takes the operation in itself; of numbers and texts there is a new object.
QString OutlookWords::operated(const Outlook& outlook) const {
    QString target = piece(outlook.targets[0]), operation = toQString(outlook.operation);
    ObjectId object = at(outlook.targets[0]);
    ObjectKind kind = object ? m_reading.kind(object) : ObjectKind::Other;
    if (kind == ObjectKind::Sequence || kind == ObjectKind::Set || kind == ObjectKind::Table || kind == ObjectKind::Buffer)
        return tr("The object itself will be changed by %1, for all names that refer to it: %2.").arg(operation, phrase(object));
    if (object && isValueKind(kind))
        return tr("First %1 %2 %3 is worked out; then %1 will refer to the result. The object before stays as it is: %4.")
            .arg(target, operation.chopped(1), piece(outlook.value), phrase(object));
    return tr("First %1 %2 %3 is worked out; then %1 will refer to the result.").arg(target, operation.chopped(1), piece(outlook.value));
}

QString OutlookWords::evaluated(const Outlook& outlook) const {
    if (outlook.form == Form::Wait) return tr("The frame may pause to wait: %1.").arg(piece(outlook.value));
    if (outlook.form != Form::Call) return tr("The expression %1 is worked out; nobody keeps its result.").arg(piece(outlook.value));
    QString callee = piece(outlook.callee);
    if (ObjectId owner = ownerOf(outlook.callee))
        return tr("The method %1 is called on %2, which it may change.").arg(callee.mid(callee.lastIndexOf(QLatin1Char('.')) + 1), phrase(owner));
    ObjectId object = at(outlook.callee);
    switch (object ? m_reading.kind(object) : ObjectKind::Other) {
    case ObjectKind::Class: return tr("The class %1 is called and makes an object, which nothing keeps.").arg(callee);
    case ObjectKind::Routine: return tr("The function %1 is called: a frame of its own goes on the stack.").arg(callee);
    case ObjectKind::NativeRoutine: return tr("The built-in %1 is called; it needs no frame.").arg(callee);
    default: return tr("A call: %1.").arg(callee);
    }
}

QString OutlookWords::returned(const Outlook& outlook, const QString& function) const {
    if (m_isModule) return {};
    if (outlook.value.empty()) return tr("The call of %1 will end; its frame will go.").arg(function);
    if (outlook.form != Form::Place && outlook.form != Form::Constant)
        return tr("First %1 is worked out. Then the call of %2 will end and its frame will go; the result stays.")
            .arg(piece(outlook.value), function);
    return tr("The call of %1 will end and its frame will go; the object that it returns stays: %2.")
        .arg(function, at(outlook.value) ? phrase(at(outlook.value)) : piece(outlook.value));
}

// ---- names that go or come -------------------------------------------------------------------------------------------

QString OutlookWords::removedName(const QString& name) const {
    ObjectId object = at(name.toStdString());
    if (!isBox(object)) return tr("The name %1 will be removed.").arg(name);
    if (m_reading.state().referenceCount(object) == 1)
        return tr("The name %1 will be removed. It is the only reference to its object: %2.").arg(name, phrase(object));
    return tr("The name %1 will be removed. Its object has other references and is not released by that: %2.").arg(name, phrase(object));
}

QString OutlookWords::removed(const Outlook& outlook) const {
    if (outlook.targets.size() == 1 && isName(outlook.targets[0])) return removedName(piece(outlook.targets[0]));
    return tr("References will be removed: %1. An object goes only if nothing else refers to it.").arg(listed(outlook.targets));
}

QString OutlookWords::loaded(const Outlook& outlook) const {
    if (outlook.doing == Doing::LoadModule)
        return tr("The module %1 will be loaded, unless it is already; %2 will refer to it.").arg(listed(outlook.values), listed(outlook.targets));
    if (outlook.targets.empty())
        return tr("The module %1 will be loaded, unless it is already; all its public names come here.").arg(piece(outlook.value));
    return tr("The module %1 will be loaded, unless it is already; of what it has, %2 will be names here.")
        .arg(piece(outlook.value), listed(outlook.targets));
}

// ---- all of them -----------------------------------------------------------------------------------------------------

QString OutlookWords::sentence(const Outlook& outlook, const QString& function) const {
    QString value = piece(outlook.value), targets = listed(outlook.targets);
    bool hasValue = !value.isEmpty(), hasTarget = !targets.isEmpty();
    switch (outlook.doing) {
    case Doing::Nothing: return tr("Nothing will happen in memory.");
    case Doing::Continue: return tr("The statement that began in line %1 goes on.").arg(outlook.line);
    case Doing::Evaluate: return evaluated(outlook);
    case Doing::Print: return hasValue ? tr("This will be printed: %1.").arg(value) : tr("An empty line will be printed.");
    case Doing::Bind: return bound(outlook);
    case Doing::Unpack: return unpacked(outlook);
    case Doing::Replace: return tr("The items %1 will be replaced by those of %2.").arg(targets, value);
    case Doing::Operate: return operated(outlook);
    case Doing::Return: return returned(outlook, function);
    case Doing::Yield:
        return hasValue ? tr("The call of %1 will hand out an object and pause: %2.").arg(function, value)
                        : tr("The call of %1 will pause.").arg(function);
    case Doing::DefineRoutine: return tr("A function object will be made, and the name %1 will refer to it. Its body does not run yet.").arg(targets);
    case Doing::DefineClass:
        return tr("The class body will run at once; then a class object will be made, and the name %1 will refer to it.").arg(targets);
    case Doing::Decorate: return tr("What is defined below will be handed to %1, and the name gets what that returns.").arg(value);
    case Doing::NextItem: return tr("The next item of %1 comes to %2; when there is none left, the loop ends.").arg(value, targets);
    case Doing::Repeat: return tr("The condition %1 is tested: while it is true, the loop's body runs.").arg(value);
    case Doing::Test:
        if (outlook.hasMore) return tr("The condition %1 is tested: what follows it runs only if it is true.").arg(value);
        return tr("The condition %1 is tested: the lines below it run only if it is true.").arg(value);
    case Doing::Assert: return tr("The condition %1 is tested: an exception is raised if it is false.").arg(value);
    case Doing::Remove: return removed(outlook);
    case Doing::LoadModule:
    case Doing::LoadNames: return loaded(outlook);
    case Doing::Raise: return hasValue ? tr("An exception will be raised: %1.").arg(value) : tr("The exception being handled will be raised again.");
    case Doing::Watch: return tr("Nothing changes yet: exceptions in the lines below can be caught.");
    case Doing::Clause:
        if (!hasValue) return tr("Whatever exception it is, it will be caught here.");
        return hasTarget ? tr("If the exception is one of %1, it is caught here, and the name %2 will refer to it.").arg(value, targets)
                         : tr("If the exception is one of %1, it is caught here.").arg(value);
    case Doing::EnterContext:
        return hasTarget ? tr("The context %1 is entered, and %2 refers to what it gives; or, after the lines below, it is left.").arg(value, targets)
                         : tr("The context %1 is entered; or, after the lines below, it is left.").arg(value);
    case Doing::LeaveLoop: return tr("The loop ends here.");
    case Doing::NextRound: return tr("The loop goes on with its next round.");
    case Doing::Match: return tr("The object of %1 will be held against the patterns below.").arg(value);
    case Doing::Pattern: return tr("The pattern %1 is tried: the lines below it run only if it fits.").arg(value);
    case Doing::Unknown: break;
    }
    return {};
}

}

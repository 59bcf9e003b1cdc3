// SPDX-License-Identifier: GPL-3.0-or-later
// Questions whose answer is written: the value that a name or a part will have, and what will be printed.
#include <QRegularExpression>
#include <algorithm>

#include "ui/models/picture/object_text.h"
#include "ui/models/predict/question_making.h"

namespace memtape {

namespace {

constexpr qsizetype longestValue = 40, longestOutput = 60;

// The text with one of its whole numbers changed by that much; empty: it has none.
QString withNumber(const QString& text, bool last, int by) {
    static const QRegularExpression number(QStringLiteral("(?<![\\w.])\\d{1,9}(?![\\w.])"));
    QRegularExpressionMatch found;
    for (auto all = number.globalMatch(text); all.hasNext();) {
        found = all.next();
        if (!last) break;
    }
    if (!found.hasMatch()) return {};
    const int value = found.captured().toInt() + by;
    if (value < 0) return {};
    return text.left(found.capturedStart()) + QString::number(value) + text.mid(found.capturedEnd());
}

// Its first two words the other way round; empty: there are none, or they are the same.
QString withWordsSwapped(const QString& text) {
    QStringList words = text.split(QLatin1Char(' '));
    if (words.size() < 2 || words[0] == words[1] || words[0].isEmpty() || words[1].isEmpty()) return {};
    words.swapItemsAt(0, 1);
    return words.join(QLatin1Char(' '));
}

}

QString QuestionMaking::valueOf(const Reading& reading, ObjectId id) const {
    if (!id || !reading.state().isAlive(id) || !isValueKind(reading.kind(id))) return {};
    const std::string text = reading.valueText(id);
    QString value = toQString(text);
    return value.size() > longestValue || value.contains(QLatin1Char('\n')) ? QString() : value;
}

QStringList QuestionMaking::valuesNearby(ObjectKind kind) const {
    QStringList values;
    for (bool alike : {true, false})
        for (ObjectId id : m_values)
            if ((m_before.kind(id) == kind) == alike) values.append(valueOf(m_before, id));
    return values;
}

void QuestionMaking::askForValue(const Question::Subject& subject, ObjectId value, ObjectId previous, int fact, double worth) {
    const QString right = valueOf(m_after, value);
    if (right.isEmpty()) return;
    const ObjectKind kind = m_after.kind(value);
    const bool isOperated = m_outlook.doing == Outlook::Doing::Operate;
    if (!isOperated && (isTrivial() || m_line.contains(right))) return; // the line itself says it
    QStringList texts{valueOf(m_before, previous)};
    if (kind == ObjectKind::Number)
        for (int by : {1, -1}) texts.append(withNumber(right, true, by));
    if (kind == ObjectKind::Truth && m_is.heapObjects() <= mostObjects) // there are two
        for (ObjectId id : m_is.liveObjects(false))
            if (m_after.kind(id) == ObjectKind::Truth) texts.append(valueOf(m_after, id));
    texts.append(valuesNearby(kind));
    QVector<Choice> wrong;
    for (const QString& text : std::as_const(texts)) {
        if (text.isEmpty() || text == right || wrong.size() == mostChoices - 1) continue;
        wrong.append({Form::Text, {}, text, 0});
    }
    Question asked = question(Kind::Value, kind == ObjectKind::Number || isOperated ? worth : 0.8 * worth, fact);
    asked.subject = subject;
    add(asked, wrong, {Form::Text, {}, right, 0});
}

void QuestionMaking::askForOutput(const QString& text, int fact) {
    const QString right = text.endsWith(QLatin1Char('\n')) ? text.chopped(1) : text;
    if (right.trimmed().isEmpty() || right.size() > longestOutput || right.contains(QLatin1Char('\n')) || m_line.contains(right)) return;
    QStringList texts{withNumber(right, true, 1), withWordsSwapped(right), withNumber(right, false, -1)};
    const QString before = QString::fromStdString(m_run.outputUpTo(m_step, OutputStream::Stdout)).trimmed();
    texts.append(before.mid(before.lastIndexOf(QLatin1Char('\n')) + 1));
    texts.append(valuesNearby(ObjectKind::Number));
    QVector<Choice> wrong;
    for (const QString& each : std::as_const(texts)) {
        if (each.isEmpty() || each == right || each.size() > longestOutput || wrong.size() == mostChoices - 1) continue;
        wrong.append({Form::Text, {}, each, 0});
    }
    add(question(Kind::Printed, 0.9, fact), wrong, {Form::Text, {}, right, 0});
}

}

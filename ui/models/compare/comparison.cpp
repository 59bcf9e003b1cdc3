// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare/comparison.h"

#include <QStringList>
#include <algorithm>

#include "core/tape/tape.h"
#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr qsizetype mostRows = 300; // of a kind; the rest is counted
constexpr size_t mostParts = 6;     // of an object

using Row = ComparisonRow;

ComparedMarks::Cell cellOf(ObjectId object, const ComparedPart& part) { return {object, part.cell, part.index}; }

}

class ComparisonWords::Teller {
public:
    Teller(const ComparedState& then, const ComparedState& now, const std::atomic<bool>* stop)
        : m_then(then.reading),
          m_now(now.reading),
          m_found(compareStates(then, now, stop)) {
        m_out.step = m_now.state().step().step;
        m_out.other = m_then.state().step().step;
        m_out.ofOneRun = m_found.ofOneRun;
        m_out.came = m_found.came.size();
        m_out.went = m_found.went.size();
        m_out.changed = m_found.changed.size();
        m_out.alike = m_found.alike;
    }

    ComparedSteps tell() {
        section(tr("Calls"), m_found.callsCame.size() + m_found.callsWent.size());
        each(m_found.callsCame, [this](const std::string& call) { add({Row::Kind::Call, Row::Sign::Came, QString::fromStdString(call), {}, {}}); });
        each(m_found.callsWent, [this](const std::string& call) { add({Row::Kind::Call, Row::Sign::Went, QString::fromStdString(call), {}, {}}); });
        section(tr("Names"), m_found.names.size());
        each(m_found.names, [this](const ComparedName& name) { addName(name); });
        section(tr("Came"), m_found.came.size());
        each(m_found.came, [this](ObjectId id) { addObject(m_now, id, Row::Sign::Came); });
        section(tr("Went"), m_found.went.size());
        each(m_found.went, [this](ObjectId id) { addObject(m_then, id, Row::Sign::Went); });
        section(tr("Changed"), m_found.changed.size());
        each(m_found.changed, [this](const ChangedObject& changed) { addChanged(changed); });
        m_out.marks = marks();
        return std::move(m_out);
    }

private:
    template <class All, class Add> void each(const All& all, Add addOne) {
        for (size_t i = 0; i < all.size() && i < size_t(mostRows); ++i) addOne(all[i]);
        if (all.size() > size_t(mostRows))
            add({Row::Kind::More, Row::Sign::None, tr("… %1 more").arg(groupedFigure(all.size() - size_t(mostRows))), {}, {}});
    }
    void section(const QString& title, size_t count) {
        if (count) add({Row::Kind::Heading, Row::Sign::None, title, groupedFigure(count), {}});
    }
    void add(const Row& row) { m_out.rows.append(row); }

    static QString made(const Reading& reading, ObjectId id) {
        const uint32_t line = reading.state().object(id).madeAtLine;
        return line ? tr("made by line %1").arg(line) : QString();
    }
    void addObject(const Reading& reading, ObjectId id, Row::Sign sign) {
        add({Row::Kind::Object, sign, ObjectText::brief(reading, id), made(reading, id), id, sign == Row::Sign::Went});
    }
    // `3 → list of 2`; of what there was not, or is not any more, the other alone.
    QString change(ObjectId was, ObjectId is) const {
        if (!was) return ObjectText::brief(m_now, is);
        if (!is) return tr("%1 → nothing").arg(ObjectText::brief(m_then, was));
        const QString before = ObjectText::brief(m_then, was), now = ObjectText::brief(m_now, is);
        return before == now ? tr("%1 → another %2").arg(before, now) : QStringLiteral("%1 \u2192 %2").arg(before, now);
    }
    static Row::Sign signOf(ObjectId was, ObjectId is) { return !was ? Row::Sign::Came : !is ? Row::Sign::Went : Row::Sign::Changed; }
    void addName(const ComparedName& name) {
        const QString function = QString::fromStdString(name.function);
        const bool isModule = function.isEmpty() || function.startsWith(QLatin1Char('<'));
        QString text = QString::fromStdString(name.name);
        if (!isModule) text = tr("%1 in %2").arg(text, function);
        add({Row::Kind::Name, signOf(name.was, name.is), text, change(name.was, name.is), name.is ? name.is : name.was, !name.is});
    }
    void addChanged(const ChangedObject& changed) {
        QStringList detail;
        if (changed.hasOtherValue) detail.append(tr("was %1").arg(ObjectText::brief(m_then, changed.was)));
        if (changed.sizeWas != changed.sizeIs) detail.append(tr("%1 → %2 bytes").arg(groupedFigure(changed.sizeWas), groupedFigure(changed.sizeIs)));
        add({Row::Kind::Object, Row::Sign::Changed, ObjectText::brief(m_now, changed.is), detail.join(QStringLiteral(", ")), changed.is});
        for (size_t i = 0; i < changed.parts.size() && i < mostParts; ++i) {
            const ComparedPart& part = changed.parts[i];
            add({Row::Kind::Part, signOf(part.was, part.is), QString::fromStdString(part.part), change(part.was, part.is),
                 part.is ? part.is : part.was, !part.is});
        }
        if (changed.parts.size() > mostParts)
            add({Row::Kind::More, Row::Sign::None, tr("… %1 more parts").arg(groupedFigure(changed.parts.size() - mostParts)), {}, {}});
    }

    std::shared_ptr<const ComparedMarks> marks() const {
        auto marks = std::make_shared<ComparedMarks>();
        marks->step = m_out.step;
        marks->ofOneRun = m_out.ofOneRun;
        marks->came = QSet<ObjectId>(m_found.came.begin(), m_found.came.end());
        for (const ChangedObject& changed : m_found.changed) {
            marks->changed.insert(changed.is);
            for (const ComparedPart& part : changed.parts)
                if (part.is) marks->cells.append(cellOf(changed.is, part));
        }
        for (const ComparedName& name : m_found.names) {
            if (!name.is) continue;
            if (name.table) marks->cells.append({name.table, CellKind::Value, name.index});
            else if (name.thread == m_now.state().thread()) marks->bindings.append({name.frame, name.index});
        }
        marks->cameNote = cameNote(m_out);
        marks->changedNote = changedNote(m_out);
        return marks;
    }

    const Reading& m_then;
    const Reading& m_now;
    const StateComparison m_found;
    ComparedSteps m_out;
};

ComparedSteps ComparisonWords::tell(const ComparedState& then, const ComparedState& now, const std::atomic<bool>* stop) {
    return Teller(then, now, stop).tell();
}

QString ComparisonWords::summary(const ComparedSteps& compared) {
    const QString counts =
        tr("%1 came, %2 went, %3 changed, %4 alike")
            .arg(groupedFigure(compared.came), groupedFigure(compared.went), groupedFigure(compared.changed), groupedFigure(compared.alike));
    return compared.ofOneRun ? tr("From step %1 to step %2: %3").arg(compared.other).arg(compared.step).arg(counts)
                             : tr("From step %1 of the other run to step %2 of this one: %3").arg(compared.other).arg(compared.step).arg(counts);
}

QString ComparisonWords::cameNote(const ComparedSteps& compared) {
    return compared.ofOneRun ? tr("not there at step %1").arg(compared.other) : tr("not there in the other run");
}

QString ComparisonWords::changedNote(const ComparedSteps& compared) {
    return compared.ofOneRun ? tr("otherwise at step %1").arg(compared.other) : tr("otherwise in the other run");
}

}

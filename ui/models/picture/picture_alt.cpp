// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture_alt.h"

#include <QHash>
#include <QStringList>

#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr qsizetype longestPart = 400; // of stack and of heap each, in characters; what begins before is told whole
constexpr qsizetype mostRows = 12;     // of a card or a box

class Telling {
    Q_DECLARE_TR_FUNCTIONS(memtape::PictureAlt)

public:
    Telling(const Reading& reading, const Picture& picture) : m_reading(reading), m_picture(picture) { nameBoxes(); }

    QString text() const {
        QStringList cards, boxes;
        for (const CardPicture& card : m_picture.cards)
            if (QString told = cardText(card); !told.isEmpty()) cards.append(told);
        for (const BoxPicture& box : m_picture.boxes) boxes.append(withRows(headOf(box), rowTexts(box.rows)));
        const QString stack = cards.isEmpty() ? tr("Stack: empty.") : tr("Stack: %1.").arg(cut(cards, &Telling::moreCards));
        const QString heap = boxes.isEmpty() ? tr("Heap: no objects drawn as boxes.") : tr("Heap: %1.").arg(cut(boxes, &Telling::moreBoxes));
        return stack + QLatin1Char(' ') + heap;
    }

private:
    using More = QString (*)(qsizetype count);
    static QString moreCards(qsizetype count) { return count == 1 ? tr("one more frame") : tr("%1 more frames").arg(count); }
    static QString moreBoxes(qsizetype count) { return count == 1 ? tr("one more object") : tr("%1 more objects").arg(count); }
    static QString moreRows(qsizetype count) { return count == 1 ? tr("one more part") : tr("%1 more parts").arg(count); }

    // The first ones, how many more there are, and the last one: of a stack that is the call that runs, of a heap what was made last.
    static QString cut(const QStringList& parts, More more) {
        qsizetype shown = 0;
        for (qsizetype length = 0; shown < parts.size() && length < longestPart; ++shown) length += parts[shown].size();
        QStringList told = parts.mid(0, shown);
        if (const qsizetype left = parts.size() - shown; left > 0) {
            if (left > 1) told.append(more(left - 1));
            told.append(parts.last());
        }
        return told.join(QStringLiteral("; "));
    }

    // Those that read alike are numbered.
    void nameBoxes() {
        QHash<QString, int> times, told;
        auto nameOf = [&](const BoxPicture& box) { return !box.isObject() ? box.type : ObjectText::brief(m_reading, box.id); };
        for (const BoxPicture& box : m_picture.boxes) ++times[nameOf(box)];
        for (const BoxPicture& box : m_picture.boxes) {
            const QString name = nameOf(box);
            m_names[box.id] = times[name] > 1 ? tr("%1 no. %2").arg(name).arg(++told[name]) : name;
        }
    }

    QString headOf(const BoxPicture& box) const {
        const QString name = m_names[box.id];
        if (box.ghost) return tr("%1, just released").arg(name);
        return box.unreachable ? tr("%1, unreachable").arg(name) : name;
    }

    QString cardText(const CardPicture& card) const {
        const QStringList rows = rowTexts(card.rows);
        using Kind = CardPicture::Kind;
        if (rows.isEmpty() && card.kind != Kind::Call && card.kind != Kind::Fold && card.kind != Kind::Gone) return {};
        if (rows.isEmpty() && card.kind == Kind::Call && !card.titleIsCode) return {}; // a module, whose names are told
        if (card.kind == Kind::Gone) return card.leftByError ? tr("%1, left by an error").arg(card.title) : tr("%1, just returned").arg(card.title);
        return withRows(card.running ? tr("%1, running").arg(card.title) : card.title, rows);
    }

    static QString withRows(const QString& head, const QStringList& rows) {
        if (rows.isEmpty()) return head;
        QStringList told = rows.mid(0, mostRows);
        if (rows.size() > mostRows) told.append(moreRows(rows.size() - mostRows));
        return head + QStringLiteral(" – ") + told.join(QStringLiteral(", "));
    }

    QStringList rowTexts(const QVector<RowPicture>& rows) const {
        QStringList texts;
        for (const RowPicture& row : rows)
            if (QString told = rowText(row); !told.isEmpty()) texts.append(told);
        return texts;
    }

    // A name under which the program keeps the function or class of that name says nothing about memory.
    bool isDefinition(const RowPicture& row) const {
        return row.kind == RowKind::Name && row.ref.isChip && row.ref.id && m_reading.state().isAlive(row.ref.id) &&
               memtape::isDefinition(m_reading.kind(row.ref.id)) && toQString(m_reading.name(row.ref.id)) == row.label;
    }

    QString rowText(const RowPicture& row) const {
        if (row.kind == RowKind::More || row.kind == RowKind::Note) return row.label;
        if (row.ref.isNone() || isDefinition(row)) return {};
        const bool isArrow = !row.ref.isChip && m_names.contains(row.ref.box());
        const QString target = isArrow ? m_names[row.ref.box()] : row.ref.text;
        if (row.kind == RowKind::Several) return tr("%1 refer to %2").arg(row.label, target);
        if (row.kind == RowKind::Return) return isArrow ? tr("returns a reference to %1").arg(target) : tr("returns %1").arg(target);
        if (row.kind == RowKind::Raised) return tr("raises %1").arg(target);
        if (row.kind == RowKind::Held) return row.label + QStringLiteral(": ") + target;
        const bool isByPosition = row.kind == RowKind::Cell && row.cell == CellKind::Item;
        if (isByPosition || row.label.isEmpty()) return isArrow ? tr("a reference to %1").arg(target) : target;
        return isArrow ? tr("%1 refers to %2").arg(row.label, target) : tr("%1 is %2").arg(row.label, target);
    }

    const Reading& m_reading;
    const Picture& m_picture;
    QHash<ObjectId, QString> m_names;
};

}

QString PictureAlt::of(const Reading& reading, const Picture& picture) { return Telling(reading, picture).text(); }

QString PictureAlt::ofStrip(const QString& first, const QString& last, size_t steps) {
    return tr("%1 steps beside each other. At first: %2 In the end: %3").arg(steps).arg(first, last);
}

QString PictureAlt::ofPage(size_t steps) {
    return steps == 1 ? tr("A program's memory at one step") : tr("A program's memory, to be stepped through: %1 steps").arg(steps);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/draw/draw_words.h"

#include <algorithm>

#include "ui/models/sentences/object_phrase.h"

namespace memtape {

namespace {

constexpr int mostTruths = 3; // sentences, beyond which nobody reads on: the picture shows them all

}

QString DrawWords::refusal(DrawTask::Fit fit) {
    switch (fit) {
    case DrawTask::Fit::Fits: return {};
    case DrawTask::Fit::NoArrows: return tr("There is no arrow here to draw: small and shared objects stand where they are referred to.");
    case DrawTask::Fit::TooLarge:
        return tr("There is too much here to draw: up to %1 objects and %2 arrows are asked for.").arg(DrawTask::mostObjects).arg(DrawTask::mostDots);
    }
    return {};
}

QString DrawWords::wish() { return tr("Draw the arrows: from each dot to the object that it refers to."); }

QString DrawWords::place(int dot) const {
    const DrawTask::Dot& at = m_task.dots()[dot];
    const Picture& picture = m_task.picture();
    if (!at.isCard) {
        const BoxPicture& box = picture.boxes[at.index];
        const RowPicture& row = box.rows[at.row];
        const QString of = target(box.id);
        if (row.cell == CellKind::Item) return tr("item %1 of %2").arg(row.label, of);
        if (row.cell == CellKind::Key) return tr("a key of %1").arg(of);
        if (row.labelIsObject) return tr("the key %1 of %2").arg(row.label, of);
        return tr("%1 of %2").arg(row.label, of);
    }
    const CardPicture& card = picture.cards[at.index];
    const RowPicture& row = card.rows[at.row];
    if (row.kind == RowKind::Return) return tr("the result of %1").arg(card.title);
    if (row.kind == RowKind::Raised) return tr("the exception in %1").arg(card.title);
    if (row.kind == RowKind::Held) return tr("what the line holds (%1)").arg(row.label);
    // A name that others have, too, is told with its frame.
    const bool isOnlyOne = std::none_of(picture.cards.begin(), picture.cards.end(), [&](const CardPicture& other) {
        return &other != &card && std::any_of(other.rows.begin(), other.rows.end(), [&](const RowPicture& one) { return one.label == row.label; });
    });
    return isOnlyOne ? tr("the name %1").arg(row.label) : tr("the name %1 in %2").arg(row.label, card.title);
}

QString DrawWords::target(ObjectId id) const {
    return tr("%1, %2", "the letter of an object, the object").arg(m_task.letterOf(id), ObjectPhrase::of(m_reading, id));
}

QString DrawWords::current() const {
    const DrawTask::Dot& dot = m_task.dots()[m_task.current()];
    const QString where = place(m_task.current());
    return dot.drawn ? tr("%1: drawn to %2").arg(where, target(dot.drawn)) : tr("%1: no arrow yet").arg(where);
}

QString DrawWords::verdict() const {
    using Verdict = DrawTask::Verdict;
    const int all = int(m_task.dots().size()), right = m_task.count(Verdict::Right), wrong = m_task.count(Verdict::Wrong),
              missing = m_task.count(Verdict::Missing);
    if (right == all) return all == 1 ? tr("The arrow is right.") : tr("All %1 arrows are right.").arg(all);
    QString text = tr("%1 of %2 arrows right").arg(right).arg(all);
    if (wrong) text += tr("; wrong: %1").arg(wrong);
    if (missing) text += tr("; missing: %1").arg(missing);
    return text + QLatin1Char('.');
}

QString DrawWords::truth() const {
    if (m_task.isRight()) return sharing();
    QStringList sentences;
    for (int i = 0; i < m_task.dots().size() && sentences.size() < mostTruths; ++i)
        if (m_task.verdict(i) != DrawTask::Verdict::Right) sentences.append(tr("%1 refers to %2.").arg(place(i), target(m_task.dots()[i].target)));
    for (QString& sentence : sentences) sentence[0] = sentence[0].toUpper();
    return sentences.join(QLatin1Char(' '));
}

// The object that most of the arrows lead to, where several do.
QString DrawWords::sharing() const {
    ObjectId most;
    qsizetype arrows = 1;
    for (const ObjectId object : m_task.objects()) {
        const qsizetype count =
            std::count_if(m_task.dots().begin(), m_task.dots().end(), [&](const DrawTask::Dot& dot) { return dot.target == object; });
        if (count > arrows) most = object, arrows = count;
    }
    if (!most) return tr("No two of them lead to the same object.");
    QStringList places;
    for (int i = 0; i < m_task.dots().size(); ++i)
        if (m_task.dots()[i].target == most) places.append(place(i));
    return tr("%1 arrows lead to one object, %2: %3.").arg(arrows).arg(target(most), places.join(QStringLiteral(", ")));
}

}

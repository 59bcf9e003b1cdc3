// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/draw/draw_task.h"

#include <QSet>
#include <algorithm>

namespace memtape {

namespace {

// An object that no picture has: its row is neither empty nor has it an arrow, and takes the room that it takes with one.
constexpr ObjectId notDrawn{UINT32_MAX, UINT32_MAX};

}

RowPicture& DrawTask::rowOf(Picture& picture, const Dot& dot) const {
    return dot.isCard ? picture.cards[dot.index].rows[dot.row] : picture.boxes[dot.index].rows[dot.row];
}

QStringList DrawTask::keys() const {
    QStringList keys;
    for (const Dot& dot : m_dots) {
        const RowPicture& row = dot.isCard ? m_picture.cards[dot.index].rows[dot.row] : m_picture.boxes[dot.index].rows[dot.row];
        const QString owner = dot.isCard ? QStringLiteral("%1.%2").arg(int(m_picture.cards[dot.index].kind)).arg(m_picture.cards[dot.index].frame)
                                         : QString::number(m_picture.boxes[dot.index].id.life);
        keys.append(QStringLiteral("%1:%2:%3:%4").arg(owner).arg(int(row.kind)).arg(row.index).arg(row.label));
    }
    return keys;
}

Picture DrawTask::over(const Picture& picture) {
    const QStringList before = keys();
    const QVector<Dot> drawn = m_dots;
    m_picture = picture;
    m_dots.clear();
    m_objects.clear();
    for (const BoxPicture& box : picture.boxes)
        if (!box.ghost) m_objects.append(box.id);
    const QSet<ObjectId> boxes(m_objects.begin(), m_objects.end());
    auto collect = [&](const QVector<RowPicture>& rows, bool isCard, int index) {
        for (int row = 0; row < rows.size(); ++row)
            if (!rows[row].ref.isChip && boxes.contains(rows[row].ref.id)) m_dots.append({isCard, index, row, rows[row].ref.id, {}});
    };
    for (int i = 0; i < picture.cards.size(); ++i) collect(picture.cards[i].rows, true, i);
    for (int i = 0; i < picture.boxes.size(); ++i) collect(picture.boxes[i].rows, false, i);
    const QStringList now = keys();
    for (int i = 0; i < m_dots.size(); ++i)
        if (const qsizetype at = before.indexOf(now[i]); at >= 0 && boxes.contains(drawn[at].drawn)) m_dots[i].drawn = drawn[at].drawn;
    setCurrent(m_current);

    Picture shown = picture;
    for (const Dot& dot : std::as_const(m_dots)) {
        const ObjectId to = m_stage == Stage::Shown ? dot.target : dot.drawn;
        rowOf(shown, dot).ref.id = to ? to : notDrawn;
    }
    return shown;
}

DrawTask::Fit DrawTask::fit() const {
    if (m_dots.isEmpty()) return Fit::NoArrows;
    return m_dots.size() > mostDots || m_objects.size() > mostObjects ? Fit::TooLarge : Fit::Fits;
}

QString DrawTask::letterOf(ObjectId object) const {
    const qsizetype at = m_objects.indexOf(object);
    return at < 0 ? QString() : letterOf(int(at));
}

void DrawTask::setCurrent(int dot) { m_current = m_dots.isEmpty() ? 0 : std::clamp(dot, 0, int(m_dots.size()) - 1); }

void DrawTask::moveCurrent(int by) {
    if (!m_dots.isEmpty()) m_current = int((m_current + by + m_dots.size()) % m_dots.size());
}

void DrawTask::draw(int dot, ObjectId object) {
    if (m_stage != Stage::Drawing || dot < 0 || dot >= m_dots.size() || !m_objects.contains(object)) return;
    m_dots[dot].drawn = object;
    m_current = dot;
    for (int step = 1; step < m_dots.size(); ++step)
        if (const int next = int((dot + step) % m_dots.size()); !m_dots[next].drawn) {
            m_current = next;
            return;
        }
}

void DrawTask::erase(int dot) {
    if (m_stage != Stage::Drawing || dot < 0 || dot >= m_dots.size()) return;
    m_dots[dot].drawn = {};
    m_current = dot;
}

void DrawTask::check() {
    if (m_stage == Stage::Drawing) m_stage = Stage::Checked;
}

void DrawTask::show() { m_stage = Stage::Shown; }

void DrawTask::tryAgain() {
    m_stage = Stage::Drawing;
    for (int i = int(m_dots.size()); i-- > 0;) {
        if (verdict(i) == Verdict::Right) continue;
        m_dots[i].drawn = {};
        m_current = i;
    }
}

DrawTask::Verdict DrawTask::verdict(int dot) const {
    const Dot& at = m_dots[dot];
    return !at.drawn ? Verdict::Missing : at.drawn == at.target ? Verdict::Right : Verdict::Wrong;
}

int DrawTask::count(Verdict wanted) const {
    int count = 0;
    for (int i = 0; i < m_dots.size(); ++i) count += verdict(i) == wanted;
    return count;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/heap/heap_model.h"

#include <algorithm>
#include <memory>

#include "ui/models/figures.h"
#include "ui/models/heap/object_way.h"
#include "ui/models/picture/object_text.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr qsizetype firstShown = 40, furtherShown = 400; // objects of a group

const QChar minusSign(0x2212);

}

HeapModel::HeapModel(QObject* parent) : QAbstractItemModel(parent) {
    connect(&m_search, &HeapSearch::advanced, this, [this] {
        beginResetModel();
        arrange();
        endResetModel();
        Q_EMIT figuresChanged();
    });
}

// ---- what is shown ---------------------------------------------------------------------------------------------------

void HeapModel::show(Run* run, uint64_t step, std::optional<uint64_t> mark) {
    beginResetModel();
    m_run = run;
    m_step = step;
    m_mark = mark;
    count();
    arrange();
    endResetModel();
    Q_EMIT figuresChanged();
}

void HeapModel::forget() {
    m_counter.reset();
    m_countedMark.reset();
    m_search.stop();
    m_open.clear();
    show(nullptr, 0, std::nullopt);
}

void HeapModel::count() {
    m_search.stop();
    m_now = nullptr;
    m_figures = {};
    auto reading = m_run ? m_run->readingAt(m_step) : nullptr;
    if (!reading) return;
    if (m_mark && (m_countedMark != m_mark || m_markShare != m_share)) {
        auto then = m_run->stateAt(*m_mark);
        m_atMark = then ? countHeap(*then, m_share) : HeapCensus();
        m_countedMark = m_mark;
        m_markShare = m_share;
    }
    m_now = m_counter.at(*m_run, m_step, m_share);
    const MemoryState& state = reading->state();
    m_figures = {state.heapObjects(), state.heapBytes(), state.libraryObjects(), state.libraryBytes()};
    if (m_now && !m_wantedText.isEmpty()) m_search.start(std::move(reading), *m_now, m_wantedText);
}

void HeapModel::arrange() {
    m_groups.clear();
    auto reading = m_now ? m_run->readingAt(m_step) : nullptr;
    if (!reading) return;
    uint64_t all = 0;
    for (const HeapObject& object : *m_now) all += object.size;
    std::unique_ptr<const NameWalk> walk; // for the objects of open groups
    for (HeapGroup& group :
         HeapGroups::of(*m_now, m_mark ? &m_atMark : nullptr, m_grouping, reading->state(), m_search.isActive() ? &m_search.wanted() : nullptr)) {
        Shown shown;
        shown.row.text = group.name;
        shown.row.count = group.count;
        shown.row.bytes = group.bytes;
        shown.row.came = group.came;
        shown.row.went = group.went;
        shown.row.share = all ? double(group.bytes) / double(all) : 0;
        shown.key = group.key;
        shown.members = std::move(group.members);
        shown.row.isOpen = m_open.contains(shown.key);
        if (shown.row.isOpen) {
            if (!walk) walk = std::make_unique<NameWalk>(*reading, wayRule);
            fill(shown, *reading, *walk);
        }
        m_groups.append(std::move(shown));
    }
    sortGroups();
    Shown total;
    total.row = totalOf(m_groups);
    if (!m_groups.isEmpty()) m_groups.append(total);
}

HeapModel::Row HeapModel::totalOf(const QVector<Shown>& groups) const {
    Row total;
    total.kind = Row::Kind::Total;
    total.text = m_search.isActive() ? tr("Found") : tr("All");
    for (const Shown& group : groups) {
        total.count += group.row.count;
        total.bytes += group.row.bytes;
        total.came += group.row.came;
        total.went += group.row.went;
    }
    return total;
}

void HeapModel::sortGroups() {
    auto isBefore = [this](const Shown& a, const Shown& b) {
        switch (m_sortColumn) {
        case Name: return m_grouping == HeapGrouping::Type ? a.row.text.localeAwareCompare(b.row.text) < 0 : a.key < b.key;
        case Count: return a.row.count < b.row.count;
        case Since: return a.row.came < b.row.came;
        default: return a.row.bytes < b.row.bytes;
        }
    };
    bool falls = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(m_groups.begin(), m_groups.end(), [&](const Shown& a, const Shown& b) { return falls ? isBefore(b, a) : isBefore(a, b); });
}

// The objects of a group, in order of birth.
void HeapModel::fill(Shown& group, const Reading& reading, const NameWalk& walk) {
    qsizetype most = std::min(m_open.value(group.key), group.members.size());
    for (qsizetype i = 0; i < most; ++i) {
        const HeapObject& object = (*m_now)[group.members[i]];
        Row row;
        row.kind = Row::Kind::Object;
        row.object = object.id;
        row.text = ObjectText::preview(reading, object.id);
        row.way = wayTo(reading, walk, object.id);
        row.bytes = object.size;
        group.objects.append(row);
    }
    if (most == group.members.size()) return;
    Row more;
    more.kind = Row::Kind::More;
    more.text = tr("… %1 more").arg(groupedFigure(quint64(group.members.size() - most)));
    group.objects.append(more);
}

// ---- choices ---------------------------------------------------------------------------------------------------------

void HeapModel::setGrouping(HeapGrouping grouping) {
    if (grouping == m_grouping) return;
    beginResetModel();
    m_grouping = grouping;
    m_open.clear();
    arrange();
    endResetModel();
}

void HeapModel::setShare(HeapShare share) {
    m_share = share;
    show(m_run, m_step, m_mark);
}

void HeapModel::setSearch(const QString& text) {
    if (text == m_wantedText) return;
    m_wantedText = text;
    show(m_run, m_step, m_mark);
}

void HeapModel::setSorting(Column column, Qt::SortOrder order) {
    beginResetModel();
    m_sortColumn = column == Share ? Bytes : column;
    m_sortOrder = order;
    arrange();
    endResetModel();
}

void HeapModel::setOpen(const QModelIndex& index, bool open) {
    Shown& group = m_groups[index.row()];
    if (group.row.isOpen == open || group.row.kind != Row::Kind::Group) return;
    group.row.isOpen = open;
    if (open) {
        m_open.insert(group.key, firstShown);
        auto reading = m_run->readingAt(m_step);
        if (!reading || group.members.isEmpty()) return;
        Shown filled = group;
        fill(filled, *reading, NameWalk(*reading, wayRule));
        beginInsertRows(index.siblingAtColumn(0), 0, int(filled.objects.size()) - 1);
        group.objects = std::move(filled.objects);
        endInsertRows();
    } else {
        m_open.remove(group.key);
        if (group.objects.isEmpty()) return;
        beginRemoveRows(index.siblingAtColumn(0), 0, int(group.objects.size()) - 1);
        group.objects.clear();
        endRemoveRows();
    }
}

void HeapModel::showMore(const QModelIndex& more) {
    const Shown& group = m_groups[more.parent().row()];
    m_open[group.key] += furtherShown;
    beginResetModel();
    arrange();
    endResetModel();
}

// ---- rows ------------------------------------------------------------------------------------------------------------

// An object's index carries its group's place + 1.
QModelIndex HeapModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex HeapModel::parent(const QModelIndex& child) const {
    return child.isValid() && child.internalId() ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int HeapModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return int(m_groups.size());
    return parent.internalId() || parent.column() ? 0 : int(m_groups[parent.row()].objects.size());
}

bool HeapModel::hasChildren(const QModelIndex& parent) const {
    if (!parent.isValid()) return !m_groups.isEmpty();
    return !parent.internalId() && !parent.column() && !m_groups[parent.row()].members.isEmpty();
}

const HeapModel::Row* HeapModel::row(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    if (!index.internalId()) return &m_groups[index.row()].row;
    return &m_groups[qsizetype(index.internalId()) - 1].objects[index.row()];
}

QModelIndex HeapModel::indexOf(ObjectId object) const {
    for (qsizetype g = 0; object && g < m_groups.size(); ++g)
        for (qsizetype i = 0; i < m_groups[g].objects.size(); ++i)
            if (m_groups[g].objects[i].object == object) return createIndex(int(i), 0, quintptr(g) + 1);
    return {};
}

QString HeapModel::sinceText(const Row& row) {
    QStringList parts;
    if (row.came) parts << QLatin1Char('+') + wholeFigure(row.came);
    if (row.went) parts << minusSign + wholeFigure(row.went);
    return parts.isEmpty() ? QStringLiteral("0") : parts.join(QLatin1Char(' '));
}

QVariant HeapModel::data(const QModelIndex& index, int role) const {
    const Row* shown = row(index);
    if (!shown) return {};
    bool isGroup = shown->kind == Row::Kind::Group || shown->kind == Row::Kind::Total;
    if (role == Qt::AccessibleTextRole && index.column() == Name) {
        if (shown->kind == Row::Kind::More) return shown->text;
        if (!isGroup) return tr("%1, %2, %3").arg(shown->text, ObjectText::bytes(shown->bytes), shown->way);
        QString text = tr("%1: %2 objects, %3").arg(shown->text).arg(shown->count).arg(ObjectText::bytes(shown->bytes));
        return m_mark ? tr("%1, since step %2: %3").arg(text).arg(*m_mark).arg(sinceText(*shown)) : text;
    }
    if (role == Qt::ToolTipRole && !isGroup) return shown->way.isEmpty() ? shown->text : shown->way + QStringLiteral(" = ") + shown->text;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name: return shown->text;
    case Count: return isGroup ? wholeFigure(shown->count) : QString();
    case Bytes: return shown->kind == Row::Kind::More ? QString() : wholeFigure(shown->bytes);
    case Share: return isGroup ? QString() : shown->way;
    case Since: return isGroup && m_mark ? sinceText(*shown) : QString();
    default: return {};
    }
}

QVariant HeapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Since && m_mark)
        return tr("+ alive now, made since step %1; %2 alive then, gone now").arg(*m_mark).arg(minusSign);
    if (role != Qt::DisplayRole) return {};
    QString room = section == m_sortColumn && section != Name ? QString(3, QChar(0xA0)) : QString(); // for the sign of the sorting
    switch (section) {
    case Name: return m_grouping == HeapGrouping::Type ? tr("Type") : m_grouping == HeapGrouping::Line ? tr("Line") : tr("Size");
    case Count: return tr("Count") + room;
    case Bytes: return tr("Bytes") + room;
    case Since: return m_mark ? tr("Since %1").arg(*m_mark) + room : QString();
    default: return {};
    }
}

}

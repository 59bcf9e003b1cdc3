// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture_parts.h"

// A long container of objects that are drawn as groups: "0 … 239" is one row, and one arrow.

namespace memtape {

namespace {

constexpr size_t readAtOnce = 4096; // cells
constexpr size_t probes = 16;       // of a container, to see whether it is one of those at all
constexpr size_t fewest = 4;        // cells of a stretch
constexpr qsizetype mostRows = 14;

class Several {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    Several(PictureMaking& making, ObjectId container, ObjectKind kind, size_t cells)
        : m_making(making),
          m_container(container),
          m_type(making.state().type(making.state().typeIdOf(container))),
          m_isTable(kind == ObjectKind::Table),
          m_width(m_isTable ? 2 : 1),
          m_count(cells / m_width) {}

    QVector<RowPicture> rows() {
        if (m_making.references.groups().isEmpty() || !mayBe()) return {};
        readStretches();
        size_t grouped = 0;
        for (const Stretch& stretch : m_stretches) grouped += stretch.group && stretch.count >= fewest ? stretch.count : 0;
        if (grouped * 4 < m_count * 3) return {};
        QVector<RowPicture> rows;
        size_t left = 0; // that no row tells of
        auto addLeft = [&] {
            if (left) rows.append(moreRow(left));
            left = 0;
        };
        for (const Stretch& stretch : m_stretches) {
            if (rows.size() >= mostRows || (!stretch.group && stretch.count >= fewest)) {
                left += stretch.count;
                continue;
            }
            addLeft();
            if (stretch.group && stretch.count >= fewest) rows.append(severalRow(stretch));
            else
                for (size_t i = 0; i < stretch.count; ++i) rows.append(cellRow(stretch.begin + i));
        }
        addLeft();
        return rows;
    }

private:
    struct Stretch {
        size_t begin = 0, count = 0; // entries
        ObjectId group;              // none: they refer to no group, or not all to one
        ObjectId first;
        bool isChanged = false; // one cell, that the line just run changed
    };
    struct Entry {
        CellView cell;
        ObjectId key;
    };

    bool mayBe() const {
        size_t hits = 0;
        for (size_t i = 0; i < probes; ++i) hits += m_making.references.groupOf(entry(m_count * i / probes).cell.value) != nullptr;
        return hits * 4 >= probes * 3;
    }

    Entry entry(size_t at) const {
        const std::vector<CellView> cells = m_making.state().cells(m_container, at * m_width, m_width);
        if (cells.size() < m_width) return {};
        return {cells.back(), m_isTable ? cells.front().value : ObjectId()};
    }

    void readStretches() {
        const bool isNew = m_making.changes.isMade(m_container);
        const QVector<uint32_t> list = isNew ? QVector<uint32_t>() : m_making.changes.changedCells(m_container);
        const QSet<uint32_t> changed(list.begin(), list.end());
        for (size_t from = 0; from < m_count; from += readAtOnce) {
            const std::vector<CellView> cells = m_making.state().cells(m_container, from * m_width, std::min(readAtOnce, m_count - from) * m_width);
            for (size_t i = m_width - 1; i < cells.size(); i += m_width) see(cells[i], from + i / m_width, changed.contains(cells[i].index));
        }
    }

    void see(const CellView& cell, size_t at, bool isChanged) {
        ObjectId group = groupOf(cell.value);
        const bool goesOn = !m_stretches.empty() && m_stretches.back().group == group && !isChanged && !m_stretches.back().isChanged;
        if (goesOn) ++m_stretches.back().count;
        else m_stretches.push_back({at, 1, group, cell.value, isChanged && m_singled++ < size_t(mostRows) / 4});
    }

    // Most cells refer to what was made after what the one before refers to: so it is found at once.
    ObjectId groupOf(ObjectId value) {
        if (m_last) {
            const auto& members = m_last->picture->members;
            if (m_at + 1 < members.size() && members[m_at + 1].id == value && !m_making.references.isDrawnAlone(value)) {
                ++m_at;
                return m_last->box;
            }
        }
        const auto* group = m_making.references.groupOf(value);
        if (group) {
            m_last = group;
            m_at = group->picture->placeOf(value);
        }
        return group ? group->box : ObjectId();
    }

    QString labelOf(const Entry& entry) const {
        switch (m_making.reading.roleOf(m_type, entry.cell)) {
        case PartRole::Item: return QString::number(entry.cell.index);
        case PartRole::Entry: return entry.key ? ObjectText::brief(m_making.reading, entry.key) : QString();
        default: return {};
        }
    }

    RowPicture severalRow(const Stretch& stretch) const {
        RowPicture row;
        row.kind = RowKind::Several;
        row.references = uint32_t(stretch.count);
        row.ref = m_making.references.reference(stretch.first);
        const QString first = labelOf(entry(stretch.begin)), last = labelOf(entry(stretch.begin + stretch.count - 1));
        const QString figure = groupedFigure(stretch.count);
        if (m_isTable && stretch.count == m_count) row.label = tr("%1 keys").arg(figure);
        else if (first.isEmpty()) row.label = tr("%1 elements").arg(figure);
        else row.label = QStringLiteral("%1 … %2").arg(first, last);
        return row;
    }

    RowPicture cellRow(size_t at) const {
        const Entry read = entry(at);
        RowPicture row;
        row.kind = RowKind::Cell;
        row.cell = read.cell.kind;
        row.index = read.cell.index;
        row.ref = m_making.references.reference(read.cell.value);
        row.label = labelOf(read);
        row.labelIsObject = m_isTable;
        const PictureChanges& changes = m_making.changes;
        if (changes.isCellChanged(m_container, read.cell.kind, read.cell.index) && !changes.isMade(m_container)) row.mark = Mark::Changed;
        return row;
    }

    static RowPicture moreRow(size_t hidden) {
        RowPicture row;
        row.kind = RowKind::More;
        row.label = tr("… %1 more …").arg(groupedFigure(hidden));
        return row;
    }

    PictureMaking& m_making;
    ObjectId m_container;
    const TypeInfo& m_type;
    bool m_isTable;
    size_t m_width, m_count, m_singled = 0;
    std::vector<Stretch> m_stretches;
    const PictureReferences::Group* m_last = nullptr;
    qsizetype m_at = 0;
};

}

QVector<RowPicture> severalRows(PictureMaking& making, ObjectId container, ObjectKind kind, size_t cells) {
    return isContainer(kind) ? Several(making, container, kind, cells).rows() : QVector<RowPicture>();
}

}

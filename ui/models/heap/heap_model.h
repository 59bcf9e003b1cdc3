// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Heap page as rows: groups of living objects, and in a group that is open its objects, a few at a time. It counts when it is told to show a
// step, and then once; texts are made for the objects of open groups alone.

#include <QAbstractItemModel>
#include <QSet>
#include <QVector>
#include <optional>

#include "ui/models/heap/heap_census.h"
#include "ui/models/heap/heap_groups.h"
#include "ui/models/heap/heap_search.h"

namespace memtape {

class HeapModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Count, Bytes, Share, Since, ColumnCount };
    struct Row {
        enum class Kind : uint8_t { Group, Object, More, Total } kind = Kind::Group;
        QString text; // the group's name; the object's value; `… 234 more`
        QString way;  // Object: `throws[0]`
        uint64_t count = 0, bytes = 0, came = 0, went = 0;
        double share = 0; // of all bytes
        ObjectId object;
        bool isOpen = false;
    };
    struct Figures { // of what is alive at the step, whatever is searched for
        uint64_t objects = 0, bytes = 0, libraryObjects = 0, libraryBytes = 0;
    };

    explicit HeapModel(QObject* parent = nullptr);
    // Null, or no such step: nothing. The run outlives its use here.
    void show(Run* run, uint64_t step, std::optional<uint64_t> mark);
    void forget(); // another run
    void setGrouping(HeapGrouping grouping);
    HeapGrouping grouping() const { return m_grouping; }
    void setShare(HeapShare share);
    HeapShare share() const { return m_share; }
    void setSearch(const QString& text);
    bool isSearching() const { return m_search.isActive() && !m_search.isOver(); }
    void setSorting(Column column, Qt::SortOrder order);
    void setOpen(const QModelIndex& group, bool open);
    void showMore(const QModelIndex& more); // of the objects of an open group
    bool hasMark() const { return m_mark.has_value(); }

    const Figures& figures() const { return m_figures; }
    const Row* row(const QModelIndex& index) const;
    QModelIndex indexOf(ObjectId object) const; // where it has a row

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void figuresChanged();

private:
    struct Shown {
        Row row;
        uint64_t key = 0;
        QVector<uint32_t> members;
        QVector<Row> objects; // of an open group
    };
    void count();
    void arrange(); // groups anew what was counted
    void sortGroups();
    void fill(Shown& group, const Reading& reading, const NameWalk& walk);
    Row totalOf(const QVector<Shown>& groups) const;
    static QString sinceText(const Row& row);

    Run* m_run = nullptr;
    uint64_t m_step = 0;
    std::optional<uint64_t> m_mark, m_countedMark;
    HeapShare m_markShare = HeapShare::Program;
    HeapGrouping m_grouping = HeapGrouping::Type;
    HeapShare m_share = HeapShare::Program;
    Column m_sortColumn = Bytes;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QString m_wantedText;
    HeapCounter m_counter;
    HeapCensus m_atMark;
    const HeapCensus* m_now = nullptr; // the counter's
    HeapSearch m_search;
    Figures m_figures;
    QVector<Shown> m_groups;
    QHash<uint64_t, qsizetype> m_open; // by key: how many of its objects are shown
};

}

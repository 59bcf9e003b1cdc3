// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each reference of a picture shows: an object is a box of the heap, to which an arrow leads, or small or shared, and then a chip in its place. Which objects
// become boxes is found out here, as rows refer to them.

#include <QCoreApplication>
#include <QSet>
#include <QVector>

#include "ui/models/picture/object_groups.h"
#include "ui/models/picture/picture.h"

namespace memtape {

class PictureReferences {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    // `births`: of the step; null: nothing is grouped.
    PictureReferences(const Reading& reading, const PictureOptions& options, const std::vector<ObjectGroups::Births>* births);

    ObjectId globals() const { return m_globals; } // the program's own names, which are a card
    void setGlobals(ObjectId table) { m_globals = table; }
    void addLostClass(ObjectId id) { m_lostClasses.insert(id); } // no row refers to it: it is drawn, as other classes are not

    bool isChip(ObjectId id) const;
    RefPicture reference(ObjectId id);                       // none: unbound
    RefPicture chip(ObjectId id) const;                      // in place, whatever else it is drawn as
    bool place(ObjectId id);                                 // as a box, which it is; false: there are too many
    void point(RowPicture& row, const PointerView& pointer); // what the row shows of a reference that goes to a place, or does not count

    const QVector<ObjectId>& boxes() const { return m_boxes; } // as they were first referred to; more come while their rows are made
    bool isBox(ObjectId id) const { return m_placed.contains(id); }
    bool isLostClass(ObjectId id) const { return m_lostClasses.contains(id); }
    bool isLeftOut(ObjectId id) const { return m_leftOut.contains(id); }
    qsizetype leftOut() const { return m_leftOut.size(); } // chips because there are too many boxes

    // A group that there is, whether or not something refers to it.
    struct Group {
        ObjectId box;
        uint32_t type = 0;
        std::shared_ptr<GroupPicture> picture;
    };
    const QVector<Group>& groups() const { return m_groups; }
    Group* groupOf(ObjectId id); // null: it is in none
    bool isOfGroupedType(ObjectId id) const { return !m_groups.isEmpty() && m_groupsOfType.contains(m_reading.state().typeIdOf(id)); }
    bool isDrawnAlone(ObjectId id) const { return m_opened.contains(id); } // beside its group

private:
    void addGroup(const ObjectGroups::Births& births);

    const Reading& m_reading;
    const PictureOptions& m_options;
    QSet<ObjectId> m_placed, m_leftOut, m_lostClasses, m_opened;
    QVector<Group> m_groups;
    QHash<uint32_t, QVector<qsizetype>> m_groupsOfType;
    QVector<ObjectId> m_boxes;
    ObjectId m_globals;
};

}

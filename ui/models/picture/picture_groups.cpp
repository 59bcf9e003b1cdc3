// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture_parts.h"

// Many like objects of a large heap: one box, with a tile for each.

namespace memtape {

namespace {

constexpr qsizetype allLookedAt = 1000; // members; of more, so many as samples, to see what they lead to
constexpr qsizetype samples = 64;
constexpr size_t cellsLookedAt = 16; // of each
constexpr qsizetype mostRows = 4, mostNames = 2;

class Groups {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    Groups(PictureMaking& making, const QSet<ObjectId>& unreachable) : m_making(making), m_unreachable(unreachable) {}

    void build() {
        const auto& groups = m_making.references.groups();
        if (groups.isEmpty()) return;
        for (ObjectId id : m_making.changes.made()) mark(id, Mark::Made);
        for (ObjectId id : m_making.changes.changed())
            if (!m_making.changes.isMade(id)) mark(id, Mark::Changed);
        for (ObjectId id : m_unreachable)
            if (const auto* group = m_making.references.groupOf(id)) group->picture->unreachable.insert(id);
        for (const PictureReferences::Group& group : groups) add(group);
    }

private:
    // What members lead to by parts of one name.
    struct Lead {
        PartRole role;         // Named, Content, or Item for all others
        std::string_view name; // of a part that is named; the state's
        QString label;
        struct Target {
            ObjectId first;
            uint32_t references = 0;
        };
        QHash<ObjectId, Target> targets; // by box
    };

    void mark(ObjectId id, Mark how) {
        if (const auto* group = m_making.references.groupOf(id)) group->picture->marks.insert(id, how);
    }

    void add(const PictureReferences::Group& group) {
        GroupPicture& picture = *group.picture;
        const TypeInfo& type = m_making.state().type(group.type);
        BoxPicture box;
        box.id = group.box;
        box.typeId = group.type;
        box.icon = ObjectText::iconLetter(m_making.reading.kindOf(type));
        box.type = tr("%1 × %2").arg(QString::fromStdString(type.name), groupedFigure(quint64(picture.members.size())));
        for (const GroupPicture::Member& member : picture.members) m_bytes += member.size;
        if (m_making.options.detail >= Detail::Objects) box.count = box.briefCount = ObjectText::bytes(m_bytes);
        m_bytes = 0;
        picture.made = tr("made by line %1").arg(picture.line);
        const qsizetype closed = picture.members.size() - picture.opened.size();
        picture.open = closed > GroupPicture::openedAtOnce ? tr("Open %1 of them").arg(GroupPicture::openedAtOnce) : tr("Open %1").arg(closed);
        picture.names = namesOf(group);
        addMarks(box, picture);
        addLeads(box, group);
        box.group = group.picture;
        m_making.picture.boxes.append(box);
    }

    void addMarks(BoxPicture& box, const GroupPicture& picture) const {
        const auto made = std::count(picture.marks.begin(), picture.marks.end(), Mark::Made), changed = picture.marks.size() - made;
        if (!picture.marks.isEmpty()) box.mark = Mark::Changed;
        if (const ComparedMarks* compared = m_making.options.compared.get()) box.note = compared->changedNote;
        else if (!m_making.justLine) return;
        else if (made && changed) box.note = tr("%1 made, %2 changed by line %3").arg(made).arg(changed).arg(m_making.justLine);
        else if (made) box.note = tr("%1 made by line %2").arg(made).arg(m_making.justLine);
        else if (changed) box.note = tr("%1 of them changed by line %2").arg(changed).arg(m_making.justLine);
    }

    // "pair names [3, 4]"
    QString namesOf(const PictureReferences::Group& group) const {
        QStringList names;
        qsizetype more = 0;
        for (const CardPicture& card : m_making.picture.cards)
            for (const RowPicture& row : card.rows) {
                if (row.ref.group != group.box || row.kind != RowKind::Name) continue;
                if (names.size() == mostNames) ++more;
                else names.append(tr("%1 names %2").arg(row.label, ObjectText::preview(m_making.reading, row.ref.id)));
            }
        if (more) names.append(tr("%1 more names").arg(more));
        return names.join(QStringLiteral(" · "));
    }

    void addLeads(BoxPicture& box, const PictureReferences::Group& group) {
        const auto& members = group.picture->members;
        const bool isWhole = members.size() <= allLookedAt;
        const qsizetype stride = isWhole ? 1 : members.size() / samples;
        QVector<Lead> leads;
        for (qsizetype i = 0; i < members.size(); i += stride) lookAt(members[i].id, leads);
        QStringList among, inside;
        for (const Lead& lead : leads) {
            if (lead.targets.contains(group.box)) among.append(lead.label);
            auto most = lead.targets.constEnd();
            for (auto target = lead.targets.constBegin(); target != lead.targets.constEnd(); ++target)
                if (target.key() != group.box && (most == lead.targets.constEnd() || target->references > most->references)) most = target;
            if (most == lead.targets.constEnd() || box.rows.size() == mostRows) continue;
            const bool isShared = most->references > 1 || most.key() != most->first || m_making.references.isBox(most->first);
            if (!isShared) { // each has its own, and they are no group
                inside.append(lead.label);
                continue;
            }
            RowPicture row;
            row.kind = RowKind::Several;
            row.label = lead.label;
            row.ref = m_making.references.reference(most->first);
            row.references = isWhole ? most->references : 0;
            box.rows.append(row);
        }
        if (!among.isEmpty()) addNote(box, tr("%1: to one another").arg(among.join(QStringLiteral(", "))));
        if (!inside.isEmpty()) addNote(box, tr("%1: to what is drawn when they are opened").arg(inside.join(QStringLiteral(", "))));
    }

    static void addNote(BoxPicture& box, const QString& words) {
        RowPicture row;
        row.kind = RowKind::Note;
        row.label = words;
        box.rows.append(row);
    }

    static QString labelOf(PartRole role, std::string_view name) {
        return role == PartRole::Named ? toQString(name) : role == PartRole::Content ? tr("content") : tr("items");
    }

    void lookAt(ObjectId id, QVector<Lead>& leads) {
        const TypeInfo& type = m_making.state().type(m_making.state().typeIdOf(id));
        for (const CellView& cell : m_making.state().cells(id, 0, cellsLookedAt)) {
            if (!cell.value || m_making.references.isChip(cell.value)) continue;
            const PartRole role = m_making.reading.roleOf(type, cell);
            if (role == PartRole::Key || role == PartRole::Plumbing) continue;
            const bool isNamed = role == PartRole::Named;
            const PartRole as = isNamed || role == PartRole::Content ? role : PartRole::Item;
            const std::string_view name = isNamed ? cell.name : std::string_view();
            auto lead = std::find_if(leads.begin(), leads.end(), [&](const Lead& known) { return known.role == as && known.name == name; });
            if (lead == leads.end()) lead = leads.insert(leads.end(), Lead{as, name, labelOf(as, name), {}});
            const auto* group = m_making.references.groupOf(cell.value);
            Lead::Target& target = lead->targets[group ? group->box : cell.value];
            if (!target.references++) target.first = cell.value;
        }
    }

    PictureMaking& m_making;
    const QSet<ObjectId>& m_unreachable;
    uint64_t m_bytes = 0;
};

}

void addGroups(PictureMaking& making, const QSet<ObjectId>& unreachable) { Groups(making, unreachable).build(); }

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture_references.h"

#include <algorithm>

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/pointer_text.h"

namespace memtape {

PictureReferences::PictureReferences(const Reading& reading, const PictureOptions& options, const std::vector<ObjectGroups::Births>* births)
    : m_reading(reading),
      m_options(options),
      m_opened(options.opened.begin(), options.opened.end()) {
    if (!births || options.groupFrom == 0) return;
    for (const ObjectGroups::Births& like : *births)
        if (like.line > 0 && !options.hiddenTypes.contains(like.type)) addGroup(like);
}

void PictureReferences::addGroup(const ObjectGroups::Births& births) {
    const auto fewest = qsizetype(m_options.groupFrom);
    const bool withInPlace = m_options.everyObjectAsBox && !births.others.isEmpty();
    if (births.boxes.size() + (withInPlace ? births.others.size() : 0) < fewest) return;
    auto picture = std::make_shared<GroupPicture>();
    picture->members = births.boxes;
    if (withInPlace) {
        for (const GroupPicture::Member& member : births.others)
            if (m_reading.isDrawnInPlace(member.id)) picture->members.append(member);
        std::sort(picture->members.begin(), picture->members.end(), [](const auto& a, const auto& b) { return a.id.life < b.id.life; });
    }
    for (ObjectId hidden : m_options.hidden)
        if (qsizetype at = picture->placeOf(hidden); at >= 0) picture->members.removeAt(at);
    if (!m_opened.isEmpty())
        for (ObjectId opened : std::as_const(m_opened))
            if (picture->placeOf(opened) >= 0) picture->opened.insert(opened);
    if (picture->opened.size() == picture->members.size()) return; // nothing is left in it
    picture->line = births.line;
    m_groupsOfType[births.type].append(m_groups.size());
    m_groups.append({births.box(), births.type, std::move(picture)});
}

PictureReferences::Group* PictureReferences::groupOf(ObjectId id) {
    if (m_groups.isEmpty() || !id || m_opened.contains(id)) return nullptr;
    auto ofType = m_groupsOfType.constFind(m_reading.state().typeIdOf(id));
    if (ofType == m_groupsOfType.constEnd()) return nullptr;
    for (qsizetype at : *ofType)
        if (m_groups[at].picture->placeOf(id) >= 0) return &m_groups[at];
    return nullptr;
}

bool PictureReferences::isChip(ObjectId id) const {
    if (id == m_globals) return true;
    if (m_options.hidden.contains(id) || m_options.hiddenTypes.contains(m_reading.state().typeIdOf(id))) return true;
    if (m_options.everyObjectAsBox || m_opened.contains(id) || m_lostClasses.contains(id)) return false;
    return m_reading.isDrawnInPlace(id);
}

RefPicture PictureReferences::chip(ObjectId id) const {
    RefPicture ref;
    ref.id = id;
    ref.isChip = true;
    ref.immortal = m_reading.state().object(id).immortal;
    ref.text = id == m_globals ? tr("global names") : ObjectText::chip(m_reading, id);
    return ref;
}

RefPicture PictureReferences::reference(ObjectId id) {
    RefPicture ref;
    if (!id) return ref;
    if (isChip(id)) return chip(id);
    ref.id = id;
    ref.immortal = m_reading.state().object(id).immortal;
    if (const Group* group = groupOf(id)) ref.group = group->box;
    else if (!place(id)) return chip(id);
    return ref;
}

bool PictureReferences::place(ObjectId id) {
    if (m_placed.contains(id)) return true;
    if (m_placed.size() >= qsizetype(m_options.mostBoxes)) {
        m_leftOut.insert(id);
        return false;
    }
    m_placed.insert(id);
    m_boxes.append(id);
    return true;
}

void PictureReferences::point(RowPicture& row, const PointerView& pointer) {
    QString chip = PointerText::chip(m_reading, pointer);
    if (chip.isEmpty()) {
        row.ref = reference(pointer.object);
    } else {
        row.ref.isChip = true;
        row.ref.text = chip;
    }
    QString place = PointerText::place(pointer);
    if (!place.isEmpty() && !pointer.isDangling) row.label = tr("%1, to %2").arg(row.label, place);
    row.isWeak = pointer.ref == RefKind::Weak;
}

}

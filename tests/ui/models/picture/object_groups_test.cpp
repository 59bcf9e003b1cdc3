// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/object_groups.h"

#include <QHash>
#include <algorithm>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/picture/object_text.h"

using namespace memtape;

namespace {

const QString throws = QStringLiteral("throws = []\n"
                                      "for turn in range(240):\n"
                                      "    pair = [turn + 300, turn + 301]\n"
                                      "    throws.append(pair)\n"
                                      "throws[100] = 'else'\n"
                                      "throws.pop()\n"
                                      "end = 0\n");

const BoxPicture* groupIn(const Picture& picture) {
    for (const BoxPicture& box : picture.boxes)
        if (box.group) return &box;
    return nullptr;
}

const BoxPicture& listIn(const Picture& picture) {
    for (const BoxPicture& box : picture.boxes)
        if (box.isObject() && box.kind == ObjectKind::Sequence) return box;
    FAIL("no list has a box");
    return picture.boxes.first();
}

QStringList labelsOf(const BoxPicture& box) {
    QStringList labels;
    for (const RowPicture& row : box.rows) labels.append(row.label);
    return labels;
}

// Births with enough members, by going through all that is alive.
QHash<QString, QVector<uint32_t>> countedFromNothing(Run& run, uint64_t step) {
    QHash<QString, QVector<uint32_t>> lives;
    auto reading = run.readingAt(step);
    for (ObjectId id : reading->state().liveObjects(true)) {
        const ObjectView object = reading->state().object(id);
        lives[QStringLiteral("%1 %2 %3").arg(object.type).arg(object.madeAtLine).arg(reading->isDrawnInPlace(id))].append(
            id.life); // none of them holds its like
    }
    return lives;
}

QHash<QString, QVector<uint32_t>> counted(const ObjectGroups& groups) {
    QHash<QString, QVector<uint32_t>> lives;
    for (const auto& births : groups.births())
        for (bool inPlace : {false, true})
            for (const auto& member : inPlace ? births.others : births.boxes)
                lives[QStringLiteral("%1 %2 %3").arg(births.type).arg(births.line).arg(inPlace)].append(member.id.life);
    for (QVector<uint32_t>& some : lives) std::sort(some.begin(), some.end());
    return lives;
}

}

TEST_CASE("from some hundreds on, objects of one type that one line made are one box", "[picture][groups]") {
    auto run = recordedRun(throws);
    const uint64_t step = stepAtLine(*run, 5);
    const Picture picture = buildPicture(*run, step, {});
    const BoxPicture* group = groupIn(picture);
    REQUIRE(group);
    CHECK(group->type == QStringLiteral("list × 240"));
    CHECK(group->group->members.size() == 240);
    CHECK(group->group->line == 3);
    CHECK(group->group->names == QStringLiteral("pair names [539, 540]"));
    uint64_t bytes = 0;
    auto state = run->stateAt(step);
    for (const auto& member : group->group->members) {
        CHECK(state->object(member.id).madeAtLine == 3);
        bytes += state->object(member.id).size;
    }
    CHECK(bytes == 240 * 72);
    CHECK(group->count == ObjectText::bytes(bytes));
    CHECK(picture.boxes.size() == 2); // and the list of them
}

TEST_CASE("fewer like objects have a box each", "[picture][groups]") {
    auto run = recordedRun(throws);
    const uint64_t few = stepAtLine(*run, 3, 199), many = stepAtLine(*run, 3, 202);
    CHECK_FALSE(groupIn(buildPicture(*run, few, {})));
    CHECK(groupIn(buildPicture(*run, many, {})));
    PictureOptions never;
    never.groupFrom = 0;
    CHECK_FALSE(groupIn(buildPicture(*run, many, never)));
    PictureOptions hidden;
    hidden.hiddenTypes.append(groupIn(buildPicture(*run, many, {}))->typeId);
    CHECK_FALSE(groupIn(buildPicture(*run, many, hidden)));
}

TEST_CASE("a container of members is one row for those that follow one another, and says how many references it stands for", "[picture][groups]") {
    auto run = recordedRun(throws);
    const Picture before = buildPicture(*run, stepAtLine(*run, 5), {});
    const BoxPicture& list = listIn(before);
    REQUIRE(labelsOf(list) == QStringList{QStringLiteral("0 … 239")});
    CHECK(list.rows[0].kind == RowKind::Several);
    CHECK(list.rows[0].references == 240);
    CHECK(list.rows[0].ref.box() == groupIn(before)->id);
    CHECK(list.rows[0].ref.id == groupIn(before)->group->members.first().id);

    const Picture changed = buildPicture(*run, stepAtLine(*run, 6), {});
    REQUIRE(labelsOf(listIn(changed)) == QStringList{QStringLiteral("0 … 99"), QStringLiteral("100"), QStringLiteral("101 … 239")});
    CHECK(listIn(changed).rows[1].mark == Mark::Changed);
    CHECK(listIn(changed).rows[1].ref.isChip);
    CHECK(listIn(changed).rows[2].references == 139);
    CHECK(groupIn(changed)->type == QStringLiteral("list × 239")); // the one that was there is released, without a ghost
    for (const BoxPicture& box : changed.boxes) CHECK_FALSE(box.ghost);

    auto table = recordedRun(QStringLiteral("found = {n: [n] for n in range(300)}\nend = 0\n"));
    const Picture keys = buildPicture(*table, stepAtLine(*table, 2), {});
    for (const BoxPicture& box : keys.boxes)
        if (box.isObject()) CHECK(labelsOf(box) == QStringList{QStringLiteral("300 keys")});
}

TEST_CASE("a list that the same line made as its items is not one of them", "[picture][groups]") {
    auto run = recordedRun(QStringLiteral("rows = [[n] for n in range(300)]\nend = 0\n"));
    const Picture picture = buildPicture(*run, stepAtLine(*run, 2), {});
    REQUIRE(groupIn(picture));
    CHECK(groupIn(picture)->type == QStringLiteral("list × 300"));
    CHECK(labelsOf(listIn(picture)) == QStringList{QStringLiteral("0 … 299")});
}

TEST_CASE("what the line just run made or changed is marked in its group", "[picture][groups]") {
    auto run = recordedRun(throws);
    const Picture made = buildPicture(*run, stepAtLine(*run, 4, 230), {});
    const BoxPicture* group = groupIn(made);
    REQUIRE(group);
    CHECK(group->mark == Mark::Changed);
    CHECK(group->note == QStringLiteral("1 made by line 3"));
    CHECK(group->group->marks.value(group->group->members.last().id) == Mark::Made);
    CHECK(group->group->marks.size() == 1);
}

TEST_CASE("a member that was opened has a box of its own, and the group knows it", "[picture][groups]") {
    auto run = recordedRun(throws);
    const uint64_t step = stepAtLine(*run, 5);
    PictureOptions options;
    const ObjectId member = groupIn(buildPicture(*run, step, {}))->group->members[17].id;
    options.opened.append(member);
    const Picture picture = buildPicture(*run, step, options);
    CHECK(picture.findBox(member));
    CHECK_FALSE(picture.groupOf(member));
    CHECK(groupIn(picture)->group->opened.contains(member));
    CHECK(groupIn(picture)->group->members.size() == 240);
    CHECK(labelsOf(listIn(picture)) == QStringList{QStringLiteral("0 … 16"), QStringLiteral("17"), QStringLiteral("18 … 239")});
}

TEST_CASE("a group says what its members lead to, and what leads to one another in it", "[picture][groups]") {
    auto run = recordedRun(QStringLiteral("class Node:\n"
                                          "    def __init__(self, next, owner):\n"
                                          "        self.next = next\n"
                                          "        self.owner = owner\n"
                                          "        self.parts = [next]\n"
                                          "owner = {}\n"
                                          "head = None\n"
                                          "for n in range(250):\n"
                                          "    head = Node(head, owner)\n"
                                          "end = 0\n"));
    const Picture picture = buildPicture(*run, stepAtLine(*run, 10), {});
    const BoxPicture *nodes = nullptr, *lists = nullptr;
    for (const BoxPicture& box : picture.boxes) {
        if (box.type == QStringLiteral("Node × 250")) nodes = &box;
        if (box.type == QStringLiteral("list × 250")) lists = &box;
    }
    REQUIRE(nodes);
    REQUIRE(lists);
    REQUIRE(labelsOf(*nodes) == QStringList{QStringLiteral("owner"), QStringLiteral("parts"), QStringLiteral("next: to one another")});
    CHECK(nodes->rows[0].references == 250);
    CHECK(picture.findBox(nodes->rows[0].ref.box())->kind == ObjectKind::Table);
    CHECK(nodes->rows[1].ref.box() == lists->id);
    REQUIRE(labelsOf(*lists) == QStringList{QStringLiteral("items")});
    CHECK(lists->rows[0].ref.box() == nodes->id);
    CHECK(lists->rows[0].references == 249);
}

TEST_CASE("births counted step by step are those that are there, forwards, backwards and from anywhere", "[picture][groups]") {
    auto run = recordedRun(QStringLiteral("import collections\n"
                                          "def make(n):\n"
                                          "    here = [[n], (n, 'a' * n), {n}]\n"
                                          "    return here[:2]\n"
                                          "kept = collections.deque(maxlen=5)\n"
                                          "for n in range(12):\n"
                                          "    kept.append(make(n))\n"
                                          "    kept[0].append('x' * 40)\n"
                                          "kept.clear()\n"
                                          "end = 0\n"));
    ObjectGroups groups;
    auto check = [&](uint64_t step) {
        groups.count(*run, *run->readingAt(step), step);
        auto there = countedFromNothing(*run, step);
        auto known = counted(groups);
        known.removeIf([](QHash<QString, QVector<uint32_t>>::iterator each) { return each->isEmpty(); });
        for (QVector<uint32_t>& some : there) std::sort(some.begin(), some.end());
        REQUIRE(known == there);
    };
    const uint64_t steps = run->stepCount();
    for (uint64_t step = 0; step < steps; ++step) check(step);
    for (uint64_t step = steps; step-- > 0;) check(step);
    for (uint64_t i = 0; i < 40; ++i) check(i * 37 % steps);
}

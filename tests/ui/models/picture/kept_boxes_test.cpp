// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/kept_boxes.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/picture/compared_marks.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

QString told(ObjectId id) { return QStringLiteral("%1/%2").arg(id.granule).arg(id.life); }

QString told(const RowPicture& row) {
    const RefPicture& ref = row.ref;
    QStringList words{QString::number(int(row.kind)), row.label, told(ref.id), told(ref.group), ref.text, told(row.owner)};
    for (int number : {int(ref.isChip), int(ref.immortal), int(row.mark), int(row.cell), int(row.isWeak), int(row.labelIsObject)})
        words.append(QString::number(number));
    words.append(QStringLiteral("%1 %2").arg(row.index).arg(row.references));
    return words.join(QLatin1Char('|'));
}

// All that a picture says of its boxes, one a line.
QStringList told(const Picture& picture) {
    QStringList lines;
    for (const BoxPicture& box : picture.boxes) {
        QStringList words{told(box.id), QString::number(int(box.kind)), box.icon, box.type, box.address, box.size, box.count, box.briefCount,
                          box.note};
        for (int number : {int(box.mark), int(box.unreachable), int(box.ghost), box.group ? int(box.group->members.size()) : -1})
            words.append(QString::number(number));
        for (const RowPicture& row : box.rows) words.append(told(row));
        lines.append(words.join(QLatin1Char(' ')));
    }
    return lines;
}

void checkAgainstFresh(const QString& source, const PictureOptions& options) {
    auto run = recordedRun(source);
    PictureMemory memory;
    auto check = [&](uint64_t step) {
        INFO("step " << step);
        const QStringList kept = told(buildPicture(*run, step, options, memory)), fresh = told(buildPicture(*run, step, options));
        REQUIRE(kept.size() == fresh.size());
        for (qsizetype i = 0; i < kept.size(); ++i) REQUIRE(kept[i] == fresh[i]);
    };
    const uint64_t steps = std::min<uint64_t>(run->stepCount(), 250);
    for (uint64_t step = 0; step < steps; ++step) check(step);
    for (uint64_t step = steps; step-- > 0;) check(step);
    for (uint64_t i = 0; i < 60; ++i) check(i * 37 % run->stepCount());
}

}

TEST_CASE("a picture that is made of kept boxes says what one says that is made anew", "[picture][kept]") {
    for (const QString& name : textbookPrograms())
        for (bool facts : {true, false}) {
            INFO(name.toStdString() << (facts ? ", with facts" : ""));
            PictureOptions options;
            options.facts = facts;
            checkAgainstFresh(programText(name), options);
        }
}

TEST_CASE("what looks otherwise without being touched is made anew: keys, chips, weak ends, what is left out, groups", "[picture][kept]") {
    const QString source = QStringLiteral("import sys, weakref\n"
                                          "class Key:\n"
                                          "    def __init__(self, n):\n"
                                          "        self.n = n\n"
                                          "key = Key(1)\n"
                                          "table = {key: [1], 'a': [2]}\n"
                                          "key.n = 2\n"
                                          "def shown(): pass\n"
                                          "holder = [shown, [shown]]\n"
                                          "shown.__name__ = 'renamed'\n"
                                          "class Shown: pass\n"
                                          "holder.append(Shown)\n"
                                          "Shown.__name__ = 'Other'\n"
                                          "Shown.all = []\n"
                                          "shown.__defaults__ = ([],)\n"
                                          "ways = [weakref.ref(key), iter([1, 2])]\n"
                                          "next(ways[1])\n"
                                          "table = key = None\n"
                                          "text = ''.join(['an ', 'unusual text'])\n"
                                          "texts = [text, [text]]\n"
                                          "sys.intern(text)\n"
                                          "many = []\n"
                                          "for n in range(12):\n"
                                          "    many.append([n, many[:1]])\n"
                                          "many[3].append(many)\n"
                                          "del many[5:]\n"
                                          "end = 0\n");
    PictureOptions options;
    checkAgainstFresh(source, options);
    options.everyObjectAsBox = true;
    checkAgainstFresh(source, options);
    options = {};
    options.mostBoxes = 9;
    checkAgainstFresh(source, options);
    options = {};
    options.groupFrom = 6;
    checkAgainstFresh(source, options);
    options.groupFrom = 0;
    options.detail = Detail::Bytes;
    checkAgainstFresh(source, options);
}

TEST_CASE("with the marks of a comparison, too", "[picture][kept]") {
    auto run = recordedRun(
        QStringLiteral("rows = [[n] for n in range(8)]\nfor n in range(9):\n    rows.append([n, rows[n]])\n    rows[n].append(n)\nend = 0\n"));
    PictureMemory memory;
    const uint64_t last = run->stepCount() - 1;
    auto marksAt = [&](uint64_t step) {
        auto marks = std::make_shared<ComparedMarks>();
        marks->step = step;
        marks->ofOneRun = true;
        marks->cameNote = QStringLiteral("came");
        marks->changedNote = QStringLiteral("another");
        const Picture picture = buildPicture(*run, step, {});
        for (qsizetype i = picture.boxes.size() / 2; i < picture.boxes.size(); ++i) marks->came.insert(picture.boxes[i].id);
        for (qsizetype i = 0; i < picture.boxes.size() / 2; i += 3) marks->changed.insert(picture.boxes[i].id);
        return marks;
    };
    for (uint64_t step = last - 20; step <= last; ++step) {
        PictureOptions options;
        options.compared = step % 3 == 1 ? nullptr : marksAt(step % 3 == 2 ? step - 1 : step); // as while the next ones are looked for
        INFO("step " << step);
        CHECK(told(buildPicture(*run, step, options, memory)) == told(buildPicture(*run, step, options)));
    }
}

TEST_CASE("what is not touched is not made anew", "[picture][kept]") {
    auto run = recordedRun(QStringLiteral("rows = [[n, n + 1] for n in range(50)]\nfor n in range(4):\n    rows[n].append(0)\nend = 0\n"));
    PictureMemory memory;
    PictureOptions options;
    Picture before = buildPicture(*run, run->stepCount() - 6, options, memory);
    Picture after = buildPicture(*run, run->stepCount() - 5, options, memory);
    REQUIRE(before.boxes.size() == after.boxes.size());
    int same = 0;
    for (qsizetype i = 0; i < before.boxes.size(); ++i) same += before.boxes[i].rows.constData() == after.boxes[i].rows.constData();
    CHECK(same >= before.boxes.size() - 3);
}

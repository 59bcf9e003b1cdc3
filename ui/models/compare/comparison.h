// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What differs between a step and another one, of the same run or of another, as rows and as marks for the picture.

#include <QCoreApplication>
#include <QString>
#include <QVector>
#include <memory>

#include "core/replay/questions/compare.h"
#include "ui/models/picture/compared_marks.h"

namespace memtape {

struct ComparisonRow {
    enum class Kind : uint8_t { Heading, Call, Name, Object, Part, More } kind = Kind::Object;
    enum class Sign : uint8_t { None, Came, Went, Changed } sign = Sign::None;
    QString text, detail; // detail: quiet, behind it
    ObjectId object;      // what the row is about; none: nothing to select
    bool isThen = false;  // the object is one of the other step
};

struct ComparedSteps {
    uint64_t step = 0, other = 0;
    bool ofOneRun = true;
    uint64_t came = 0, went = 0, changed = 0, alike = 0; // objects
    QVector<ComparisonRow> rows;
    std::shared_ptr<const ComparedMarks> marks;
};

class ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::ComparisonWords)

public:
    // `stop` is looked at now and then; stopped, the rows mean nothing.
    static ComparedSteps tell(const ComparedState& then, const ComparedState& now, const std::atomic<bool>* stop = nullptr);
    static QString summary(const ComparedSteps& compared);  // a sentence
    static QString cameNote(const ComparedSteps& compared); // of an object in the picture
    static QString changedNote(const ComparedSteps& compared);

private:
    class Teller;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/models/predict/prediction_record.h"

using namespace memtape;

namespace {

using Kind = Question::Kind;
using Verdict = PredictionRecord::Verdict;

Question question(Kind kind, double worth, uint32_t line = 1) {
    Question question;
    question.kind = kind;
    question.worth = worth;
    question.line = line;
    return question;
}

}

TEST_CASE("the question that is worth most is asked, and none that is worth little", "[predict]") {
    PredictionRecord record;
    CHECK(record.choose({question(Kind::Value, 0.5), question(Kind::RefersTo, 0.9), question(Kind::Printed, 0.7)})->kind == Kind::RefersTo);
    CHECK_FALSE(record.choose({question(Kind::Value, 0.1)}));
    CHECK_FALSE(record.choose({}));
}

TEST_CASE("what was answered wrong is asked more, what was answered right less", "[predict]") {
    PredictionRecord record;
    for (uint32_t line : {1, 2}) record.add(question(Kind::Value, 1, line), Verdict::Right);
    record.add(question(Kind::NextLine, 1, 3), Verdict::Wrong);
    record.add(question(Kind::Printed, 1, 4), Verdict::Skipped);
    CHECK(record.choose({question(Kind::Value, 0.9, 9), question(Kind::NextLine, 0.6, 9)})->kind == Kind::NextLine);
}

TEST_CASE("no kind is asked three times in a row, and the same line not again and again", "[predict]") {
    PredictionRecord record;
    record.add(question(Kind::Value, 1, 1), Verdict::Wrong);
    record.add(question(Kind::Value, 1, 2), Verdict::Wrong);
    CHECK_FALSE(record.choose({question(Kind::Value, 1, 3)}));
    PredictionRecord other;
    for (int i = 0; i < 4; ++i) {
        other.add(question(Kind::References, 1, 5), Verdict::Right);
        other.add(question(Kind::Released, 1, 6), Verdict::Wrong);
    }
    CHECK_FALSE(other.choose({question(Kind::References, 1, 5)}));
    CHECK(other.choose({question(Kind::Released, 0.8, 7)}).has_value() == true);
}

TEST_CASE("the tally counts what was answered, not what was skipped", "[predict]") {
    PredictionRecord record;
    for (Verdict verdict : {Verdict::Right, Verdict::Right, Verdict::Wrong, Verdict::Skipped}) record.add(question(Kind::Frame, 1), verdict);
    CHECK(record.asked() == 4);
    CHECK(record.answered() == 3);
    CHECK(record.right() == 2);
    record.clear();
    CHECK(record.asked() == 0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where in a picture a question is: which objects can be clicked for an answer, what is marked, and the row whose arrow is asked for.

#include <optional>

#include "ui/models/picture/picture.h"
#include "ui/models/predict/question.h"
#include "ui/scene/items/answer_mark_item.h"
#include "ui/scene/items/question_arrow_item.h"

namespace memtape {

Sight sightOf(const Picture& picture); // as long as the picture is there
QVector<AnswerMark> answerMarksOf(const Question& question);
std::optional<QuestionArrow> questionArrowOf(Run& run, const Question& question, const Picture& picture); // none: it asks for no arrow

}

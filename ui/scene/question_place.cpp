// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/question_place.h"

#include <algorithm>

#include "ui/models/predict/question_words.h"
#include "ui/state/run.h"

namespace memtape {

Sight sightOf(const Picture& picture) {
    Sight sight;
    sight.hasBox = [&picture](ObjectId id) {
        const BoxPicture* box = picture.findBox(id);
        return box && !box->ghost;
    };
    sight.showsCounts = picture.detail >= Detail::Objects;
    return sight;
}

QVector<AnswerMark> answerMarksOf(const Question& question) {
    QVector<AnswerMark> marks;
    if (question.asksForObject())
        for (int i = 0; i < question.choices.size(); ++i)
            if (ObjectId id = question.choices[i].object) marks.append({id, QString(QChar('A' + i))});
    if (question.object) marks.append({question.object, QStringLiteral("?")});
    return marks;
}

namespace {

// The card on which a name of the frame with that life stands. Of a call that is still to come: the one that runs.
const CardPicture* cardOf(const MemoryState& state, uint32_t life, const Picture& picture) {
    using Kind = CardPicture::Kind;
    const CardPicture* running = nullptr;
    for (const CardPicture& card : picture.cards) {
        const bool holdsNames = card.kind == Kind::GlobalNames || card.kind == Kind::ClassNames || card.kind == Kind::Call;
        if (holdsNames && !card.isWaiting && card.frame < state.frameCount() && state.frame(card.frame).life == life) return &card;
        if (card.running) running = &card;
    }
    return running;
}

}

std::optional<QuestionArrow> questionArrowOf(Run& run, const Question& question, const Picture& picture) {
    if (question.kind != Question::Kind::RefersTo && question.kind != Question::Kind::Value) return std::nullopt;
    const Question::Subject& subject = question.subject;
    QuestionArrow arrow;
    arrow.words = QuestionWords(run, question).mark();
    const QVector<RowPicture>* rows = nullptr;
    if (subject.holder) {
        const BoxPicture* box = picture.findBox(subject.holder);
        if (!box) return std::nullopt;
        arrow.index = int(box - picture.boxes.constData());
        rows = &box->rows;
    } else {
        const CardPicture* card = cardOf(*run.stateAt(question.step), subject.frame, picture);
        if (!card) return std::nullopt;
        arrow.isCard = true;
        arrow.index = int(card - picture.cards.constData());
        rows = &card->rows;
    }
    if (!subject.call.isEmpty()) return arrow; // the name is still to come
    const bool isItem = subject.role == PartRole::Item;
    for (int i = 0; i < rows->size(); ++i)
        if (isItem ? rows->at(i).cell == CellKind::Item && rows->at(i).index == subject.index : rows->at(i).label == subject.text) arrow.row = i;
    return arrow;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/lesson_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/views/clear_layout.h"
#include "ui/views/lessons/choice_button.h"

namespace memtape {

LessonPanel::LessonPanel(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent)
    : QScrollArea(parent),
      m_document(document),
      m_cursor(cursor),
      m_appearance(appearance) {
    auto* page = new QWidget;
    m_rows = new QVBoxLayout(page);
    m_rows->setContentsMargins(16, 12, 16, 12);
    m_rows->setSpacing(8);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&appearance, &Appearance::changed, this, &LessonPanel::rebuild);
    connect(&document, &Document::recordingFinished, this, [this] {
        if (m_lesson && m_stop >= 0) goToStop(m_stop); // recorded again: a question that is open stays so
        else rebuild();
    });
}

void LessonPanel::setLesson(const Lesson& lesson, const QString& language) {
    m_lesson = lesson;
    m_language = language;
    m_stop = -1;
    m_answered.fill(-1, lesson.stops.size());
    m_wrong = -1;
    rebuild();
}

void LessonPanel::setLanguage(const QString& language) {
    m_language = language;
    rebuild();
}

void LessonPanel::clearLesson() {
    m_lesson.reset();
    Q_EMIT questionAnswered();
    rebuild();
}

std::optional<quint64> LessonPanel::stepOf(const LessonStop& stop) const {
    Run* run = m_document.run();
    return run ? memtape::stepOf(*run, stop.place, m_document.mainFile()) : std::nullopt;
}

void LessonPanel::goToStop(int index) {
    if (!m_lesson || index < 0 || index >= m_lesson->stops.size()) return;
    m_stop = index;
    m_wrong = -1;
    const LessonStop& stop = m_lesson->stops[index];
    auto step = stepOf(stop);
    bool open = stop.hasQuestion() && m_answered[index] < 0;
    Q_EMIT questionAnswered(); // a barrier of an earlier stop is not in the way
    if (step) m_cursor.jumpTo(*step);
    if (step && !stop.instrument.isEmpty()) Q_EMIT instrumentWanted(stop.instrument);
    if (open && step) Q_EMIT questionOpened(*step);
    else if (step && stop.predictedAt) Q_EMIT predictionWanted(stop.predicted);
    else if (step && stop.drawnAt) Q_EMIT drawingWanted();
    tellIfDone();
    rebuild();
}

void LessonPanel::answer(int choice) {
    if (!m_lesson || m_stop < 0) return;
    const LessonStop& stop = m_lesson->stops[m_stop];
    auto answers = stop.answers.value(stop.answers.contains(m_language) ? m_language : QStringLiteral("en"));
    if (choice < 0 || choice >= answers.size()) return;
    if (!answers[choice].isRight) {
        m_wrong = choice;
        rebuild();
        return;
    }
    accept(choice);
}

bool LessonPanel::isQuestionOpen() const { return m_lesson && m_stop >= 0 && m_answered[m_stop] < 0 && m_lesson->stops[m_stop].hasQuestion(); }

bool LessonPanel::asksForChoice() const { return isQuestionOpen() && m_lesson->stops[m_stop].object.isEmpty(); }

bool LessonPanel::asksForObject() const { return isQuestionOpen() && !m_lesson->stops[m_stop].object.isEmpty(); }

void LessonPanel::answerObject(ObjectId id) {
    Run* run = m_document.run();
    if (!asksForObject() || !run) return;
    const LessonStop& stop = m_lesson->stops[m_stop];
    auto step = stepOf(stop);
    auto reading = step ? run->readingAt(*step) : nullptr;
    if (!reading) return;
    if (reading->objectAt(stop.object.toStdString()) == id) {
        accept(0);
        return;
    }
    m_wrong = 0;
    rebuild();
}

void LessonPanel::accept(int choice) {
    m_wrong = -1;
    m_answered[m_stop] = choice;
    Q_EMIT questionAnswered();
    m_cursor.jumpTo(m_cursor.step() + 1);
    tellIfDone();
    rebuild();
}

// A lesson is done at its last stop when nothing is left to answer.
void LessonPanel::tellIfDone() {
    if (m_stop + 1 != m_lesson->stops.size()) return;
    for (qsizetype i = 0; i < m_lesson->stops.size(); ++i)
        if (m_lesson->stops[i].hasQuestion() && m_answered[i] < 0) return;
    Q_EMIT lessonDone(m_lesson->id);
}

void LessonPanel::rebuild() {
    clearLayout(*m_rows);
    if (!m_lesson) return;
    auto addText = [&](const QString& text, const char* look) {
        if (text.isEmpty()) return;
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setProperty("look", look);
        m_rows->addWidget(label);
    };
    addText(Lesson::in(m_lesson->title, m_language), "headline");
    if (m_stop < 0) addText(Lesson::in(m_lesson->text, m_language), "body");
    if (m_stop >= 0) {
        const LessonStop& stop = m_lesson->stops[m_stop];
        addText(Lesson::in(stop.text, m_language), "body");
        if (stop.hasQuestion()) {
            addText(Lesson::in(stop.question, m_language), "title");
            auto answers = stop.answers.value(stop.answers.contains(m_language) ? m_language : QStringLiteral("en"));
            bool answered = m_answered[m_stop] >= 0;
            for (int choice = 0; choice < answers.size(); ++choice) {
                auto* button = new ChoiceButton(QString(QChar('1' + choice)) + QStringLiteral(".  ") + answers[choice].text, m_appearance);
                bool chosen = answered && answers[choice].isRight;
                if (chosen) button->setText(QStringLiteral("\u2713  ") + answers[choice].text);
                if (choice == m_wrong) button->setText(QStringLiteral("\u2717  ") + answers[choice].text);
                button->setEnabled(chosen || (!answered && choice != m_wrong)); // the right one stays as well to be read as before
                if (answered) button->setFocusPolicy(Qt::NoFocus);
                else connect(button, &QPushButton::clicked, this, [this, choice] { answer(choice); });
                m_rows->addWidget(button);
            }
            if (!stop.object.isEmpty())
                addText(answered ? QStringLiteral("\u2713  ") + stop.object
                                 : tr("Click it in the picture, or choose it with Ctrl+↓ and press Enter."),
                        answered ? "code" : "quiet");
            if (m_wrong >= 0) addText(tr("Not so. Look at the picture once more."), "body");
            if (answered) addText(Lesson::in(stop.why, m_language), "body");
        }
    }
    auto* row = new QHBoxLayout;
    auto addButton = [&](const QString& text, bool enabled, auto action) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setEnabled(enabled);
        connect(button, &QToolButton::clicked, this, action);
        row->addWidget(button);
    };
    bool atLast = m_stop + 1 >= m_lesson->stops.size();
    if (m_stop > 0) addButton(tr("Earlier stop"), true, [this] { goToStop(m_stop - 1); });
    bool isOpen = isQuestionOpen(); // what comes is hidden until then
    if (!atLast) addButton(m_stop < 0 ? tr("Begin") : tr("Next stop"), m_document.run() != nullptr && !isOpen, [this] { goToStop(m_stop + 1); });
    else {
        addButton(tr("Previous lesson"), true, [this] { Q_EMIT neighbourRequested(true); });
        addButton(tr("Next lesson"), true, [this] { Q_EMIT neighbourRequested(false); });
    }
    row->addStretch(1);
    if (m_stop >= 0) {
        auto* count = new QLabel(tr("%1 of %2").arg(m_stop + 1).arg(m_lesson->stops.size()));
        count->setProperty("look", "quiet");
        row->addWidget(count);
    }
    m_rows->addLayout(row);
    m_rows->addStretch(1);
    setAccessibleName(tr("Lesson"));
}

}

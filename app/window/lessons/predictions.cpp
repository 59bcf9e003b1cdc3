// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lessons/predictions.h"

#include <QApplication>
#include <QKeyEvent>

#include "app/window/view_registry.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/models/predict/question_words.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/scene/question_place.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/lesson_panel.h"
#include "ui/views/lessons/predict_bar.h"

namespace memtape {

namespace {

constexpr int whileDragged = 100; // ms: the mouse moves through time, and rests nowhere yet

using Verdict = PredictionRecord::Verdict;

}

Predictions::Predictions(Workbench& bench, Views& views)
    : m_bench(bench),
      m_views(views),
      m_bar(views.of<PredictBar>()),
      m_canvas(views.of<Canvas>()) {
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Predictions::look);
    bench.actions.on(ActionId::Predict, this, [this](bool on) { setOn(on); });
    connect(&m_bar, &PredictBar::chosen, this, &Predictions::answer);
    connect(&m_bar, &PredictBar::skipRequested, this, [this] { m_bench.playback.step(); }); // which is held back, and skips
    connect(&m_bar, &PredictBar::closeRequested, this, [this] { setOn(false); });
    connect(&m_canvas.scene(), &MemoryScene::objectPicked, this, &Predictions::pick, Qt::QueuedConnection); // it moves on, and with it the items
    connect(&views.of<LessonPanel>(), &LessonPanel::predictionWanted, this, &Predictions::askHere);
    connect(&bench.appearance, &Appearance::changed, this, [this] {
        if (m_question) say();
    });
    connect(&m_canvas, &Canvas::pictureChanged, this, [this] {
        if (m_question) showMarks(); // the arrow goes with the picture
    });
    connectTime();
    m_canvas.view().installEventFilter(this);
    bench.window.installEventFilter(this);
}

void Predictions::connectTime() {
    Document& document = m_bench.document;
    connect(&m_bench.cursor, &Cursor::stepChanged, this, &Predictions::follow);
    connect(&m_bench.playback, &Playback::heldBack, this, &Predictions::skip);
    auto begin = [this] {
        withdraw();
        m_bar.clear();
        m_done.clear();
        m_quiet.reset();
    };
    connect(&document, &Document::runReplaced, this, begin);
    connect(&document, &Document::programChanged, this, [this, begin] {
        begin();
        m_record.clear();
        m_bar.setRecord(m_record);
    });
    connect(&document, &Document::recordingFinished, this, [this] { m_rest.start(0); });
}

void Predictions::setOn(bool on) {
    m_on = on;
    m_bench.actions[ActionId::Predict]->setChecked(on);
    if (on) return m_rest.start(0);
    withdraw();
    m_bar.clear();
}

void Predictions::setPaused(bool on) {
    m_paused = on;
    if (!on) return m_rest.start(0);
    withdraw();
    m_bar.clear();
}

void Predictions::follow(quint64 step) {
    if (m_question && step != m_question->step) withdraw();
    if (step == m_quiet) return;
    m_quiet.reset();
    if (!m_question) m_bar.clear();
    // Ahead of all timers: while the program plays, the next step would come before.
    QMetaObject::invokeMethod(this, &Predictions::look, Qt::QueuedConnection);
}

void Predictions::look() {
    if (!m_on || m_paused || m_question || m_bench.cursor.step() == m_quiet || m_bench.playback.isHeld()) return;
    if (QApplication::mouseButtons() != Qt::NoButton) return m_rest.start(whileDragged);
    if (m_bench.document.isRecording() || m_done.contains(m_bench.cursor.step())) return;
    if (auto question = m_record.choose(questionsHere())) ask(*question);
}

void Predictions::askHere(std::optional<Question::Kind> kind) {
    if (m_question || m_bench.playback.isHeld()) return;
    if (auto question = mostWorth(questionsHere(), kind)) ask(*question);
}

QVector<Question> Predictions::questionsHere() const {
    Run* run = m_bench.document.run();
    if (!run) return {};
    return questionsAt(*run, m_bench.cursor.step(), sightOf(m_canvas.picture()));
}

void Predictions::ask(const Question& question) {
    m_question = question;
    m_done.insert(question.step);
    m_bench.playback.stop();
    m_bench.cursor.setBarrier(question.step);
    showMarks();
    say();
}

void Predictions::say() {
    const Question& question = *m_question;
    const QuestionWords words(*m_bench.document.run(), question);
    PredictBar::Asked asked{words.about(), words.question(), {}, question.asksForObject()};
    for (int i = 0; i < question.choices.size(); ++i) asked.choices.append(words.choice(i));
    const bool isRunning = m_bench.document.run()->stateAt(question.step)->step().kind == StepKind::Line;
    m_views.of<HappenedView>().setOutlookHidden(true, isRunning ? QString() : words.about(), tr("Answer, or skip, to see what it does."));
    m_bar.setRecord(m_record);
    m_bar.ask(asked);
}

void Predictions::showMarks() {
    MemoryScene& scene = m_canvas.scene();
    scene.setAnswerMarks(m_question ? answerMarksOf(*m_question) : QVector<AnswerMark>());
    scene.setQuestionArrow(m_question ? questionArrowOf(*m_bench.document.run(), *m_question, m_canvas.picture()) : std::nullopt);
}

// A click on a row of a box means the box.
void Predictions::pick(ObjectId id, const std::optional<RefPlace>& row) {
    if (!m_question || !m_question->asksForObject()) return;
    if (!row || !row->owner || !answerObject(row->owner)) answerObject(id);
}

bool Predictions::answerObject(ObjectId id) {
    for (int i = 0; id && m_question && i < m_question->choices.size(); ++i)
        if (m_question->choices[i].object == id) {
            m_bench.selection.clear();
            answer(i);
            return true;
        }
    return false;
}

void Predictions::answer(int choice) {
    if (!m_question || choice < 0 || choice >= m_question->choices.size()) return;
    const Question question = *m_question;
    const Verdict verdict = choice == question.right ? Verdict::Right : Verdict::Wrong;
    const bool hadFocus = m_bar.isAncestorOf(QApplication::focusWidget());
    m_record.add(question, verdict);
    leave();
    m_quiet = question.step + 1;
    m_bench.cursor.moveTo(question.step + 1);
    m_bar.setRecord(m_record);
    m_bar.tell(verdict, QuestionWords(*m_bench.document.run(), question).truth());
    if (hadFocus) m_canvas.view().setFocus(); // the keys go on from there
}

void Predictions::skip() {
    if (!m_question) return;
    const Question question = *m_question;
    m_record.add(question, Verdict::Skipped);
    leave();
    m_bar.clear();
}

void Predictions::withdraw() {
    if (!m_question) return;
    m_done.remove(m_question->step);
    leave();
    m_bar.clear();
}

void Predictions::leave() {
    m_question.reset();
    m_bench.cursor.clearBarrier();
    m_views.of<HappenedView>().setOutlookHidden(false);
    showMarks();
}

bool Predictions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && m_question && handleKey(*static_cast<QKeyEvent*>(event))) return true;
    return QObject::eventFilter(watched, event);
}

bool Predictions::handleKey(const QKeyEvent& key) {
    if (key.modifiers() & ~Qt::KeypadModifier) return false;
    if ((key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && m_question->asksForObject()) return answerObject(m_bench.selection.object());
    const bool isDigit = key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
    int choice = key.key() - (isDigit ? Qt::Key_1 : Qt::Key_A);
    if (isDigit && m_question->kind == Question::Kind::References) { // a count is typed as it is
        const Question::Choice typed{Question::Choice::Form::Number, {}, {}, quint64(key.key() - Qt::Key_0)};
        choice = int(m_question->choices.indexOf(typed));
    }
    if (choice < 0 || choice >= m_question->choices.size()) return false;
    answer(choice);
    return true;
}

}

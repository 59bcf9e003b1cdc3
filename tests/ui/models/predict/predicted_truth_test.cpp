// SPDX-License-Identifier: GPL-3.0-or-later
// Every question that can be asked of many programs, against the memory after its step, read here from the states alone: the right choice is so, and
// each of the others is not.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>

#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/state_snapshot.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/predict/prediction_record.h"
#include "ui/models/predict/question_words.h"
#include "ui/scene/question_place.h"

using namespace memtape;

namespace {

using Kind = Question::Kind;
using Form = Question::Choice::Form;
// Of a program; of a longer one its beginning. With sanitizers each step takes many times as long.
#ifdef __SANITIZE_ADDRESS__
constexpr uint64_t mostSteps = 50;
#else
constexpr uint64_t mostSteps = 100;
#endif

constexpr uint64_t sampled = 5; // of so many steps one is asked as in the window, as pictures take long

struct Recorded {
    explicit Recorded(const QString& path) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        RunOptions options;
        options.file = path.toStdString();
        options.source = file.readAll().toStdString();
        options.record = true;
        options.maxSteps = 20000;
        session.run(options);
        run = openRun(session.tape(), Reach::Whole);
        replay = std::make_unique<Replay>(session.tape());
    }
    Session session;
    std::unique_ptr<Run> run;
    std::unique_ptr<Replay> replay;
};

QStringList programs() {
    QStringList paths;
    for (const char* folder : {"tests/programs/textbook", "tests/programs/steps", "tests/bench/pictures/programs"}) {
        QDir files(QStringLiteral(MEMTAPE_SOURCE_DIR "/") + QLatin1String(folder));
        for (const QString& file : files.entryList({QStringLiteral("*.py")}, QDir::Files)) paths.append(files.filePath(file));
    }
    return paths;
}

// Holds one question to the states before and after its step.
class Judge {
public:
    Judge(Recorded& recorded, const Question& question, const StateSnapshot& was, const StateSnapshot& is)
        : m_question(question),
          m_was(was),
          m_is(is),
          m_before(recorded.run->readingAt(question.step)),
          m_after(recorded.run->readingAt(question.step + 1)),
          m_printed(QString::fromStdString(recorded.replay->outputAt(question.step + 1, OutputStream::Stdout))) {}

    void choicesAreSo() const {
        REQUIRE(m_question.choices.size() >= 2);
        REQUIRE(m_question.choices.size() <= 4);
        for (int i = 0; i < m_question.choices.size(); ++i) {
            INFO("choice " << i << ", the right one is " << m_question.right);
            CHECK(isSo(m_question.choices[i]) == (i == m_question.right));
        }
    }

private:
    bool isSo(const Question::Choice& choice) const {
        switch (m_question.kind) {
        case Kind::NextLine: return m_is.step.kind == StepKind::Line && m_is.step.line == choice.number;
        case Kind::RefersTo: {
            const ObjectId now = target();
            return choice.form == Form::New ? m_is.objects.count(now) && !m_before->state().isAlive(now) : choice.object == now;
        }
        case Kind::Value: return QString::fromStdString(m_after->valueText(target())) == choice.text;
        case Kind::Released:
            if (choice.form == Form::Object) return isGone(choice.object);
            return std::none_of(m_question.choices.begin(), m_question.choices.end(),
                                [&](const Question::Choice& other) { return other.form == Form::Object && isGone(other.object); });
        case Kind::References: return m_was.objects.count(m_question.object) && m_is.objects.at(m_question.object).count == choice.number;
        case Kind::Printed: return (m_printed.endsWith(QLatin1Char('\n')) ? m_printed.chopped(1) : m_printed) == choice.text;
        case Kind::Frame: {
            const FrameView running = m_before->state().frame(m_before->state().frameCount() - 1);
            if (choice.form == Form::None) return m_is.waiting.count(running.life);
            return m_was.frames.count(uint32_t(choice.number)) && !m_is.frames.count(uint32_t(choice.number)) &&
                   !m_is.waiting.count(uint32_t(choice.number));
        }
        }
        return false;
    }

    bool isGone(ObjectId id) const { return m_was.objects.count(id) && !m_after->state().isAlive(id); }

    // What the name or the part that is asked about refers to after the step.
    ObjectId target() const {
        const Question::Subject& subject = m_question.subject;
        if (!subject.holder) {
            const StateSnapshot::NameKey key{subject.frame, subject.text.toStdString()};
            if (auto slot = m_is.slots.find(key); slot != m_is.slots.end()) return slot->second.object;
            auto entry = m_is.entries.find(key);
            return entry == m_is.entries.end() ? ObjectId() : entry->second.object;
        }
        const MemoryState& state = m_after->state();
        const TypeInfo& type = state.type(state.typeIdOf(subject.holder));
        ObjectId key;
        for (const CellView& cell : state.cells(subject.holder)) {
            if (cell.kind == CellKind::Key) key = cell.value;
            const PartRole role = m_after->roleOf(type, cell);
            if (role != subject.role) continue;
            if (role == PartRole::Item && cell.index == subject.index) return cell.value;
            if (role == PartRole::Named && subject.text == toQString(cell.name)) return cell.value;
            if (role == PartRole::Content) return cell.value;
            if (role == PartRole::Entry && key && keyText(key) == subject.text) return cell.value;
        }
        return m_after->attribute(subject.holder, subject.text.toStdString()); // of a class
    }
    QString keyText(ObjectId key) const { return ObjectText::chip(*m_after, key, 20); }

    const Question& m_question;
    const StateSnapshot &m_was, &m_is;
    std::shared_ptr<const Reading> m_before, m_after;
    const QString m_printed;
};

// What is said of a question: all of it is there, and no two choices read the same.
void wordsAreWhole(Run& run, const Question& question) {
    static const QRegularExpression placeholder(QStringLiteral("%\\d"));
    const QuestionWords words(run, question);
    QSet<QString> choices;
    for (int i = 0; i < question.choices.size(); ++i) choices.insert(words.choice(i));
    CHECK(choices.size() == question.choices.size());
    CHECK_FALSE(choices.contains(QString()));
    for (const QString& text : {words.about(), words.question(), words.truth()}) {
        INFO(text);
        CHECK_FALSE(text.isEmpty());
    }
    CHECK_FALSE(words.question().contains(placeholder));
}

// Asked in the window, each object that is a choice has a box to be clicked, and no two choices are one.
void canBeAnswered(Run& run, uint64_t step) {
    const Picture picture = buildPicture(run, step, {});
    for (const Question& question : questionsAt(run, step, sightOf(picture))) {
        REQUIRE(question.choices.size() >= 2);
        REQUIRE(question.right >= 0);
        REQUIRE(question.right < question.choices.size());
        for (const Question::Choice& choice : question.choices) {
            CHECK(question.choices.count(choice) == 1);
            if (choice.form != Form::Object) continue;
            const BoxPicture* box = picture.findBox(choice.object);
            CHECK((box && !box->ghost));
        }
    }
}

bool isSame(const Question& a, const Question& b) {
    return a.kind == b.kind && a.choices == b.choices && a.right == b.right && a.worth == b.worth && a.fact == b.fact;
}

struct Count {
    std::array<int, questionKinds> made{}, asked{};
};

// A learner goes through the program step by step, is asked at most at every second one, and is wrong now and then.
void learn(Run& run, uint64_t steps, Count& count) {
    PredictionRecord record;
    QVector<Kind> asked;
    for (uint64_t step = 0; step + 1 < steps; ++step) {
        const auto question = record.choose(questionsAt(run, step));
        if (!question) continue;
        asked.append(question->kind);
        ++count.asked[size_t(question->kind)];
        record.add(*question, asked.size() % 3 ? PredictionRecord::Verdict::Right : PredictionRecord::Verdict::Wrong);
        ++step;
    }
    for (qsizetype i = 2; i < asked.size(); ++i) CHECK_FALSE((asked[i] == asked[i - 1] && asked[i] == asked[i - 2]));
    CHECK(record.right() + record.verdicts().count(PredictionRecord::Verdict::Wrong) == record.asked());
}

void judge(const QString& path, Count& count) {
    Recorded recorded(path);
    Run& run = *recorded.run;
    const uint64_t steps = std::min(run.stepCount(), mostSteps);
    REQUIRE(steps > 1);
    std::unique_ptr<StateSnapshot> was, is;
    for (uint64_t step = 0; step + 1 < steps; ++step) {
        const QVector<Question> questions = questionsAt(run, step), again = questionsAt(run, step);
        CHECK(std::equal(questions.begin(), questions.end(), again.begin(), again.end(), isSame));
        if (step % sampled == 0) canBeAnswered(run, step);
        was = is && is->step.step == step ? std::move(is) : std::make_unique<StateSnapshot>(run, step);
        is = std::make_unique<StateSnapshot>(run, step + 1);
        for (const Question& question : questions) {
            INFO(QDir(path).dirName() << ", step " << step << ", line " << question.line << ": " << QuestionWords(run, question).question());
            ++count.made[size_t(question.kind)];
            Judge(recorded, question, *was, *is).choicesAreSo();
            wordsAreWhole(run, question);
        }
    }
    learn(run, steps, count);
}

}

TEST_CASE("what a question says will be is what the next state has, and what it offers else is not", "[predict]") {
    const QStringList paths = programs();
    REQUIRE(paths.size() >= 60);
    Count count;
    for (const QString& path : paths) judge(path, count);
    for (int kind = 0; kind < questionKinds; ++kind) {
        INFO("kind " << kind << ": made " << count.made[size_t(kind)] << ", asked " << count.asked[size_t(kind)]);
        CHECK(count.made[size_t(kind)] > 50);
        CHECK(count.asked[size_t(kind)] > 10);
    }
    int all = 0;
    for (int asked : count.asked) all += asked;
    for (int asked : count.asked) CHECK(2 * asked < all); // no kind is half of what is asked
}

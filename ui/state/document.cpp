// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/document.h"

#include <QFileInfo>
#include <QPointer>
#include <condition_variable>
#include <mutex>

#include "core/session/language.h"
#include "ui/state/kept/program_text.h"

namespace memtape {

namespace {

std::string languageByEnding(const QString& file) {
    const Language* language = languageOfFile(file.toStdString());
    return std::string(language ? language->tag() : std::string_view());
}

QString usualEnding() {
    std::vector<std::string> endings = programFileEndings();
    return endings.empty() ? QString() : QString::fromStdString(endings.front());
}

}

// Where the running program waits for a line. Another thread takes, the window's thread puts. Each recording has its own: whoever still waits for a line
// of the one before gets none of the next.
struct Document::InputDesk {
    std::mutex mutex;
    std::condition_variable arrived;
    QStringList answers; // all, in order: given now or in an earlier recording
    qsizetype taken = 0;
    bool ended = false, cancelled = false;
};

Document::Document(std::unique_ptr<ProgramRunner> runner, QObject* parent)
    : QObject(parent),
      m_runner(std::move(runner)),
      m_desk(std::make_shared<InputDesk>()) {
    m_poll.setInterval(60);
    connect(&m_poll, &QTimer::timeout, this, &Document::poll);
    // A long recording is learnt in the background: until its last step is known, say that there is more.
    m_learning.setInterval(120);
    connect(&m_learning, &QTimer::timeout, this, [this] {
        if (!m_run || m_run->isWhole()) m_learning.stop();
        if (m_run && !m_recording) Q_EMIT grew(m_run->stepCount());
    });
}

Document::~Document() {
    ++m_generation; // whatever still comes is not for us
    stop();
    m_run.reset();
    m_earlierRun.reset();
    m_runner.reset();
}

QString Document::title() const {
    if (!m_title.isEmpty()) return m_title;
    return m_path.isEmpty() ? tr("untitled") + usualEnding() : QFileInfo(m_path).fileName();
}

void Document::setProgram(const QString& path, const QString& text, const QString& title) {
    begin(path, text, title, languageByEnding(path.isEmpty() ? title : path));
}

void Document::begin(const QString& path, const QString& text, const QString& title, std::string language) {
    ++m_generation;
    if (m_recording) {
        stop();
        m_recording = false;
        m_poll.stop();
    }
    m_path = path;
    m_title = title;
    m_language = std::move(language);
    m_text = m_savedText = text;
    m_recordedText.clear();
    m_run.reset();
    m_earlierRun.reset();
    m_end.reset();
    m_problem.reset();
    m_waiting = false;
    m_limits = m_usualLimits;
    setAnswers({});
    Q_EMIT programChanged();
    Q_EMIT runReplaced();
    Q_EMIT problemChanged();
}

void Document::setText(const QString& text) {
    if (text == m_text) return;
    m_text = text;
    Q_EMIT textChanged();
}

void Document::setSavedText(const QString& text) {
    m_savedText = text;
    Q_EMIT textChanged();
}

void Document::setPath(const QString& path) {
    m_path = path;
    m_title.clear();
    m_language = languageByEnding(path);
    Q_EMIT textChanged();
}

void Document::record() {
    if (m_recording) { // first end the one that runs, then start again
        m_recordAgain = true;
        stop();
        return;
    }
    auto desk = std::make_shared<InputDesk>();
    desk->answers = answers();
    m_desk = std::move(desk);
    m_recording = true;
    m_adopted = false;
    m_waiting = false;
    m_end.reset();
    m_seenSteps = 0;
    m_pendingText = m_text;
    int generation = ++m_generation;
    QPointer<Document> self(this);
    ProgramStart start;
    start.file = m_path.isEmpty() ? title().toStdString() : m_path.toStdString();
    start.language = m_language;
    start.source = programBytes(m_text).bytes.toStdString();
    start.limits = m_limits;
    for (const QString& folder : std::as_const(m_packageFolders)) start.packageFolders.push_back(folder.toStdString());
    start.readLine = [desk = m_desk, self, generation]() -> std::optional<std::string> {
        std::unique_lock lock(desk->mutex);
        while (desk->taken >= desk->answers.size()) {
            if (desk->ended || desk->cancelled) return std::nullopt;
            lock.unlock();
            QMetaObject::invokeMethod(
                self.data(),
                [self, generation] {
                    if (!self || self->m_generation != generation) return;
                    self->m_waiting = true;
                    self->poll();
                    Q_EMIT self->inputRequested();
                },
                Qt::QueuedConnection);
            lock.lock();
            desk->arrived.wait(lock, [&] { return desk->taken < desk->answers.size() || desk->ended || desk->cancelled; });
        }
        return (desk->answers[desk->taken++] + QLatin1Char('\n')).toStdString();
    };
    start.finished = [self, generation](const ProgramEnd& end) {
        QMetaObject::invokeMethod(
            self.data(),
            [self, generation, end] {
                if (self) self->finish(generation, end);
            },
            Qt::QueuedConnection);
    };
    Q_EMIT recordingStarted();
    m_runner->start(std::move(start));
    m_poll.start();
}

void Document::recordFurther(Limit limit) {
    if (auto raised = m_limits.raised(limit)) m_limits.set(limit, *raised);
    record();
}

void Document::cancelInput() {
    {
        std::lock_guard lock(m_desk->mutex);
        m_desk->cancelled = true;
    }
    m_desk->arrived.notify_all();
}

void Document::stop() {
    cancelInput();
    if (m_runner && m_runner->isRunning()) m_runner->stop();
}

bool Document::openRecording(const QString& path, QString* error) {
    std::string reason;
    auto opened = m_runner->openFile(path.toStdString(), &reason);
    if (!opened) {
        if (error) *error = QString::fromStdString(reason);
        return false;
    }
    QString source;
    if (auto state = opened->stateAt(opened->firstStep())) {
        std::string_view utf8 = state->fileSource(state->code(state->step().code).file);
        source = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    begin({}, source, QFileInfo(path).fileName(), opened->language());
    m_pendingText = source;
    adoptRun(std::move(opened));
    return true;
}

bool Document::saveRecording(const QString& path, QString* error) const {
    std::string reason;
    if (m_runner->saveTo(path.toStdString(), &reason)) return true;
    if (error) *error = QString::fromStdString(reason);
    return false;
}

void Document::adoptRun(std::unique_ptr<Run> run) {
    m_adopted = true;
    if (m_run && m_run->stepCount()) m_earlierRun = m_run->clone(); // without what was learnt of it
    m_run = std::move(run);
    m_recordedText = m_pendingText;
    auto first = m_run->stateAt(m_run->firstStep());
    m_mainFile = first ? first->code(first->step().code).file : 0;
    Q_EMIT runReplaced();
    Q_EMIT textChanged(); // stale or not
    m_learning.start();
}

void Document::poll() {
    if (!m_recording) return;
    uint64_t steps = m_runner->stepsSoFar();
    if (steps == 0) return;
    if (!m_adopted) {
        auto opened = m_runner->openRun();
        if (!opened || opened->stepCount() == 0) return;
        adoptRun(std::move(opened));
    }
    if (m_run->stepCount() != m_seenSteps) {
        m_seenSteps = m_run->stepCount();
        Q_EMIT grew(m_seenSteps);
    }
}

void Document::finish(int generation, const ProgramEnd& end) {
    if (generation != m_generation) return;
    m_recording = false;
    m_waiting = false;
    cancelInput(); // it may have ended while a line was awaited
    m_poll.stop();
    m_end = end;
    m_problem = end.problem;
    if (!m_problem && end.reason != EndReason::CannotRead) {
        if (!m_adopted) {
            if (auto opened = m_runner->openRun()) adoptRun(std::move(opened));
        }
        if (m_run && m_adopted) Q_EMIT grew(m_run->stepCount());
        m_learning.start();
    }
    Q_EMIT problemChanged();
    Q_EMIT recordingFinished();
    if (m_recordAgain) {
        m_recordAgain = false;
        record();
    }
}

QString Document::prompt() const {
    if (!m_run || !m_waiting) return {};
    constexpr uint64_t stepsBack = 50; // a prompt that is printed by itself stands just before
    QString text;
    for (uint64_t count = m_run->stepCount(), step = count + 1; step-- > 0 && step + stepsBack > count;) {
        QString printed;
        for (const PrintedText& piece : m_run->printedAt(step))
            if (piece.stream == OutputStream::Stdout) printed += QString::fromStdString(piece.text);
        text.prepend(printed);
        if (text.trimmed().contains(QLatin1Char('\n'))) break;
    }
    return text.trimmed().section(QLatin1Char('\n'), -1);
}

void Document::answer(const QString& line) {
    {
        std::lock_guard lock(m_desk->mutex);
        m_desk->answers.append(line);
    }
    m_waiting = false;
    m_desk->arrived.notify_all();
    Q_EMIT answersChanged();
}

void Document::endInput() {
    {
        std::lock_guard lock(m_desk->mutex);
        m_desk->ended = true;
    }
    m_waiting = false;
    m_desk->arrived.notify_all();
}

QStringList Document::answers() const {
    std::lock_guard lock(m_desk->mutex);
    return m_desk->answers;
}

void Document::setAnswers(const QStringList& answers) {
    {
        std::lock_guard lock(m_desk->mutex);
        m_desk->answers = answers;
    }
    Q_EMIT answersChanged();
}

}

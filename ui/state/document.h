// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program and its recording. The text that the editor shows may be newer than what was recorded: then the recording is stale, and
// the picture that stays is of the old program. While a recording runs, the document grows; the window stays live.
//
// Answers that the user gives to input() are kept and used again when the program is recorded again.

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <optional>

#include "ui/state/program_runner.h"
#include "ui/state/run.h"

namespace memtape {

class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(std::unique_ptr<ProgramRunner> runner, QObject* parent = nullptr);
    ~Document() override;

    // -- the program
    QString path() const { return m_path; }
    QString title() const;                                                                // file name, or what stands for one
    const std::string& language() const { return m_language; }                            // the tag of the text's language (Language::tag)
    void setProgram(const QString& path, const QString& text, const QString& title = {}); // forgets the recording
    QString text() const { return m_text; }                                               // as the editor has it
    void setText(const QString& text);                                                    // edited
    void setPath(const QString& path);
    bool isModified() const { return m_text != m_savedText; }
    // What the program's file holds, or a null text where it is not there.
    QString savedText() const { return m_savedText; }
    void setSavedText(const QString& text);
    void markSaved() { setSavedText(m_text); }

    // -- the recording
    void keepReady() { m_runner->keepReady(); } // for the next recording
    void record();
    // Again, with a limit raised (Limits::raised) until another program is opened.
    void recordFurther(Limit limit);
    void stop();
    bool openRecording(const QString& path, QString* error);
    bool saveRecording(const QString& path, QString* error) const;
    // Folders from which the program may import further packages: from the next recording on.
    void setPackageFolders(const QStringList& folders) { m_packageFolders = folders; }
    const Limits& limits() const { return m_limits; } // of the next recording
    void setLimits(const Limits& limits) { m_limits = m_usualLimits = limits; }
    void setLimit(Limit limit, quint64 value) {
        m_usualLimits.set(limit, value);
        m_limits = m_usualLimits;
    }
    bool isRecording() const { return m_recording; }
    bool isStale() const { return m_run && m_text != m_recordedText; }
    QString recordedText() const { return m_recordedText; }
    Run* run() const { return m_run.get(); }
    Run* earlierRun() const {
        return m_earlierRun.get();
    } // the recording before this one, of the program or of what it was before an edit; null: none
    uint64_t stepCount() const { return m_run ? m_run->stepCount() : 0; }
    uint32_t mainFile() const { return m_mainFile; }
    const std::optional<ProgramEnd>& end() const { return m_end; }
    const std::optional<SyntaxProblem>& problem() const { return m_problem; }

    // -- input
    bool isWaitingForInput() const { return m_waiting; }
    QString prompt() const; // what the program printed last before it waits; empty: nothing, or it is not known yet
    void answer(const QString& line);
    void endInput();
    QStringList answers() const;
    void setAnswers(const QStringList& answers);

Q_SIGNALS:
    void programChanged(); // another program
    void textChanged();
    void recordingStarted();
    void runReplaced(); // run() is another one
    void grew(quint64 steps);
    void recordingFinished();
    void problemChanged();
    void inputRequested();
    void answersChanged();

private:
    struct InputDesk;

    void begin(const QString& path, const QString& text, const QString& title, std::string language);
    void adoptRun(std::unique_ptr<Run> run);
    void poll();
    void cancelInput();
    void finish(int generation, const ProgramEnd& end);

    std::unique_ptr<ProgramRunner> m_runner;
    std::shared_ptr<InputDesk> m_desk;
    std::unique_ptr<Run> m_run, m_earlierRun;
    QString m_path, m_title, m_text, m_savedText, m_recordedText, m_pendingText;
    std::string m_language;
    QStringList m_packageFolders;
    std::optional<ProgramEnd> m_end;
    std::optional<SyntaxProblem> m_problem;
    QTimer m_poll, m_learning;
    uint64_t m_seenSteps = 0;
    Limits m_limits, m_usualLimits; // raised, and as set
    uint32_t m_mainFile = 0;
    int m_generation = 0;
    bool m_recording = false, m_waiting = false, m_adopted = false, m_recordAgain = false;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Compare page: the step against another one of the run, or of the recording before it, or of a saved one. While it is in sight the picture's
// marks tell what differs.

#include <QWidget>
#include <memory>
#include <optional>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QTimer;
class QToolButton;

namespace memtape {

class Appearance;
class ComparisonModel;
class Cursor;
class Document;
class Run;
class Selection;
class WhileSeen;
struct ComparedMarks;

class CompareView : public QWidget {
    Q_OBJECT
public:
    enum class With : uint8_t { ThisRun, EarlierRun, Recording };
    enum class At : uint8_t { First, Marked, Same, Last, Typed }; // Marked: of this run; Same: the step of the same number, of another

    CompareView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);
    ~CompareView() override;
    ComparisonModel& model() { return *m_model; }
    QListView& list() { return *m_list; }
    QLineEdit& stepField() { return *m_step; }
    QToolButton& stopButton() { return *m_stop; }
    void compareWith(With with); // Recording: the one that was opened last
    void compareAt(At at);
    bool openRecording(const QString& path); // and compares with it; false: it cannot be read, and that is said
    QString summary() const;

Q_SIGNALS:
    void marksChanged(std::shared_ptr<const memtape::ComparedMarks> marks); // for the picture; null: those of the line just run
    void recordingWanted();                                                 // one is to be chosen and opened

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitLabel();
    void buildWith(QHBoxLayout* row);
    void buildAt(QHBoxLayout* row);
    void refresh();
    void restyle();
    void showState();
    void tellMarks();
    void choose(const QModelIndex& index);
    void takeTyped();
    Run* other() const; // that is compared with; null: there is none
    std::optional<uint64_t> otherStep() const;

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    const Appearance& m_appearance;
    WhileSeen* m_seen;
    ComparisonModel* m_model;
    QButtonGroup *m_withs, *m_ats;
    QLineEdit* m_step;
    QLabel *m_withLabel, *m_stepLabel, *m_summary;
    QToolButton* m_stop; // while it compares for long; after a stop: again
    QTimer* m_isLong;
    QListView* m_list;
    std::unique_ptr<Run> m_recording;
    QString m_recordingName, m_problem;
    With m_with = With::ThisRun;
    At m_at = At::First;
    uint64_t m_typed = 0;
};

}

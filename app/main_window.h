// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: puts the parts together, and nothing more. State lives in Document, Cursor, Selection and Settings; each part watches them.

#include <QMainWindow>
#include <QTranslator>
#include <memory>

#include "core/replay/memory_state.h"
#include "ui/export/export_dialog.h"
#include "ui/models/lessons/lesson.h"

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace memtape {

class Appearance;
class Canvas;
class CodePanel;
class Cursor;
class Document;
class HappenedView;
class InputView;
class InspectorView;
class LessonGallery;
class LessonPanel;
class MessageBar;
class OutputView;
class Playback;
class ProgramRunner;
struct RunPlan;
class Selection;
class Settings;
class StatusLine;
class TabStack;
class Timeline;
class TransportBar;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(std::unique_ptr<ProgramRunner> runner, Settings& settings);
    ~MainWindow() override;

    void openStart();                   // the last session, or lesson 1 on the first run
    bool openPath(const QString& path); // a program, or a recording
    void openLesson(const QString& id);
    void setLanguage(const QString& code); // "en", "ko"
    QString language() const { return m_language; }
    void setExportChoice(const ExportChoice& choice) { m_export = choice; }
    void exportTo(const QString& path); // as chosen in the export dialog
    // The parts, for tests.
    Document& document() { return *m_document; }
    Cursor& cursor() { return *m_cursor; }
    Selection& selection() { return *m_selection; }
    Appearance& appearance() { return *m_appearance; }
    Canvas& canvas() { return *m_canvas; }
    Timeline& timeline() { return *m_timeline; }
    LessonPanel& lessonPanel() { return *m_lessonPanel; }
    QAction* action(const QString& id) const { return m_actions.value(id); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildParts();
    void buildMenus();
    void connectDocument();
    void connectTime();
    void connectPicture();
    void connectProgram();
    void connectLessons();
    void restoreSettings();
    void retranslate();
    void updateTitle();
    void arrange(); // by the width of the window
    int inspectorWidth() const;
    bool inspectorIsLeft() const; // in a narrow window
    void showInspector(bool shown);
    void showHint();
    void showEnd();
    void listHeap(QPoint where); // lower right corner of its place, on the screen
    void openExport();
    void copyPicture();
    ExportOptions exportOptions() const;
    RunPlan planFor(const ExportOptions& options) const;
    void saveProgram(bool askForPath);
    void chooseFile();
    void newProgram();
    bool mayLeaveProgram();
    void setDetail(int detail);
    void updateActions();
    bool ask(const QString& question);

    Settings& m_settings;
    Appearance* m_appearance;
    Document* m_document;
    Cursor* m_cursor;
    Selection* m_selection;
    Playback* m_playback;
    QHash<QString, QAction*> m_actions;
    QTranslator m_translator, m_qtTranslator;
    QString m_language;
    QVector<Lesson> m_lessons;
    QString m_lessonId;
    quint64 m_wantedStep = 0;
    bool m_wantsFirstLine = true;
    QString m_hintPlace;

    TransportBar* m_transport;
    MessageBar* m_messages;
    MessageBar* m_hint;
    QSplitter *m_across, *m_left;
    QStackedWidget* m_leftTop;
    CodePanel* m_code;
    LessonGallery* m_gallery;
    TabStack* m_tabs;
    LessonPanel* m_lessonPanel;
    HappenedView* m_happened;
    OutputView* m_output;
    InputView* m_input;
    Canvas* m_canvas;
    InspectorView* m_inspector;
    Timeline* m_timeline;
    StatusLine* m_status;
    ExportChoice m_export;
    QList<int> m_leftSizes; // while the inspector is there
};

}

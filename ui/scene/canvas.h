// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stack and heap, side by side on one canvas: the headings above, the view below; and what keeps both up to date: the plan of the run
// (worked out in a thread where the run is long) and the picture of the step the cursor stands at.

#include <QElapsedTimer>
#include <QHash>
#include <QPair>
#include <QTimer>
#include <QWidget>
#include <memory>

#include "ui/models/picture/evaluation_rows.h"
#include "ui/models/picture/picture.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/background.h"
#include "ui/state/picture_choices.h"

namespace memtape {

class Appearance;
class CanvasHeader;
class Cursor;
class Document;
class DrawTask;
class MemoryScene;
class MemoryView;
struct PictureMemory;
class Selection;

class Canvas : public QWidget {
    Q_OBJECT
public:
    Canvas(Document& document, Cursor& cursor, Selection& selection, Appearance& appearance, QWidget* parent = nullptr);
    ~Canvas() override;

    const PictureOptions& options() const { return m_options; }
    Detail detail() const { return m_options.detail; }
    void setDetail(Detail detail);
    void setEveryObjectAsBox(bool on);
    void setNewestFirst(bool on);
    void setMotion(bool on) { m_motion = on; } // a step shows what moves, for a moment
    void setFollow(bool on);                   // the running frame stays in sight
    // What the marks tell instead of what the line just run did; null: that again.
    void setCompared(std::shared_ptr<const ComparedMarks> compared);
    const PictureChoices& choices() const { return m_choices; }
    void setChoices(const PictureChoices& choices); // those that were kept with the program
    void setTreesAcross(bool on);                   // a choice too
    void revealNextChange();                        // of what the step changed out of sight
    void showHidden();                              // all that was hidden, or opened, is as it was
    void toggleOpen(ObjectId id);                   // a small object becomes a box, and one again; of a long one more is shown
    void setDrawing(DrawTask* task);                // whose arrows the reader draws, and shown as it stands; null: all as it is
    // What lies on a frame's evaluation stack between two parts of its line, while the step is shown; empty: it is not looked at.
    void setEvaluation(const Evaluation& evaluation);
    MemoryScene& scene() { return *m_scene; }
    MemoryView& view() { return *m_view; }
    const Picture& picture() const;
    void refresh();
    void selectNeighbour(bool backwards); // with the keyboard, from row to row and object to object
    void revealObject(ObjectId id);
    // In the group of which a tile is selected; false: none is.
    bool selectTile(int across, int down); // so many tiles further
    bool openSelectedTile();
    void openMembers(const QVector<ObjectId>& members); // of a group: they are boxes of their own beside it

    // What the menu of an object offers.
    void hide(ObjectId id);
    void hideType(uint32_t type);
    bool hasHidden() const;                     // or opened
    void drawAsBox(ObjectId id, uint32_t type); // hidden or not
    void putOpenedBack();
    void foldRecursion();       // its middle, again
    void showMore(ObjectId id); // of its cells
    bool isPinned(ObjectId id) const;
    void forgetPin(ObjectId id);
    FormChoice formOf(ObjectId id) const; // that was chosen for it alone
    void chooseForm(ObjectId id, FormChoice choice);
    void chooseFormOfType(const QString& type, FormChoice choice);

Q_SIGNALS:
    void pictureChanged();
    void choicesChanged(); // by the user
    void heapListRequested();
    void changeRequested(bool backwards); // of the selected object
    void watchRequested(const QString& expression);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Pick { // what can be selected
        ObjectId object;
        std::optional<RefPlace> row;
        bool operator==(const Pick&) const = default;
    };
    QVector<Pick> picks() const;
    const GroupPicture* groupOfSelected() const;
    void followRow();
    bool movesTo(uint64_t step);
    void updateHeader();
    void updatePlaceholder();
    void startPlan();
    void takePlan(const RunPlan& plan);
    void showMenu(ObjectId id, const std::optional<RefPlace>& row, QPoint where);
    std::optional<PictureChoices::BirthPlace> birthPlace(ObjectId id) const;
    void follow();
    void keepPin(ObjectId id, QPointF where);
    void optionsChanged();
    void choose();

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    Appearance& m_appearance;
    MemoryScene* m_scene;
    MemoryView* m_view;
    CanvasHeader* m_header;
    PictureOptions m_options;
    Evaluation m_evaluation;
    std::unique_ptr<PictureMemory> m_memory; // of the step shown last
    PictureChoices m_choices;                // they outlive a recording
    QString m_choicesOf;                     // title of the program
    ObjectId m_lastRevealed;                 // of what changed out of sight
    QTimer m_resized;
    DrawTask* m_drawing = nullptr;
    bool m_follow = true, m_planned = false, m_motion = true;
    QElapsedTimer m_sinceStep;
    Background m_planning; // of a long run
};

}

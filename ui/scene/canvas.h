// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stack and heap, side by side on one canvas: the headings above, the view below; and what keeps both up to date: the plan of the run
// (worked out in a thread where the run is long) and the picture of the step the cursor stands at.

#include <QElapsedTimer>
#include <QHash>
#include <QPair>
#include <QTimer>
#include <QWidget>
#include <atomic>
#include <memory>
#include <thread>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/run_plan.h"

class QMenu;

namespace memtape {

class Appearance;
class CanvasHeader;
class Cursor;
class Document;
class MemoryScene;
class MemoryView;
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
    void setTreesAcross(bool on);
    void setMotion(bool on) { m_motion = on; } // a step shows what moves, for a moment
    void setFollow(bool on);                   // the running frame stays in sight
    void showHidden();                         // all that was hidden, or opened, is as it was
    void toggleOpen(ObjectId id);              // a small object becomes a box, and one again; of a long one more is shown
    MemoryScene& scene() { return *m_scene; }
    MemoryView& view() { return *m_view; }
    const Picture& picture() const;
    void refresh();
    void selectNeighbour(bool backwards); // with the keyboard, from row to row and object to object
    void revealObject(ObjectId id);

Q_SIGNALS:
    void pictureChanged();
    void heapListRequested(QPoint where);
    void changeRequested(bool backwards); // of the selected object

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Pick { // what can be selected
        ObjectId object;
        std::optional<RefPlace> row;
        bool operator==(const Pick&) const = default;
    };
    QVector<Pick> picks() const;
    void followRow();
    bool movesTo(uint64_t step);
    void updateHeader();
    void updatePlaceholder();
    void startPlan();
    void takePlan(int generation, const RunPlan& plan);
    void stopPlan();
    void showMenu(ObjectId id, QPoint where);
    void fillMenu(QMenu& menu, const MemoryState& state, ObjectId id);
    bool hasHidden() const;
    void showMore(ObjectId id);
    void forgetPin(ObjectId id);
    std::optional<QPair<uint32_t, uint32_t>> pinKey(ObjectId id) const;
    void follow();
    void keepPin(ObjectId id, QPointF where);
    void applyPins();
    void optionsChanged();

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    Appearance& m_appearance;
    MemoryScene* m_scene;
    MemoryView* m_view;
    CanvasHeader* m_header;
    PictureOptions m_options;
    // Pins outlive a recording: by the line where the object was made, and how many were made there before it.
    QHash<QPair<uint32_t, uint32_t>, QPointF> m_pins;
    QString m_pinsOf;
    QTimer m_resized;
    std::thread m_planner;
    std::shared_ptr<std::atomic<bool>> m_cancelPlan;
    int m_generation = 0;
    bool m_follow = true, m_planned = false, m_motion = true;
    QElapsedTimer m_sinceStep;
};

}
